import { sql } from 'kysely';
import type { Test } from 'tap';
import { openProjections } from '../../projections/engine/engine.js';
import type { Projection } from '../../projections/engine/projection.js';
import type { RebuildContext } from '../../projections/engine/rebuild.js';
import { projectionStates } from '../../projections/engine/states.js';
import { Counted } from './counting.js';
import { testLog } from './log.js';

/** A log of counters and the means to rebuild what is computed from it. */
export async function rebuildWorld(t: Test) {
  const world = await testLog(t, [Counted]);
  const { db, pool, leases, log } = world;
  const context: RebuildContext = { db, pool, log, signal: new AbortController().signal };
  return {
    world,
    context,
    /** Runs projections until the test ends, and waits until they have everything. */
    async following(t: Test, ...projections: readonly Projection[]) {
      const opened = openProjections({ db, pool, leases, log, projections, retryMs: 20 });
      t.teardown(() => opened.stop());
      await opened.start();
      await opened.waitFor(await log.head(), { timeoutMs: 10_000 });
      return opened;
    },
    async stateOf(projection: Projection) {
      const [state] = await projectionStates(db, log, [projection]);
      if (state === undefined) throw new Error('no state');
      return state;
    },
    async schemas(name: string): Promise<readonly string[]> {
      const { rows } = await sql<{ name: string }>`
        select nspname as name from pg_namespace where nspname like ${`${name}%`} order by 1`.execute(db);
      return rows.map((row) => row.name);
    },
  };
}
