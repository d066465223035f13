import type pg from 'pg';
import { rest } from '../../adapters/rest.js';
import { readCheckpoints } from './checkpoints.js';
import { openFollowers, type Followers, type FollowersOptions } from './followers.js';
import type { Projection } from './projection.js';
import { RebuildRunning } from './rebuild-lock.js';
import { rebuildProjection, type RebuildContext, type RebuildReport } from './rebuild.js';
import { requireSchemaName } from './slots.js';
import { asFollower, prepare } from './tables.js';

type ProjectionsOptions = FollowersOptions & {
  /** For rebuilds, which need a connection of their own beside those that they work on. */
  readonly pool: pg.Pool;
  readonly projections: readonly Projection[];
  /** Told when tables of an older version were replaced. */
  readonly onRebuilt?: (report: RebuildReport) => void;
};

/**
 * Keeps read models up to date: creates what is missing, follows the log, and rebuilds in the background what has an
 * older version; until that is swapped in, the old tables go on serving and `status` tells the versions apart.
 */
export function openProjections(options: ProjectionsOptions): Followers {
  const { db, projections } = options;
  for (const { name } of projections) requireSchemaName(name);
  const stopping = new AbortController();
  const followers = openFollowers(
    options,
    projections.map((projection) => asFollower(projection)),
    async () => {
      for (const projection of projections) await prepare(db, projection);
    },
  );
  let upgrading: Promise<unknown> = Promise.resolve();
  return {
    ...followers,
    async start() {
      await followers.start();
      const context = { ...options, signal: stopping.signal };
      upgrading = Promise.all(projections.map((projection) => upgrade(context, projection)));
    },
    async stop() {
      stopping.abort();
      await upgrading;
      await followers.stop();
    },
  };
}

/** Tries until the tables have at least this version, here or in another process. */
async function upgrade(context: RebuildContext & ProjectionsOptions, projection: Projection): Promise<void> {
  const { db, signal, retryMs = 1_000, onTrouble, onRebuilt } = context;
  for (let failures = 0; !signal.aborted;) {
    try {
      const [live] = await readCheckpoints(db, [projection.name]);
      if (live === undefined || live.version >= projection.version) return;
      const report = await rebuildProjection(context, projection);
      onRebuilt?.(report);
    } catch (error) {
      if (signal.aborted) return;
      // Somebody else does it.
      if (!(error instanceof RebuildRunning)) {
        onTrouble?.(`rebuilding ${projection.name}`, error);
        failures = Math.min(6, failures + 1);
      }
      await rest(retryMs * 2 ** failures, signal);
    }
  }
}
