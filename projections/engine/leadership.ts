import type pg from 'pg';
import { openLockSession, type LockSession } from '../../adapters/database/locks.js';

/** Who of several processes runs a follower. Saves work; what keeps the tables right is the checkpoint's fence. */
export type Leadership = {
  /** Takes the lock of this name if nobody else has it; true when it is ours. */
  acquire(name: string): Promise<boolean>;
  holds(name: string): boolean;
  close(): Promise<void>;
};

/** The locks of all followers, on one connection of the pool; when it breaks, all are lost and can be taken again. */
export function openLeadership(pool: pg.Pool): Leadership {
  let session: LockSession | null = null;
  let turn: Promise<void> = Promise.resolve();

  function endSession(): void {
    session?.close();
    session = null;
  }

  async function tryLock(name: string): Promise<void> {
    if (session?.lost.aborted === true) endSession();
    session ??= await openLockSession(pool);
    try {
      await session.tryLock(lockOf(name));
    } catch (error) {
      endSession();
      throw error;
    }
  }

  /** One after another: a connection answers one question at a time. */
  function inTurn(step: () => Promise<void> | void): Promise<void> {
    turn = turn.then(step, step);
    return turn;
  }

  const holds = (name: string) => session?.holds(lockOf(name)) === true;
  return {
    holds,
    async acquire(name) {
      await inTurn(async () => {
        if (!holds(name)) await tryLock(name);
      });
      return holds(name);
    },
    close: () => inTurn(endSession),
  };
}

function lockOf(name: string): string {
  return `follower/${name}`;
}
