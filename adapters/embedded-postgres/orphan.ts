import { execFile } from 'node:child_process';
import { readFile, readlink, realpath, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { promisify } from 'node:util';
import { absent } from '../absent.js';

const stopTimeoutMs = 30_000;

/**
 * A server that outlived its supervisor (kill -9) still holds the cluster: it is stopped cleanly, which takes a moment
 * and keeps everything. A lock file that names a process which is no PostgreSQL is removed.
 */
export async function stopOrphan(cluster: string, log: (message: string) => void): Promise<void> {
  const lockFile = join(cluster, 'postmaster.pid');
  const pid = Number((await readFile(lockFile, 'utf8').catch(absent))?.split('\n', 1)[0]);
  if (!Number.isInteger(pid) || pid <= 1) return;
  if (!isAlive(pid)) return; // PostgreSQL itself recognises a stale file of a dead process
  if (!(await servesCluster(pid, cluster))) {
    await rm(lockFile, { force: true });
    return;
  }
  log(`A PostgreSQL server (process ${pid}) was left over from an earlier run; it is being stopped.`);
  process.kill(pid, 'SIGINT');
  const deadline = Date.now() + stopTimeoutMs;
  while (isAlive(pid)) {
    if (Date.now() > deadline) {
      throw new Error(`A PostgreSQL server of an earlier run (process ${pid}) does not stop: end it and start again.`);
    }
    await pause(25);
  }
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}

/** Whether the process is the server of this cluster and not a stranger that got the number of a dead one. */
async function servesCluster(pid: number, cluster: string): Promise<boolean> {
  if (process.platform === 'win32') return true;
  if (process.platform === 'linux') {
    const folder = await readlink(`/proc/${pid}/cwd`).catch(() => null);
    return folder === null || folder === (await realpath(cluster)); // a server works in its cluster's folder
  }
  const { stdout } = await promisify(execFile)('ps', ['-o', 'command=', '-p', String(pid)]);
  return /(^|\/)postgres /.test(stdout);
}
