import type { EventMetadata } from '../../domain/kernel/event.js';

/**
 * The log as the rest of the house sees it. Semantics follow EventStoreDB, so that both adapters pass one contract
 * suite (`test/support/event-store.contract.ts`):
 *
 * - revisions are dense per stream and start at 0;
 * - positions grow over the whole log in commit order; they may be sparse and are never assumed contiguous;
 * - a reader that continues after the position of the last event it handled misses nothing and sees nothing twice.
 */
export type EventStore = {
  /**
   * Appends all events or none. An exact revision or `no_stream` is strongly idempotent: when the same event ids
   * already stand at exactly that place, the old result is returned, with `idempotent: true` if this process knows.
   * Throws `StoreUnavailable` when the outcome is unknown; repeat with the same ids.
   */
  append(streamId: string, events: readonly NewEvent[], expected: ExpectedRevision): Promise<AppendResult>;
  /** Events of one stream, or null when it does not exist (or was deleted). */
  readStream(streamId: string, options?: ReadStreamOptions): Promise<readonly RecordedEvent[] | null>;
  /** A page of the whole log after a position, system events excluded. */
  readAll(options: ReadAllOptions): Promise<readonly RecordedEvent[]>;
  /**
   * Follows the log from a position (exclusive) for ever: catch-up, then live. Yields batches as fast as the consumer
   * takes them; an empty batch reports progress over events that the filter left out. Ends when `signal` aborts;
   * reconnects by itself when the store goes away and comes back.
   */
  subscribe(options: SubscribeOptions): AsyncIterable<Batch>;
  /** Position of the last event in the log, 0n when it is empty. */
  head(): Promise<bigint>;
  /**
   * Soft delete: reads answer null, a later append continues the numbering. Both kinds of deleting throw
   * `WrongRevision`.
   */
  deleteStream(streamId: string, expected: ExpectedRevision): Promise<void>;
  /** For ever: reads answer null and every append is refused with `stream-deleted`. */
  tombstoneStream(streamId: string, expected: ExpectedRevision): Promise<void>;
  /** How far positions are apart, roughly: 1n when each is an event. Only for saying how many events a lag means. */
  readonly stride: bigint;
  close(): Promise<void>;
};

export type ExpectedRevision = 'any' | 'no_stream' | 'stream_exists' | bigint;

type JsonValue = string | number | boolean | null | readonly JsonValue[] | { readonly [key: string]: JsonValue };
export type JsonObject = { readonly [key: string]: JsonValue };

export type NewEvent = {
  /** UUID; the same id means the same fact. */
  readonly id: string;
  readonly type: string;
  readonly schemaVersion: number;
  readonly data: JsonObject;
  readonly metadata: StoredMetadata;
};

/** Who and why, and the link in the hash chain of the stream (`adapters/event-log/chain.ts`). */
export type StoredMetadata = EventMetadata & { readonly hash?: string };

export type RecordedEvent = NewEvent & {
  readonly streamId: string;
  readonly revision: bigint;
  readonly position: bigint;
  /** Set by the store, RFC 3339 UTC. */
  readonly recordedAt: string;
};

export type AppendResult =
  | { readonly ok: true; readonly revision: bigint; readonly position: bigint; readonly idempotent: boolean }
  | { readonly ok: false; readonly reason: 'wrong-revision'; readonly actual: bigint | 'no_stream' }
  | { readonly ok: false; readonly reason: 'stream-deleted' }
  | { readonly ok: false; readonly reason: 'idempotency-corrupted' };

export type ReadStreamOptions = {
  readonly from?: bigint;
  readonly direction?: 'forwards' | 'backwards';
  readonly maxCount?: number;
};

export type ReadAllOptions = {
  /** Exclusive; 0n = from the beginning. */
  readonly after: bigint;
  readonly maxCount: number;
  /** Only streams whose name starts with one of these. */
  readonly prefixes?: readonly string[];
};

export type SubscribeOptions = {
  readonly after: bigint;
  readonly batchSize?: number;
  readonly prefixes?: readonly string[];
  readonly signal: AbortSignal;
};

export type Batch = {
  readonly events: readonly RecordedEvent[];
  /** Everything up to here has been seen; store this as checkpoint together with what the events changed. */
  readonly position: bigint;
  /** True when the end of the log was reached with this batch. */
  readonly caughtUp: boolean;
};

/** The store did not answer: the outcome is unknown, the same call may be repeated. Maps to 503. */
export class StoreUnavailable extends Error {
  override readonly name = 'StoreUnavailable';
}

/** A stream that should be deleted stands elsewhere than expected. */
export class WrongRevision extends Error {
  override readonly name = 'WrongRevision';
  constructor(readonly actual: bigint | 'no_stream') {
    super(`the stream stands at ${actual}`);
  }
}

/** The caller handed over something that can never be stored (too large, not JSON, empty). A bug or bad input. */
export class InvalidAppend extends Error {
  override readonly name = 'InvalidAppend';
}
