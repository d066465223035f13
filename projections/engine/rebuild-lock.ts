import type pg from 'pg';
import { withLock } from '../../adapters/database/locks.js';

/** Another process, or another part of this one, rebuilds this projection just now. */
export class RebuildRunning extends Error {
  override readonly name = 'RebuildRunning';
}

/** The connection that held the lock broke, so that the work was stopped where it stood. */
export class RebuildLockLost extends Error {
  override readonly name = 'RebuildLockLost';
}

type Lockable = { readonly pool: pg.Pool; readonly signal: AbortSignal };

/**
 * Does work on the side tables of a projection as the only one in the cluster: a session lock on a connection of its
 * own, which a killed or frozen process loses. When that connection breaks the work is aborted, and `lost` says that the
 * side tables may be another one's. Throws `RebuildRunning` and `RebuildLockLost`.
 */
export async function withRebuildLock<C extends Lockable, T>(
  context: C,
  name: string,
  work: (context: C & { readonly lost: AbortSignal }) => Promise<T>,
): Promise<T> {
  const locked = await withLock(context.pool, `rebuild/${name}`, async ({ lost }) => {
    try {
      return await work({ ...context, lost, signal: AbortSignal.any([context.signal, lost]) });
    } catch (error) {
      if (lost.aborted) throw new RebuildLockLost(`the lock on rebuilding ${name} was lost`, { cause: error });
      throw error;
    }
  });
  if (locked === null) throw new RebuildRunning(`${name} is being rebuilt already`);
  return locked.result;
}
