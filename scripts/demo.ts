import { setTimeout as pause } from 'node:timers/promises';
import { ConfigError, readConfig } from '../adapters/config.js';
import { openSystem } from '../adapters/system.js';
import { commandHouse } from './demo/command-house.js';
import { demoCommand } from './demo/command.js';
import type { DemoHouse } from './demo/house.js';

/** When a server runs on the same database, it computes the sums, and this process need not wait for it for ever. */
const sumsPatienceMs = 60_000;

const quiet = {
  info: () => undefined,
  warn: (message: string) => void process.stderr.write(`${message}\n`),
  error: (_details: object, message: string) => void process.stderr.write(`${message}\n`),
};

async function openHouse(): Promise<DemoHouse & { close(): Promise<void> }> {
  const system = await openSystem(readConfig(process.env), quiet);
  const house = commandHouse({
    ...system,
    db: system.database.db,
    waitFor: (position) => system.readModels.waitFor(position, { timeoutMs: 20_000 }),
    settle: async () => {
      await Promise.race([system.sumsSettled(), pause(sumsPatienceMs, undefined, { ref: false })]);
    },
  });
  return { ...house, close: () => system.close() };
}

try {
  process.exitCode = await demoCommand(openHouse);
} catch (error) {
  const known = error instanceof ConfigError || (error instanceof Error && error.name === 'AbortError');
  process.stderr.write(`${known ? error.message : error instanceof Error ? (error.stack ?? error.message) : error}\n`);
  process.exitCode = 1;
}
