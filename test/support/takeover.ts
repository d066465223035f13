import { setTimeout as pause } from 'node:timers/promises';
import type { Test } from 'tap';
import { testDatabase } from './database.js';
import { cable } from './half-open.js';
import { node, type Node } from './nodes.js';
import { newOwner, newPlant } from './owner.js';

/** Lets the worker that leads vanish: another one goes on, and the first does no harm when it comes back. */
export async function takeover(t: Test, vanish: (worker: Node, pull: () => void) => unknown): Promise<void> {
  const { url, pool } = await testDatabase(t);
  const { url: byCable, pull } = await cable(t, url);
  const web = await node(t, 'web', 'web', url);
  const first = await node(t, 'first', 'worker', byCable);
  const second = await node(t, 'second', 'worker', url);
  await Promise.all([web.start(), first.start()]);
  const owner = await newOwner(web.url);
  const plantId = await newPlant(owner);
  await second.start();
  const holders = async () =>
    (await pool.query<{ holder: string }>('select distinct holder::text from log.leases')).rows.map(
      (row) => row.holder,
    );
  const [firstHolder] = await holders();

  const happenedAt = performance.now();
  await vanish(first, pull);
  t.equal((await owner.call('PATCH', `/plants/${plantId}`, { name: 'Danach' })).status, 200);
  while ((await owner.call('GET', `/plants/${plantId}`)).body.name !== 'Danach') await pause(20);
  t.comment(`taken over after ${Math.round(performance.now() - happenedAt)} ms`);
  while ((await holders()).includes(firstHolder ?? '')) await pause(20);
  t.equal((await holders()).length, 1, 'by the other worker, all of it');
  t.comment(`all of it after ${Math.round(performance.now() - happenedAt)} ms`);

  first.thaw();
  for (let n = 1; n <= 20; n++) await owner.call('PATCH', `/plants/${plantId}`, { name: `Name ${n}` });
  t.equal((await owner.call('GET', `/plants/${plantId}`)).body.name, 'Name 20');
  const { rows } = await pool.query('select name from log.checkpoints where failed_position is not null');
  t.strictSame(rows, []);
  t.notOk((await holders()).includes(firstHolder ?? ''), 'who wakes up leads nothing');
}
