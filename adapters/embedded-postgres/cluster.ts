import { spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { chmod, mkdir, readFile, rename, rm, stat, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { absent } from '../absent.js';
import type { Binaries } from './binaries.js';
import { giveTo, type Folders } from './folders.js';
import type { ServerUser } from './server-user.js';

export const superuser = 'sitelink';
const passwordFile = 'sitelink-password';

/** Makes the cluster when there is none, and answers its password. Interrupted half-way, it starts from anew. */
export async function ensureCluster(folders: Folders, binaries: Binaries): Promise<string> {
  const { cluster } = folders;
  if ((await stat(join(cluster, 'PG_VERSION')).catch(absentOrClosed(cluster))) === null) {
    await createCluster(folders, binaries);
  }
  const version = (await readFile(join(cluster, 'PG_VERSION'), 'utf8')).trim();
  if (version !== binaries.majorVersion) {
    throw new Error(
      `The database in ${cluster} was made by PostgreSQL ${version}, but PostgreSQL ${binaries.majorVersion} is installed: install the version of SiteLink that made it and export its log first.`,
    );
  }
  return readPassword(cluster);
}

export async function readPassword(cluster: string): Promise<string> {
  return (await readFile(join(cluster, passwordFile), 'utf8')).trim();
}

function absentOrClosed(cluster: string) {
  return (error: NodeJS.ErrnoException): null => {
    if (error.code === 'EACCES') {
      throw new Error(
        `The database folder ${cluster} belongs to another user: start SiteLink as that user, or set DATA_DIR to another folder.`,
      );
    }
    return absent(error);
  };
}

async function createCluster(folders: Folders, binaries: Binaries): Promise<void> {
  const { cluster, user, sockets } = folders;
  const draft = `${cluster}.new`;
  const password = randomBytes(24).toString('base64url');
  const handover = join(sockets, 'initial-password');
  await rm(draft, { recursive: true, force: true });
  await mkdir(draft, { mode: 0o700 });
  await giveTo(draft, user);
  await writePrivate(handover, password, user);
  try {
    const { status, output } = await run(
      binaries.initdb,
      [
        `--pgdata=${draft}`,
        `--username=${superuser}`,
        `--pwfile=${handover}`,
        '--auth=scram-sha-256',
        '--encoding=UTF8',
        '--no-locale',
        '--no-instructions',
      ],
      user,
      dirname(cluster),
    );
    if (status !== 0) throw new Error(`PostgreSQL could not make its database in ${cluster}: ${lastLines(output)}`);
  } finally {
    await rm(handover, { force: true });
  }
  await writePrivate(join(draft, passwordFile), password, user);
  await rename(draft, cluster);
}

async function writePrivate(file: string, text: string, user: ServerUser | null): Promise<void> {
  await writeFile(file, `${text}\n`, { mode: 0o600 });
  await chmod(file, 0o600);
  await giveTo(file, user);
}

/** Without the caller's `PG…` variables, which would lead the programs elsewhere. */
export function cleanEnvironment(): NodeJS.ProcessEnv {
  const kept = Object.entries(process.env).filter(([name]) => !name.startsWith('PG') && !name.startsWith('LC_'));
  return { ...Object.fromEntries(kept), LC_ALL: 'C', LANG: 'C' };
}

function run(
  program: string,
  args: readonly string[],
  user: ServerUser | null,
  cwd: string,
): Promise<{ readonly status: number; readonly output: string }> {
  return new Promise((resolve, reject) => {
    const child = spawn(program, args, { cwd, env: cleanEnvironment(), stdio: ['ignore', 'pipe', 'pipe'], ...user });
    let output = '';
    const collect = (chunk: Buffer) => (output += chunk.toString());
    child.stdout.on('data', collect);
    child.stderr.on('data', collect);
    child.once('error', (error) => reject(new Error(`PostgreSQL's ${program} cannot be started: ${error.message}`)));
    child.once('close', (status) => resolve({ status: status ?? 1, output }));
  });
}

/** The end of a log, in one line. */
export function lastLines(output: string): string {
  const lines = output.split('\n').map((line) => line.trim());
  return (
    lines
      .filter((line) => line !== '')
      .slice(-5)
      .join(' / ') || 'it said nothing'
  );
}
