#!/usr/bin/env node
// All tests: compiled beside the server in dist/, types first, then each file in a process of its own, several at a
// time, over one throw-away PostgreSQL. Arguments are test files or their folders; none means all. The last line is
// `N passed, N failed`: the assertions of all files, where type errors and a crashed file count as one failure each.
import { spawn, spawnSync } from 'node:child_process';
import { chmodSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { countTap } from './tap-count.mjs';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');
const filesAtATime = 3;
const timeoutSeconds = 180;

const names = process.argv.slice(2);
const files = spread(chosen(names));
const isBuilt = node(['scripts/build.mjs']);
// `.ci/run` has just checked them.
const checks = process.env.TYPES_CHECKED === 'yes' ? ['--noCheck'] : [];
const areTypesRight =
  isBuilt && node([join('node_modules', 'typescript', 'bin/tsc'), '-p', 'tsconfig.test.json', ...checks]);
const result = { passed: 0, failed: areTypesRight ? 0 : 1 };
/** Which answers of the API the tests have met. */
const answersDir = mkdtempSync(join(tmpdir(), 'sitelink-answers-'));
const metAnswers = process.env.MET_ANSWERS ?? join(answersDir, 'met');
const database = isBuilt ? await startDatabase() : null;
try {
  if (database !== null) {
    const template = await makeTemplate(database.url);
    const places = { TEST_DATABASE_URL: database.url, TEST_DATABASE_TEMPLATE: template.name, MET_ANSWERS: metAnswers };
    await Promise.all(Array.from({ length: filesAtATime }, () => runInTurn(places)));
    await template.drop();
  }
} finally {
  await database?.stop();
}
// Some tests alone meet some answers only.
if (names.length === 0 && isBuilt && !node(['dist/scripts/check-answers.js', metAnswers])) result.failed++;
rmSync(answersDir, { recursive: true, force: true });
process.exitCode = result.failed === 0 && result.passed > 0 ? 0 : 1;
process.stdout.write(`${result.passed} passed, ${result.failed} failed\n`);

/** Every test file, or those that the arguments begin. */
function chosen(names) {
  const all = readdirSync(join(root, 'test'), { recursive: true })
    .map((file) => join('test', file))
    .filter((file) => file.endsWith('.test.ts'))
    .sort();
  const unknown = names.filter((name) => !all.some((file) => file.startsWith(name)));
  for (const name of unknown) console.error(`${name}: no test file begins like this.`);
  if (unknown.length > 0) process.exit(1);
  return names.length === 0 ? all : all.filter((file) => names.some((name) => file.startsWith(name)));
}

/** Tests in a browser wait more than they compute, and too many browsers at a time starve each other: spreads them among the others. */
function spread(files) {
  const isBrowser = (file) => file.startsWith(join('test', 'browser'));
  const [browsers, others] = [files.filter(isBrowser), files.filter((file) => !isBrowser(file))];
  const between = Math.floor(others.length / (browsers.length + 1));
  return [...browsers.flatMap((file) => [...others.splice(0, between), file]), ...others];
}

function node(args) {
  return spawnSync(process.execPath, args, { cwd: root, stdio: 'inherit' }).status === 0;
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

/** A migrated database: tests copy it, which is ten times as fast as migrating their own. */
async function makeTemplate(serverUrl) {
  const { createDatabase, dropDatabase } = await import('../dist/test/support/databases.js');
  const { openDatabase } = await import('../dist/adapters/database/database.js');
  const { migrate } = await import('../dist/adapters/database/migrate.js');
  const { name, url } = await createDatabase(serverUrl, 'template0');
  const { db, close } = openDatabase(url);
  await migrate(db);
  await close();
  return { name, drop: () => dropDatabase(serverUrl, name) };
}

async function runInTurn(places) {
  for (let file = files.shift(); file !== undefined; file = files.shift()) await runFile(file, places);
}

async function runFile(file, places) {
  const startedAt = performance.now();
  const program = join('dist', file.replace(/\.ts$/, '.js'));
  const child = spawn(
    process.execPath,
    ['--enable-source-maps', '--import', './dist/test/support/met-answers.js', program],
    {
      cwd: root,
      stdio: ['ignore', 'pipe', 'inherit'],
      env: { ...process.env, ...places, TAP_TIMEOUT: String(timeoutSeconds) },
    },
  );
  // At this signal the file itself tells what it was waiting for, if it still can.
  const late = setTimeout(() => child.kill('SIGALRM'), timeoutSeconds * 1000);
  const tooLate = setTimeout(() => child.kill('SIGKILL'), (timeoutSeconds + 10) * 1000);
  const ended = new Promise((resolve) => child.once('close', (status, signal) => resolve(signal ?? status)));
  const counted = await countTap(file, child.stdout, (text) => process.stdout.write(text));
  const status = await ended;
  clearTimeout(late);
  clearTimeout(tooLate);
  if (status !== 0 && counted.failed === 0) {
    counted.failed++;
    process.stdout.write(`\nFAILED ${file} ended with ${status}\n`);
  }
  result.passed += counted.passed;
  result.failed += counted.failed;
  const seconds = ((performance.now() - startedAt) / 1000).toFixed(1);
  process.stdout.write(`${counted.failed === 0 ? 'ok    ' : 'FAILED'} ${file} (${seconds} s)\n`);
}
