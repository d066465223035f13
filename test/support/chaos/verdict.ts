import { inspect } from 'node:util';
import type { Test } from 'tap';
import { setTimeout as pause } from 'node:timers/promises';
import { openDatabase, type Database } from '../../../adapters/database/database.js';
import { inTransaction } from '../../../adapters/database/transaction.js';
import { catalogue } from '../../../adapters/event-log/catalogue.js';
import { openEventLog, type OpenEventLog } from '../../../adapters/event-log/event-log.js';
import { openPersonKeys } from '../../../adapters/event-log/person-keys.js';
import { openPostgresEventStore } from '../../../adapters/event-store/postgres/store.js';
import { recomputeStale } from '../../../adapters/readings/sums/recompute.js';
import { sumsSettled } from '../../../adapters/readings/sums/settled.js';
import { projections } from '../../../adapters/system/followers.js';
import { accountMails } from '../../../commands/policies/account-mails.js';
import { messageId } from '../../../commands/policies/engine.js';
import type { LoggedEvent } from '../../../domain/kernel/event.js';
import { verifyProjection } from '../../../projections/engine/rebuild.js';
import { masterKey } from '../nodes.js';
import type { Promised } from './load.js';

type Witness = {
  /** Whether what a device sent is in the readings of its place, all of it. */
  isKnown(serialNumber: string): Promise<boolean>;
  /** Waits until the nodes have done everything that is to be done. */
  allDone(): Promise<void>;
  /** Compares what the nodes left with what one process makes of the same log and the same readings. */
  judge(t: Test, promised: Promised): Promise<void>;
};

/** Looks at the database of the nodes from outside. */
export function witness(t: Test, databaseUrl: string): Witness {
  const database = openDatabase(databaseUrl);
  const { pool } = database;
  const store = openPostgresEventStore({ pool, connectionString: databaseUrl });
  const log = openEventLog({ store, catalogue, personKeys: openPersonKeys({ pool, masterKey }) });
  t.teardown(async () => {
    await store.close();
    await database.close();
  });
  const isEmpty = async (query: string, values: unknown[] = []) => (await pool.query(query, values)).rowCount === 0;
  return {
    isKnown: async (serialNumber) =>
      (await isEmpty('select from unclaimed_messages where serial_number = $1', [serialNumber])) &&
      !(await isEmpty('select from devices where serial_number = $1', [serialNumber])),
    async allDone() {
      const head = String(await log.head());
      while (
        !(await isEmpty(`select from log.checkpoints where position < $1 and name not like '%/previous'`, [head]))
      ) {
        await pause(100);
      }
      while (!(await isEmpty('select from outbox where sent_at is null'))) await pause(100);
      await sumsSettled(pool);
    },
    async judge(t, promised) {
      const events = await eventsOf(log);
      t.comment(`${events.length} events, ${promised.readings.size} readings, ${promised.plantNames.size} plants`);
      await judgeReadModels(t, database, log, promised);
      await judgePolicies(t, database, events);
      await judgeReadings(t, database, promised);
      await judgeSums(t, database);
    },
  };
}

async function eventsOf(log: OpenEventLog): Promise<readonly LoggedEvent[]> {
  const events: LoggedEvent[] = [];
  const { signal } = new AbortController();
  for await (const batch of log.follow({ after: 0n, prefixes: [''], batchSize: 1_000, unknown: 'stop', signal })) {
    events.push(...batch.events);
    if (batch.caughtUp) break;
  }
  return events;
}

async function judgeReadModels(t: Test, { db, pool }: Database, log: OpenEventLog, promised: Promised): Promise<void> {
  const context = { db, pool, log, signal: new AbortController().signal };
  for (const projection of projections) {
    const { equal, tables } = await verifyProjection(context, projection);
    t.ok(equal, `${projection.name} is what one process makes of the log: ${inspect(tables)}`);
  }
  const { rows } = await pool.query<{ name: string }>(
    'select name from log.checkpoints where failed_position is not null',
  );
  t.strictSame(rows, [], 'no event stopped anybody');
  const plants = await pool.query<{ id: string; name: string }>(
    `select plant_id::text as id, listing ->> 'name' as name from plants.plants`,
  );
  const names = new Map(plants.rows.map(({ id, name }) => [id, name]));
  t.strictSame(
    [...promised.plantNames].filter(([id, name]) => names.get(id) !== name),
    [],
    'every plant has the name that was confirmed last',
  );
}

async function judgePolicies(t: Test, { pool }: Database, events: readonly LoggedEvent[]): Promise<void> {
  const mailed = events.filter(({ type }) => mailTypes.includes(type));
  const messages = await pool.query<{ id: string }>('select id::text from outbox');
  t.strictSame(
    messages.rows.map(({ id }) => id).sort(),
    mailed.map((event) => messageId(accountMails, event, 0)).sort(),
    `${mailed.length} events were answered with one mail each`,
  );
  const sent = await pool.query<{ message_key: string }>('select message_key from dev_mails');
  const keys = sent.rows.map(({ message_key }) => message_key);
  t.equal(new Set(keys).size, keys.length, 'nobody has two of one mail');
  const wanted = new Set(messages.rows.map(({ id }) => id));
  t.ok(
    keys.every((key) => wanted.has(key)),
    'nor one that nobody asked for',
  );
  const of = (type: string) => events.filter((event) => event.type === type).map(({ data }) => String(data['plantId']));
  const activated = [...new Set(of('InverterActivated'))].sort();
  t.ok(activated.length > 0);
  t.strictSame(of('TrialStarted').sort(), activated, `${activated.length} plants began their trial, each once`);
}

const mailTypes = ['AccountRegistered', 'ValidationMailRequested', 'RegistrationRepeated'];

async function judgeReadings(t: Test, { pool }: Database, { readings }: Promised): Promise<void> {
  const { rows } = await pool.query<{ key: string; times: number }>(
    `select serial_number || '/' || device_clock_s as key, count(*)::int as times
      from (
        select serial_number, device_clock_s from readings join devices on devices.id = device_id
        union all
        select serial_number, device_clock_s from unclaimed_messages
      ) kept group by 1`,
  );
  const stored = new Map(rows.map(({ key, times }) => [key, times]));
  t.strictSame(
    [...readings].filter((key) => !stored.has(key)),
    [],
    'no acknowledged reading is lost',
  );
  t.strictSame(
    rows.filter(({ times }) => times > 1),
    [],
    'none is there twice',
  );
}

/** Everything that is computed from readings, once more from nothing. */
async function judgeSums(t: Test, { pool }: Database): Promise<void> {
  const tables = ['device_days', 'device_months', 'inverter_totals', 'device_latest'];
  const contents = async () => {
    const all: Record<string, readonly unknown[]> = {};
    for (const table of tables) all[table] = (await pool.query(`select t::text from ${table} t order by 1`)).rows;
    return all;
  };
  const found = await contents();
  await inTransaction(pool, async (client) => {
    for (const table of tables) await client.query(`delete from ${table}`);
    await client.query(
      `insert into stale_device_days (device_id, day)
        select distinct device_id, (measured_at at time zone time_zone)::date
        from readings join devices on devices.id = device_id join devices.assignments using (serial_number)`,
    );
    while ((await recomputeStale(client, 5_000)).days > 0);
  });
  t.strictSame(found, await contents(), `${found['device_days']?.length} sums of days are right`);
}
