import { NO_STREAM, type AppendResult as ClientResult, type JSONEventData } from '@eventstore/db-client';
import { InvalidAppend } from '../port.js';
import type { Connection } from './connection.js';
import { failureType, isAway, isReconnecting } from './failures.js';
import { openLineUp } from './line-up.js';
import { persist, within, type Patience } from './persist.js';

/**
 * The client's writable stream holds 16 messages before it makes callers wait, and whoever waits there when the stream
 * breaks is rejected where nobody can catch it.
 */
const underWay = 15;

type Written =
  | { readonly kind: 'written'; readonly revision: bigint; readonly position: bigint | null }
  | { readonly kind: 'conflict' }
  | { readonly kind: 'stream-deleted' };

type Writer = {
  /**
   * Appends at an exact place. While the outcome is unknown it is repeated with the same ids at the same place, which
   * the server recognises. Throws `StoreUnavailable` when the outcome stays unknown, and `InvalidAppend`.
   */
  write(streamId: string, events: readonly JSONEventData[], at: bigint | 'no_stream'): Promise<Written>;
  close(): Promise<void>;
};

/**
 * The one writer of this process, on a connection of its own: the client keeps the pending appends of a whole process
 * in one list and rejects all of them when any of its append streams breaks, so that there may only be one stream.
 */
export function openWriter(connection: Connection, patience: Patience): Writer {
  const inLine = openLineUp(underWay);
  const pending = new Set<Promise<unknown>>();

  async function attempt(
    streamId: string,
    events: readonly JSONEventData[],
    expectedRevision: bigint | 'no_stream',
  ): Promise<ClientResult> {
    const line = await connection.line();
    const sent = line.client.appendToStream(streamId, [...events], { expectedRevision, requiresLeader: true });
    try {
      // The client ignores its own deadline here: it only tells it to the server.
      return await within(patience.attemptMs, sent, () => connection.giveUp(line));
    } catch (error) {
      // What the server can do is asked once for each channel, and a failed answer is kept.
      if (isAway(error) && !isReconnecting(error)) connection.giveUp(line);
      throw error;
    }
  }

  async function write(streamId: string, events: readonly JSONEventData[], at: bigint | 'no_stream'): Promise<Written> {
    const expected = at === 'no_stream' ? NO_STREAM : at;
    try {
      const result = await persist(patience, () => inLine(() => attempt(streamId, events, expected)));
      return {
        kind: 'written',
        revision: result.nextExpectedRevision,
        position: result.position?.commit ?? null,
      };
    } catch (error) {
      return refusal(error);
    }
  }

  return {
    async write(...request) {
      const work = write(...request);
      pending.add(work);
      try {
        return await work;
      } finally {
        pending.delete(work);
      }
    },
    async close() {
      await Promise.allSettled(pending);
      await connection.close();
    },
  };
}

function refusal(error: unknown): Written {
  switch (failureType(error)) {
    case 'wrong-expected-version':
      return { kind: 'conflict' };
    case 'stream-deleted':
      return { kind: 'stream-deleted' };
    case 'maximum-append-size-exceeded':
    case 'invalid-argument':
      throw new InvalidAppend('EventStoreDB refuses this append', { cause: error });
    default:
      throw error;
  }
}
