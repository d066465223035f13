import { once } from 'node:events';
import pg from 'pg';
import t from 'tap';
import { openLeadership } from '../../../projections/engine/leadership.js';
import { testDatabase } from '../../support/database.js';

t.test('the locks of a process', async (t) => {
  const { pool, url } = await testDatabase(t);
  const mine = openLeadership(pool);
  const other = openLeadership(pool);
  t.ok(await mine.acquire('plants'));
  t.ok(await mine.acquire('plants'), 'as often as it likes');
  t.notOk(await other.acquire('plants'), 'one at a time');
  t.ok(await other.acquire('devices'), 'one does not stand for another');

  await t.test('a connection that ended late takes nothing from the one that followed it', async (t) => {
    const own = new pg.Pool({ connectionString: url });
    t.teardown(() => own.end());
    own.on('error', () => undefined);
    const leadership = openLeadership(own);
    const first = once(own, 'connect') as Promise<[pg.PoolClient]>;
    t.ok(await leadership.acquire('a'));
    const [client] = await first;
    const ended = new Promise((resolve) => client.once('end', resolve));
    // Between `error` and `end`, as another follower does that is just about to try.
    const next = new Promise<boolean>((resolve, reject) => {
      client.once('error', () => setImmediate(() => leadership.acquire('b').then(resolve, reject)));
    });
    await terminate(pool, client);
    t.ok(await next);
    await ended;
    client.emit('end');
    t.ok(leadership.holds('b'), 'the new session stands');
    t.notOk(leadership.holds('a'), 'what the old one held is gone');
    t.ok(await acquired(() => leadership.acquire('a')), 'and can be taken again');
    await leadership.close();
    t.notOk(leadership.holds('a'));
  });

  await t.test('a database that is away', async (t) => {
    const nowhere = new pg.Pool({ connectionString: 'postgres://postgres@127.0.0.1:1/postgres' });
    t.teardown(() => nowhere.end());
    const leadership = openLeadership(nowhere);
    await t.rejects(leadership.acquire('a'), { code: 'ECONNREFUSED' });
    await t.rejects(leadership.acquire('a'), { code: 'ECONNREFUSED' }, 'is asked again');
    await leadership.close();
  });

  await mine.close();
  t.ok(await acquired(() => other.acquire('plants')), 'a closed one lets go');
  await other.close();
});

async function terminate(pool: pg.Pool, client: pg.PoolClient): Promise<void> {
  const { processID } = client as pg.PoolClient & { readonly processID: number };
  await pool.query('select pg_terminate_backend($1)', [processID]);
}

/** The server notices a closed connection a moment later. */
async function acquired(attempt: () => Promise<boolean>): Promise<boolean> {
  const deadline = Date.now() + 10_000;
  while (!(await attempt())) if (Date.now() > deadline) return false;
  return true;
}
