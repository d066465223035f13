import type pg from 'pg';

/** A way to run statements in one transaction. */
export type InTransaction = <T>(work: (client: pg.PoolClient) => Promise<T>) => Promise<T>;

/** Runs statements in one transaction on a connection of the pool; throws and leaves nothing, or commits. */
export function inTransaction<T>(pool: pg.Pool, work: (client: pg.PoolClient) => Promise<T>): Promise<T> {
  return transaction(pool, 'read committed', work);
}

/** Runs queries that all see the same moment. */
export function inSnapshot<T>(pool: pg.Pool, work: (client: pg.PoolClient) => Promise<T>): Promise<T> {
  return transaction(pool, 'repeatable read read only', work);
}

async function transaction<T>(
  pool: pg.Pool,
  isolation: 'read committed' | 'repeatable read read only',
  work: (client: pg.PoolClient) => Promise<T>,
): Promise<T> {
  const client = await pool.connect();
  let isCommitted = false;
  try {
    await client.query(`begin isolation level ${isolation}`);
    const result = await work(client);
    const { command } = await client.query('commit');
    // After an error that `work` kept to itself the server answers with a rollback, and calls it a success.
    if (command !== 'COMMIT') throw new TypeError(`the transaction ended in ${command}`);
    isCommitted = true;
    return result;
  } finally {
    // Closing the connection undoes all, without another question to a server that may not have answered the last one.
    client.release(!isCommitted);
  }
}

/** Waits until no other transaction holds the lock of this name; from then on this one holds it, until it ends. */
export async function lockUntilEnd(client: pg.ClientBase, name: string): Promise<void> {
  await client.query('select pg_advisory_xact_lock(hashtextextended($1::text, 0))', [name]);
}
