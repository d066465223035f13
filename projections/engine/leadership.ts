import type pg from 'pg';

/** Who of several processes runs a follower. Saves work; what keeps the tables right is the checkpoint's fence. */
export type Leadership = {
  /** Takes the lock of this name if nobody else has it; true when it is ours. */
  acquire(name: string): Promise<boolean>;
  holds(name: string): boolean;
  close(): Promise<void>;
};

/** Session advisory locks, all on one connection of the pool; when it breaks, all are lost and can be taken again. */
export function openLeadership(pool: pg.Pool): Leadership {
  const held = new Set<string>();
  let session: Promise<pg.PoolClient> | null = null;
  let turn: Promise<void> = Promise.resolve();

  async function connect(): Promise<pg.PoolClient> {
    const client = await pool.connect();
    client.on('error', () => lose(client));
    client.on('end', () => lose(client));
    return client;
  }

  function lose(client: pg.PoolClient): void {
    if (session === null) return;
    held.clear();
    session = null;
    client.release(true);
  }

  async function tryLock(name: string): Promise<void> {
    session ??= connect();
    const mine = session;
    try {
      const { rows } = await (
        await mine
      ).query<{ locked: boolean }>(
        `select pg_try_advisory_lock(hashtextextended('follower/' || $1::text, 0)) as locked`,
        [name],
      );
      if (rows[0]?.locked === true && session === mine) held.add(name);
    } catch (error) {
      if (session === mine) {
        session = null;
        held.clear();
        await mine.then(
          (client) => client.release(true),
          () => undefined,
        );
      }
      throw error;
    }
  }

  return {
    holds: (name) => held.has(name),
    async acquire(name) {
      // One after another: a connection answers one question at a time.
      turn = turn.then(
        () => (held.has(name) ? undefined : tryLock(name)),
        () => tryLock(name),
      );
      await turn;
      return held.has(name);
    },
    async close() {
      const mine = session;
      session = null;
      held.clear();
      // Closing the connection releases its locks.
      if (mine !== null) (await mine).release(true);
    },
  };
}
