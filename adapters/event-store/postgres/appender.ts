import { setImmediate as nextTurn } from 'node:timers/promises';
import type pg from 'pg';
import { plainArray, textArray } from '../../database/array-literal.js';
import { isDatabaseAway } from '../../database/port.js';
import { StoreUnavailable, type AppendResult, type ExpectedRevision, type NewEvent } from '../port.js';
import { portError } from './failures.js';
import { planAppends, planAsAssumed, type AppendPlan, type KnownPlace, type StreamState } from './plan-appends.js';
import * as statements from './statements.js';
import { encodeAppend, type EncodedAppend } from '../validate.js';

const maxBatchRequests = 512;
const maxBatchBytes = 8 * 1024 * 1024;
const maxQueued = 20_000;

type Queued = {
  readonly request: EncodedAppend;
  readonly resolve: (result: AppendResult) => void;
  readonly reject: (error: unknown) => void;
};

type Appender = {
  append(streamId: string, events: readonly NewEvent[], expected: ExpectedRevision): Promise<AppendResult>;
  /** Refuses what comes now and resolves when everything queued is answered. */
  close(): Promise<void>;
};

/**
 * The one writer of this process: takes what has gathered while the last commit was under way and commits it together.
 * `pool` must hold pipelined connections. Other processes may write, too; the lock on the head row orders all.
 */
export function openAppender(pool: pg.Pool): Appender {
  let queue: Queued[] = [];
  let flushing: Promise<void> | null = null;
  let closed = false;

  async function flush(): Promise<void> {
    // One turn of the event loop, so that callers who woke up together travel together.
    for (await nextTurn(); queue.length > 0; await nextTurn()) {
      const size = batchSize(queue);
      const batch = queue.slice(0, size);
      queue = queue.slice(size);
      await settle(pool, batch);
    }
    flushing = null;
  }

  return {
    async append(streamId, events, expected) {
      const request = encodeAppend(streamId, events, expected);
      if (closed) throw new StoreUnavailable('the event store is closed');
      if (queue.length >= maxQueued) throw new StoreUnavailable(`${queue.length} appends are waiting already`);
      return new Promise((resolve, reject) => {
        queue.push({ request, resolve, reject });
        flushing ??= flush();
      });
    },
    async close() {
      closed = true;
      await flushing;
    },
  };
}

function batchSize(queue: readonly Queued[]): number {
  let bytes = 0;
  for (const [index, { request }] of queue.entries()) {
    bytes += request.bytes;
    if (index === maxBatchRequests || (index > 0 && bytes > maxBatchBytes)) return index;
  }
  return queue.length;
}

/** Answers every request of a batch; never throws. */
async function settle(pool: pg.Pool, batch: readonly Queued[]): Promise<void> {
  const [only] = batch;
  if (batch.length === 1 && only !== undefined) return void (await settleOne(pool, only));
  let results: readonly AppendResult[];
  try {
    results = await withClient(pool, (client) =>
      appendBatch(
        client,
        batch.map(({ request }) => request),
      ),
    );
  } catch (error) {
    if (isDatabaseAway(error) && !wasTooSlow(error)) {
      for (const { reject } of batch) reject(portError(error));
      return;
    }
    // The batch rolled back: one of them is at fault, and only that one shall hear of it. Or this process stood still
    // between two round trips: alone, each needs only one.
    await settleEach(pool, batch);
    return;
  }
  for (const [index, { resolve, reject }] of batch.entries()) {
    const result = results[index];
    if (result === undefined) reject(new Error('an append without an answer'));
    else resolve(result);
  }
}

/** One after the other; a database that is away is asked no more. */
async function settleEach(pool: pg.Pool, batch: readonly Queued[]): Promise<void> {
  let away: StoreUnavailable | null = null;
  for (const queued of batch) {
    if (away === null) away = await settleOne(pool, queued);
    else queued.reject(away);
  }
}

/** Answers a request; tells when that was because the database is away. */
async function settleOne(pool: pg.Pool, { request, resolve, reject }: Queued): Promise<StoreUnavailable | null> {
  try {
    resolve(await withClient(pool, (client) => appendAlone(client, request)));
    return null;
  } catch (error) {
    const failure = portError(error);
    reject(failure);
    return failure instanceof StoreUnavailable ? failure : null;
  }
}

/**
 * The server ended the transaction because this process was silent in it. The driver has heard that already, and sends
 * nothing any more, or hears it as the answer, or writes to a connection of which it has not read the end yet: whichever it
 * was, nothing was written, and an append that is sent once more is known by the ids of its events.
 */
function wasTooSlow(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  const code = 'code' in error ? error.code : undefined;
  return code === '25P03' || code === 'EPIPE' || /connection error and is not queryable$/.test(error.message);
}

/** A connection that met an error is thrown away: nobody knows what it still holds. */
async function withClient<T>(pool: pg.Pool, work: (client: pg.PoolClient) => Promise<T>): Promise<T> {
  const client = await pool.connect();
  let failed = true;
  try {
    const result = await work(client);
    failed = false;
    return result;
  } finally {
    client.release(failed);
  }
}

/** Nearly always every request finds what it expects, and one round trip does it; else what stands there is read. */
async function appendBatch(
  client: pg.PoolClient,
  requests: readonly EncodedAppend[],
): Promise<readonly AppendResult[]> {
  return (await appendAsAssumed(client, requests)) ?? appendAsPlanned(client, requests);
}

