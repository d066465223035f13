// `npm run bench -- <name> [arguments]` runs scripts/bench/<name>.ts, compiled.
import { readdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const folder = join(dirname(fileURLToPath(import.meta.url)), 'bench');
const names = readdirSync(folder)
  .filter((file) => file.endsWith('.ts'))
  .map((file) => file.slice(0, -3));
const [name, ...args] = process.argv.slice(2);
if (name === undefined || !names.includes(name)) {
  console.log(`usage: npm run bench -- <name> [arguments]\nnames: ${names.join(', ')}`);
  process.exit(name === undefined || name === '--help' ? 0 : 1);
}
process.argv = [process.argv[0], process.argv[1], `scripts/bench/${name}`, ...args];
await import('./run.mjs');
