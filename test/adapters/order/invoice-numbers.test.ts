import t from 'tap';
import { openDatabase } from '../../../adapters/database/database.js';
import { invoiceNumbers } from '../../../adapters/order/invoice-numbers.js';
import { testDatabase } from '../../support/database.js';

const { url, pool } = await testDatabase(t);
const otherNode = openDatabase(url);
t.teardown(() => otherNode.close());
const [here, there] = [invoiceNumbers(pool), invoiceNumbers(otherNode.pool)];

t.test('numbers have no gaps, whoever asks and however often', async (t) => {
  const keys = Array.from({ length: 60 }, (_, n) => `invoice/${n}`);
  const asked = keys.flatMap((key) => [here(key, '2026-11-28'), there(key, '2026-11-28')]);
  const numbers = await Promise.all(asked);
  const wanted = keys.map((_, n) => `2026-${String(n + 1).padStart(6, '0')}`);
  t.strictSame(
    [...new Set(numbers)].toSorted(),
    wanted,
    'two nodes that ask for the same documents get one number each',
  );
  for (let n = 0; n < numbers.length; n += 2) t.equal(numbers[n], numbers[n + 1]);
});

t.test('a process that dies while it asks leaves nothing behind', async (t) => {
  const client = await pool.connect();
  await client.query('begin');
  await client.query("insert into invoice_numbers (document_key, year, number) values ('dying', 2026, 61)");
  const next = there('after', '2026-12-31');
  client.release(true);
  t.equal(await next, '2026-000061');
});

t.test('each year begins with one, and a document keeps its number', async (t) => {
  t.equal(await here('first of the year', '2027-01-01'), '2027-000001');
  t.equal(await here('invoice/0', '2027-01-02'), await there('invoice/0', '2026-11-28'));
});
