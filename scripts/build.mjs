#!/usr/bin/env node
// Compiles the server to dist/ and the web application to web/dist/, each only when its sources changed.
import { spawnSync } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { brotliCompressSync, gzipSync } from 'node:zlib';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');
const require = createRequire(import.meta.url);
const force = process.argv.includes('--force');
const skipped = new Set(['node_modules', 'dist', '.git', '.tap', 'data', 'test', 'docs']);

/** Number of files and newest change under the given paths; folders' own times change when `dist/` is made in them. */
function fingerprint(paths) {
  const times = paths.flatMap((path) => fileTimes(join(root, path)));
  return `${times.length} files, newest ${Math.max(0, ...times)}`;
}

function fileTimes(path) {
  const info = statSync(path, { throwIfNoEntry: false });
  if (info === undefined) return [];
  if (!info.isDirectory()) return [info.mtimeMs];
  const children = readdirSync(path).filter((name) => !skipped.has(name));
  return children.flatMap((name) => fileTimes(join(path, name)));
}

function run(title, program, args, cwd) {
  const startedAt = performance.now();
  const { status, error } = spawnSync(process.execPath, [program, ...args], { cwd, stdio: 'inherit' });
  if (error !== undefined || status !== 0) {
    console.error(`${title} failed.`);
    process.exit(1);
  }
  console.log(`${title} in ${((performance.now() - startedAt) / 1000).toFixed(1)} s`);
}

/** Does the work unless the stamp says that these very sources were built. */
function unlessDone(stampFile, sources, work) {
  const stamp = fingerprint(sources);
  const file = join(root, stampFile);
  if (!force && existsSync(file) && readFileSync(file, 'utf8') === stamp) return;
  work();
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, stamp);
}

/** Smaller twins of the files that browsers load first; the server sends them as they are. */
function compress(folder) {
  for (const name of readdirSync(folder)) {
    const path = join(folder, name);
    if (statSync(path).isDirectory()) compress(path);
    else if (/\.(?:js|css|html|svg|json)$/.test(name) && statSync(path).size > 1024) {
      const content = readFileSync(path);
      writeFileSync(`${path}.br`, brotliCompressSync(content));
      writeFileSync(`${path}.gz`, gzipSync(content));
    }
  }
}

const serverSources = [
  'domain',
  'commands',
  'projections',
  'adapters',
  'http',
  'scripts',
  'tsconfig.json',
  'tsconfig.build.json',
  'package-lock.json',
];
unlessDone('dist/.built', serverSources, () => {
  run(
    'Server compiled',
    join(dirname(require.resolve('typescript/package.json')), 'bin/tsc'),
    ['-p', 'tsconfig.build.json'],
    root,
  );
  const texts = 'adapters/documents/texts';
  rmSync(join(root, 'dist', texts), { recursive: true, force: true });
  cpSync(join(root, texts), join(root, 'dist', texts), { recursive: true });
});
unlessDone('web/dist/.built', ['web', 'package-lock.json'], () => {
  const fromWeb = createRequire(join(root, 'web/package.json'));
  const vite = join(dirname(fromWeb.resolve('vite/package.json')), 'bin/vite.js');
  run('Web application built', vite, ['build', '--logLevel', 'warn'], join(root, 'web'));
  compress(join(root, 'web/dist'));
});
