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
      upgrading = upgradeAll(context, projections);
    },
    async stop() {
      stopping.abort();
      await upgrading;
      await followers.stop();
    },
  };
}

/**
 * Tries until all tables have at least their version, here or in another process. One after the other, because each
 * rebuild takes several connections; one that cannot be done comes again after all others.
 */
async function upgradeAll(
  context: RebuildContext & ProjectionsOptions,
  projections: readonly Projection[],
): Promise<void> {
  const { signal, retryMs = 1_000 } = context;
  let failures = 0;
  for (let left = projections; ;) {
    const later: Projection[] = [];
    let hasFailed = false;
    for (const projection of left) {
      const outcome = signal.aborted ? 'stopped' : await upgrade(context, projection);
      if (outcome === 'stopped') return;
      if (outcome !== 'done') later.push(projection);
      hasFailed ||= outcome === 'failed';
    }
    if (later.length === 0) return;
    if (hasFailed) failures = Math.min(6, failures + 1);
    await rest(retryMs * 2 ** failures, signal);
    left = later;
  }
}

/** `elsewhere`: another process does it just now. */
async function upgrade(
  context: RebuildContext & ProjectionsOptions,
  projection: Projection,
): Promise<'done' | 'elsewhere' | 'failed' | 'stopped'> {
  const { db, signal, onTrouble, onRebuilt } = context;
  try {
    const [live] = await readCheckpoints(db, [projection.name]);
    if (live === undefined || live.version >= projection.version) return 'done';
    const report = await rebuildProjection(context, projection);
    onRebuilt?.(report);
    return 'done';
  } catch (error) {
    if (signal.aborted) return 'stopped';
    if (error instanceof RebuildRunning) return 'elsewhere';
    onTrouble?.(`rebuilding ${projection.name}`, error);
    return 'failed';
  }
}
