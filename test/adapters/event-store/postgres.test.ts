import t from 'tap';
import { openPostgresEventStore } from '../../../adapters/event-store/postgres/store.js';
import { testDatabase } from '../../support/database.js';
import { eventStoreContract } from '../../support/event-store.contract.js';

t.test('contract', async (t) => {
  await eventStoreContract(t, async (t) => {
    const { pool, url } = await testDatabase(t);
    const store = openPostgresEventStore({ pool, connectionString: url });
    t.teardown(() => store.close());
    return { store, openAnother: async () => openPostgresEventStore({ pool, connectionString: url }) };
  });
});
