import t from 'tap';
import { inTransaction, lockUntilEnd } from '../../adapters/database/transaction.js';
import { testDatabase } from '../support/database.js';

const { pool } = await testDatabase(t);
await pool.query('create table notes (text text primary key)');
const write = (text: string) => ({ text: 'insert into notes values ($1)', values: [text] });

async function notes(): Promise<readonly string[]> {
  const { rows } = await pool.query<{ text: string }>('select text from notes order by text');
  return rows.map(({ text }) => text);
}

t.afterEach(() => pool.query('truncate notes'));

t.test('all or nothing', async (t) => {
  const done = await inTransaction(pool, async (client) => {
    await client.query(write('a'));
    t.same(await notes(), [], 'nobody sees it before the end');
    return 'done';
  });
  t.equal(done, 'done');
  const failing = inTransaction(pool, async (client) => {
    await client.query(write('b'));
    throw new Error('no');
  });
  await t.rejects(failing, { message: 'no' });
  t.same(await notes(), ['a']);
});

t.test('a commit that was none is a failure', async (t) => {
  const hushed = inTransaction(pool, async (client) => {
    await client.query(write('a'));
    await client.query(write('a')).catch((error: { code: string }) => t.equal(error.code, '23505'));
  });
  await t.rejects(hushed, { message: 'the transaction ended in ROLLBACK' });
  t.same(await notes(), []);
});

t.test('a lock until the end keeps the next one waiting', async (t) => {
  const order: string[] = [];
  let second: Promise<unknown> = Promise.resolve();
  await inTransaction(pool, async (client) => {
    await lockUntilEnd(client, 'a');
    second = inTransaction(pool, async (other) => {
      await lockUntilEnd(other, 'a');
      order.push('second');
    });
    await somebodyWaits();
    order.push('first');
  });
  await second;
  t.same(order, ['first', 'second']);
});

async function somebodyWaits(): Promise<void> {
  const waiting = `select from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'`;
  while ((await pool.query(waiting)).rowCount !== 1);
}
