import type pg from 'pg';
import { isDatabaseAway } from '../database/port.js';

/** Runs statements in one transaction; throws and leaves nothing, or commits. */
export async function inTransaction<T>(pool: pg.Pool, work: (client: pg.PoolClient) => Promise<T>): Promise<T> {
  const client = await pool.connect();
  let broken: Error | undefined;
  try {
    await client.query('begin');
    const result = await work(client);
    await client.query('commit');
    return result;
  } catch (error) {
    // A server that did not answer would not answer this either: the connection is closed, which undoes all.
    if (isDatabaseAway(error)) broken = error as Error;
    else await client.query('rollback').catch((rollbackError: Error) => (broken = rollbackError));
    throw error;
  } finally {
    client.release(broken);
  }
}
