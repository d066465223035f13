import { openDatabase, type Database } from '../../adapters/database/database.js';
import { openLeases } from '../../adapters/database/leases.js';
import type { Leases } from '../../adapters/database/port.js';
import { createDatabase, dropDatabase } from './databases.js';
import { testServerUrl, testTemplate } from './postgres-server.js';

type Teardown = { teardown(handler: () => Promise<void>): unknown };

/** A migrated database of its own for one test file, dropped when the test ends. `leases` are those of this process. */
export async function testDatabase(t: Teardown): Promise<Database & { readonly url: string; readonly leases: Leases }> {
  const serverUrl = testServerUrl();
  const { name, url } = await createDatabase(serverUrl, testTemplate());
  const database = openDatabase(url);
  const leases = openLeases(database.pool);
  t.teardown(async () => {
    await leases.close();
    await database.close();
    await dropDatabase(serverUrl, name);
  });
  return { ...database, url, leases };
}
