import { setTimeout as pause } from 'node:timers/promises';
import type { Checkpoint } from './checkpoints.js';

const pollMs = 20;

/** How far the followers have come, here and in other processes. */
type Progress = {
  advance(name: string, position: bigint): void;
  /** True when all of these have passed the position or are not to be waited for, false when time ran out. */
  waitFor(position: bigint, names: readonly string[], timeoutMs: number): Promise<boolean>;
};

type Waiter = {
  readonly position: bigint;
  readonly names: readonly string[];
  readonly resolve: (passed: boolean) => void;
};

/**
 * Knows at once what runs in this process; for the rest, one look at the checkpoints every 20 ms, while anybody waits,
 * serves all who wait.
 */
export function openProgress(
  read: (names: readonly string[]) => Promise<readonly Checkpoint[]>,
  standsStill: (checkpoint: Checkpoint) => boolean,
): Progress {
  const positions = new Map<string, bigint>();
  const waiting = new Set<Waiter>();
  let isLooking = false;

  const hasPassed = (name: string, position: bigint) => (positions.get(name) ?? -1n) >= position;

  function settle(waiters: Iterable<Waiter>, isDone: (waiter: Waiter, name: string) => boolean): void {
    for (const waiter of [...waiters]) {
      if (waiter.names.every((name) => isDone(waiter, name))) finish(waiter, true);
    }
  }

  function finish(waiter: Waiter, passed: boolean): void {
    waiting.delete(waiter);
    waiter.resolve(passed);
  }

  async function lookWhileAnybodyWaits(): Promise<void> {
    isLooking = true;
    while (waiting.size > 0) {
      await pause(pollMs);
      // Whoever comes during the look is not served by it: it may be older than what they wait for.
      await look([...waiting]);
    }
    isLooking = false;
  }

  async function look(waiters: readonly Waiter[]): Promise<void> {
    if (waiters.length === 0) return;
    try {
      const found = await read([...new Set(waiters.flatMap(({ names }) => names))]);
      const checkpoints = new Map(found.map((checkpoint) => [checkpoint.name, checkpoint]));
      settle(waiters, ({ position }, name) => {
        const checkpoint = checkpoints.get(name);
        if (hasPassed(name, position)) return true;
        return checkpoint !== undefined && (checkpoint.position >= position || standsStill(checkpoint));
      });
    } catch {
      // What they wait for has happened; that nobody can see how far the pages are is no failure of it. Time runs out.
    }
  }

  return {
    advance(name, position) {
      positions.set(name, position);
      settle(waiting, (waiter, wanted) => hasPassed(wanted, waiter.position));
    },
    async waitFor(position, names, timeoutMs) {
      if (names.every((name) => hasPassed(name, position))) return true;
      return new Promise((resolve) => {
        const waiter: Waiter = {
          ...{ position, names },
          resolve(passed) {
            clearTimeout(timer);
            resolve(passed);
          },
        };
        const timer = setTimeout(() => finish(waiter, false), timeoutMs);
        waiting.add(waiter);
        if (!isLooking) void lookWhileAnybodyWaits();
      });
    },
  };
}
