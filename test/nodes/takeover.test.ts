import { setTimeout as pause } from 'node:timers/promises';
import t from 'tap';
import { testDatabase } from '../support/database.js';
import { cable } from '../support/half-open.js';
import { node, type Node } from '../support/nodes.js';
import { newOwner, newPlant } from '../support/owner.js';

/** Ways in which a worker vanishes. */
const accidents = {
  killed: async (worker: Node) => worker.kill(),
  frozen: async (worker: Node) => worker.freeze(),
  'cut off': async (_worker: Node, pull: () => void) => pull(),
};

for (const [name, happen] of Object.entries(accidents)) {
  t.test(`a worker that is ${name} is replaced, and does no harm afterwards`, async (t) => {
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
    await happen(first, pull);
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
  });
}
