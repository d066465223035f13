import t from 'tap';
import { devicesChangedAfter, noteChangedAssignments } from '../../../adapters/readings/sums/reconcile.js';
import { inTransaction } from '../../../adapters/database/transaction.js';
import { testDatabase } from '../../support/database.js';
import { createAssignments } from '../../support/readings.js';

t.test('which devices are compared with the sums', async (t) => {
  const { pool } = await testDatabase(t);
  await createAssignments(pool);
  const many = 12_345;
  const fill = `insert into devices.assignments
    select 'D' || lpad(n::text, 6, '0'), gen_random_uuid(), gen_random_uuid(), 'Europe/Berlin', 10000, '-infinity', null, n
    from generate_series(1, $1::int) n`;
  await pool.query(fill, [many]);
  const portions = async (after: bigint) => {
    const found: (readonly string[])[] = [];
    for await (const portion of devicesChangedAfter(pool, after)) found.push(portion);
    return found;
  };
  const compare = async (after: bigint) => {
    let changed = 0;
    for await (const portion of devicesChangedAfter(pool, after)) {
      changed += (await inTransaction(pool, (client) => noteChangedAssignments(client, portion))).length;
    }
    return changed;
  };

  await t.test('all of them at first, in portions, each once', async (t) => {
    const all = await portions(0n);
    t.ok(all.length > 1);
    t.equal(new Set(all.flat()).size, many);
    t.equal(all.flat().length, many);
    t.equal(await compare(0n), many);
    t.equal(await compare(0n), 0, 'what was compared is as it was');
  });

  await t.test('those that changed later, however many stays they had', async (t) => {
    await pool.query(
      `insert into devices.assignments
        select serial_number, gen_random_uuid(), plant_id, time_zone, 10000, '2026-01-01', null, $1
        from devices.assignments where serial_number in ('D000007', 'D000009')`,
      [many + 1],
    );
    t.strictSame(await portions(BigInt(many)), [['D000007', 'D000009']]);
    t.equal(await compare(BigInt(many)), 2);
    t.strictSame(await portions(BigInt(many) + 1n), []);
  });

  await t.test('those that are gone from the tables, once these were built anew', async (t) => {
    await pool.query(`delete from devices.assignments where serial_number = 'D000007'`);
    t.equal(await compare(0n), 1);
    const left = await pool.query(`select from summed_assignments where serial_number = 'D000007'`);
    t.equal(left.rowCount, 0);
  });
});
