import { UnreadableHistory, type EventLog, type History } from '../../commands/ports.js';
import type { EventDefinition } from '../../domain/kernel/event.js';
import {
  UndecodableEvent,
  type FollowedBatch,
  type FollowedLog,
  type FollowOptions,
  type UnknownTypes,
} from '../../projections/engine/port.js';
import type { LoggedEvent } from '../../projections/engine/projection.js';
import type { EventStore, RecordedEvent } from '../event-store/port.js';
import { chained } from './chain.js';
import { openCodec, type Codec } from './codec.js';
import type { PersonKeys } from './person-keys.js';

export type OpenEventLog = EventLog &
  FollowedLog & {
    /**
     * Leaves out unknown types: a newer node may write them. Throws `UndecodableEvent` at the first event of a known
     * type that cannot be read.
     */
    decodeForProjection(recorded: readonly RecordedEvent[]): Promise<readonly LoggedEvent[]>;
    /** As `EventStore.stride`. */
    readonly stride: bigint;
  };

/** The event store seen through the event catalogue. Closing the store is the caller's business. */
export function openEventLog(options: {
  readonly store: EventStore;
  readonly catalogue: readonly EventDefinition[];
  readonly personKeys: PersonKeys;
}): OpenEventLog {
  const { store } = options;
  const codec = openCodec(options.catalogue, options.personKeys);
  return {
    load: (streamId) => load(store, codec, streamId),
    async append(streamId, events, after, metadata) {
      const encoded = await Promise.all(
        events.map(async ({ id: givenId, event }) => {
          // As the store writes it: seal and hash are bound to the id.
          const id = givenId.toLowerCase();
          return { id, type: event.type, metadata, ...(await codec.encode(id, event)) };
        }),
      );
      return store.append(streamId, chained(streamId, encoded, after), after.revision);
    },
    async decodeForProjection(recorded) {
      const { events, failure } = await decode(codec, recorded, 'skip');
      if (failure !== null) throw failure;
      return events;
    },
    follow: (followOptions) => follow(store, codec, followOptions),
    head: () => store.head(),
    stride: store.stride,
  };
}

async function load(store: EventStore, codec: Codec, streamId: string): Promise<History> {
  const recorded = await store.readStream(streamId);
  const last = recorded?.at(-1);
  if (recorded === null || last === undefined) {
    return { events: [], ids: [], revision: 'no_stream', hash: null, position: null };
  }
  const events = (await codec.decode(recorded)).map((decoded, index) => {
    if (decoded.kind === 'event') return decoded.event;
    const { type, revision } = recorded[index] ?? last;
    const reason = decoded.kind === 'unknown' ? 'unknown type' : decoded.reason;
    throw new UnreadableHistory(`${streamId}, revision ${revision}, ${type}: ${reason}`);
  });
  const { revision, position, metadata } = last;
  return { events, ids: recorded.map(({ id }) => id), revision, hash: metadata.hash ?? null, position };
}

async function* follow(
  store: EventStore,
  codec: Codec,
  options: FollowOptions,
): AsyncGenerator<FollowedBatch, void, undefined> {
  let { after } = options;
  for await (const batch of store.subscribe(options)) {
    const { events, failure } = await decode(codec, batch.events, options.unknown);
    if (failure === null) {
      yield { events, position: batch.position, caughtUp: batch.caughtUp };
      after = batch.position;
      continue;
    }
    const position = events.at(-1)?.position ?? after;
    if (position > after) yield { events, position, caughtUp: false };
    throw failure;
  }
}

async function decode(
  codec: Codec,
  recorded: readonly RecordedEvent[],
  unknown: UnknownTypes,
): Promise<{ readonly events: readonly LoggedEvent[]; readonly failure: UndecodableEvent | null }> {
  const decoded = await codec.decode(recorded);
  const events: LoggedEvent[] = [];
  for (const [index, stored] of recorded.entries()) {
    const found = decoded[index];
    if (found?.kind === 'unreadable') {
      return { events, failure: new UndecodableEvent(stored.position, stored.type, found.reason) };
    }
    if (found?.kind === 'unknown' && unknown === 'stop') {
      return { events, failure: new UndecodableEvent(stored.position, stored.type, 'unknown type') };
    }
    if (found?.kind === 'event') events.push(logged(stored, found.event.data));
  }
  return { events, failure: null };
}

function logged(stored: RecordedEvent, data: LoggedEvent['data']): LoggedEvent {
  const { id, type, streamId, revision, position, recordedAt, metadata } = stored;
  return { id, type, data, streamId, revision, position, recordedAt, metadata };
}
