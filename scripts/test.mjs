#!/usr/bin/env node
// All tests: types first, then everything under test/ with tap, over one throw-away PostgreSQL. Arguments are test
// files; none means all. The last line is `N passed, N failed`: the assertions of all files, where a type error, a
// crashed file or a crashed runner counts as one failure each.
import { spawn, spawnSync } from 'node:child_process';
import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { countTap } from './tap-count.mjs';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');
const packageBin = (name, file) => join(root, 'node_modules', name, file);
const files = process.argv.slice(2);

const build = node(['scripts/build.mjs']);
// `.ci/run` has just checked them.
const areTypesRight =
  process.env.TYPES_CHECKED === 'yes' ||
  (build === 0 && node([packageBin('typescript', 'bin/tsc'), '-p', 'tsconfig.json', '--noEmit']) === 0);
const database = build === 0 ? await startDatabase() : null;
let result = { passed: 0, failed: 0 };
try {
  if (database !== null) result = await runTap(database.url);
} finally {
  await database?.stop();
}
const failed = result.failed + (build === 0 ? 0 : 1) + (areTypesRight ? 0 : 1);
process.exitCode = failed === 0 && result.passed > 0 ? 0 : 1;
process.stdout.write(`${result.passed} passed, ${failed} failed\n`);

function node(args) {
  return spawnSync(process.execPath, args, { cwd: root, stdio: 'inherit' }).status;
}

async function startDatabase() {
  if (process.env.TEST_DATABASE_URL) return { url: process.env.TEST_DATABASE_URL, stop: async () => undefined };
  const { startEmbeddedPostgres } = await import('../dist/adapters/embedded-postgres/embedded-postgres.js');
  const dataDir = mkdtempSync(join(tmpdir(), 'sitelink-tests-'));
  // Open to the user that the server runs as, so that its data lies in here and goes with it.
  chmodSync(dataDir, 0o755);
  const server = await startEmbeddedPostgres({
    dataDir,
    log: { info: () => undefined, warn: (message) => console.error(message) },
    // Several tests at a time, some with several nodes.
    settings: { fsync: 'off', synchronous_commit: 'off', full_page_writes: 'off', max_connections: '300' },
  });
  return {
    url: server.url,
    async stop() {
      await server.stop();
      rmSync(dataDir, { recursive: true, force: true });
    },
  };
}

async function runTap(databaseUrl) {
  const tap = packageBin('tap', 'dist/esm/run.mjs');
  const child = spawn(process.execPath, [tap, '--reporter=tap', ...files], {
    cwd: root,
    stdio: ['inherit', 'pipe', 'inherit'],
    env: { ...process.env, TEST_DATABASE_URL: databaseUrl, npm_config_nodedir: undefined },
  });
  const ended = new Promise((resolve) => child.once('close', resolve));
  const counted = await countTap(child.stdout, (text) => process.stdout.write(text));
  const status = await ended;
  return status !== 0 && counted.failed === 0 ? { ...counted, failed: 1 } : counted;
}
