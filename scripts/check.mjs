#!/usr/bin/env node
// Everything that can be checked without running the program. Prints what failed; exit code 1 when anything did.
import { spawn } from 'node:child_process';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');
const bin = (name, file) => join(root, 'node_modules', name, file);
const rooms = ['domain', 'commands', 'projections', 'adapters', 'http', 'scripts', 'web', 'test'];

const steps = [
  ['types (server, tests)', [bin('typescript', 'bin/tsc'), '-p', 'tsconfig.json', '--noEmit']],
  ['types (web)', [bin('typescript', 'bin/tsc'), '-p', 'web/tsconfig.json', '--noEmit']],
  ['build', ['scripts/build.mjs']],
  ['API types up to date', ['scripts/run.mjs', 'scripts/generate-api', '--check']],
  ['event catalogue up to date', ['scripts/run.mjs', 'scripts/generate-events', '--check']],
  [
    'layers and cycles',
    [bin('dependency-cruiser', 'bin/dependency-cruise.mjs'), '--config', '.dependency-cruiser.cjs', ...rooms],
  ],
  // What the caches hold was clean; a change of a type elsewhere is only seen without them, as on a clean checkout.
  [
    'eslint',
    [
      bin('eslint', 'bin/eslint.js'),
      '--max-warnings',
      '0',
      '--cache',
      '--cache-location',
      'node_modules/.cache/eslint/',
      '.',
    ],
  ],
  ['prettier', [bin('prettier', 'bin/prettier.cjs'), '--check', '--cache', '--log-level', 'warn', '.']],
];

let failures = 0;
for (const [title, args] of steps) {
  const startedAt = performance.now();
  const { status, output } = await run(args);
  const seconds = ((performance.now() - startedAt) / 1000).toFixed(1);
  console.log(`${status === 0 ? 'ok    ' : 'FAILED'} ${title} (${seconds} s)`);
  if (status !== 0) {
    failures++;
    console.log(output.trimEnd());
  }
}
process.exit(failures === 0 ? 0 : 1);

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
