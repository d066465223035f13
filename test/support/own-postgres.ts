import { execFile, spawn, type ChildProcess } from 'node:child_process';
import { chmod, chown, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { promisify } from 'node:util';
import pg from 'pg';
import { findBinaries } from '../../adapters/embedded-postgres/binaries.js';
import { cleanEnvironment } from '../../adapters/embedded-postgres/cluster.js';
import { chooseServerUser } from '../../adapters/embedded-postgres/server-user.js';
import { freePort } from './free-port.js';

type Teardown = { teardown(handler: () => Promise<void>): unknown };

/** A PostgreSQL server of its own with fsync on, that may be killed and started again. */
type OwnPostgres = {
  readonly url: string;
  start(): Promise<void>;
  /** `kill -9` of the server and all its processes, as a power cut would. */
  kill(): Promise<void>;
  /** Stops the server and all its processes where they are, as a machine that hangs would. Answers how to go on. */
  freeze(): Promise<() => void>;
};

export async function ownPostgres(t: Teardown): Promise<OwnPostgres> {
  const folder = await mkdtemp(join(tmpdir(), 'sitelink-pg-'));
  const user = await chooseServerUser(join(folder, 'data'));
  const binaries = await findBinaries(user, () => undefined);
  await chmod(folder, 0o700);
  if (user !== null) await chown(folder, user.uid, user.gid);
  const data = join(folder, 'data');
  const port = await freePort();
  await promisify(execFile)(
    binaries.initdb,
    ['-D', data, '-U', 'postgres', '-A', 'trust', '-E', 'UTF8', '--locale=C'],
    {
      ...user,
      cwd: folder,
      env: cleanEnvironment(),
    },
  );
  let server: ChildProcess | null = null;

  const url = `postgres://postgres@127.0.0.1:${port}/postgres`;
  /** Processes of a killed server may hold its memory for a moment: then the new one gives up and is started again. */
  async function start(): Promise<void> {
    const options = [
      '-D',
      data,
      '-p',
      String(port),
      '-h',
      '127.0.0.1',
      '-k',
      folder,
      '-c',
      'fsync=on',
      '-c',
      'max_connections=300',
    ];
    for (let attempt = 1; ; attempt++) {
      const started = spawn(binaries.postgres, options, {
        ...user,
        cwd: folder,
        env: cleanEnvironment(),
        stdio: 'ignore',
        detached: true,
      });
      server = started;
      const gaveUp = new Promise<false>((resolve) => started.once('exit', () => resolve(false)));
      if (await Promise.race([accepting(url).then(() => true), gaveUp])) return;
      if (attempt === 50) throw new Error('PostgreSQL does not start');
      await pause(100);
    }
  }

  async function kill(): Promise<void> {
    const victim = server;
    server = null;
    if (victim?.pid === undefined) return;
    const exited = new Promise((resolve) => victim.once('exit', resolve));
    // It leads its own process group; its children notice by themselves that it is gone.
    process.kill(-victim.pid, 'SIGKILL');
    await exited;
  }

  async function freeze(): Promise<() => void> {
    const postmaster = server?.pid;
    if (postmaster === undefined) throw new Error('PostgreSQL is not running');
    const frozen = [postmaster, ...(await childrenOf(postmaster))];
    for (const pid of frozen) process.kill(pid, 'SIGSTOP');
    return () => {
      for (const pid of frozen) process.kill(pid, 'SIGCONT');
    };
  }

  t.teardown(async () => {
    await kill();
    await rm(folder, { recursive: true, force: true, maxRetries: 20, retryDelay: 100 });
  });
  return { url, start, kill, freeze };
}

async function childrenOf(parent: number): Promise<readonly number[]> {
  const { stdout } = await promisify(execFile)('ps', ['-A', '-o', 'pid=,ppid=']);
  const processes = stdout
    .trim()
    .split('\n')
    .map((line) => line.trim().split(/\s+/).map(Number));
  return processes.flatMap(([pid, ppid]) => (ppid === parent && pid !== undefined ? [pid] : []));
}

/** Waits until the server answers a query; after a crash it recovers first. */
async function accepting(url: string): Promise<void> {
  const deadline = Date.now() + 30_000;
  for (;;) {
    const client = new pg.Client({ connectionString: url });
    client.on('error', () => undefined);
    try {
      await client.connect();
      await client.query('select 1');
      await client.end();
      return;
    } catch (error) {
      await client.end();
      if (Date.now() > deadline) throw error;
      await pause(50);
    }
  }
}
