import { setMaxListeners } from 'node:events';
import pg from 'pg';
import type { EventMetadata } from '../../../domain/kernel/event.js';
import {
  WrongRevision,
  type EventStore,
  type ExpectedRevision,
  type JsonObject,
  type ReadAllOptions,
  type ReadStreamOptions,
  type RecordedEvent,
} from '../port.js';
import { durableCommits } from '../../database/database.js';
import { inTransaction } from '../../database/transaction.js';
import { openAppender } from './appender.js';
import { portError } from './failures.js';
import { exists, type StreamState } from './plan-appends.js';
import * as statements from './statements.js';
import { followLog } from './subscription.js';
import { openWakeUp } from './wake-up.js';

const maxRead = 1_000_000;

/**
 * The log in PostgreSQL. Reads go through `pool`; the writer and the listener have connections of their own to the same
 * database, which must not pass a transaction pooler. Expects the migrations to have run.
 */
export function openPostgresEventStore(options: {
  readonly pool: pg.Pool;
  readonly connectionString: string;
}): EventStore {
  const { pool, connectionString } = options;
  const writers = openWriters(connectionString);
  const appender = openAppender(writers);
  const wakeUp = openWakeUp(connectionString, 'log_head');
  const closing = new AbortController();
  // As many as there are followers and calls that wait.
  setMaxListeners(0, closing.signal);
  const query: Query = async <R extends pg.QueryResultRow>(
    statement: { name: string; text: string },
    values: readonly unknown[],
  ) => {
    try {
      return (await pool.query<R>({ ...statement, values: [...values] })).rows;
    } catch (error) {
      throw portError(error);
    }
  };

  return {
    append: appender.append,
    readStream: (streamId, readOptions) => readStream(query, streamId, readOptions ?? {}),
    readAll: (readOptions) => readAll(query, readOptions),
    subscribe: (subscribeOptions) =>
      followLog(
        {
          head: () => readHead(query),
          read: async (after, upTo, maxCount, prefixes) =>
            (await query<EventRow>(statements.readStretch, [after, upTo, maxCount, prefixes])).map(recordedEvent),
          wakeUp,
        },
        { ...subscribeOptions, signal: AbortSignal.any([subscribeOptions.signal, closing.signal]) },
      ),
    head: () => readHead(query),
    deleteStream: (streamId, expected) =>
      remove(writers, streamId, expected, 'update log.streams set visible_from = revision + 1 where stream_id = $1'),
    tombstoneStream: (streamId, expected) =>
      remove(
        writers,
        streamId,
        expected,
        `insert into log.streams (stream_id, revision, tombstoned) values ($1, -1, true)
          on conflict (stream_id) do update set tombstoned = true`,
      ),
    stride: 1n,
    async close() {
      closing.abort();
      await appender.close();
      await Promise.all([writers.end(), wakeUp.close()]);
    },
  };
}

/**
 * A process that is frozen in the middle of an append is undone by the server, so that others can append; one that was
 * only slow repeats it.
 */
const silenceInAppendMs = 3_000;

/** Timeouts on both sides: a writer that hangs would hold the head row against everybody. */
function openWriters(connectionString: string): pg.Pool {
  const writers = new pg.Pool({
    connectionString,
    max: 2,
    pipeline: true,
    connectionTimeoutMillis: 5_000,
    lock_timeout: 10_000,
    statement_timeout: 15_000,
    query_timeout: 20_000,
    idle_in_transaction_session_timeout: silenceInAppendMs,
    options: durableCommits,
    keepAlive: true,
    application_name: 'sitelink log writer',
  });
  // A vanished server must not stop the process: the pool drops the connection, the next append opens a new one.
  writers.on('error', () => undefined);
  writers.on('connect', (client) => client.on('error', () => undefined));
  return writers;
}

type Query = <R extends pg.QueryResultRow>(
  statement: { name: string; text: string },
  values: readonly unknown[],
) => Promise<readonly R[]>;

type StreamRow = { revision: bigint; visible_from: bigint; tombstoned: boolean };
type EventRow = {
  global_position: bigint;
  stream_id: string;
  stream_revision: bigint;
  event_id: string;
  event_type: string;
  schema_version: number;
  data: JsonObject;
  metadata: EventMetadata;
  recorded_at: string;
};

async function readHead(query: Query): Promise<bigint> {
  const [row] = await query<{ position: bigint }>(statements.readHead, []);
  return BigInt(row?.position ?? 0);
}

async function readStream(
  query: Query,
  streamId: string,
  { from, direction = 'forwards', maxCount = maxRead }: ReadStreamOptions,
): Promise<readonly RecordedEvent[] | null> {
  const rows =
    direction === 'forwards'
      ? await query<EventRow>(statements.readStreamForwards, [streamId, from ?? 0n, maxCount])
      : await query<EventRow>(statements.readStreamBackwards, [streamId, from ?? statements.maxRevision, maxCount]);
  if (rows.length > 0) return rows.map(recordedEvent);
  const [row] = await query<StreamRow>(statements.readStreamState, [streamId]);
  return row !== undefined && exists(streamState(row)) ? [] : null;
}

async function readAll(query: Query, { after, maxCount, prefixes }: ReadAllOptions): Promise<readonly RecordedEvent[]> {
  return (await query<EventRow>(statements.readAfter, [after, maxCount, prefixes ?? null])).map(recordedEvent);
}

async function remove(
  writers: pg.Pool,
  streamId: string,
  expected: ExpectedRevision,
  statement: string,
): Promise<void> {
  try {
    await inTransaction(writers, async (client) => {
      await client.query(statements.lockHead);
      const { rows } = await client.query<StreamRow>({ ...statements.readStreamState, values: [streamId] });
      const stream = rows[0] === undefined ? null : streamState(rows[0]);
      requireExpected(stream, expected);
      await client.query(statement, [streamId]);
    });
  } catch (error) {
    throw portError(error);
  }
}

function requireExpected(stream: StreamState | null, expected: ExpectedRevision): void {
  const actual = stream !== null && exists(stream) ? stream.revision : 'no_stream';
  const asExpected =
    expected === 'any' || (expected === 'stream_exists' ? actual !== 'no_stream' : expected === actual);
  if (!asExpected) throw new WrongRevision(actual);
}

function streamState(row: StreamRow): StreamState {
  return { revision: BigInt(row.revision), visibleFrom: BigInt(row.visible_from), tombstoned: row.tombstoned };
}

function recordedEvent(row: EventRow): RecordedEvent {
  return {
    id: row.event_id,
    type: row.event_type,
    schemaVersion: row.schema_version,
    data: row.data,
    metadata: row.metadata,
    streamId: row.stream_id,
    revision: BigInt(row.stream_revision),
    position: BigInt(row.global_position),
    recordedAt: row.recorded_at,
  };
}
