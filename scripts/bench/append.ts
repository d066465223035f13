import { randomUUID } from 'node:crypto';
import { cpus } from 'node:os';
import { parseArgs } from 'node:util';
import { getPostgreSQLEventStore } from '@event-driven-io/emmett-postgresql';
import type { Db } from '../../adapters/database/port.js';
import { openDatabase } from '../../adapters/database/database.js';
import { migrate } from '../../adapters/database/migrate.js';
import { openPostgresEventStore } from '../../adapters/event-store/postgres/store.js';
import { ownServer } from './own-server.js';

const help = `Appends and stream reads per second: our event store beside Emmett, on one server of its own with fsync on.

  --seconds N   length of one measurement (default 3)
  --rounds N    measurements of each, in turns; the median counts (default 3)
  --json        print JSON instead of a table
`;

const callerCounts = [1, 16, 64, 256];
const readers = 16;
const streamsToRead = 200;
const eventsPerStream = 50;
const plant = {
  name: 'Scheune Süd',
  street: 'Ackerweg 12',
  town: 'Metzingen',
  nominalPowerW: 19_200,
  since: '2026-07-21',
};

type Contender = {
  readonly name: string;
  /** One event on a new stream, refused when the stream exists. */
  readonly append: () => Promise<void>;
  /** Writes so many new events to a new stream and answers its name. */
  readonly writeStream: (events: number) => Promise<string>;
  /** Reads a stream from its beginning and answers how many events it holds. */
  readonly readStream: (streamId: string) => Promise<number>;
  /** Throws when the log does not hold exactly so many events. */
  readonly verify: (events: number) => Promise<void>;
  readonly close: () => Promise<void>;
};

type Measurement = {
  readonly perSecond: number;
  readonly p50Ms: number;
  readonly p99Ms: number;
  readonly appends: number;
};

type AppendBenchRow = {
  readonly what: string;
  readonly store: string;
  readonly callers: number;
} & Omit<Measurement, 'appends'>;

const { values: options } = parseArgs({
  options: {
    seconds: { type: 'string', default: '3' },
    rounds: { type: 'string', default: '3' },
    json: { type: 'boolean', default: false },
    help: { type: 'boolean', default: false },
  },
});
if (options.help) process.stdout.write(help);
else await run(Number(options.seconds), Number(options.rounds));

async function run(seconds: number, rounds: number): Promise<void> {
  if (!(seconds > 0) || !(rounds >= 1)) throw new RangeError(help);
  const server = await ownServer();
  try {
    const { db, close } = openDatabase(server.url);
    await migrate(db);
    const machine = await describe(db);
    await close();
    const rows = await compare(server.url, seconds * 1_000, rounds);
    process.stdout.write(options.json ? `${JSON.stringify({ machine, rows }, null, 2)}\n` : table(machine, rows));
  } finally {
    await server.stop();
  }
}

async function compare(url: string, durationMs: number, rounds: number): Promise<readonly AppendBenchRow[]> {
  const contenders = await Promise.all([openOurs(url), openEmmett(url)]);
  const written = new Map(contenders.map(({ name }) => [name, 0]));
  const wrote = (name: string, events: number) => written.set(name, (written.get(name) ?? 0) + events);
  const rows: AppendBenchRow[] = [];
  try {
    for (const callers of callerCounts) {
      const found = await inTurns(contenders, rounds, durationMs, async ({ name, append }, ms) => {
        const measured = await measure(append, callers, ms);
        wrote(name, measured.appends);
        return measured;
      });
      for (const [store, all] of found) rows.push({ what: 'append', store, callers, ...medians(all) });
    }
    const streams = new Map<string, readonly string[]>();
    for (const { name, writeStream } of contenders) {
      const names: string[] = [];
      while (names.length < streamsToRead) names.push(await writeStream(eventsPerStream));
      wrote(name, streamsToRead * eventsPerStream);
      streams.set(name, names);
    }
    const found = await inTurns(contenders, rounds, durationMs, ({ name, readStream }, ms) => {
      const names = streams.get(name) ?? [];
      const read = async () => {
        const events = await readStream(names[Math.floor(Math.random() * names.length)] ?? '');
        if (events !== eventsPerStream) throw new Error(`${name} read ${events} of ${eventsPerStream} events`);
      };
      return measure(read, readers, ms);
    });
    const what = `read ${eventsPerStream} events`;
    for (const [store, all] of found) rows.push({ what, store, callers: readers, ...medians(all) });
    for (const { name, verify } of contenders) await verify(written.get(name) ?? 0);
    return rows;
  } finally {
    for (const { close } of contenders) await close();
  }
}

/** Contenders take turns within a round, so that a busy moment of the machine hits all of them. Round 0 warms up. */
async function inTurns(
  contenders: readonly Contender[],
  rounds: number,
  durationMs: number,
  measureOne: (contender: Contender, durationMs: number) => Promise<Measurement>,
): Promise<ReadonlyMap<string, readonly Measurement[]>> {
  const found = new Map<string, Measurement[]>(contenders.map(({ name }) => [name, []]));
  for (let round = 0; round <= rounds; round++) {
    for (const contender of contenders) {
      const measured = await measureOne(contender, round === 0 ? Math.min(1_000, durationMs) : durationMs);
      if (round > 0) found.get(contender.name)?.push(measured);
    }
  }
  return found;
}

