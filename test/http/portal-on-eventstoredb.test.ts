import { setTimeout as pause } from 'node:timers/promises';
import { sql } from 'kysely';
import t from 'tap';
import type { Db } from '../../adapters/database/port.js';
import { catalogue } from '../../adapters/event-log/catalogue.js';
import { openEventLog } from '../../adapters/event-log/event-log.js';
import { openPersonKeys } from '../../adapters/event-log/person-keys.js';
import { openPostgresEventStore } from '../../adapters/event-store/postgres/store.js';
import { accountsProjection } from '../../projections/accounts.js';
import { devicesProjection } from '../../projections/devices.js';
import { openProjections } from '../../projections/engine/engine.js';
import { grantsProjection } from '../../projections/grants.js';
import { licencesProjection } from '../../projections/licences.js';
import { plantsProjection } from '../../projections/plants.js';
import { copyLogCommand } from '../../scripts/operator/copy-log.js';
import { testDatabase } from '../support/database.js';
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

  const copy = await testDatabase(t);
  const output = { out: () => undefined, err: (text: string) => t.comment(text) };
  t.equal(await copyLogCommand(['--from', server.address, '--to', copy.url], output), 0);
  const { pool } = system.database;
  const store = openPostgresEventStore({ pool: copy.pool, connectionString: copy.url });
  t.teardown(() => store.close());
  const personKeys = openPersonKeys({ pool, masterKey: Buffer.alloc(32, 7) });
  const copied = openEventLog({ store, catalogue, personKeys });
  const projections = [accountsProjection, plantsProjection, grantsProjection, devicesProjection, licencesProjection];
  const rebuilt = openProjections({ ...copy, log: copied, projections });
  await rebuilt.start();
  t.teardown(() => rebuilt.stop());
  t.ok(await rebuilt.waitFor(await copied.head(), { timeoutMs: 20_000 }));
  for (const { name } of projections) {
    t.strictSame(await tablesOf(copy.db, name), await tablesOf(system.database.db, name), `${name}, out of the copy`);
  }
});

async function tablesOf(db: Db, schema: string): Promise<Readonly<Record<string, readonly unknown[]>>> {
  const { rows: tables } = await sql<{ name: string }>`
    select tablename as name from pg_tables where schemaname = ${schema} order by tablename`.execute(db);
  const contents: Record<string, readonly unknown[]> = {};
  for (const { name } of tables) {
    const { rows } = await sql<object>`select * from ${sql.id(schema, name)} as t order by t::text`.execute(db);
    contents[name] = rows.map(withoutPositions);
  }
  return contents;
}

/** They are those of the log. */
function withoutPositions(row: object): unknown {
  const text = JSON.stringify(row, (key, value: unknown) => {
    if (key === 'position') return undefined;
    return typeof value === 'bigint' ? String(value) : value;
  });
  return JSON.parse(text);
}
