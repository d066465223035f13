import type pg from 'pg';

/** Who of several processes runs a follower. Saves work; what keeps the tables right is the checkpoint's fence. */
export type Leadership = {
  /** Takes the lock of this name if nobody else has it; true when it is ours. */
  acquire(name: string): Promise<boolean>;
  holds(name: string): boolean;
  close(): Promise<void>;
};

/** One connection and what it locked; both end together. */
type Session = { readonly client: Promise<pg.PoolClient>; readonly held: Set<string> };

/** Session advisory locks, all on one connection of the pool; when it breaks, all are lost and can be taken again. */
export function openLeadership(pool: pg.Pool): Leadership {
  let session: Session | null = null;
  let turn: Promise<void> = Promise.resolve();

  function open(): Session {
    const opened: Session = { client: pool.connect(), held: new Set() };
    opened.client.then(
      (client) => {
        const onLost = () => void endSession(opened);
        // Stays: a connection may report more than one error, and nobody else listens.
        client.on('error', onLost);
        client.once('end', onLost);
      },
      () => endSession(opened),
    );
    return opened;
  }

  /** Closes the connection, which releases its locks. One that is not the current one has ended before. */
  async function endSession(ended: Session): Promise<void> {
    if (session !== ended) return;
    session = null;
    await ended.client.then(
      (client) => client.release(true),
      () => undefined,
    );
  }

  async function tryLock(name: string): Promise<void> {
    const mine = (session ??= open());
    try {
      const client = await mine.client;
      const { rows } = await client.query<{ locked: boolean }>(
        `select pg_try_advisory_lock(hashtextextended('follower/' || $1::text, 0)) as locked`,
        [name],
      );
      if (rows[0]?.locked === true) mine.held.add(name);
    } catch (error) {
      await endSession(mine);
      throw error;
    }
  }

  const holds = (name: string) => session?.held.has(name) === true;
  return {
    holds,
    async acquire(name) {
      // One after another: a connection answers one question at a time.
      const tryOnce = async () => {
        if (!holds(name)) await tryLock(name);
      };
      turn = turn.then(tryOnce, tryOnce);
      await turn;
      return holds(name);
    },
    async close() {
      if (session !== null) await endSession(session);
    },
  };
}
