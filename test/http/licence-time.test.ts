import { randomUUID } from 'node:crypto';
import t from 'tap';
import { request } from 'undici';
import { startShopWorkers } from '../../adapters/order/shop-workers.js';
import { isOf } from '../../domain/kernel/event.js';
import { streamOf, type PlantId } from '../../domain/kernel/ids.js';
import { Temporal } from '../../domain/kernel/time.js';
import { LicenceEnded, LicenceReminderDue } from '../../domain/licence/events.js';
import { wallClockS } from '../../domain/production/device-clock.js';
import { dueLicences } from '../../projections/licences.js';
import { eventually } from '../support/eventually.js';
import { testPortal } from '../support/portal.js';
import { licenceUntil, manyPlants, newBuyer, plantWithPower } from '../support/shop.js';

const portal = await testPortal(t);
const { system, url } = portal;

t.test('a locked plant keeps its data, which are there after the purchase (F1)', async (t) => {
  const buyer = await newBuyer(url);
  const plantId = await plantWithPower(buyer);
  await buyer.buy([plantId]);
  const [inverter] = (await buyer.call('GET', `/plants/${plantId}/inverters`)).body.items;
  let sent = 0;
  const measure = async (totalWh: number) => {
    const clockS = Math.floor(wallClockS('Europe/Berlin', Date.now() / 1000)) - 1_800 + 600 * ++sent;
    const values = `<p i="1">43660000</p><p i="C">64</p><p i="E">${(totalWh / 100).toString(16)}</p>`;
    const data = `<rd><m>502DF400489C</m><s>${inverter.serialNumber}</s><d t="${clockS}" l="600">${values}</d></rd>`;
    const path = '/InverterService/InverterService.asmx/CollectInverterData';
    const answer = await request(`${url}${path}`, { method: 'POST', body: `xmlData=${data}` });
    t.match([answer.statusCode, await answer.body.text()], [200, /OK/]);
  };
  const overview = () => buyer.call('GET', `/plants/${plantId}/overview`);
  const shows = (totalWh: number) =>
    eventually(async () => {
      const { body } = await overview();
      return body.energy?.totalWh === totalWh ? true : null;
    });
  await measure(5_000_000);
  await shows(5_000_000);
  await buyer.setPower(plantId, (powerW) => powerW > 20_000);
  await eventually(async () => ((await buyer.licenceOf(plantId)).summary.state === 'exceeded' ? true : null));
  t.match(await overview(), { status: 402, body: { code: 'licence.exceeded' } });
  await measure(5_001_000);
  t.equal((await overview()).status, 402, 'it stays locked');
  await buyer.buy([plantId]);
  await shows(5_001_000);
});

t.test('notices come once each, and licences end to the second, whoever is down when (F9)', async (t) => {
  let now = Temporal.Instant.from('2027-02-01T12:00:00Z');
  /** Nodes that know nothing of each other: each believes that it alone is to pass the time. */
  const nodes: ReturnType<typeof startShopWorkers>[] = [];
  const troubles: unknown[] = [];
  const start = () =>
    void nodes.push(
      startShopWorkers({
        ...{ db: system.database.db, log: system.log, gateway: system.payments },
        ...{ leases: { acquire: async () => true }, clock: { now: () => now } },
        licenceClockMs: 25,
        onTrouble: (error) => void troubles.push(error),
      }),
    );
  const stop = async () => void (await Promise.all(nodes.splice(0).map((one) => one.stop())));
  t.teardown(stop);

  /** Into summer time, out of it, and the day that most years do not have; the last one has nobody who works. */
  const ends = ['2027-03-28', '2027-10-31', '2028-02-29', '2027-06-30'] as const;
  const plantIds = await manyPlants(system, randomUUID(), ends.length);
  for (const [index, lastDay] of ends.entries()) await licenceUntil(system, plantIds[index] as PlantId, lastDay);
  const due = async (at = now) => {
    const all = await dueLicences(system.database.db, at, 100);
    return all.filter((plantId) => plantIds.includes(plantId)).length;
  };
  const pass = async (to: string) => {
    now = Temporal.Instant.from(to).subtract({ seconds: 1 });
    t.equal(await due(), 0, `nothing before ${to}`);
    t.equal(await due(Temporal.Instant.from(to)), 1, `one thing at ${to}`);
    now = Temporal.Instant.from(to);
    await eventually(async () => ((await due()) === 0 ? true : null));
  };

  const days = {
    '2027-03-28': ['2027-02-16T06:00:00Z', '2027-03-14T06:00:00Z', '2027-03-25T06:00:00Z', '2027-03-28T05:00:00Z'],
    '2027-06-30': ['2027-06-20T10:00:00Z', '2027-06-27T05:00:00Z', '2027-06-30T05:00:00Z'],
    '2027-10-31': ['2027-09-21T05:00:00Z', '2027-10-17T05:00:00Z', '2027-10-28T05:00:00Z', '2027-10-31T06:00:00Z'],
    '2028-02-29': ['2028-01-20T06:00:00Z', '2028-02-15T06:00:00Z', '2028-02-26T06:00:00Z', '2028-02-29T06:00:00Z'],
  } as const;
  const over = {
    '2027-03-28': '2027-03-28T22:00:00Z',
    '2027-06-30': '2027-06-30T22:00:00Z',
    '2027-10-31': '2027-10-31T23:00:00Z',
    '2028-02-29': '2028-02-29T23:00:00Z',
  } as const;

  start();
  start();
  for (const at of [...days['2027-03-28'], over['2027-03-28']]) await pass(at);
  await stop();
  // Down from the middle of May to the twentieth of June: one notice, of what is true now.
  now = Temporal.Instant.from('2027-06-20T10:00:00Z');
  start();
  start();
  start();
  await eventually(async () => ((await due()) === 0 ? true : null));
  for (const at of [...days['2027-06-30'].slice(1), over['2027-06-30']]) await pass(at);
  await stop();
  start();
  start();
  for (const lastDay of ['2027-10-31', '2028-02-29'] as const) {
    for (const at of [...days[lastDay], over[lastDay]]) await pass(at);
  }
  await stop();

  for (const [index, lastDay] of ends.entries()) {
    const plantId = plantIds[index] as PlantId;
    const { events, ids } = await system.log.load(streamOf.licence(plantId));
    const told = events
      .filter((event) => isOf(LicenceReminderDue, event))
      .map(({ data }) => [data.at, data.daysBefore]);
    const before = [40, 14, 3, 0].slice(-days[lastDay].length);
    t.strictSame(
      told,
      days[lastDay].map((at, n) => [at, before[n]]),
      lastDay,
    );
    t.match(
      events.filter((event) => isOf(LicenceEnded, event)),
      [{ data: { at: over[lastDay], reason: 'expired' } }],
    );
    const noticeIds = ids.filter((_, n) => events[n]?.type === 'LicenceReminderDue');
    const mails = await eventually(async () => {
      const { rows } = await system.database.pool.query<{ id: string }>(
        `select event_id::text as id from outbox where kind = 'shop-mail' and event_id::text = any($1)`,
        [noticeIds],
      );
      return rows.length >= noticeIds.length ? rows.map(({ id }) => id) : null;
    });
    t.strictSame(mails.toSorted(), noticeIds.toSorted(), `${lastDay}: a mail each`);
  }
  t.strictSame(troubles, []);
});
