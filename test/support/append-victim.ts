// Appends to two streams in one batch of two round trips, and prints what came of it. Somebody may freeze it meanwhile.
import { openDatabase } from '../../adapters/database/database.js';
import { openPostgresEventStore } from '../../adapters/event-store/postgres/store.js';
import { newEvent } from './new-events.js';

const [url = '', ...streams] = process.argv.slice(2);
const { pool } = openDatabase(url);
const store = openPostgresEventStore({ pool, connectionString: url });
const results = await Promise.all(streams.map((stream) => store.append(stream, [newEvent({})], 'any')));
process.stdout.write(JSON.stringify(results.map(({ ok }) => ok)));
await store.close();
await pool.end();
