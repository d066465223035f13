import type pg from 'pg';
import { listen } from '../database/listen.js';
import type { ProductionChange, ProductionChanges } from './port.js';

/** A channel for each kind of change; a notice names the plants. */
const channels: Readonly<Record<ProductionChange, string>> = {
  numbers: 'production_changed',
  deviceErrors: 'device_errors_changed',
};
const idsPerNotice = 150;

/** Tells all nodes which plants have something new, when the caller's transaction commits. */
export async function publishChanges(
  client: pg.ClientBase,
  change: ProductionChange,
  plantIds: readonly string[],
): Promise<void> {
  for (let from = 0; from < plantIds.length; from += idsPerNotice) {
    const named = plantIds.slice(from, from + idsPerNotice).join(',');
    await client.query('select pg_notify($1, $2)', [channels[change], named]);
  }
}

/**
 * Listens to the notices of whichever node computes the sums or takes errors, beside the pool and on the same database. A
 * notice is a hint: whenever listening begins anew every listener is called once, because notices may have been missed.
 */
export function postgresChanges(pool: pg.Pool): ProductionChanges & { close(): Promise<void> } {
  const listeners = new Map<string, Set<(change: ProductionChange) => void>>();

  const heard = (['numbers', 'deviceErrors'] as const).map((change) => {
    const call = (plantId: string) => {
      for (const listener of listeners.get(plantId) ?? []) listener(change);
    };
    return listen({
      connection: pool.options,
      channel: channels[change],
      onNotice: (payload) => payload.split(',').forEach(call),
      onListening: () => [...listeners.keys()].forEach(call),
    });
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
    ready: async () => void (await Promise.all(heard.map((listener) => listener.ready()))),
    close: async () => void (await Promise.all(heard.map((listener) => listener.close()))),
  };
}
