import { openDatabase } from '../../../adapters/database/database.js';
import { migrate } from '../../../adapters/database/migrate.js';
import { openEventStoreDbStore } from '../../../adapters/event-store/eventstoredb/store.js';
import type { EventStore } from '../../../adapters/event-store/port.js';
import { openPostgresEventStore } from '../../../adapters/event-store/postgres/store.js';
import { openLogFile } from './log-file.js';
import type { Place, Run } from './port.js';

const pageSize = 1_000;

/** `postgres://…`, `esdb://…`, `esdb+discover://…`, `unix:…` (a socket of EventStoreDB), else a JSON-lines file. */
export async function openPlace(address: string, purpose: 'source' | 'target'): Promise<Place> {
  if (/^postgres(ql)?:/.test(address)) return openPostgres(address, purpose);
  if (/^(esdb(\+discover)?|unix):/.test(address)) {
    return ofStore(openEventStoreDbStore({ address }), writeOneByOne);
  }
  return openLogFile(address, purpose);
}

async function openPostgres(address: string, purpose: 'source' | 'target'): Promise<Place> {
  const { db, pool, close } = openDatabase(address);
  if (purpose === 'target') await migrate(db);
  const store = openPostgresEventStore({ pool, connectionString: address });
  const place = ofStore(store, writeTogether);
  return {
    ...place,
    async close() {
      await place.close();
      await close();
    },
  };
}

function ofStore(store: EventStore, write: (store: EventStore, runs: readonly Run[]) => Promise<void>): Place {
  return {
    async *read() {
      for (let after = 0n; ;) {
        const page = await store.readAll({ after, maxCount: pageSize });
        const last = page.at(-1);
        if (last === undefined) return;
        yield page;
        after = last.position;
      }
    },
    write: (runs) => write(store, runs),
    head: () => store.head(),
    close: () => store.close(),
  };
}

/** The order of the log is the order of the answers. */
async function writeOneByOne(store: EventStore, runs: readonly Run[]): Promise<void> {
  for (const run of runs) await writeRun(store, run);
}

/** The appender of PostgreSQL takes what it is given in order, and commits it together. */
async function writeTogether(store: EventStore, runs: readonly Run[]): Promise<void> {
  await Promise.all(runs.map((run) => writeRun(store, run)));
}

async function writeRun(store: EventStore, { streamId, events }: Run): Promise<void> {
  const first = events[0]?.revision ?? 0n;
  const bare = events.map(({ id, type, schemaVersion, data, metadata }) => ({
    id,
    type,
    schemaVersion,
    data,
    metadata,
  }));
  const result = await store.append(streamId, bare, first === 0n ? 'no_stream' : first - 1n);
  if (!result.ok) throw new Error(`${streamId}, revision ${first}: ${result.reason}`);
}
