import { setTimeout as pause } from 'node:timers/promises';
import pg from 'pg';
import t from 'tap';
import { openLeases } from '../../adapters/database/leases.js';
import { LeaseLost } from '../../adapters/database/port.js';
import { inTransaction } from '../../adapters/database/transaction.js';
import { testDatabase } from '../support/database.js';

t.test('leases', async (t) => {
  const { pool, leases: mine } = await testDatabase(t);
  const other = openLeases(pool);
  t.teardown(() => other.close());
  const expire = (name: string) =>
    pool.query(`update log.leases set expires_at = clock_timestamp() - interval '1 ms' where name = $1`, [name]);
  const takenBy = async (leases: typeof mine, name: string) => {
    while (!(await leases.acquire(name))) await pause(10);
  };

  await t.test('one holder at a time', async (t) => {
    t.ok(await mine.acquire('plants'));
    t.ok(await mine.acquire('plants'), 'as often as it likes');
    t.notOk(await other.acquire('plants'));
    t.notOk(other.holds('plants'));
    t.ok(await other.acquire('devices'), 'one does not stand for another');
    const crowd = Array.from({ length: 8 }, () => openLeases(pool));
    const winners = await Promise.all(crowd.map((leases) => leases.acquire('popular')));
    t.equal(winners.filter(Boolean).length, 1, 'also when many come at once');
    for (const leases of crowd) await leases.close();
  });

  await t.test('a holder that lives keeps its lease beyond its first term', async (t) => {
    const { rows } = await pool.query<{ expires_at: Date }>(`select expires_at from log.leases where name = 'plants'`);
    const firstTerm = rows[0]?.expires_at;
    const renewed = `select from log.leases where name = 'plants' and expires_at > $1`;
    while ((await pool.query(renewed, [firstTerm])).rowCount === 0) await pause(50);
    t.ok(mine.holds('plants'));
    t.notOk(await other.acquire('plants'));
  });

  await t.test('one that is not renewed is taken over, and its former holder can do nothing more', async (t) => {
    t.ok(await mine.acquire('sums'));
    await inTransaction(pool, (client) => mine.confirm(client, 'sums'));
    await expire('sums');
    await takenBy(other, 'sums');
    const late = inTransaction(pool, async (client) => {
      await client.query('create table written_too_late ()');
      await mine.confirm(client, 'sums');
    });
    await t.rejects(late, LeaseLost);
    t.notOk(mine.holds('sums'), 'it knows by then');
    t.equal((await pool.query(`select to_regclass('written_too_late') as found`)).rows[0]?.found, null);
  });

  await t.test('nobody takes over between the confirmation and the commit', async (t) => {
    t.ok(await mine.acquire('busy'));
    const order: string[] = [];
    let taking: Promise<void> = Promise.resolve();
    await expire('busy');
    await inTransaction(pool, async (client) => {
      await mine.confirm(client, 'busy');
      taking = takenBy(other, 'busy').then(() => void order.push('taken over'));
      order.push('commit');
    });
    await taking;
    t.strictSame(order, ['commit', 'taken over']);
  });

  await t.test('one may be given back before its time, and only by its holder', async (t) => {
    t.ok(await mine.acquire('released'));
    await other.release('released');
    t.notOk(await other.acquire('released'));
    await mine.release('released');
    t.notOk(mine.holds('released'));
    t.ok(await other.acquire('released'));
  });

  await t.test('and stays given back when the answer to its renewal comes late', async (t) => {
    let isHeldBack = false;
    let letThrough: () => void = () => undefined;
    const slow = {
      async query(text: string, values: unknown[]) {
        const answer = await pool.query(text, values);
        if (!text.includes('update log.leases') || isHeldBack) return answer;
        isHeldBack = true;
        return new Promise((resolve) => (letThrough = () => resolve(answer)));
      },
    };
    const leases = openLeases(slow as unknown as pg.Pool);
    t.teardown(() => leases.close());
    t.ok(await leases.acquire('renewed late'));
    while (!isHeldBack) await pause(10);
    await leases.release('renewed late');
    letThrough();
    await pause(50);
    t.notOk(leases.holds('renewed late'));
  });

  await t.test('who closes gives back at once', async (t) => {
    await mine.close();
    t.ok(await other.acquire('plants'));
    t.notOk(mine.holds('plants'));
    t.notOk(await mine.acquire('plants'), 'a closed one takes nothing more');
  });

  await t.test('a database that is away', async (t) => {
    const nowhere = new pg.Pool({ connectionString: 'postgres://postgres@127.0.0.1:1/postgres' });
    t.teardown(() => nowhere.end());
    const leases = openLeases(nowhere);
    await t.rejects(leases.acquire('a'), { code: 'ECONNREFUSED' });
    await t.rejects(leases.acquire('a'), { code: 'ECONNREFUSED' }, 'is asked again');
    await leases.close();
  });
});
