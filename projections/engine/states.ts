import type { Db } from '../../adapters/database/port.js';
import { isAhead, readCheckpoints, type Checkpoint } from './checkpoints.js';
import type { FollowedLog } from './port.js';
import type { Projection } from './projection.js';
import { checkpointOf, type Slot } from './slots.js';

export type SlotState = Omit<Checkpoint, 'name'>;

/** All tables of a projection, whoever works on them; asked for repeatedly it shows a rebuild going on. */
export type ProjectionState = {
  readonly name: string;
  /** That this release builds. */
  readonly version: number;
  /** End of the log: where all of them lead. */
  readonly head: bigint;
  readonly live: SlotState | null;
  /** The log is older than the live tables: they stand still until they are built anew. */
  readonly ahead: boolean;
  /** Being built, or left by a rebuild that was stopped. */
  readonly next: SlotState | null;
  /** Kept for going back. */
  readonly previous: SlotState | null;
};

export async function projectionStates(
  db: Db,
  log: FollowedLog,
  projections: readonly Projection[],
): Promise<readonly ProjectionState[]> {
  const slots = ['live', 'next', 'previous'] as const;
  const names = projections.flatMap(({ name }) => slots.map((slot) => checkpointOf(name, slot)));
  const checkpoints = new Map((await readCheckpoints(db, names)).map(({ name, ...state }) => [name, state]));
  const head = await log.head();
  return projections.map(({ name, version }) => {
    const state = (slot: Slot) => checkpoints.get(checkpointOf(name, slot)) ?? null;
    const live = state('live');
    const ahead = live !== null && isAhead(live, head);
    return { name, version, head, live, ahead, next: state('next'), previous: state('previous') };
  });
}
