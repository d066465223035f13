import { setMaxListeners } from 'node:events';
import type { Leases, Db } from '../../adapters/database/port.js';
import { isAhead, readCheckpoints, type Checkpoint } from './checkpoints.js';
import { runFollower, type Follower } from './follower.js';
import type { FollowedLog } from './port.js';
import { openProgress } from './progress.js';

export type FollowerStatus = {
  readonly name: string;
  /** Of the tables that are live. */
  readonly version: number;
  /** That this release builds; while it is the larger one, the release cannot be sure of its tables. */
  readonly wantedVersion: number;
  /** Everything up to here has been applied. */
  readonly position: bigint;
  /** Positions between the head of the log and the checkpoint. */
  readonly lag: bigint;
  /** The event that stopped it. */
  readonly failure: { readonly position: bigint; readonly reason: string } | null;
  /** The log is older than what was applied: it stands still until it is built anew. */
  readonly ahead: boolean;
};

export type Followers = {
  /** Prepares what is new. Enough where another process follows the log. */
  prepare(): Promise<void>;
  /** Prepares what is new, then follows the log in the background. */
  start(): Promise<void>;
  /** Finishes the batches under way. */
  stop(): Promise<void>;
  /**
   * True when all (or the named ones) have passed the position, false when time ran out (default 2 s). One that failed
   * or has tables of an older version is not waited for. Works for those that another process runs, too.
   */
  waitFor(
    position: bigint,
    options?: { readonly timeoutMs?: number; readonly names?: readonly string[] },
  ): Promise<boolean>;
  /** As the database knows it, whoever runs them. */
  status(): Promise<readonly FollowerStatus[]>;
  /** The largest lag of all, in positions. */
  lag(): Promise<bigint>;
};

export type FollowersOptions = {
  readonly db: Db;
  readonly log: FollowedLog;
  /** Among the processes that run the same followers, the holder of a lease runs the one that it is for. */
  readonly leases: Leases;
  /** Told about everything that keeps a follower from going on; it goes on trying. */
  readonly onTrouble?: (name: string, error: unknown) => void;
  /** First pause after a failure, default 1 s. */
  readonly retryMs?: number;
};

/** Runs followers of the log: one runner each over all processes, a failing one alone. */
export function openFollowers(
  options: FollowersOptions,
  followers: readonly Follower[],
  prepare: () => Promise<void>,
): Followers {
  const { db, log, leases, onTrouble = () => undefined, retryMs = 1_000 } = options;
  const names = followers.map(({ name }) => name);
  if (new Set(names).size < names.length) throw new TypeError('two followers of the log have one name');
  const versions = new Map(followers.map(({ name, version }) => [name, version]));
  // Tables of an older version move only while an older release runs somewhere.
  const standsStill = ({ name, version, failure }: Checkpoint) =>
    failure !== null || version < (versions.get(name) ?? 0);
  const progress = openProgress((wanted) => readCheckpoints(db, wanted), standsStill);
  const stopping = new AbortController();
  // Every follower listens, and there are as many as the release has.
  setMaxListeners(0, stopping.signal);
  let running: Promise<unknown> = Promise.resolve();

  async function status(): Promise<readonly FollowerStatus[]> {
    const checkpoints = await readCheckpoints(db, names);
    const head = await log.head();
    return followers.map(({ name, version }) => {
      const found = checkpoints.find((checkpoint) => checkpoint.name === name);
      const position = found?.position ?? 0n;
      const lag = head > position ? head - position : 0n;
      const failure = found?.failure ?? null;
      const ahead = isAhead({ position, failure }, head);
      return { name, version: found?.version ?? version, wantedVersion: version, position, lag, failure, ahead };
    });
  }

  return {
    prepare,
    async start() {
      await prepare();
      const { signal } = stopping;
      const context = { db, log, leases, onProgress: progress.advance, onTrouble, signal, retryMs };
      running = Promise.all(followers.map((follower) => runFollower(context, follower)));
    },
    async stop() {
      stopping.abort();
      await running;
    },
    waitFor: (position, { timeoutMs = 2_000, names: wanted = names } = {}) =>
      progress.waitFor(position, wanted, timeoutMs),
    status,
    async lag() {
      return (await status()).reduce((largest, { lag }) => (lag > largest ? lag : largest), 0n);
    },
  };
}
