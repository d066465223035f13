import { setMaxListeners } from 'node:events';
import { EventStoreDBClient } from '@eventstore/db-client';
import { rest } from '../../rest.js';

const disposeMs = 1_000;

/** A client, and the signal that it was given up: nothing more will come from it. */
export type Line = { readonly client: EventStoreDBClient; readonly gone: AbortSignal };

export type Connection = {
  line(): Promise<Line>;
  /**
   * Replaces a client that went silent; the client itself only reconnects when it is told of an error. Resolves once,
   * for as many callers as noticed it; the next line waits until the streams of the old one have ended.
   */
  giveUp(line: Line): void;
  close(): Promise<void>;
};

/**
 * @param address `esdb://…` or `esdb+discover://…`, or `unix:` and the path of a socket. Throws when it does not parse.
 */
export function openConnection(address: string): Connection {
  let current = openLine(address);
  let ended: Promise<void> = Promise.resolve();

  async function end({ line, controller }: OpenLine): Promise<void> {
    controller.abort();
    const disposed = new AbortController();
    // All calls are cancelled at once; but under Node 24 one that was cut off by the server may never say that it ended.
    await Promise.race([line.client.dispose().finally(() => disposed.abort()), rest(disposeMs, disposed.signal)]);
  }

  return {
    async line() {
      await ended;
      return current.line;
    },
    giveUp(line) {
      if (line !== current.line) return;
      const old = current;
      current = openLine(address);
      ended = ended.then(() => end(old));
    },
    async close() {
      await ended;
      await end(current);
    },
  };
}

type OpenLine = { readonly line: Line; readonly controller: AbortController };

function openLine(address: string): OpenLine {
  const controller = new AbortController();
  // As many feeds as there are followers.
  setMaxListeners(0, controller.signal);
  return { line: { client: openClient(address), gone: controller.signal }, controller };
}

function openClient(address: string): EventStoreDBClient {
  if (address.startsWith('unix:')) return new EventStoreDBClient({ endpoint: address }, { insecure: true });
  // Without throwing, the client reports a wrong revision after a conflict.
  if (/[?&]throwOnAppendFailure=/i.test(address)) throw new TypeError('throwOnAppendFailure cannot be chosen');
  return EventStoreDBClient.connectionString(address);
}
