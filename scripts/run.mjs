#!/usr/bin/env node
// Runs a compiled program: `node scripts/run.mjs http/server [arguments]`. Builds first what is missing or outdated.
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');
const [program = 'http/server', ...args] = process.argv.slice(2);
const hasCompiler = existsSync(join(root, 'node_modules/typescript'));
if (hasCompiler) {
  const { status } = spawnSync(process.execPath, [join(root, 'scripts/build.mjs')], { stdio: ['ignore', 2, 2] });
  if (status !== 0) process.exit(1);
}
const file = join(root, 'dist', `${program}.js`);
if (!existsSync(file)) {
  console.error(`${file} is missing: run \`npm run build\` where the development packages are installed.`);
  process.exit(1);
}
process.setSourceMapsEnabled(true);
process.argv = [process.execPath, file, ...args];
await import(pathToFileURL(file).href);
