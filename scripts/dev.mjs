// Development: the server starts again when its compiled files change; Vite serves the web application with hot reload.
import { spawn } from 'node:child_process';
import { cpSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');
const packageBin = (from, name, file) => join(dirname(createRequire(from).resolve(`${name}/package.json`)), file);
const tsc = packageBin(import.meta.url, 'typescript', 'bin/tsc');
const vite = packageBin(join(root, 'web/package.json'), 'vite', 'bin/vite.js');

// Not of the compiler's kind, and read from beside what it writes.
cpSync(join(root, 'adapters/documents/texts'), join(root, 'dist/adapters/documents/texts'), { recursive: true });

const commands = [
  [[tsc, '-p', 'tsconfig.build.json', '--watch', '--preserveWatchOutput'], root],
  [['--watch', '--enable-source-maps', 'dist/http/server.js'], root],
  [[vite], join(root, 'web')],
];
const children = commands.map(([args, cwd]) => spawn(process.execPath, args, { cwd, stdio: 'inherit' }));
process.on('SIGINT', () => undefined);
process.on('SIGTERM', () => children.forEach((child) => child.kill('SIGTERM')));
for (const child of children) child.once('exit', () => children.forEach((other) => other.kill('SIGTERM')));
