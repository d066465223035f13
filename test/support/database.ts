import { randomUUID } from 'node:crypto';
import pg from 'pg';
import { openDatabase, type Database } from '../../adapters/database/database.js';
import { openLeases } from '../../adapters/database/leases.js';
import { migrate } from '../../adapters/database/migrate.js';
import type { Leases } from '../../adapters/database/port.js';
import { testServerUrl } from './postgres-server.js';

type Teardown = { teardown(handler: () => Promise<void>): unknown };

/** A migrated database of its own for one test file, dropped when the test ends. `leases` are those of this process. */
export async function testDatabase(t: Teardown): Promise<Database & { readonly url: string; readonly leases: Leases }> {
  const serverUrl = await testServerUrl();
  const name = `test_${randomUUID().replaceAll('-', '')}`;
  await asAdmin(serverUrl, `create database ${name} template template0 encoding 'UTF8' locale 'C'`);
  const url = new URL(serverUrl);
  url.pathname = `/${name}`;
  const database = openDatabase(url.href);
  await migrate(database.db);
  const leases = openLeases(database.pool);
  t.teardown(async () => {
    await leases.close();
    await database.close();
    await asAdmin(serverUrl, `drop database if exists ${name} with (force)`);
  });
  return { ...database, url: url.href, leases };
}

async function asAdmin(serverUrl: string, statement: string): Promise<void> {
  const client = new pg.Client({ connectionString: serverUrl });
  await client.connect();
  try {
    await client.query(statement);
  } finally {
    await client.end();
  }
}
