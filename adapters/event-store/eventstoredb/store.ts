import { setMaxListeners } from 'node:events';
import { ANY } from '@eventstore/db-client';
import {
  StoreUnavailable,
  WrongRevision,
  type AppendResult,
  type EventStore,
  type ExpectedRevision,
  type NewEvent,
  type ReadStreamOptions,
  type RecordedEvent,
} from '../port.js';
import { encodeAppend } from '../validate.js';
import { openConnection } from './connection.js';
import { stored } from './events.js';
import { failureType } from './failures.js';
import { persist, within } from './persist.js';
import { openReader, TombstonedStream } from './reader.js';
import { followLog } from './subscription.js';
import { openTail } from './tail.js';
import { openWriter } from './writer.js';

/** On disk, with its frame: what an event of ours takes on the average. */
const bytesOfAnEvent = 768n;
/** Attempts to append wherever a stream stands, while others append to it. */
const maxRaces = 100;

export type EventStoreDbOptions = {
  /** `esdb://…`, `esdb+discover://…`, or `unix:` and the path of a socket. */
  readonly address: string;
  /** Time for one attempt of a call, default 5 s. */
  readonly attemptMs?: number;
  /** Time for all attempts of a call while the server is away, default 10 s. */
  readonly patienceMs?: number;
  /** A subscription that owes something and is silent for so long is opened anew, default 10 s. */
  readonly silenceMs?: number;
};

/**
 * The log in EventStoreDB (or KurrentDB), 23.10 or newer. The user must be allowed to read `$all`. Works around the
 * defects of the client, which docs/adr/0009-event-store-on-eventstoredb.md lists; no type of it leaves this folder.
 */
