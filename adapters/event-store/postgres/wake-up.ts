import { setTimeout as pause } from 'node:timers/promises';
import pg from 'pg';

/** Tells waiting readers that there is something new: a hint, they look for themselves anyway. */
export type WakeUp = {
  /** Grows with every hint; taken before a look, so that no hint between look and wait is lost. */
  readonly count: () => number;
  /** Resolves at the first hint after `seen`, after `timeoutMs`, or when `signal` aborts. */
  wait(seen: number, timeoutMs: number, signal: AbortSignal): Promise<void>;
  close(): Promise<void>;
};

const retryMs = 1_000;

/**
 * Listens to a notification channel on a connection of its own (not through a transaction pooler), from the first
 * `wait` on. A lost connection only makes the readers slower until it is back.
 */
export function openWakeUp(connectionString: string, channel: string): WakeUp {
  const closing = new AbortController();
  const sleepers = new Set<() => void>();
  let count = 0;
  let listening: Promise<void> | null = null;

  function wakeAll(): void {
    count++;
    for (const wake of [...sleepers]) wake();
  }

  async function listen(): Promise<void> {
    while (!closing.signal.aborted) {
      await listenOnce(connectionString, channel, wakeAll, closing.signal);
      await pauseUntil(retryMs, closing.signal);
    }
  }

  return {
    count: () => count,
    async wait(seen, timeoutMs, signal) {
      listening ??= listen();
      if (count !== seen || signal.aborted) return;
      await new Promise<void>((resolve) => {
        const wake = () => {
          sleepers.delete(wake);
          signal.removeEventListener('abort', wake);
          clearTimeout(timer);
          resolve();
        };
        const timer = setTimeout(wake, timeoutMs);
        signal.addEventListener('abort', wake);
        sleepers.add(wake);
      });
    },
    async close() {
      closing.abort();
      wakeAll();
      await listening;
    },
  };
}

/** Resolves when the connection is over, for whatever reason. */
async function listenOnce(
  connectionString: string,
  channel: string,
  wakeAll: () => void,
  signal: AbortSignal,
): Promise<void> {
  const client = new pg.Client({ connectionString, connectionTimeoutMillis: 5_000, keepAlive: true });
  const connection = new AbortController();
  const finish = () => connection.abort();
  const over = new Promise<void>((resolve) => connection.signal.addEventListener('abort', () => resolve()));
  client.on('end', finish);
  client.on('error', finish);
  signal.addEventListener('abort', finish, { once: true, signal: connection.signal });
  client.on('notification', wakeAll);
  try {
    await client.connect();
    await client.query(`listen ${pg.escapeIdentifier(channel)}`);
    // Whatever was written while nobody listened.
    wakeAll();
    await over;
  } catch {
    // The server is away: the readers poll, and the next round tries again.
  } finally {
    finish();
    await client.end().catch(() => undefined);
  }
}

/** A pause that ends early, without an error, when `signal` aborts. */
export async function pauseUntil(ms: number, signal: AbortSignal): Promise<void> {
  try {
    await pause(ms, undefined, { signal });
  } catch (error) {
    if (!signal.aborted) throw error;
  }
}
