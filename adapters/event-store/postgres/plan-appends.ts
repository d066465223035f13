import type { AppendResult, ExpectedRevision } from '../port.js';

/** What the log knows of a stream. */
export type StreamState = {
  /** Of the last event, deleted ones included; -1n before the first. */
  readonly revision: bigint;
  /** First revision that reads show; above `revision` when the stream is deleted or was never written. */
  readonly visibleFrom: bigint;
  readonly tombstoned: boolean;
};

/** Where an event stands already. */
export type KnownPlace = { readonly streamId: string; readonly revision: bigint; readonly position: bigint };

export type PlannedRequest = {
  readonly streamId: string;
  readonly events: readonly { readonly id: string }[];
  readonly expected: ExpectedRevision;
};

/** A request to be written: its events stand from `firstRevision` and `firstPosition` on. */
type PlannedWrite = {
  readonly request: number;
  readonly firstRevision: bigint;
  readonly firstPosition: bigint;
};

export type AppendPlan = {
  /** One for each request, in its order. */
  readonly results: readonly AppendResult[];
  readonly writes: readonly PlannedWrite[];
  /** New last revisions of the streams that are written to. */
  readonly revisions: ReadonlyMap<string, bigint>;
  readonly head: bigint;
};

const emptyStream: StreamState = { revision: -1n, visibleFrom: 0n, tombstoned: false };

/**
 * Decides what becomes of each request, as if they came one after another: appended, refused, or recognised as a
 * repetition. Strong idempotence as in EventStoreDB (`IndexWriter.CheckCommit`): all ids at exactly the expected
 * place is the old success, some of them is corruption, none is an ordinary request.
 *
 * @param head position of the last event in the log
 * @param streams what is known of the touched streams; a missing one was never written
 * @param known places of those ids of the requests that stand in the log already
 */
export function planAppends(
  head: bigint,
  streams: ReadonlyMap<string, StreamState>,
  known: ReadonlyMap<string, KnownPlace>,
  requests: readonly PlannedRequest[],
): AppendPlan {
  const results: AppendResult[] = [];
  const writes: PlannedWrite[] = [];
  const revisions = new Map<string, bigint>();
  const written = new Map<string, KnownPlace>();
  const placeOf = (id: string) => written.get(id) ?? known.get(id);

  for (const [index, request] of requests.entries()) {
    const stored = streams.get(request.streamId) ?? emptyStream;
    const stream = { ...stored, revision: revisions.get(request.streamId) ?? stored.revision };
    const refusal = answerWithoutWriting(stream, request, placeOf);
    if (refusal !== null) {
      results.push(refusal);
      continue;
    }
    writes.push({ request: index, firstRevision: stream.revision + 1n, firstPosition: head + 1n });
    let { revision } = stream;
    for (const { id } of request.events) {
      written.set(id, { streamId: request.streamId, revision: ++revision, position: ++head });
    }
    revisions.set(request.streamId, revision);
    results.push({ ok: true, revision, position: head, idempotent: false });
  }
  return { results, writes, revisions, head };
}

/** Streams of a batch, each as the first request that names it assumes: null = never written. */
type AssumedStreams = ReadonlyMap<string, bigint | null>;

/**
 * What becomes of requests that all find what they expect: the plan, with positions relative to the head, and what it
 * takes for granted of each stream; null when one of them says too little about its stream or cannot be appended then.
 */
export function planAsAssumed(
  requests: readonly PlannedRequest[],
): { readonly plan: AppendPlan; readonly assumed: AssumedStreams } | null {
  const assumed = new Map<string, bigint | null>();
  const streams = new Map<string, StreamState>();
  for (const { streamId, expected } of requests) {
    if (expected === 'any' || expected === 'stream_exists') return null;
    if (assumed.has(streamId)) continue;
    assumed.set(streamId, expected === 'no_stream' ? null : expected);
    if (expected !== 'no_stream') streams.set(streamId, { ...emptyStream, revision: expected });
  }
  const plan = planAppends(0n, streams, new Map(), requests);
  return plan.writes.length === requests.length ? { plan, assumed } : null;
}

function answerWithoutWriting(
  stream: StreamState,
  request: PlannedRequest,
  placeOf: (id: string) => KnownPlace | undefined,
): AppendResult | null {
  if (stream.tombstoned) return { ok: false, reason: 'stream-deleted' };
  const places = request.events.map(({ id }) => placeOf(id));
  const first = expectedPlace(stream, request, places[0]);
  const inPlace = places.filter(
    (place, ordinal) =>
      first !== null && place?.streamId === request.streamId && place.revision === first + BigInt(ordinal),
  );
  const last = places.at(-1);
  if (inPlace.length === places.length && last !== undefined) {
    return { ok: true, revision: last.revision, position: last.position, idempotent: true };
  }
  if (inPlace.length > 0) return { ok: false, reason: 'idempotency-corrupted' };
  if (!isExpected(stream, request.expected)) {
    return { ok: false, reason: 'wrong-revision', actual: exists(stream) ? stream.revision : 'no_stream' };
  }
  if (places.some((place) => place !== undefined)) return { ok: false, reason: 'idempotency-corrupted' };
  return null;
}

/** Revision at which a repeated request would find its first event; null when nowhere. */
function expectedPlace(stream: StreamState, request: PlannedRequest, first: KnownPlace | undefined): bigint | null {
  switch (request.expected) {
    case 'no_stream':
      return stream.visibleFrom;
    case 'any':
    case 'stream_exists':
      return first?.streamId === request.streamId ? first.revision : null;
    default:
      return request.expected + 1n;
  }
}

function isExpected(stream: StreamState, expected: ExpectedRevision): boolean {
  switch (expected) {
    case 'any':
      return true;
    case 'no_stream':
      return !exists(stream);
    case 'stream_exists':
      return exists(stream);
    default:
      return stream.revision === expected;
  }
}

/** Written and not deleted. */
export function exists(stream: StreamState): boolean {
  return !stream.tombstoned && stream.revision >= stream.visibleFrom;
}
