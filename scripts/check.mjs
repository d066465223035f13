#!/usr/bin/env node
// Everything that can be checked without running the program. Prints what failed; exit code 1 when anything did.
import { spawn } from 'node:child_process';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');
const bin = (name, file) => join(root, 'node_modules', name, file);
const rooms = ['domain', 'commands', 'projections', 'adapters', 'http', 'scripts', 'web', 'test'];

const tsc = (project) => [bin('typescript', 'bin/tsc'), '-p', project, '--noEmit'];
const cruiser = bin('dependency-cruiser', 'bin/dependency-cruise.mjs');
// What the cache holds was clean; a change of a type elsewhere is only seen without it, as on a clean checkout.
const eslintCache = ['--cache', '--cache-location', 'node_modules/.cache/eslint/'];

/** What is built is looked at by what follows. */
const made = [
  ['build', ['scripts/build.mjs']],
  ['API types up to date', ['scripts/run.mjs', 'scripts/generate-api', '--check']],
  ['API document follows the rules', ['scripts/run.mjs', 'scripts/lint-api']],
  ['event catalogue up to date', ['scripts/run.mjs', 'scripts/generate-events', '--check']],
];
/** Side by side, each about as long as the other. */
const lanes = [
  [
    ['types (server, tests)', tsc('tsconfig.json')],
    ['types (web)', tsc('web/tsconfig.json')],
    ['prettier', [bin('prettier', 'bin/prettier.cjs'), '--check', '--cache', '--log-level', 'warn', '.']],
  ],
  [
    ['layers and cycles', [cruiser, '--config', '.dependency-cruiser.cjs', ...rooms]],
    ['eslint', [bin('eslint', 'bin/eslint.js'), '--max-warnings', '0', ...eslintCache, '.']],
  ],
];

let failures = 0;
await inTurn(made);
await Promise.all(lanes.map(inTurn));
process.exit(failures === 0 ? 0 : 1);

async function inTurn(some) {
  for (const [title, args] of some) {
    const startedAt = performance.now();
    const { status, output } = await run(args);
    const seconds = ((performance.now() - startedAt) / 1000).toFixed(1);
    console.log(`${status === 0 ? 'ok    ' : 'FAILED'} ${title} (${seconds} s)`);
    if (status === 0) continue;
    failures++;
    console.log(output.trimEnd());
  }
}

function run(args) {
  return new Promise((resolve) => {
    const child = spawn(process.execPath, args, { cwd: root, stdio: ['ignore', 'pipe', 'pipe'] });
    let output = '';
    const collect = (chunk) => (output += chunk);
    child.stdout.on('data', collect);
    child.stderr.on('data', collect);
    child.once('close', (status) => resolve({ status, output }));
  });
}
