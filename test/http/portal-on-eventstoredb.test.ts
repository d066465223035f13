import { setTimeout as pause } from 'node:timers/promises';
import t from 'tap';
import { openMemoryLog } from '../support/eventstoredb/memory-log.js';
import { startDouble } from '../support/eventstoredb/server.js';
import { callJson, newOwner, newPlant } from '../support/owner.js';
import { testPortal } from '../support/portal.js';

t.test('the whole portal on EventStoreDB', async (t) => {
  const log = openMemoryLog();
  const server = await startDouble(t, log);
  const { url, system } = await testPortal(t, { EVENT_STORE: server.address });

  const owner = await newOwner(url);
  const plantId = await newPlant(owner, { name: 'Scheune Süd' });
  const read = await owner.call('GET', `/plants/${plantId}`);
  t.match(
    [read.status, read.body],
    [200, { id: plantId, name: 'Scheune Süd' }],
    'what was written is read back at once',
  );
  t.ok(log.stream(`plant-${plantId}`).length > 0, 'and stands in that log');
  const { rows } = await system.database.pool.query<{ count: bigint }>('select count(*) from log.events');
  t.equal(rows[0]?.count, 0n, 'and in no other');

  await server.kill();
  const renaming = owner.call('PATCH', `/plants/${plantId}`, { name: 'Scheune Nord' });
  await pause(50);
  await server.start();
  t.equal((await renaming).status, 200, 'a wish outlasts a restart of the server');
  t.equal((await owner.call('GET', `/plants/${plantId}`)).body.name, 'Scheune Nord');

  // Longer than any page of the log that is looked at: what no read model wants.
  for (let n = 0; n < 50; n++) {
    const data = new TextEncoder().encode('{}');
    const event = { id: crypto.randomUUID(), type: 'Foreign', contentType: 'application/json', data, metadata: data };
    log.append(`elsewhere-${n}`, [event], 'no_stream');
  }
  const end = log.all.at(-1)?.position ?? 0n;
  t.ok(await system.readModels.waitFor(end, { timeoutMs: 5_000 }), 'read models pass over what is not for them');
  t.equal(await system.readModels.lag(), 0n);
  t.equal((await callJson(`${url}/readyz`, 'GET')).status, 200);
});
