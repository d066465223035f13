import { createHash } from 'node:crypto';
import { chmod, chown, lstat, mkdir } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { chooseServerUser, isReachable, type ServerUser } from './server-user.js';

export type Folders = {
  readonly user: ServerUser | null;
  /** Holds the cluster and its log. */
  readonly home: string;
  readonly cluster: string;
  /** Short, because the path of a Unix socket ends at 107 bytes. */
  readonly sockets: string;
};

/** PostgreSQL's own limit is 1024 bytes for the longest file name. */
const longestHome = 900;

/** Decides where the cluster and its sockets live and makes those folders usable by the server's user. */
export async function prepareFolders(dataDir: string): Promise<Folders> {
  const wished = resolve(dataDir);
  if (Buffer.byteLength(wished) > longestHome) {
    throw new Error(`The path of the data folder is longer than ${longestHome} bytes: set DATA_DIR to a shorter one.`);
  }
  const user = await chooseServerUser(join(wished, 'postgres'));
  const home = (await isReachable(wished, user)) ? wished : elsewhere(wished);
  await mkdir(home, { recursive: true });
  const sockets = await socketFolder(home, user);
  return { user, home, cluster: join(home, 'postgres'), sockets };
}

/** Only root comes here: everybody else reaches what is their own. */
function elsewhere(wished: string): string {
  return join('/var/lib/sitelink', shortHash(wished));
}

async function socketFolder(home: string, user: ServerUser | null): Promise<string> {
  const uid = user?.uid ?? process.getuid?.() ?? 0;
  const name = `sitelink-${shortHash(`${home}:${uid}`)}`;
  const usual = tmpdir();
  const usable = Buffer.byteLength(usual) <= 60 && (await isReachable(usual, user));
  const folder = join(usable ? usual : '/tmp', name);
  await mkdir(folder, { recursive: true, mode: 0o700 });
  const info = await lstat(folder);
  const isOurs = process.getuid === undefined || info.uid === uid || info.uid === process.getuid();
  if (!info.isDirectory() || !isOurs) {
    throw new Error(
      `The folder ${folder} for the database's socket belongs to somebody else: remove it and start again.`,
    );
  }
  await giveTo(folder, user);
  await chmod(folder, 0o700);
  return folder;
}

export async function giveTo(path: string, user: ServerUser | null): Promise<void> {
  if (user !== null) await chown(path, user.uid, user.gid);
}

function shortHash(text: string): string {
  return createHash('sha256').update(text).digest('hex').slice(0, 12);
}