async function measure(append: () => Promise<void>, callers: number, durationMs: number): Promise<Measurement> {
  const latencies: number[] = [];
  const start = performance.now();
  const caller = async () => {
    for (let before = performance.now(); before - start < durationMs;) {
      await append();
      const after = performance.now();
      latencies.push(after - before);
      before = after;
    }
  };
  await Promise.all(Array.from({ length: callers }, caller));
  const elapsedMs = performance.now() - start;
  latencies.sort((a, b) => a - b);
  const quantile = (q: number) => latencies[Math.min(latencies.length - 1, Math.floor(latencies.length * q))] ?? 0;
  return {
    perSecond: (latencies.length / elapsedMs) * 1_000,
    p50Ms: quantile(0.5),
    p99Ms: quantile(0.99),
    appends: latencies.length,
  };
}

function medians(all: readonly Measurement[]): Omit<Measurement, 'appends'> {
  const median = (pick: (measurement: Measurement) => number) =>
    all.map(pick).sort((a, b) => a - b)[Math.floor(all.length / 2)] ?? 0;
  return {
    perSecond: Math.round(median(({ perSecond }) => perSecond)),
    p50Ms: round(median(({ p50Ms }) => p50Ms)),
    p99Ms: round(median(({ p99Ms }) => p99Ms)),
  };
}

async function openOurs(url: string): Promise<Contender> {
  const { pool, close } = openDatabase(url);
  const store = openPostgresEventStore({ pool, connectionString: url });
  const metadata = { actor: { kind: 'system', id: 'bench' }, correlationId: randomUUID() } as const;
  return {
    name: 'sitelink',
    async append() {
      const event = { id: randomUUID(), type: 'PlantAdded', schemaVersion: 1, data: plant, metadata };
      const result = await store.append(`plant-${randomUUID()}`, [event], 'no_stream');
      if (!result.ok) throw new Error(result.reason);
    },
    async writeStream(events) {
      const streamId = `plant-${randomUUID()}`;
      const wanted = Array.from({ length: events }, () => {
        const id = randomUUID();
        return { id, type: 'PlantAdded', schemaVersion: 1, data: plant, metadata };
      });
      const result = await store.append(streamId, wanted, 'no_stream');
      if (!result.ok) throw new Error(result.reason);
      return streamId;
    },
    readStream: async (streamId) => (await store.readStream(streamId))?.length ?? 0,
    async verify(events) {
      const { rows } = await pool.query<Record<string, bigint>>(
        `select count(*) as count, max(global_position) as last, (select position from log.log_head) as head
          from log.events`,
      );
      const wanted = BigInt(events);
      const [found] = rows;
      if (found?.['count'] !== wanted || found['last'] !== wanted || found['head'] !== wanted) {
        throw new Error(`the log is not dense: ${events} events, ${Object.values(found ?? {}).join(', ')}`);
      }
    },
    async close() {
      await store.close();
      await close();
    },
  };
}

async function openEmmett(url: string): Promise<Contender> {
  const { pool, close } = openDatabase(url);
  const store = getPostgreSQLEventStore(url, { connectionOptions: { pool } });
  await store.schema.migrate();
  return {
    name: 'emmett-postgresql',
    async append() {
      await store.appendToStream(`plant-${randomUUID()}`, [{ type: 'PlantAdded', data: plant }], {
        expectedStreamVersion: 'STREAM_DOES_NOT_EXIST',
      });
    },
    async writeStream(events) {
      const streamId = `plant-${randomUUID()}`;
      const wanted = Array.from({ length: events }, () => ({ type: 'PlantAdded', data: plant }));
      await store.appendToStream(streamId, wanted, { expectedStreamVersion: 'STREAM_DOES_NOT_EXIST' });
      return streamId;
    },
    readStream: async (streamId) => (await store.readStream(streamId)).events.length,
    async verify(events) {
      const { rows } = await pool.query<{ count: bigint }>('select count(*) as count from emt_messages');
      if (rows[0]?.count !== BigInt(events)) throw new Error(`Emmett holds ${rows[0]?.count} of ${events} events`);
    },
    async close() {
      await store.close();
      await close();
    },
  };
}

async function describe(db: Db): Promise<Readonly<Record<string, string>>> {
  const setting = async (name: string) => {
    const row = await db.selectFrom('pg_settings').select('setting').where('name', '=', name).executeTakeFirst();
    return String(row?.['setting']);
  };
  return {
    node: process.version,
    cpus: `${cpus().length} x ${cpus()[0]?.model ?? 'unknown'}`,
    postgres: await setting('server_version'),
    fsync: await setting('fsync'),
    synchronous_commit: await setting('synchronous_commit'),
  };
}

function table(machine: Readonly<Record<string, string>>, rows: readonly AppendBenchRow[]): string {
  const head = Object.entries(machine).map(([name, value]) => `${name}: ${value}`);
  const line = (cells: readonly unknown[]) => `| ${cells.join(' | ')} |`;
  return [
    head.join(', '),
    '',
    line(['', 'store', 'callers', 'per second', 'p50 ms', 'p99 ms']),
    line(['---', '---', '--:', '--:', '--:', '--:']),
    ...rows.map(({ what, store, callers, perSecond, p50Ms, p99Ms }) =>
      line([what, store, callers, perSecond, p50Ms, p99Ms]),
    ),
    '',
  ].join('\n');
}

function round(ms: number): number {
  return Math.round(ms * 100) / 100;
}
