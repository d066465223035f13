import { spawn, type ChildProcess } from 'node:child_process';
import { open, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import pg from 'pg';
import { absent } from '../absent.js';
import { findBinaries, type Binaries } from './binaries.js';
import { cleanEnvironment, ensureCluster, lastLines, readPassword, superuser } from './cluster.js';
import { giveTo, prepareFolders, type Folders } from './folders.js';
import { holdFolder } from './lock.js';
import { stopOrphan } from './orphan.js';

type EmbeddedPostgresOptions = {
  /** The cluster lives in its subfolder `postgres`. */
  readonly dataDir: string;
  readonly log: { info(message: string): void; warn(message: string): void };
  /** Server settings beside ours, e.g. `{ fsync: 'off' }` for tests. */
  readonly settings?: Readonly<Record<string, string>>;
  /** Where SiteLink runs on the folder already, use its server and leave it running: for tools beside it. */
  readonly joinRunning?: boolean;
};

type EmbeddedPostgres = {
  /** Database `sitelink` over the Unix socket (over loopback on Windows). */
  readonly url: string;
  /** Where the cluster lives: not in `dataDir` when the user of the server, who is never root, cannot reach that. */
  readonly home: string;
  /** Of the present server; changes when it crashed and was started again. 0 for a server that another process runs. */
  readonly pid: number;
  /** Disconnects everybody, writes everything, ends the server. */
  stop(): Promise<void>;
};

const database = 'sitelink';
const onWindows = process.platform === 'win32';
const startTimeoutMs = 120_000;
const stopTimeoutMs = 8_000;

/**
 * Starts the PostgreSQL that comes with the npm packages on a folder of its own, and starts it again whenever it
 * crashes. Each rejection is one sentence for the person who started SiteLink.
 */
export async function startEmbeddedPostgres(options: EmbeddedPostgresOptions): Promise<EmbeddedPostgres> {
  const info = (message: string) => options.log.info(message);
  const folders = await prepareFolders(options.dataDir);
  const lock = await holdFolder(folders.sockets);
  if (lock === null) {
    if (options.joinRunning === true) return joinRunning(folders);
    throw new Error(`SiteLink is already running on the data folder ${folders.home}: stop it first, or set DATA_DIR.`);
  }
  try {
    const binaries = await findBinaries(folders.user, info);
    await stopOrphan(folders.cluster, info);
    const password = await ensureCluster(folders, binaries);
    const server = new Supervisor(folders, binaries, password, options);
    await server.start();
    await createDatabase(server.urlOf('postgres'));
    return {
      url: server.urlOf(database),
      home: folders.home,
      get pid() {
        return server.pid;
      },
      async stop() {
        await server.stop();
        await lock.release();
      },
    };
  } catch (error) {
    await lock.release();
    throw error;
  }
}

async function joinRunning(folders: Folders): Promise<EmbeddedPostgres> {
  const deadline = Date.now() + startTimeoutMs;
  for (;;) {
    const password = await readPassword(folders.cluster).catch(absent);
    const url = password === null ? null : urlOf(folders, password, database);
    if (url !== null && (await answers(url))) return { url, home: folders.home, pid: 0, stop: async () => undefined };
    if (Date.now() > deadline)
      throw new Error(`SiteLink starts on the data folder ${folders.home} but does not answer.`);
    await pause(100);
  }
}

function urlOf(folders: Folders, password: string, name: string): string {
  const host = onWindows ? 'localhost:54320' : encodeURIComponent(folders.sockets);
  return `postgres://${superuser}:${password}@${host}/${name}`;
}

class Supervisor {
  readonly #folders: Folders;
  readonly #binaries: Binaries;
  readonly #password: string;
  readonly #options: EmbeddedPostgresOptions;
  #child: ChildProcess | null = null;
  #stopping = false;
  #restarting: Promise<void> = Promise.resolve();

  constructor(folders: Folders, binaries: Binaries, password: string, options: EmbeddedPostgresOptions) {
    this.#folders = folders;
    this.#binaries = binaries;
    this.#password = password;
    this.#options = options;
  }

  get pid(): number {
    return this.#child?.pid ?? 0;
  }

  urlOf(name: string): string {
    return urlOf(this.#folders, this.#password, name);
  }

  /** Resolves when the server answers. A cluster that a dying server still holds is tried again for a while. */
  async start(): Promise<void> {
    for (let attempt = 1; ; attempt++) {
      const failure = await this.#startOnce();
      if (failure === null) return;
      const stillHeld = /shared memory block|lock file/.test(failure);
      if (!stillHeld || attempt === 20) throw new Error(`PostgreSQL did not start: ${failure}`);
      await pause(100 * attempt);
    }
  }

  async stop(): Promise<void> {
    this.#stopping = true;
    await this.#restarting;
    const child = this.#child;
    if (child === null || hasEnded(child)) return;
    const ended = new Promise<void>((resolve) => child.once('exit', () => resolve()));
    for (const signal of ['SIGINT', 'SIGQUIT', 'SIGKILL'] as const) {
      await this.#signal(child, signal);
      const inTime = await Promise.race([ended.then(() => true), pause(stopTimeoutMs, false, { ref: false })]);
      if (inTime) return;
    }
  }

  async #startOnce(): Promise<string | null> {
    const logFile = join(this.#folders.home, 'postgres.log');
    const handle = await open(logFile, 'w', 0o600);
    await giveTo(logFile, this.#folders.user);
    const child = spawn(this.#binaries.postgres, this.#arguments(), {
      cwd: this.#folders.home,
      env: cleanEnvironment(),
      stdio: ['ignore', handle.fd, handle.fd],
      // Its own process group: Ctrl-C reaches SiteLink first, which then stops it in order.
      detached: !onWindows,
      ...this.#folders.user,
    });
    let spawnError: Error | null = null;
    child.once('error', (error) => (spawnError = error));
    await handle.close();
    const endWithUs = () => child.kill('SIGINT');
    process.once('exit', endWithUs);
    child.once('exit', () => process.removeListener('exit', endWithUs));

    const deadline = Date.now() + startTimeoutMs;
    while (!hasEnded(child) && spawnError === null) {
      if (await answers(this.urlOf('postgres'))) {
        this.#child = child;
        child.once('exit', () => this.#onExit());
        if (hasEnded(child)) this.#onExit();
        return null;
      }
      if (Date.now() > deadline) {
        child.kill('SIGKILL');
        return 'it does not answer on its socket';
      }
      await pause(20);
    }
    process.removeListener('exit', endWithUs);
    if (spawnError !== null) return (spawnError as Error).message;
    return lastLines(await readFile(logFile, 'utf8'));
  }

  #onExit(): void {
    if (this.#stopping) return;
    this.#options.log.warn('PostgreSQL ended unexpectedly and is being started again.');
    this.#restarting = this.#restart();
  }

  async #restart(): Promise<void> {
    for (let waitMs = 100; !this.#stopping; waitMs = Math.min(waitMs * 2, 10_000)) {
      await pause(waitMs);
      try {
        await this.start();
        this.#options.log.info('PostgreSQL runs again.');
        return;
      } catch (error) {
        this.#options.log.warn(error instanceof Error ? error.message : String(error));
      }
    }
  }

  async #signal(child: ChildProcess, signal: NodeJS.Signals): Promise<void> {
    if (!onWindows) return void child.kill(signal);
    const mode = signal === 'SIGINT' ? 'fast' : 'immediate';
    spawn(this.#binaries.pgCtl, ['stop', '-D', this.#folders.cluster, '-m', mode], { stdio: 'ignore' });
  }

  #arguments(): readonly string[] {
    const place = onWindows
      ? { listen_addresses: '127.0.0.1', port: '54320' }
      : { listen_addresses: '', unix_socket_directories: this.#folders.sockets, unix_socket_permissions: '0700' };
    const all = { ...place, ...settings, ...this.#options.settings };
    return ['-D', this.#folders.cluster, ...Object.entries(all).flatMap(([name, value]) => ['-c', `${name}=${value}`])];
  }
}

/** For one busy node on a small machine: room for bursts of group commits, checkpoints spread out. */
const settings = {
  shared_buffers: '128MB',
  max_connections: '100',
  max_wal_size: '2GB',
  min_wal_size: '256MB',
  checkpoint_timeout: '15min',
  wal_buffers: '16MB',
  wal_compression: 'on',
  jit: 'off',
  timezone: 'UTC',
  log_timezone: 'UTC',
  log_min_messages: 'warning',
};

function hasEnded(child: ChildProcess): boolean {
  return child.exitCode !== null || child.signalCode !== null;
}

async function answers(url: string): Promise<boolean> {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 5_000 });
  client.on('error', () => undefined);
  try {
    await client.connect();
    return true;
  } catch (error) {
    if ((error as { code?: string }).code === '28P01') {
      throw new Error(
        'The password file of the database does not fit the database: restore both from the same backup.',
      );
    }
    return false; // not yet, or not any more: the caller looks at the process
  } finally {
    await client.end();
  }
}

async function createDatabase(url: string): Promise<void> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    const { rowCount } = await client.query('select from pg_database where datname = $1', [database]);
    if (rowCount === 0) await client.query(`create database ${database}`);
  } finally {
    await client.end();
  }
}
