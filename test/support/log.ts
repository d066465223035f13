import { randomBytes } from 'node:crypto';
import { openEventLog, type OpenEventLog } from '../../adapters/event-log/event-log.js';
import { openPersonKeys, type PersonKeys } from '../../adapters/event-log/person-keys.js';
import { openPostgresEventStore } from '../../adapters/event-store/postgres/store.js';
import type { EventStore } from '../../adapters/event-store/port.js';
import type { StreamHead } from '../../commands/ports.js';
import type { Database } from '../../adapters/database/database.js';
import type { Leases } from '../../adapters/database/port.js';
import type { EventDefinition } from '../../domain/kernel/event.js';
import { testDatabase } from './database.js';

export type TestLog = Database & {
  readonly url: string;
  readonly leases: Leases;
  readonly store: EventStore;
  readonly personKeys: PersonKeys;
  readonly log: OpenEventLog;
};

/** Where a stream stands in the store, whether its events can be read or not. */
export async function streamHead(store: EventStore, streamId: string): Promise<StreamHead> {
  const [last] = (await store.readStream(streamId, { direction: 'backwards', maxCount: 1 })) ?? [];
  return last === undefined
    ? { revision: 'no_stream', hash: null }
    : { revision: last.revision, hash: last.metadata.hash ?? null };
}

/** A database of its own with an open event log over this catalogue; all closed when the test ends. */
export async function testLog(
  t: { teardown(handler: () => Promise<void>): unknown },
  catalogue: readonly EventDefinition[],
): Promise<TestLog> {
  const database = await testDatabase(t);
  const store = openPostgresEventStore({ pool: database.pool, connectionString: database.url });
  t.teardown(() => store.close());
  const personKeys = openPersonKeys({ pool: database.pool, masterKey: randomBytes(32) });
  return { ...database, store, personKeys, log: openEventLog({ store, catalogue, personKeys }) };
}
