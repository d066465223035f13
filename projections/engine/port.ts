import type { LoggedEvent } from './projection.js';

/** The log as followers read it: decoded. */
export type FollowedLog = {
  /**
   * Batches after a position for ever; ends when `signal` aborts. Throws `UndecodableEvent` when the next event cannot be
   * read; everything before it has been yielded.
   */
  follow(options: FollowOptions): AsyncIterable<FollowedBatch>;
  head(): Promise<bigint>;
};

/**
 * What an event of a type that only a newer release knows means to a follower: `skip` it, when the newer release builds
 * its tables anew, or `stop` before it, when nobody would come back to it.
 */
export type UnknownTypes = 'skip' | 'stop';

export type FollowOptions = {
  /** Exclusive. */
  readonly after: bigint;
  readonly prefixes: readonly string[];
  readonly batchSize: number;
  readonly unknown: UnknownTypes;
  readonly signal: AbortSignal;
};

export type FollowedBatch = {
  readonly events: readonly LoggedEvent[];
  /** The checkpoint that belongs to what these events changed. */
  readonly position: bigint;
  readonly caughtUp: boolean;
};

/** An event that this release cannot read: a follower must stop before it, never skip it. */
export class UndecodableEvent extends Error {
  override readonly name = 'UndecodableEvent';
  constructor(
    readonly position: bigint,
    readonly type: string,
    readonly reason: string,
  ) {
    super(`${type} at position ${position} cannot be read: ${reason}`);
  }
}
