import type pg from 'pg';
import { listen } from '../database/listen.js';
import type { ProductionChanges } from './port.js';

const channel = 'production_changed';
const idsPerNotice = 150;

/** Tells all nodes which plants have new sums, when the caller's transaction commits. */
export async function publishChanges(client: pg.ClientBase, plantIds: readonly string[]): Promise<void> {
  for (let from = 0; from < plantIds.length; from += idsPerNotice) {
    await client.query('select pg_notify($1, $2)', [channel, plantIds.slice(from, from + idsPerNotice).join(',')]);
  }
}

/**
 * Listens to the notices of whichever node computes the sums, beside the pool and on the same database. A notice is a
 * hint: whenever listening begins anew every listener is called once, because notices may have been missed.
 */
export function postgresChanges(pool: pg.Pool): ProductionChanges & { close(): Promise<void> } {
  const listeners = new Map<string, Set<() => void>>();

  function call(plantId: string): void {
    for (const listener of listeners.get(plantId) ?? []) listener();
  }

  const notices = listen({
    connection: pool.options,
    channel,
    onNotice: (payload) => payload.split(',').forEach(call),
    onListening: () => [...listeners.keys()].forEach(call),
  });
  return {
    subscribe(plantId, listener) {
      const of = listeners.get(plantId) ?? new Set();
      listeners.set(plantId, of.add(listener));
      return () => {
        of.delete(listener);
        if (of.size === 0) listeners.delete(plantId);
      };
    },
    ready: notices.ready,
    close: notices.close,
  };
}
