import type pg from 'pg';

/** Runs statements in one transaction on a connection of the pool; throws and leaves nothing, or commits. */
export async function inTransaction<T>(pool: pg.Pool, work: (client: pg.PoolClient) => Promise<T>): Promise<T> {
  const client = await pool.connect();
  let isCommitted = false;
  try {
    const result = await throughCommit(client, () => work(client));
    isCommitted = true;
    return result;
  } finally {
    // Closing the connection undoes all, without another question to a server that may not have answered the last one.
    client.release(!isCommitted);
  }
}

/** The same on a connection that the caller has and keeps. */
export async function inTransactionOf<T>(client: pg.ClientBase, work: () => Promise<T>): Promise<T> {
  try {
    return await throughCommit(client, work);
  } catch (error) {
    await client.query('rollback');
    throw error;
  }
}

/** Waits until no other transaction holds the lock of this name; from then on this one holds it, until it ends. */
export async function lockUntilEnd(client: pg.ClientBase, name: string): Promise<void> {
  await client.query('select pg_advisory_xact_lock(hashtextextended($1::text, 0))', [name]);
}

async function throughCommit<T>(client: pg.ClientBase, work: () => Promise<T>): Promise<T> {
  await client.query('begin isolation level read committed');
  const result = await work();
  const { command } = await client.query('commit');
  // After an error that `work` kept to itself the server answers with a rollback, and calls it a success.
  if (command !== 'COMMIT') throw new TypeError(`the transaction ended in ${command}`);
  return result;
}
