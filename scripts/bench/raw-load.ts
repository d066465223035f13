import { once } from 'node:events';
import { connect, type Socket } from 'node:net';

type LoadOptions = {
  readonly url: URL;
  readonly connections: number;
  readonly messages: number;
  /** Writes message `index` (0-based) into a buffer of its own length; the same buffer is used again and again. */
  readonly write: (buffer: Buffer, index: number) => void;
  readonly template: Buffer;
};

export type LoadResult = {
  readonly messages: number;
  readonly failures: number;
  readonly seconds: number;
  readonly messagesPerSecond: number;
  readonly p50Ms: number;
  readonly p99Ms: number;
  readonly maxMs: number;
};

const okStatus = Buffer.from('HTTP/1.1 200');

/**
 * Sends messages over raw sockets, one at a time per connection: a generator that leaves the processor to the server.
 * Counts answers by their length, which is that of the first one with status 200; anything else is a failure and ends
 * that connection.
 */
export async function rawLoad(options: LoadOptions): Promise<LoadResult> {
  const { url, connections, messages } = options;
  const latencies = new Float64Array(messages);
  const state = { next: 0, done: 0, failures: 0 };
  const sockets = await Promise.all(Array.from({ length: Math.min(connections, messages) }, () => open(url)));
  const startedMs = performance.now();
  await Promise.all(sockets.map((socket) => drive(socket, options, state, latencies)));
  const seconds = (performance.now() - startedMs) / 1000;
  for (const socket of sockets) socket.destroy();
  const sorted = latencies.subarray(0, state.done).sort();
  const at = (share: number) => sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0;
  return {
    messages: state.done,
    failures: state.failures,
    seconds,
    messagesPerSecond: state.done / seconds,
    p50Ms: at(0.5),
    p99Ms: at(0.99),
    maxMs: at(1),
  };
}

async function open(url: URL): Promise<Socket> {
  const socket = connect({ host: url.hostname, port: Number(url.port || 80), noDelay: true });
  await once(socket, 'connect');
  return socket;
}

function drive(
  socket: Socket,
  options: LoadOptions,
  state: { next: number; done: number; failures: number },
  latencies: Float64Array,
): Promise<void> {
  const buffer = Buffer.from(options.template);
  return new Promise((resolve) => {
    let sentMs = 0;
    let answerLength = 0;
    let received = 0;
    let ended = false;
    const end = (failed: boolean) => {
      if (ended) return;
      ended = true;
      if (failed) state.failures++;
      resolve();
    };
    const send = () => {
      if (state.next >= options.messages) return end(false);
      options.write(buffer, state.next++);
      sentMs = performance.now();
      socket.write(buffer);
    };
    socket.on('data', (chunk) => {
      if (received === 0 && !chunk.subarray(0, okStatus.length).equals(okStatus)) {
        return end(true);
      }
      received += chunk.length;
      if (answerLength === 0) answerLength = wholeAnswer(chunk);
      if (received < answerLength) return;
      received = 0;
      latencies[state.done++] = performance.now() - sentMs;
      send();
    });
    socket.on('error', () => end(true));
    socket.on('close', () => end(true));
    send();
  });
}

/** Length of the answer that begins with this chunk: its head and its Content-Length. */
function wholeAnswer(chunk: Buffer): number {
  const text = chunk.toString('latin1');
  const bodyLength = Number(/\r\ncontent-length: *(\d+)/i.exec(text)?.[1] ?? 0);
  return text.indexOf('\r\n\r\n') + 4 + bodyLength;
}
