// Rebuilds the projection `counting` of a database, slowly, until somebody kills it.
import { randomBytes } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import { openDatabase } from '../../adapters/database/database.js';
import { openEventLog } from '../../adapters/event-log/event-log.js';
import { openPersonKeys } from '../../adapters/event-log/person-keys.js';
import { openPostgresEventStore } from '../../adapters/event-store/postgres/store.js';
import { rebuildProjection } from '../../projections/engine/rebuild.js';
import { counting, Counted } from './counting.js';

const url = process.argv[2] ?? '';
const { db, pool } = openDatabase(url);
const store = openPostgresEventStore({ pool, connectionString: url });
const personKeys = openPersonKeys({ pool, masterKey: randomBytes(32) });
const log = openEventLog({ store, catalogue: [Counted], personKeys });
const projection = counting('killed', { version: 2 });
const slowly: typeof projection = {
  ...projection,
  async apply(tx, events) {
    await projection.apply(tx, events);
    await pause(20);
  },
};
await rebuildProjection({ db, pool, log, signal: new AbortController().signal, batchSize: 10 }, slowly);
