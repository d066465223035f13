import { randomUUID } from 'node:crypto';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import t from 'tap';
import { exportLine } from '../../adapters/event-log/export-format.js';
import type { EventMetadata } from '../../domain/kernel/event.js';
import { streamOf } from '../../domain/kernel/ids.js';
import { licenceEvents } from '../../domain/licence/events.js';
import { auditLicenceCommand } from '../../scripts/operator/audit-licence.js';
import { licenceNo, noon, orderNo, plantId, Story } from '../domain/licence/support.js';
import { testLog } from '../support/log.js';

const { store, log } = await testLog(t, licenceEvents);
const metadata: EventMetadata = { actor: { kind: 'policy', id: 'test' }, correlationId: 'c' };
const streamId = streamOf.licence(plantId);
const folder = await mkdtemp(join(tmpdir(), 'sitelink-'));
t.teardown(() => rm(folder, { recursive: true }));

// The worked example of docs/licences.md.
const story = new Story();
story.trial('2026-03-01');
story.buy('2026-03-20', 36_500, 30_000);
story.power('2026-07-19', 45_000);
story.buy('2026-08-01', 73_000, 45_000, 730);
story.power('2027-01-25', 60_000);
story.buy('2027-01-25', 60_000, 60_000);
story.buy('2027-12-20', 60_000, 60_000);
const withdrawn = { plantId, at: noon('2027-12-24'), orderId: orderNo(4) };
story.tell({ type: 'WithdrawLicence', ...withdrawn, startedEarly: true });
const back = { creditId: licenceNo(4), grossCents: 71_400, refundId: 'back' };
story.tell({ type: 'PayOutCredit', plantId, at: withdrawn.at, ...back });
const events = story.events.map((event) => ({ id: randomUUID(), event }));
await log.append(streamId, events, await log.load(streamId), metadata);

async function run(...args: readonly string[]) {
  const written = { out: '', err: '' };
  const output = {
    out: (text: string) => void (written.out += `${text}\n`),
    err: (text: string) => void (written.err += `${text}\n`),
  };
  const code = await auditLicenceCommand(args, async () => ({ store, close: async () => undefined }), output);
  return { code, ...written };
}

t.test('a whole history is proven, event by event', async (t) => {
  const told = await run(plantId);
  t.equal(told.code, 0);
  t.match(told.out, '36500 × 265 ÷ 365 = 26500.00 → 26500 net, 31535 gross: as stored');
  t.match(told.out, '73000 × 540 ÷ 730 = 54000.00 → 54000 net, 64260 gross: as stored');
  t.match(told.out, '60000 × 365 ÷ 365 = 60000.00 → 60000 net, 71400 gross: as stored');
  t.match(told.out, /LicenceGranted {2}by policy test/);
  const days = story.state().licences.map(({ firstDay, lastDay }) => `${firstDay} – ${lastDay}`);
  t.strictSame(days, [
    '2026-04-10 – 2027-04-09',
    '2026-07-19 – 2028-07-17',
    '2027-01-25 – 2028-01-24',
    '2028-01-25 – 2029-01-23',
  ]);
  t.match(told.out, 'balance 0 (gross cents)');
  t.match(await run('--all'), { code: 0, out: '1 histories, all as they should be.\n' });
  const json = JSON.parse((await run(plantId, '--json')).out);
  t.match(json, { ok: true, plants: [{ plantId, brokenAt: null, credits: [{}, {}, { isEqual: true }] }] });
  t.equal(json.plants[0].events.length, story.events.length);
  t.match(
    await run(plantId, '--as-of', '2020-01-01T00:00:00Z'),
    { code: 0, out: /sold 0/ },
    'nothing was recorded by then',
  );
});

t.test('an export is proven without a database, and what was changed in it is found', async (t) => {
  const recorded = (await store.readStream(streamId)) ?? [];
  const lines = recorded.map(exportLine);
  const file = join(folder, 'export.jsonl');
  await writeFile(file, `${lines.join('\n')}\n`);
  t.match(await run('--file', file), { code: 0 });
  const index = recorded.findIndex(({ type }) => type === 'RemainingValueCredited');
  const forged = lines.map((line, at) => (at === index ? line.replace('"netCents":26500', '"netCents":26501') : line));
  await writeFile(file, `${forged.join('\n')}\n`);
  const told = await run('--file', file);
  t.equal(told.code, 1);
  t.match(told.out, 'STORED WAS 26501 net');
  t.match(told.out, `THE CHAIN IS BROKEN at revision ${index}`);
  await writeFile(file, `${lines.slice(0, 2).concat(lines.slice(3)).join('\n')}\n`);
  t.match(await run('--file', file), { code: 1, out: /THE CHAIN IS BROKEN at revision 2/ }, 'a missing event');
});

t.test('mistakes are explained', async (t) => {
  t.match(await run(), { code: 2, err: /choose one plant/ });
  t.match(await run('nothing'), { code: 2, err: /not the id of a plant/ });
  t.match(await run(randomUUID()), { code: 2, err: /no licence/ });
  t.match(await run('--all', '--as-of', 'yesterday'), { code: 2, err: /must be an instant/ });
  t.match(await run('--file', join(folder, 'missing')), { code: 2 });
  t.match(await run('--help'), { code: 0, out: /audit-licence/ });
});