async function appendAsAssumed(
  client: pg.PoolClient,
  requests: readonly EncodedAppend[],
): Promise<readonly AppendResult[] | null> {
  const assumption = planAsAssumed(requests);
  if (assumption === null) return null;
  const { plan, assumed } = assumption;
  const { rows } = await client.query<{ head: string | null }>({
    ...statements.appendBatch,
    values: [
      ...eventColumns(plan, requests),
      textArray([...assumed.keys()]),
      plainArray([...assumed.values()]),
      plainArray([...assumed.keys()].map((streamId) => plan.revisions.get(streamId) ?? null)),
      plan.head,
    ],
  });
  const head = rows[0]?.head ?? null;
  if (head === null) return null;
  return plan.results.map((result) => (result.ok ? { ...result, position: result.position + BigInt(head) } : result));
}

/** Two round trips: lock and read in the first, each statement with its own snapshot; write and commit in the second. */
async function appendAsPlanned(
  client: pg.PoolClient,
  requests: readonly EncodedAppend[],
): Promise<readonly AppendResult[]> {
  const streamIds = [...new Set(requests.map(({ streamId }) => streamId))];
  const ids = requests.flatMap(({ events }) => events.map(({ id }) => id));
  const [, head, streams, known] = await Promise.all([
    client.query('begin isolation level read committed'),
    client.query<{ position: string }>(statements.lockHead),
    client.query<StreamRow>({ ...statements.readStreams, values: [streamIds] }),
    client.query<KnownRow>({ ...statements.readKnownIds, values: [ids] }),
  ]);
  const headRow = head.rows[0];
  if (headRow === undefined) throw new TypeError('the log has no head row: run the migrations');
  const plan = planAppends(BigInt(headRow.position), streamStates(streams.rows), knownPlaces(known.rows), requests);
  if (plan.writes.length === 0) {
    await client.query('rollback');
    return plan.results;
  }
  const [, committed] = await Promise.all([
    client.query({
      ...statements.writeBatch,
      values: [...eventColumns(plan, requests), [...plan.revisions.keys()], [...plan.revisions.values()], plan.head],
    }),
    client.query('commit'),
  ]);
  // After an error the server answers `commit` with a rollback, and calls it a success.
  if (committed.command !== 'COMMIT') throw new TypeError(`the batch ended in ${committed.command}`);
  return plan.results;
}

type StreamRow = { stream_id: string; revision: string; visible_from: string; tombstoned: boolean };
type KnownRow = { event_id: string; stream_id: string; stream_revision: string; global_position: string };

function streamStates(rows: readonly StreamRow[]): ReadonlyMap<string, StreamState> {
  return new Map(
    rows.map((row) => [
      row.stream_id,
      { revision: BigInt(row.revision), visibleFrom: BigInt(row.visible_from), tombstoned: row.tombstoned },
    ]),
  );
}

function knownPlaces(rows: readonly KnownRow[]): ReadonlyMap<string, KnownPlace> {
  return new Map(
    rows.map((row) => [
      row.event_id,
      { streamId: row.stream_id, revision: BigInt(row.stream_revision), position: BigInt(row.global_position) },
    ]),
  );
}

/** Columns for `unnest`: positions, streams, revisions, ids, types, versions, data, metadata. */
function eventColumns(plan: AppendPlan, requests: readonly EncodedAppend[]): readonly string[] {
  const rows = plan.writes.flatMap(({ request, firstPosition, firstRevision }) => {
    const { streamId = '', events = [] } = requests[request] ?? {};
    return events.map((event, ordinal) => {
      const place = BigInt(ordinal);
      return { streamId, event, position: firstPosition + place, revision: firstRevision + place };
    });
  });
  return [
    plainArray(rows.map(({ position }) => position)),
    textArray(rows.map(({ streamId }) => streamId)),
    plainArray(rows.map(({ revision }) => revision)),
    plainArray(rows.map(({ event }) => event.id)),
    textArray(rows.map(({ event }) => event.type)),
    plainArray(rows.map(({ event }) => event.schemaVersion)),
    textArray(rows.map(({ event }) => event.data)),
    textArray(rows.map(({ event }) => event.metadata)),
  ];
}

async function appendAlone(client: pg.PoolClient, request: EncodedAppend): Promise<AppendResult> {
  const { streamId, expected, events } = request;
  const answer = await client.query<{ outcome: string; revision: string | null; position: string | null }>({
    ...statements.appendOne,
    values: [
      streamId,
      typeof expected === 'bigint' ? 'exact' : expected,
      typeof expected === 'bigint' ? expected : null,
      events.map(({ id }) => id),
      events.map(({ type }) => type),
      events.map(({ schemaVersion }) => schemaVersion),
      events.map(({ data }) => data),
      events.map(({ metadata }) => metadata),
    ],
  });
  const { outcome, revision, position } = answer.rows[0] ?? {};
  switch (outcome) {
    case 'appended':
    case 'idempotent':
      return {
        ok: true,
        revision: BigInt(revision ?? 0),
        position: BigInt(position ?? 0),
        idempotent: outcome === 'idempotent',
      };
    case 'wrong-revision':
      return { ok: false, reason: 'wrong-revision', actual: revision == null ? 'no_stream' : BigInt(revision) };
    case 'stream-deleted':
    case 'idempotency-corrupted':
      return { ok: false, reason: outcome };
    default:
      throw new TypeError(`unknown outcome ${outcome}`);
  }
}
