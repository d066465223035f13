import type pg from 'pg';

/**
 * Locks that one connection holds over all processes. They end with the connection, so that a killed process gives them
 * back; the server ends it too when it hears nothing for 5 s, because the process is frozen or cut off. Names are shared by everybody who uses the database: `follower/plants`, `rebuild/plants`, `sums`.
 */
type LockSession = {
  readonly client: pg.PoolClient;
  /** Aborted when the connection breaks: from then on somebody else may hold the locks. */
  readonly lost: AbortSignal;
  /** Takes the lock of this name unless another session has it; true when it is ours. */
  tryLock(name: string): Promise<boolean>;
  unlock(name: string): Promise<void>;
  /** True until the lock is given back or the connection is lost. */
  holds(name: string): boolean;
  /** Gives back the connection and, a moment later, all locks. */
  close(): void;
};

const silenceMs = 5_000;
const beatMs = 1_000;

const key = 'hashtextextended($1::text, 0)';

/** Takes a connection out of the pool for locks. */
export async function openLockSession(pool: pg.Pool): Promise<LockSession> {
  const client = await pool.connect();
  const lost = new AbortController();
  const held = new Set<string>();
  let reusable = true;
  const onLost = () => lost.abort();
  client.on('error', onLost);
  client.on('end', onLost);
  let beat: NodeJS.Timeout | null = null;
  async function giveSignsOfLife(): Promise<void> {
    if (beat !== null) return;
    await client.query(`set idle_session_timeout = '${silenceMs}ms'`);
    // One that fails is heard of as a lost connection.
    beat = setInterval(() => void client.query('select 1').catch(onLost), beatMs);
  }
  return {
    client,
    lost: lost.signal,
    async tryLock(name) {
      reusable = false;
      const { rows } = await client.query<{ locked: boolean }>(`select pg_try_advisory_lock(${key}) as locked`, [name]);
      if (rows[0]?.locked === true) {
        held.add(name);
        await giveSignsOfLife();
      }
      reusable = held.size === 0;
      return held.has(name);
    },
    async unlock(name) {
      held.delete(name);
      if (!lost.signal.aborted) await client.query(`select pg_advisory_unlock(${key})`, [name]);
    },
    holds: (name) => !lost.signal.aborted && held.has(name),
    close() {
      if (beat !== null) clearInterval(beat);
      if (!reusable || lost.signal.aborted) {
        // The listeners stay: a connection may report more than one error, and nobody else listens.
        client.release(true);
        return;
      }
      client.off('error', onLost);
      client.off('end', onLost);
      client.release();
    },
  };
}

/** Does work as the only one who holds the lock of this name; null, at once, when somebody else has it. */
export async function withLock<T>(
  pool: pg.Pool,
  name: string,
  work: (session: LockSession) => Promise<T>,
): Promise<{ readonly result: T } | null> {
  const session = await openLockSession(pool);
  try {
    if (!(await session.tryLock(name))) return null;
    try {
      return { result: await work(session) };
    } finally {
      await session.unlock(name);
    }
  } finally {
    session.close();
  }
}
