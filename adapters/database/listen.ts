import pg from 'pg';
import { rest } from '../rest.js';

const retryMs = 1_000;

export type Listener = {
  /** Resolves after the first attempt, whether it listens then or has to try again. */
  ready(): Promise<void>;
  close(): Promise<void>;
};

type ListenOptions = {
  readonly connection: pg.ClientConfig;
  readonly channel: string;
  readonly onNotice: (payload: string) => void;
  /** Called whenever listening begins, also again: notices may have been missed before. */
  readonly onListening: () => void;
};

/**
 * Listens to a notification channel on a connection of its own, which must not pass a transaction pooler. Notices are
 * hints: a lost connection is opened again, and whoever needs to know more than "look again" looks for itself.
 */
export function listen(options: ListenOptions): Listener {
  const closing = new AbortController();
  let attempted: () => void = () => undefined;
  const first = new Promise<void>((resolve) => (attempted = resolve));

  async function run(): Promise<void> {
    while (!closing.signal.aborted) {
      await listenOnce(options, attempted, closing.signal);
      attempted();
      await rest(retryMs, closing.signal);
    }
  }

  const running = run();
  return {
    ready: () => first,
    async close() {
      closing.abort();
      await running;
    },
  };
}

/** Resolves when the connection is over, for whatever reason. */
async function listenOnce(
  { connection, channel, onNotice, onListening }: ListenOptions,
  listening: () => void,
  signal: AbortSignal,
): Promise<void> {
  const client = new pg.Client({ ...connection, connectionTimeoutMillis: 5_000, keepAlive: true });
  const lifetime = new AbortController();
  const finish = () => lifetime.abort();
  const over = new Promise<void>((resolve) => lifetime.signal.addEventListener('abort', () => resolve()));
  client.on('end', finish);
  client.on('error', finish);
  signal.addEventListener('abort', finish, { once: true, signal: lifetime.signal });
  client.on('notification', ({ payload }) => onNotice(payload ?? ''));
  try {
    if (!(await begin(client, channel))) return;
    listening();
    onListening();
    await over;
  } finally {
    finish();
    await client.end();
  }
}

/** False when the server is away or lets nobody in: whoever needs it for more than hints says why. */
async function begin(client: pg.Client, channel: string): Promise<boolean> {
  try {
    await client.connect();
    await client.query(`listen ${pg.escapeIdentifier(channel)}`);
    return true;
  } catch {
    return false;
  }
}
