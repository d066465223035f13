import type pg from 'pg';
import type { ProductionChanges } from './port.js';

const channel = 'production_changed';
const idsPerNotice = 150;
const reconnectAfterMs = 1_000;

/** Tells all nodes which plants have new sums, when the caller's transaction commits. */
export async function publishChanges(client: pg.ClientBase, plantIds: readonly string[]): Promise<void> {
  for (let from = 0; from < plantIds.length; from += idsPerNotice) {
    await client.query('select pg_notify($1, $2)', [channel, plantIds.slice(from, from + idsPerNotice).join(',')]);
  }
}

/**
 * Listens to the notices of whichever node computes the sums. A notice is a hint: after a lost connection every listener
 * is called once, because notices may have been missed.
 */
export function postgresChanges(pool: pg.Pool): ProductionChanges & { close(): Promise<void> } {
  const listeners = new Map<string, Set<() => void>>();
  let client: pg.PoolClient | null = null;
  let closed = false;
  let retry: NodeJS.Timeout | null = null;

  function call(plantId: string): void {
    for (const listener of listeners.get(plantId) ?? []) listener();
  }

  async function connect(): Promise<void> {
    const connected = await pool.connect();
    const lost = () => {
      connected.removeAllListeners('notification');
      connected.release(true);
      client = null;
      reconnectLater();
    };
    connected.once('error', lost);
    connected.on('notification', ({ payload }) => payload?.split(',').forEach(call));
    try {
      await connected.query(`listen ${channel}`);
    } catch (error) {
      connected.removeListener('error', lost);
      connected.release(true);
      throw error;
    }
    client = connected;
    if (closed) await close();
  }

  function reconnectLater(): void {
    if (closed) return;
    retry = setTimeout(() => {
      started = connect().then(
        () => [...listeners.keys()].forEach(call),
        () => reconnectLater(),
      );
    }, reconnectAfterMs).unref();
  }

  async function close(): Promise<void> {
    closed = true;
    if (retry !== null) clearTimeout(retry);
    const open = client;
    client = null;
    if (open === null) return;
    open.removeAllListeners('error');
    open.on('error', () => undefined);
    open.release(true);
  }

  let started = connect().catch(() => reconnectLater());

  return {
    subscribe(plantId, listener) {
      const of = listeners.get(plantId) ?? new Set();
      listeners.set(plantId, of.add(listener));
      return () => {
        of.delete(listener);
        if (of.size === 0) listeners.delete(plantId);
      };
    },
    ready: () => started.then(() => undefined),
    async close() {
      closed = true;
      await started;
      await close();
    },
  };
}
