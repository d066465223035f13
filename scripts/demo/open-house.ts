import { setTimeout as pause } from 'node:timers/promises';
import { readConfig } from '../../adapters/config.js';
import { asPortalRan } from '../../adapters/public-url.js';
import { openSystem } from '../../adapters/system.js';
import { commandHouse } from './command-house.js';
import type { OpenDemoHouse } from './house.js';

/** When a server runs on the same database, it computes the sums, and this process need not wait for it for ever. */
const sumsPatienceMs = 60_000;

const quiet = {
  info: () => undefined,
  warn: (message: string) => void process.stderr.write(`${message}\n`),
  error: (_details: object, message: string) => void process.stderr.write(`${message}\n`),
};

/** Opens the system that the environment describes. Throws a `ConfigError` when it does not describe one. */
export async function openHouse(): Promise<OpenDemoHouse> {
  const system = await openSystem(readConfig(asPortalRan(process.env)), quiet, { joinRunning: true });
  const house = commandHouse({
    ...system,
    db: system.database.db,
    waitFor: (position) => system.readModels.waitFor(position, { timeoutMs: 20_000 }),
    settle: async () => {
      await Promise.race([system.sumsSettled(), pause(sumsPatienceMs, undefined, { ref: false })]);
    },
  });
  return { ...house, databasePlace: system.databasePlace, close: () => system.close() };
}
