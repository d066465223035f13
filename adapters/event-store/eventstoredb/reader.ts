import {
  BACKWARDS,
  END,
  FORWARDS,
  START,
  type EventStoreDBClient,
  type ReadRevision,
  type ResolvedEvent,
  type StreamingRead,
} from '@eventstore/db-client';
import { StoreUnavailable, type ReadAllOptions, type ReadStreamOptions, type RecordedEvent } from '../port.js';
import type { Connection } from './connection.js';
import { recorded } from './events.js';
import { failureType } from './failures.js';
import { persist, type Patience } from './persist.js';
import { isMatch } from './tail.js';

type Reader = {
  /** Null when there is no such stream, or it was deleted. Throws `TombstonedStream`. */
  stream(streamId: string, options: ReadStreamOptions): Promise<readonly RecordedEvent[] | null>;
  all(options: ReadAllOptions): Promise<readonly RecordedEvent[]>;
  /** Position of the last event, system events included; 0n without any. */
  head(): Promise<bigint>;
};

/** The stream was deleted for ever. */
export class TombstonedStream extends Error {
  override readonly name = 'TombstonedStream';
}

/** Reads from the leader, so that everybody reads what was acknowledged before. */
export function openReader(connection: Connection, patience: Patience): Reader {
  /** Takes what the server sends, for as long as `visit` says true. */
  function read(
    open: (client: EventStoreDBClient) => StreamingRead<ResolvedEvent>,
    visit: (event: RecordedEvent) => boolean,
    begin: () => void,
  ): Promise<void> {
    return persist(patience, async () => {
      begin();
      const line = await connection.line();
      const stream = open(line.client);
      // Stays to the end: an error that nobody hears would end the process.
      stream.on('error', () => undefined);
      const timer = setTimeout(() => {
        connection.giveUp(line);
        stream.destroy(new StoreUnavailable(`no event within ${patience.attemptMs} ms`));
      }, patience.attemptMs);
      try {
        for await (const { event } of stream) {
          timer.refresh();
          if (event !== undefined && !visit(recorded(event))) return;
        }
      } finally {
        clearTimeout(timer);
        // Rejects when there never was a call: then there is nothing to end.
        stream.cancel().catch(() => undefined);
      }
    });
  }

  return {
    async stream(streamId, { from, direction = 'forwards', maxCount }) {
      const backwards = direction === 'backwards';
      const fromRevision: ReadRevision = from ?? (backwards ? END : START);
      const options = {
        direction: backwards ? BACKWARDS : FORWARDS,
        fromRevision,
        requiresLeader: true,
        ...(maxCount === undefined ? {} : { maxCount }),
      } as const;
      let events: RecordedEvent[] = [];
      const visit = (event: RecordedEvent) => events.push(event) > 0;
      try {
        await read(
          (client) => client.readStream(streamId, options),
          visit,
          () => (events = []),
        );
        return events;
      } catch (error) {
        if (failureType(error) === 'stream-not-found') return null;
        if (failureType(error) === 'stream-deleted') throw new TombstonedStream(streamId);
        throw error;
      }
    },

    async all({ after, maxCount, prefixes }) {
      let events: RecordedEvent[] = [];
      const fromPosition = after === 0n ? START : { commit: after, prepare: after };
      await read(
        (client) => client.readAll({ fromPosition, requiresLeader: true }, { highWaterMark: 256 }),
        (event) => {
          // Reading, in contrast to following, begins with the given position.
          if (event.position > after && isMatch(event, prefixes ?? null)) events.push(event);
          return events.length < maxCount;
        },
        () => (events = []),
      );
      return events;
    },

    async head() {
      let head = 0n;
      await read(
        (client) => client.readAll({ direction: BACKWARDS, fromPosition: END, maxCount: 1, requiresLeader: true }),
        ({ position }) => {
          head = position;
          return true;
        },
        () => (head = 0n),
      );
      return head;
    },
  };
}
