import { postgresIntake } from '../../adapters/readings/intake.js';
import { postgresProduction } from '../../adapters/readings/queries.js';
import { startSumsWorker } from '../../adapters/readings/sums/worker.js';
import { testDatabase } from './database.js';
import { assignmentsDirectory, createAssignments, type AssignmentRow } from './readings.js';

type Teardown = Parameters<typeof testDatabase>[0] & { teardown(handler: () => Promise<unknown>): unknown };

/** Intake, sums and numbers over a database of their own, with devices that stand in places. */
export async function readingsRoom(t: Teardown, assignments: readonly AssignmentRow[] = []) {
  const { pool, leases } = await testDatabase(t);
  await createAssignments(pool, assignments);
  const intake = postgresIntake({ pool, directory: assignmentsDirectory(pool) });
  /** What the worker met; tests end by looking whether there is nothing. */
  const errors: unknown[] = [];
  const worker = startSumsWorker({ pool, leases, intake, onError: (error) => errors.push(error) });
  t.teardown(async () => {
    await worker.stop();
    await intake.close();
  });
  return { pool, leases, intake, worker, errors, production: postgresProduction(pool) };
}
