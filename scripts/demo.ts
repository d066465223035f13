import { ConfigError } from '../adapters/config.js';
import { demoCommand } from './demo/command.js';
import { openHouse } from './demo/open-house.js';

try {
  process.exitCode = await demoCommand(openHouse);
} catch (error) {
  const known = error instanceof ConfigError || (error instanceof Error && error.name === 'AbortError');
  process.stderr.write(`${known ? error.message : error instanceof Error ? (error.stack ?? error.message) : error}\n`);
  process.exitCode = 1;
}
