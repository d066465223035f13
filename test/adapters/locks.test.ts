import t from 'tap';
import type pg from 'pg';
import { openDatabase } from '../../adapters/database/database.js';
import { openLockSession, withLock } from '../../adapters/database/locks.js';
import { testDatabase } from '../support/database.js';

const { pool, url } = await testDatabase(t);

t.test('one at a time does the work of a lock', async (t) => {
  const inner = await withLock(pool, 'a', async () => {
    t.equal(await withLock(pool, 'a', () => Promise.resolve('late')), null, 'the second one is told at once');
    return withLock(pool, 'b', () => Promise.resolve('another name'));
  });
  t.same(inner, { result: { result: 'another name' } });
  t.same(await withLock(pool, 'a', () => Promise.resolve(1)), { result: 1 }, 'given back before the answer');
});

t.test('work that fails gives the lock back', async (t) => {
  await t.rejects(
    withLock(pool, 'a', () => Promise.reject(new Error('no'))),
    { message: 'no' },
  );
  t.same(await withLock(pool, 'a', () => Promise.resolve(1)), { result: 1 });
});

t.test('the work hears of a lost connection', async (t) => {
  await t.rejects(
    withLock(pool, 'a', async ({ client, lost, holds }) => {
      t.ok(holds('a'));
      const told = new Promise((resolve) => lost.addEventListener('abort', resolve));
      const { rows } = await client.query<{ pid: number }>('select pg_backend_pid() as pid');
      await pool.query('select pg_terminate_backend($1)', [rows[0]?.pid]);
      await told;
      t.notOk(holds('a'));
      throw new Error('stopped');
    }),
    { message: 'stopped' },
  );
  // The server tells the connection first and gives its locks back a moment later.
  while ((await withLock(pool, 'a', () => Promise.resolve())) === null);
});

t.test('only a connection without locks goes back into the pool', async (t) => {
  const own = openDatabase(url, { maxConnections: 1 });
  t.teardown(() => own.close());
  const before = await pidOf(own.pool);
  await withLock(pool, 'c', async () => {
    t.equal(await withLock(own.pool, 'c', () => Promise.resolve()), null);
  });
  t.equal(await pidOf(own.pool), before, 'asking for a lock that is taken costs no connection');
  const session = await openLockSession(own.pool);
  t.ok(await session.tryLock('c'));
  session.close();
  t.not(await pidOf(own.pool), before, 'a closed session takes its locks with it');
});

t.test('a holder gives signs of life, and one that gives none loses its locks', async (t) => {
  const session = await openLockSession(pool);
  t.teardown(() => session.close());
  t.ok(await session.tryLock('d'));
  const { rows } = await session.client.query<{ pid: number }>('select pg_backend_pid() as pid');
  const heardAt = async () => {
    const { rows: seen } = await pool.query<{ at: Date }>(
      'select query_start as at from pg_stat_activity where pid = $1',
      [rows[0]?.pid],
    );
    return seen[0]?.at.getTime();
  };
  const before = await heardAt();
  while ((await heardAt()) === before);
  t.notOk(session.lost.aborted, 'nothing was asked of it meanwhile');

  const told = new Promise((resolve) => session.lost.addEventListener('abort', resolve));
  // Less patience than there is between two signs of life: to the server the process is frozen now.
  await session.client.query(`set idle_session_timeout = '20ms'`);
  await told;
  while ((await withLock(pool, 'd', () => Promise.resolve())) === null);
});

async function pidOf(own: pg.Pool): Promise<number | undefined> {
  const { rows } = await own.query<{ pid: number }>('select pg_backend_pid() as pid');
  return rows[0]?.pid;
}
