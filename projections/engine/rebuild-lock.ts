import type pg from 'pg';

/** Another process, or another part of this one, rebuilds this projection just now. */
export class RebuildRunning extends Error {
  override readonly name = 'RebuildRunning';
}

type Lockable = { readonly pool: pg.Pool; readonly signal: AbortSignal };

/**
 * Does work on the side tables of a projection as the only one in the cluster: a session lock on a connection of its
 * own, which a killed process gives back. When that connection breaks the work is aborted. Throws `RebuildRunning`.
 */
export async function withRebuildLock<C extends Lockable, T>(
  context: C,
  name: string,
  work: (context: C) => Promise<T>,
): Promise<T> {
  const lost = new AbortController();
  const client = await context.pool.connect();
  const onLost = () => lost.abort();
  client.on('error', onLost);
  client.on('end', onLost);
  const key = `hashtextextended('rebuild/' || $1::text, 0)`;
  let isUsable = false;
  try {
    const { rows } = await client.query<{ locked: boolean }>(`select pg_try_advisory_lock(${key}) as locked`, [name]);
    if (rows[0]?.locked !== true) {
      isUsable = true;
      throw new RebuildRunning(`${name} is being rebuilt already`);
    }
    try {
      return await work({ ...context, signal: AbortSignal.any([context.signal, lost.signal]) });
    } finally {
      if (!lost.signal.aborted) {
        await client.query(`select pg_advisory_unlock(${key})`, [name]);
        isUsable = true;
      }
    }
  } catch (error) {
    if (lost.signal.aborted) throw new Error(`the lock on rebuilding ${name} was lost`, { cause: error });
    throw error;
  } finally {
    client.off('error', onLost);
    client.off('end', onLost);
    // A connection in doubt is closed, which gives the lock back.
    client.release(!isUsable);
  }
}
