import { randomUUID } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import { SerialNumber } from '../../domain/kernel/ids.js';
import { Temporal } from '../../domain/kernel/time.js';
import { eventually } from './eventually.js';
import { newInverter, newPlant, type Owner } from './owner.js';
import type { Portal } from './portal.js';

type Row = { readonly at: number; readonly wh: number; readonly powerW?: number };

/** The clock of a device in Berlin at an instant, as if it were UTC. */
export const wallS = (atMs: number): number =>
  Math.floor(atMs / 1_000) +
  Temporal.Instant.fromEpochMilliseconds(atMs).toZonedDateTimeISO('Europe/Berlin').offsetNanoseconds / 1e9;

/** A portal that has listened to devices for some days, and what happens to the plants of an owner in it. */
export async function watchedPortal({ system }: Portal, owner: Owner) {
  const { pool } = system.database;
  await eventually(async () => (await pool.query('select from alert_listening')).rowCount === 1);
  await pool.query(`update alert_listening set since = now() - interval '4 days'`);

  /** Records of a device. */
  const report = (serialNumber: string, rows: readonly Row[]) =>
    system.intake.record(
      rows.map(({ at, wh, powerW = 1_000 }) => ({
        ...{ serialNumber: SerialNumber.parse(serialNumber), mac: null, intervalS: 600 },
        deviceClockS: wallS(at),
        channels: { acPowerW: powerW, dayEnergyWh: wh, status: 4 },
      })),
      Temporal.Now.instant(),
    );

  /** Asks the database, because the door lets nobody ask without end. */
  const until = (question: string, plantId: string, rows = 1) =>
    eventually(async () => (await pool.query(question, [plantId])).rowCount === rows);

  const standForLong = (plantId: string) =>
    pool.query(
      `update plants.plants set view = regexp_replace(view::text, '"standsSince":"[^"]+"', '"standsSince":"2020-01-01T00:00:00Z"', 'g')::json
       where plant_id = $1`,
      [plantId],
    );

  return {
    report,
    until,

    untilIncident: (plantId: string, status: string) =>
      until(`select from incidents.incidents where plant_id = $1 and status = '${status}'`, plantId),

    /** A plant whose devices have just been heard, and stand there as if for long: silence from before does not count. */
    async plantWith(...serials: readonly string[]) {
      const plantId = await newPlant(owner, { name: 'Scheune' });
      const inverterIds: string[] = [];
      for (const serial of serials) inverterIds.push(await newInverter(owner, plantId, serial));
      // A claim is seen a moment after it was made, and proven by the next record.
      await eventually(async () => {
        for (const serial of serials) await report(serial, [{ at: Date.now(), wh: 100 }]);
        await pause(200);
        const { rowCount } = await pool.query('select from devices.assignments where plant_id = $1', [plantId]);
        return rowCount === serials.length;
      });
      // When a device was heard is written from time to time.
      const heardAt = new Date();
      for (const serial of serials) await report(serial, [{ at: heardAt.getTime(), wh: 100 }]);
      await eventually(async () => {
        const heard = 'select from public.devices where serial_number = any($1) and last_seen_at >= $2';
        return (await pool.query(heard, [serials, heardAt])).rowCount === serials.length;
      });
      await standForLong(plantId);
      return { plantId, inverterIds };
    },

    serials: (...names: readonly string[]) => names.map((name) => `${name}-${randomUUID().slice(0, 8)}`.toUpperCase()),

    mailsTo: async (person: Owner, words: RegExp) =>
      ((await system.mailbox?.list({ to: `${person.userName}@example.org` })) ?? []).filter((mail) =>
        words.test(mail.subject),
      ),

    /** Somebody looks at the plant again, now. */
    async lookNow(plantId: string): Promise<void> {
      // The read model may have followed in the meantime, and written what it knows.
      await standForLong(plantId);
      await pool.query('update alert_plan set due_at = now() where plant_id = $1', [plantId]);
    },

    /** As if a device had been heard so many hours ago for the last time. */
    silence: (serial: string, hours: number) =>
      pool.query(
        'update public.devices set last_seen_at = now() - make_interval(hours => $2) where serial_number = $1',
        [serial, hours],
      ),
  };
}

/** What a device reports on a day from 6:00 on, every 40 minutes, up to the present; a whole day are 20 records. */
export function dayOfRecords(daysAgo: number, dayWh: number): readonly Row[] {
  const start = Temporal.Now.zonedDateTimeISO('Europe/Berlin').subtract({ days: daysAgo }).startOfDay();
  return Array.from({ length: 20 }, (_, index) => ({
    at: start.add({ hours: 6 }).add({ minutes: 40 * index }).epochMilliseconds,
    wh: Math.round((dayWh * (index + 1)) / 20),
  })).filter(({ at }) => at < Date.now());
}