export function openEventStoreDbStore(options: EventStoreDbOptions): EventStore {
  const { address, attemptMs = 5_000, patienceMs = 10_000, silenceMs = 10_000 } = options;
  const closing = new AbortController();
  // As many as there are calls that wait for the server.
  setMaxListeners(0, closing.signal);
  const patience = { attemptMs, patienceMs, signal: closing.signal };
  const readers = openConnection(address);
  const writer = openWriter(openConnection(address), patience);
  const reader = openReader(readers, patience);
  const source = { line: () => readers.line(), giveUp: readers.giveUp, head: () => reader.head(), silenceMs };
  const tail = openTail(source);
  /** The highest position that an answer told; what stands at or before it was written before. */
  let highest = 0n;

  async function append(streamId: string, events: readonly NewEvent[], expected: ExpectedRevision) {
    if (closing.signal.aborted) throw new StoreUnavailable('the event store is closed');
    encodeAppend(streamId, events, expected);
    const exact = expected === 'no_stream' || typeof expected === 'bigint';
    return exact ? appendAt(streamId, events, expected) : appendWherever(streamId, events, expected);
  }

  async function appendAt(
    streamId: string,
    events: readonly NewEvent[],
    at: bigint | 'no_stream',
  ): Promise<AppendResult> {
    return (await tryAt(streamId, events, at)) ?? conflict(streamId, events, at);
  }

  /** Null when the stream stands elsewhere. */
  async function tryAt(
    streamId: string,
    events: readonly NewEvent[],
    at: bigint | 'no_stream',
  ): Promise<AppendResult | null> {
    const before = highest > tail.reached() ? highest : tail.reached();
    const written = await writer.write(streamId, events.map(stored), at);
    if (written.kind === 'conflict') return null;
    if (written.kind === 'stream-deleted') return { ok: false, reason: 'stream-deleted' };
    const { revision } = written;
    const position = written.position ?? (await positionOf(streamId, revision));
    if (position > highest) highest = position;
    return { ok: true, revision, position, idempotent: position <= before };
  }

  async function positionOf(streamId: string, revision: bigint): Promise<bigint> {
    const [event] = (await readStream(streamId, { from: revision, maxCount: 1 })) ?? [];
    return event?.position ?? reader.head();
  }

  async function readStream(
    streamId: string,
    readOptions: ReadStreamOptions,
  ): Promise<readonly RecordedEvent[] | null> {
    try {
      return await reader.stream(streamId, readOptions);
    } catch (error) {
      if (error instanceof TombstonedStream) return null;
      throw error;
    }
  }

  /** The server calls a repetition of which only a part stands there a conflict, too. */
  async function conflict(
    streamId: string,
    events: readonly NewEvent[],
    at: bigint | 'no_stream',
  ): Promise<AppendResult> {
    const from = at === 'no_stream' ? {} : { from: at + 1n };
    const there = await readStream(streamId, { ...from, maxCount: events.length });
    if (there?.some(({ id }, ordinal) => id === events[ordinal]?.id.toLowerCase()) === true) {
      return { ok: false, reason: 'idempotency-corrupted' };
    }
    return { ok: false, reason: 'wrong-revision', actual: await standing(streamId) };
  }

  /** Without an exact place the server recognises only recent repetitions: look where the stream stands, and say so. */
  async function appendWherever(
    streamId: string,
    events: readonly NewEvent[],
    expected: 'any' | 'stream_exists',
  ): Promise<AppendResult> {
    for (let race = 0; race < maxRaces; race++) {
      const at = await standing(streamId).catch((error: unknown) => {
        if (error instanceof TombstonedStream) return null;
        throw error;
      });
      if (at === null) return { ok: false, reason: 'stream-deleted' };
      if (expected === 'stream_exists' && at === 'no_stream') {
        return { ok: false, reason: 'wrong-revision', actual: at };
      }
      const result = await tryAt(streamId, events, at);
      if (result !== null) return result;
    }
    throw new StoreUnavailable('others are always faster');
  }

  async function standing(streamId: string): Promise<bigint | 'no_stream'> {
    const [last] = (await reader.stream(streamId, { direction: 'backwards', maxCount: 1 })) ?? [];
    return last?.revision ?? 'no_stream';
  }

  /** Both kinds of deleting, on the connection of the readers: the other one holds the append stream and nothing else. */
  async function remove(
    kind: 'deleteStream' | 'tombstoneStream',
    streamId: string,
    expected: ExpectedRevision,
  ): Promise<void> {
    try {
      // The client's deleteStream cannot say `stream_exists`.
      const at = expected === 'stream_exists' ? await standing(streamId) : expected;
      if (expected === 'stream_exists' && at === 'no_stream') throw new WrongRevision('no_stream');
      await persist(patience, async () => {
        const line = await readers.line();
        const removed = line.client[kind](streamId, {
          expectedRevision: at === 'any' ? ANY : at,
          requiresLeader: true,
        });
        await within(attemptMs, removed, () => readers.giveUp(line));
      });
    } catch (error) {
      const type = failureType(error);
      const isTombstoned = type === 'stream-deleted' || error instanceof TombstonedStream;
      if (isTombstoned && expected === 'any') return;
      if (isTombstoned) throw new WrongRevision('no_stream');
      if (type === 'wrong-expected-version') throw new WrongRevision(await standing(streamId));
      throw error;
    }
  }

  return {
    append,
    readStream: (streamId, readOptions) => readStream(streamId, readOptions ?? {}),
    readAll: (readOptions) => reader.all(readOptions),
    subscribe: (subscribeOptions) =>
      followLog(
        { ...source, tail },
        { ...subscribeOptions, signal: AbortSignal.any([subscribeOptions.signal, closing.signal]) },
      ),
    head: () => reader.head(),
    deleteStream: (streamId, expected) => remove('deleteStream', streamId, expected),
    tombstoneStream: (streamId, expected) => remove('tombstoneStream', streamId, expected),
    stride: bytesOfAnEvent,
    async close() {
      closing.abort();
      await Promise.all([tail.close(), writer.close()]);
      await readers.close();
    },
  };
}
