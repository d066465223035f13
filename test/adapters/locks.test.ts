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

async function pidOf(own: pg.Pool): Promise<number | undefined> {
  const { rows } = await own.query<{ pid: number }>('select pg_backend_pid() as pid');
  return rows[0]?.pid;
}
