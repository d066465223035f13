import t from 'tap';
import { inTransaction } from '../../../adapters/database/transaction.js';
import { postgresIntake } from '../../../adapters/readings/intake.js';
import { noteChangedAssignments } from '../../../adapters/readings/sums/reconcile.js';
import { zoneChanges } from '../../../adapters/readings/sums/zone-changes.js';
import { testDatabase } from '../../support/database.js';
import {
  assignmentsDirectory,
  clockS,
  createAssignments,
  instant,
  inverterId,
  record,
  serial,
  setAssignments,
  devicesIn,
  type AssignmentRow,
} from '../../support/readings.js';

/** Corrections of a time zone step by step, without a worker that sums what they note. */

const { pool } = await testDatabase(t);
await createAssignments(pool);
const intake = postgresIntake({ pool, directory: assignmentsDirectory(pool) });
t.teardown(() => intake.close());
/** What the leader of the sums has; another one begins without memory. */
const newLeader = () =>
  zoneChanges(
    pool,
    (work) => inTransaction(pool, work),
    intake,
    (error) => t.fail(String(error)),
  );

const first: AssignmentRow = {
  ...{ serialNumber: 'MOVED', inverterId: inverterId(1), timeZone: 'Europe/Berlin' },
  ...{ from: '2026-01-01T00:00:00Z', to: '2026-05-01T00:00:00Z' },
};
const second: AssignmentRow = {
  ...{ serialNumber: 'MOVED', inverterId: inverterId(2), timeZone: 'Europe/Berlin' },
  from: '2026-05-01T00:00:00Z',
};
async function nowIn(...rows: readonly AssignmentRow[]) {
  await setAssignments(pool, rows);
  intake.invalidate(serial('MOVED'));
}
const summed = () => inTransaction(pool, async (client) => noteChangedAssignments(client, await devicesIn(pool)));
async function takeNotes(): Promise<readonly string[]> {
  const { rows } = await pool.query<{ day: string }>('delete from stale_device_days returning day::text as day');
  return [...new Set(rows.map(({ day }) => day))].sort();
}
const instants = async () => {
  const { rows } = await pool.query<{ at: Date }>('select measured_at as at from readings order by 1');
  return rows.map(({ at }) => at.toISOString().slice(0, 16));
};

await nowIn(first, second);
for (const day of ['2026-02-01', '2026-03-01', '2026-06-01', '2026-07-01']) {
  await intake.record([record('MOVED', `${day}T12:00`, { dayEnergyWh: 100 })], instant(`${day}T11:30:05Z`));
}

t.test('a stay that is new notes all days that have readings, and only those', async (t) => {
  await takeNotes();
  t.same(await summed(), ['MOVED']);
  t.same(await takeNotes(), ['2026-02-01', '2026-03-01', '2026-06-01', '2026-07-01']);
});

t.test('a corrected time zone notes the days of its stay', async (t) => {
  await nowIn(first, { ...second, timeZone: 'Asia/Tokyo' });
  await newLeader().apply(await devicesIn(pool), 0);
  t.same(await takeNotes(), ['2026-06-01', '2026-07-01']);
  t.same(await instants(), ['2026-02-01T11:00', '2026-03-01T11:00', '2026-06-01T03:00', '2026-07-01T03:00']);
});

t.test('another leader looks once more, when it is time', async (t) => {
  // Stored meanwhile by a node that still had the old zone.
  await pool.query(
    `insert into readings (device_id, measured_at, device_clock_s, received_at, day_energy_wh)
     select id, '2026-06-02T10:00Z', $1, '2026-06-02T10:00Z', 7 from devices`,
    [clockS('2026-06-02T12:00')],
  );
  const leader = newLeader();
  await leader.apply(await devicesIn(pool), 1_000);
  await leader.recheck(74_000);
  t.ok((await instants()).includes('2026-06-02T10:00'), 'not before every node has noticed');
  t.same(await takeNotes(), []);
  await leader.recheck(75_000);
  t.ok((await instants()).includes('2026-06-02T03:00'));
  t.same(await takeNotes(), ['2026-06-01', '2026-06-02', '2026-07-01']);
  await newLeader().recheck(1_000_000);
  t.same(await takeNotes(), [], 'and once only');
});

t.test('nothing is left to look at when the stay is not known any more', async (t) => {
  await nowIn(first, { ...second, timeZone: 'Europe/Madrid' });
  await newLeader().apply(await devicesIn(pool), 0);
  await nowIn(first);
  await newLeader().recheck(100_000);
  t.equal((await pool.query('select from zone_rechecks')).rowCount, 0);
});

t.test('a leader that dies between two stays of one place leaves the second to the next one', async (t) => {
  const elsewhere = { ...first, inverterId: inverterId(3), from: '2026-04-01T00:00:00Z', to: '2026-05-01T00:00:00Z' };
  const back = { ...second, inverterId: first.inverterId };
  await nowIn(first, elsewhere, back);
  await summed();
  await takeNotes();
  const tokyo = (stay: AssignmentRow) => ({ ...stay, timeZone: 'Asia/Tokyo' });
  await nowIn(tokyo(first), elsewhere, tokyo(back));
  let corrections = 0;
  const dying = zoneChanges(
    pool,
    (work) => (++corrections === 2 ? Promise.reject(new Error('killed')) : inTransaction(pool, work)),
    intake,
    () => undefined,
  );
  await t.rejects(dying.apply(await devicesIn(pool)), { message: 'killed' });
  await newLeader().apply(await devicesIn(pool));
  t.same(
    (await instants()).filter((at) => !at.startsWith('2026-06-02')),
    ['2026-02-01T03:00', '2026-03-01T03:00', '2026-06-01T03:00', '2026-07-01T03:00'],
  );
});
