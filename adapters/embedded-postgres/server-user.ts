import { constants } from 'node:fs';
import { access, readFile, stat } from 'node:fs/promises';
import { dirname } from 'node:path';
import { absent } from '../absent.js';

/** The operating system's user that the server runs as; PostgreSQL refuses to run as root. */
export type ServerUser = { readonly uid: number; readonly gid: number };

/**
 * Null when the server runs as ourselves. As root, it runs as the owner of an existing cluster, else as `postgres`,
 * else as `nobody`.
 */
export async function chooseServerUser(clusterDir: string): Promise<ServerUser | null> {
  if (process.getuid?.() !== 0) return null;
  const owner = await stat(clusterDir).catch(absent);
  if (owner !== null && owner.uid !== 0) return { uid: owner.uid, gid: owner.gid };
  const user = (await userNamed('postgres')) ?? (await userNamed('nobody'));
  if (user === null) {
    throw new Error(
      'PostgreSQL does not run as root and there is no user "postgres" or "nobody": start SiteLink as an ordinary user, or set DATABASE_URL.',
    );
  }
  return user;
}

async function userNamed(name: string): Promise<ServerUser | null> {
  const lines = (await readFile('/etc/passwd', 'utf8').catch(absent))?.split('\n');
  const fields = lines?.map((line) => line.split(':')).find((parts) => parts[0] === name);
  const [uid, gid] = [Number(fields?.[2]), Number(fields?.[3])];
  return Number.isInteger(uid) && Number.isInteger(gid) && uid !== 0 ? { uid, gid } : null;
}

/** Whether the user can reach everything under a folder: each existing folder on the way must let it through. */
export async function isReachable(folder: string, user: ServerUser | null): Promise<boolean> {
  for (let path = folder; ; path = dirname(path)) {
    if (!(await letsThrough(path, user))) return false;
    if (dirname(path) === path) return true;
  }
}

async function letsThrough(path: string, user: ServerUser | null): Promise<boolean> {
  const info = await stat(path).catch(absent);
  if (info === null) return true; // does not exist yet
  if (user === null) {
    return access(path, constants.X_OK).then(
      () => true,
      () => false,
    );
  }
  if (info.uid === user.uid) return (info.mode & 0o100) !== 0;
  if (info.gid === user.gid) return (info.mode & 0o010) !== 0;
  return (info.mode & 0o001) !== 0;
}
