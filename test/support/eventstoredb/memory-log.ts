import type { AppendResult, ExpectedRevision } from '../../../adapters/event-store/port.js';
import {
  exists,
  planAppends,
  type KnownPlace,
  type StreamState,
} from '../../../adapters/event-store/postgres/plan-appends.js';

/** As the server stores it: bytes, and the type and content type beside them. */
export type ProposedEvent = {
  readonly id: string;
  readonly type: string;
  readonly contentType: string;
  readonly data: Uint8Array;
  readonly metadata: Uint8Array;
};
export type StoredEvent = ProposedEvent & {
  readonly streamId: string;
  readonly revision: bigint;
  readonly position: bigint;
  readonly created: Date;
};

export type MemoryLog = {
  append(streamId: string, events: readonly ProposedEvent[], expected: ExpectedRevision): AppendResult;
  /** Null when it went well, else where the stream stands. */
  remove(kind: 'delete' | 'tombstone', streamId: string, expected: ExpectedRevision): RemoveResult;
  state(streamId: string): StreamState;
  stream(streamId: string): readonly StoredEvent[];
  readonly all: readonly StoredEvent[];
  /** Where the next event will stand. */
  end(): bigint;
  /** Resolves at the next event. */
  grown(): Promise<void>;
};

type RemoveResult = 'removed' | 'stream-deleted' | { readonly actual: bigint | 'no_stream' };

const systemStream = '$stats-127.0.0.1:2113';
const unwritten: StreamState = { revision: -1n, visibleFrom: 0n, tombstoned: false };

/** What the disk of the server holds: survives its restarts. Positions are byte offsets, with gaps. */
export function openMemoryLog(): MemoryLog {
  const all: StoredEvent[] = [];
  const states = new Map<string, StreamState>();
  const streams = new Map<string, StoredEvent[]>();
  let end = 1_024n;
  const listeners: (() => void)[] = [];

  function write(streamId: string, events: readonly ProposedEvent[]): StoredEvent | undefined {
    const stored = streams.get(streamId) ?? [];
    streams.set(streamId, stored);
    for (const proposed of events) {
      const revision = BigInt(stored.length);
      const event = { ...proposed, streamId, revision, position: end, created: new Date() };
      end += BigInt(96 + proposed.data.length + proposed.metadata.length);
      stored.push(event);
      all.push(event);
    }
    states.set(streamId, { ...state(streamId), revision: BigInt(stored.length - 1) });
    for (const tell of listeners.splice(0)) tell();
    return stored.at(-1);
  }

  /** Statistics come in between, and often last. */
  function writeStatistics(): void {
    if (all.length % 3 === 0) write(systemStream, [systemEvent('$statsCollected')]);
  }

  function state(streamId: string): StreamState {
    return states.get(streamId) ?? unwritten;
  }

  /**
   * Ids that stand from the expected place on. The server looks only there: it does not know that an id stands
   * elsewhere.
   */
  function knownPlaces(streamId: string, ids: readonly string[], expected: ExpectedRevision) {
    const from =
      expected === 'no_stream' ? state(streamId).visibleFrom : typeof expected === 'bigint' ? expected + 1n : 0n;
    const places = new Map<string, KnownPlace>();
    for (const { id, revision, position } of (streams.get(streamId) ?? []).slice(Number(from))) {
      if (ids.includes(id)) places.set(id, { streamId, revision, position });
    }
    return places;
  }

  return {
    all,
    end: () => end,
    state,
    stream: (streamId) => streams.get(streamId) ?? [],
    append(streamId, events, expected) {
      const known = knownPlaces(
        streamId,
        events.map(({ id }) => id),
        expected,
      );
      const plan = planAppends(0n, new Map([[streamId, state(streamId)]]), known, [{ streamId, events, expected }]);
      const [result] = plan.results;
      if (result === undefined) throw new Error('an append without an answer');
      if (!result.ok || result.idempotent) return result;
      const last = write(streamId, events);
      writeStatistics();
      return { ...result, position: last?.position ?? 0n };
    },
    remove(kind, streamId, expected) {
      const current = state(streamId);
      if (current.tombstoned) return 'stream-deleted';
      const actual = exists(current) ? current.revision : 'no_stream';
      const fits = expected === 'any' || (expected === 'stream_exists' ? actual !== 'no_stream' : expected === actual);
      if (!fits) return { actual };
      if (kind === 'tombstone') {
        write(streamId, [systemEvent('$streamDeleted')]);
        states.set(streamId, { ...state(streamId), tombstoned: true });
      } else {
        write(`$$${streamId}`, [systemEvent('$metadata')]);
        states.set(streamId, { ...current, visibleFrom: current.revision + 1n });
      }
      return 'removed';
    },
    grown: () => new Promise((resolve) => listeners.push(resolve)),
  };
}

function systemEvent(type: string): ProposedEvent {
  const bytes = new TextEncoder().encode('{"$v":1}');
  return { id: crypto.randomUUID(), type, contentType: 'application/json', data: bytes, metadata: new Uint8Array() };
}
