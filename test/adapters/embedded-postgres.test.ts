import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { chmod, chown, mkdir, mkdtemp, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { setTimeout as pause } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import pg from 'pg';
import t from 'tap';
import { startEmbeddedPostgres } from '../../adapters/embedded-postgres/embedded-postgres.js';

const isRoot = process.getuid?.() === 0;
const silent = { info: () => undefined, warn: () => undefined };
const script = fileURLToPath(new URL('../support/postgres-process.js', import.meta.url));

type Teardown = { teardown(handler: () => Promise<unknown>): unknown };
type Started = { url: string; home: string; pid: number; failed?: string; notes: string[] };

async function folder(t: Teardown, name = 'data'): Promise<string> {
  const parent = await mkdtemp(join(tmpdir(), 'sitelink-test-'));
  await chmod(parent, 0o755);
  t.teardown(() => rm(parent, { recursive: true, force: true }));
  return join(parent, name);
}

async function query(url: string, sql: string): Promise<Record<string, unknown>[]> {
  const client = new pg.Client({ connectionString: url });
  client.on('error', () => undefined);
  await client.connect();
  try {
    return (await client.query<Record<string, unknown>>(sql)).rows;
  } finally {
    await client.end();
  }
}

async function until<T>(attempt: () => Promise<T>): Promise<T> {
  for (const deadline = Date.now() + 20_000; ;) {
    try {
      return await attempt();
    } catch (error) {
      if (Date.now() > deadline) throw error;
      await pause(20);
    }
  }
}

async function startProcess(t: Teardown, dataDir: string, user?: { uid: number; gid: number }) {
  const child = spawn(process.execPath, [script, dataDir], {
    stdio: ['ignore', 'pipe', user === undefined ? 'inherit' : 'ignore'],
    env: { ...process.env, NODE_OPTIONS: '' },
    ...user,
  });
  t.teardown(() => end(child, 'SIGTERM'));
  const [line] = (await once(createInterface(child.stdout), 'line')) as [string];
  return { child, ...(JSON.parse(line) as Started) };
}

async function end(child: ChildProcess, signal: NodeJS.Signals): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  child.kill(signal);
  await once(child, 'exit');
}

function isAlive(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch {
    return false;
  }
}

t.test('starts, keeps its data, takes one owner at a time', async (t) => {
  const dataDir = await folder(t, `a folder with spaces ${'and a very long name '.repeat(9)}`.trim());
  const first = await startEmbeddedPostgres({ dataDir, log: silent });
  await query(first.url, `create table kept as select 'ü' as letter`);
  await t.rejects(startEmbeddedPostgres({ dataDir, log: silent }), /already running on the data folder .*DATA_DIR/);
  const [row] = await query(
    first.url,
    `select current_setting('listen_addresses') as tcp, current_setting('password_encryption') as auth,
            current_setting('server_encoding') as encoding, current_setting('lc_collate', true) as unused,
            (select datcollate from pg_database where datname = current_database()) as collation,
            (select count(*)::int from pg_hba_file_rules where auth_method <> 'scram-sha-256') as weak_rules`,
  );
  t.match(row, { tcp: '', auth: 'scram-sha-256', encoding: 'UTF8', collation: 'C', weak_rules: 0 });
  const wrong = new URL(first.url);
  wrong.password = 'guess';
  await t.rejects(query(wrong.href, 'select 1'), { code: '28P01' });
  const secret = await stat(join(dataDir, 'postgres', 'sitelink-password'));
  t.equal(secret.mode & 0o777, 0o600);
  await first.stop();
  t.notOk(isAlive(first.pid), 'nothing is left running');

  const second = await startEmbeddedPostgres({ dataDir, log: silent });
  t.same(await query(second.url, 'select letter from kept'), [{ letter: 'ü' }]);

  const crashed = second.pid;
  process.kill(crashed, 'SIGKILL');
  await until(async () => {
    if (second.pid === crashed) throw new Error('not restarted yet');
    await query(second.url, 'select 1');
  });
  t.same(await query(second.url, 'select letter from kept'), [{ letter: 'ü' }], 'runs again after a crash');
  await second.stop();
});

t.test('a server that outlived its supervisor', async (t) => {
  const dataDir = await folder(t);
  const killed = await startProcess(t, dataDir);
  await query(killed.url, 'create table kept as select 42 as answer');
  await end(killed.child, 'SIGKILL');
  t.ok(isAlive(killed.pid), 'is still there');
  const next = await startEmbeddedPostgres({ dataDir, log: silent });
  t.same(await query(next.url, 'select answer from kept'), [{ answer: 42 }]);
  t.notOk(isAlive(killed.pid), 'was stopped');
  await next.stop();

  await writeFile(join(dataDir, 'postgres', 'postmaster.pid'), `${process.pid}\n${dataDir}/postgres\n`);
  const stale = await startEmbeddedPostgres({ dataDir, log: silent });
  t.same(await query(stale.url, 'select answer from kept'), [{ answer: 42 }], 'a lock of another process is no lock');
  await stale.stop();
});

t.test('what stops a start is said in one sentence', async (t) => {
  const dataDir = await folder(t);
  await t.rejects(startEmbeddedPostgres({ dataDir: join(dataDir, 'x'.repeat(950)), log: silent }), /DATA_DIR/);
  const broken = startEmbeddedPostgres({ dataDir, log: silent, settings: { shared_buffers: 'many' } });
  await t.rejects(broken, /PostgreSQL did not start: .*shared_buffers/);
  await writeFile(join(dataDir, 'postgres', 'PG_VERSION'), '12\n');
  await t.rejects(startEmbeddedPostgres({ dataDir, log: silent }), /made by PostgreSQL 12/);
});

t.test('users', { skip: isRoot ? false : 'needs root to change users' }, async (t) => {
  const nobody = { uid: 65534, gid: 65534 };
  const dataDir = await folder(t);
  await mkdir(dataDir);
  await chown(dataDir, nobody.uid, nobody.gid);
  const ordinary = await startProcess(t, dataDir, nobody);
  t.equal(ordinary.failed, undefined);
  await query(ordinary.url, 'create table kept as select 1 as one');
  t.equal((await stat(join(dataDir, 'postgres'))).uid, nobody.uid);
  await end(ordinary.child, 'SIGTERM');
  t.notOk(isAlive(ordinary.pid));

  const asRoot = await startProcess(t, dataDir);
  t.same(await query(asRoot.url, 'select one from kept'), [{ one: 1 }], 'root goes on with the data of the user');
  await end(asRoot.child, 'SIGTERM');

  const rootsOwn = await folder(t);
  const first = await startProcess(t, rootsOwn);
  t.not((await stat(join(rootsOwn, 'postgres'))).uid, 0, 'the server never runs as root');
  await end(first.child, 'SIGTERM');

  const closed = await folder(t, 'closed/data');
  await mkdir(join(closed, '..'), { mode: 0o700 });
  const elsewhere = await startProcess(t, closed);
  t.match(elsewhere.home, /^\/var\/lib\/sitelink\/\w+$/);
  t.teardown(() => rm(elsewhere.home, { recursive: true, force: true }));
  await query(elsewhere.url, 'select 1');
  await end(elsewhere.child, 'SIGTERM');
});
