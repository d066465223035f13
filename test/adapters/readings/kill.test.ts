import t from 'tap';
import { openDatabase } from '../../../adapters/database/database.js';
import { openLeases } from '../../../adapters/database/leases.js';
import { migrate } from '../../../adapters/database/migrate.js';
import { postgresIntake } from '../../../adapters/readings/intake.js';
import { startSumsWorker } from '../../../adapters/readings/sums/worker.js';
import { Temporal } from '../../../domain/kernel/time.js';
import { ownPostgres } from '../../support/own-postgres.js';
import { assignmentsDirectory, clockS, createAssignments, inverterId, record } from '../../support/readings.js';

t.test('kill -9 of PostgreSQL during the intake loses no acknowledged record', async (t) => {
  const server = await ownPostgres(t);
  await server.start();
  const database = openDatabase(server.url);
  const { pool } = database;
  await migrate(database.db);
  const devices = Array.from({ length: 20 }, (_, n) => `D${n}`);
  await createAssignments(
    pool,
    devices.map((serialNumber, n) => ({ serialNumber, inverterId: inverterId(n % 10), from: '2026-01-01T00:00:00Z' })),
  );
  const intake = postgresIntake({ pool, directory: assignmentsDirectory(pool) });
  const errors: unknown[] = [];
  const leases = openLeases(pool);
  const worker = startSumsWorker({ pool, leases, intake, onError: (error) => errors.push(error) });
  t.teardown(async () => {
    await worker.stop();
    await leases.close();
    await intake.close();
    await database.close();
  });

  const acknowledged = new Set<string>();
  let refused = 0;
  let running = true;
  let sent = 0;
  let onProgress: () => void = () => undefined;

  async function device(): Promise<void> {
    while (running) {
      const n = sent++;
      const serialNumber = devices[n % devices.length] ?? '';
      const deviceClockS = clockS('2026-05-01T00:00') + n;
      try {
        await intake.record(
          [{ ...record(serialNumber, '2026-05-01T00:00', { dayEnergyWh: n }), deviceClockS }],
          Temporal.Now.instant(),
        );
        acknowledged.add(`${serialNumber}/${deviceClockS}`);
      } catch {
        refused++;
        await new Promise((resolve) => setTimeout(resolve, 5));
      }
      onProgress();
    }
  }
  const until = (condition: () => boolean) =>
    new Promise<void>((resolve) => {
      onProgress = () => (condition() ? resolve() : undefined);
    });

  const fleet = Promise.all(Array.from({ length: 64 }, device));
  for (const round of [1, 2]) {
    const before = acknowledged.size;
    await until(() => acknowledged.size > before + 3_000);
    await server.kill();
    await until(() => refused > round * 100);
    await server.start();
  }
  const before = acknowledged.size;
  await until(() => acknowledged.size > before + 1_000);
  running = false;
  await fleet;

  const { rows } = await pool.query<{ key: string }>(
    `select serial_number || '/' || device_clock_s as key from readings join devices on devices.id = device_id`,
  );
  const stored = new Set(rows.map(({ key }) => key));
  t.same(
    [...acknowledged].filter((key) => !stored.has(key)),
    [],
    `${acknowledged.size} acknowledged, ${refused} refused`,
  );
  t.ok(refused > 0);
  await worker.settled();
  t.equal((await pool.query('select from stale_device_days')).rowCount, 0, 'the sums go on by themselves');
  t.ok(((await pool.query('select from device_days')).rowCount ?? 0) > 0);
});
