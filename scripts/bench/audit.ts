import { randomUUID } from 'node:crypto';
import { cpus } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { openDatabase } from '../../adapters/database/database.js';
import { migrate } from '../../adapters/database/migrate.js';
import { chained } from '../../adapters/event-log/chain.js';
import { openDailyRoots } from '../../adapters/event-log/daily-roots.js';
import { openPostgresEventStore } from '../../adapters/event-store/postgres/store.js';
import type { EventStore, NewEvent } from '../../adapters/event-store/port.js';
import { fold } from '../../domain/kernel/decider.js';
import { LicenceId, OrderId, PlantId, streamOf } from '../../domain/kernel/ids.js';
import { vatOn } from '../../domain/kernel/money.js';
import { Temporal } from '../../domain/kernel/time.js';
import type { LicenceCommand } from '../../domain/licence/commands.js';
import type { LicenceEvent, TermDays } from '../../domain/licence/events.js';
import { licenceDecider } from '../../domain/licence/licence.js';
import { freeCredits } from '../../domain/licence/state.js';
import { auditLicenceCommand } from '../operator/audit-licence.js';
import { verifyLogCommand } from '../operator/verify-log.js';
import { ownServer } from './own-server.js';

const help = `Licence histories that audit-licence proves in a second, out of PostgreSQL and out of an exported file.

  --histories N  plants with a trial, four purchases, two extensions, a withdrawal and a pay-out (default 10000)
  --json         print JSON instead of a table
`;

const { values: options } = parseArgs({
  options: {
    histories: { type: 'string', default: '10000' },
    json: { type: 'boolean', default: false },
    help: { type: 'boolean', default: false },
  },
});
if (options.help) process.stdout.write(help);
else await run(Number(options.histories));

async function run(histories: number): Promise<void> {
  if (!(histories >= 1)) throw new RangeError(help);
  const server = await ownServer();
  try {
    const database = openDatabase(server.url);
    await migrate(database.db);
    const store = openPostgresEventStore({ pool: database.pool, connectionString: server.url });
    let events = 0;
    for (let first = 0; first < histories; first += 200) {
      const lives = Array.from({ length: Math.min(200, histories - first) }, () => fill(store));
      for (const count of await Promise.all(lives)) events += count;
    }
    const file = join(server.dataDir, 'export.jsonl');
    const dailyRoots = openDailyRoots({ pool: database.pool, store, clock: { now: () => Temporal.Now.instant() } });
    const silent = { out: () => undefined, err: () => undefined };
    await verifyLogCommand(
      ['--export', file],
      async () => ({ store, dailyRoots, close: async () => undefined }),
      silent,
    );
    const logMs = await timed(store, ['--all']);
    const fileMs = await timed(store, ['--file', file]);
    await store.close();
    await database.close();
    const machine = `node ${process.version}, ${cpus().length} x ${cpus()[0]?.model ?? 'unknown'}`;
    const found = { machine, histories, events, logMs, fileMs };
    process.stdout.write(options.json ? `${JSON.stringify(found)}\n` : table(found));
  } finally {
    await server.stop();
  }
}

/** One history, as the portal would have written it; answers how many events it has. */
async function fill(store: EventStore): Promise<number> {
  const plantId = PlantId.parse(randomUUID());
  const metadata = { actor: { kind: 'system', id: 'bench' }, correlationId: randomUUID() } as const;
  const events = life(plantId).map(({ type, data }): NewEvent => ({
    ...{ id: randomUUID(), type, schemaVersion: 1, data: JSON.parse(JSON.stringify(data)), metadata },
  }));
  const streamId = streamOf.licence(plantId);
  const links = chained(streamId, events, { revision: 'no_stream', hash: null });
  const result = await store.append(streamId, links, 'no_stream');
  if (!result.ok) throw new Error(result.reason);
  return events.length;
}

/** The example of docs/licences.md. */
function life(plantId: PlantId): readonly LicenceEvent[] {
  let events: readonly LicenceEvent[] = [];
  const noon = (day: string) => `${day}T12:00:00Z`;
  const tell = (command: LicenceCommand) => {
    const decision = licenceDecider.decide(command, fold(licenceDecider, events));
    if (!decision.ok) throw new Error(decision.rejection.code);
    events = [...events, ...decision.events];
  };
  const buy = (day: string, netCents: number, licensedPowerW: number, termDays: TermDays) => {
    const at = noon(day);
    const [orderId, licenceId] = [OrderId.parse(randomUUID()), LicenceId.parse(randomUUID())];
    const credits = freeCredits(fold(licenceDecider, events), at);
    tell({ type: 'ReserveLicence', plantId, at, orderId, until: `${day}T20:00:00Z`, credits });
    const vatCents = vatOn(netCents, 1_900);
    const cost = { netCents, vatRateBasisPoints: 1_900, vatCents, grossCents: netCents + vatCents };
    tell({
      type: 'GrantLicence',
      ...{ plantId, at, orderId, licenceId, termDays, licensedPowerW, cost, priceListVersion: 'demo' },
    });
    return { orderId, licenceId };
  };
  const grow = (day: string, nominalPowerW: number) =>
    tell({ type: 'NotePower', plantId, at: noon(day), power: { nominalPowerW, assumedPowerW: 0 }, graceDays: 14 });
  tell({ type: 'StartTrial', plantId, at: noon('2026-03-01') });
  buy('2026-03-20', 36_500, 30_000, 365);
  grow('2026-07-19', 45_000);
  buy('2026-08-01', 73_000, 45_000, 730);
  grow('2027-01-25', 60_000);
  buy('2027-01-25', 60_000, 60_000, 365);
  const { orderId, licenceId: creditId } = buy('2027-12-20', 60_000, 60_000, 365);
  const at = noon('2027-12-24');
  tell({ type: 'WithdrawLicence', plantId, at, orderId, startedEarly: true });
  tell({ type: 'PayOutCredit', plantId, at, creditId, grossCents: 71_400, refundId: 'bench' });
  return events;
}

async function timed(store: EventStore, args: readonly string[]): Promise<number> {
  let said = '';
  const output = { out: (text: string) => void (said += text), err: (text: string) => void (said += text) };
  const begun = performance.now();
  const code = await auditLicenceCommand(args, async () => ({ store, close: async () => undefined }), output);
  const ms = Math.round(performance.now() - begun);
  if (code !== 0) throw new Error(said);
  return ms;
}

type Found = { machine: string; histories: number; events: number; logMs: number; fileMs: number };

function table({ machine, histories, events, logMs, fileMs }: Readonly<Found>): string {
  const perSecond = (ms: number) => Math.round((histories * 1_000) / ms);
  return [
    `${machine}; ${histories} histories, ${events} events`,
    '',
    '| audit-licence over | seconds | histories/s |',
    '| --- | --: | --: |',
    `| PostgreSQL | ${(logMs / 1_000).toFixed(1)} | ${perSecond(logMs)} |`,
    `| exported file | ${(fileMs / 1_000).toFixed(1)} | ${perSecond(fileMs)} |`,
    '',
  ].join('\n');
}
