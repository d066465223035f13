import t from 'tap';
import { ConfigError } from '../../adapters/config-error.js';
import { readConfig } from '../../adapters/config.js';
import { openSystem } from '../../adapters/system.js';
import { undoAll } from '../../adapters/undo.js';
import { testDatabase } from '../support/database.js';

const quiet = { info: () => undefined, warn: () => undefined, error: () => undefined };
const configOf = (databaseUrl: string, key = 7) =>
  readConfig({
    DATABASE_URL: databaseUrl,
    JWT_SECRET: 'a secret that only tests use, 32+ characters',
    MASTER_KEY: Buffer.alloc(32, key).toString('base64'),
  });

/** What the start says; null when it succeeds. */
async function complaint(databaseUrl: string, key?: number): Promise<string | null> {
  try {
    const system = await openSystem(configOf(databaseUrl, key), quiet);
    await system.close();
    return null;
  } catch (error) {
    t.ok(error instanceof ConfigError, 'for the person who configured it');
    return (error as Error).message;
  }
}

t.test('a wrong master key stops the start with one sentence', async (t) => {
  const { url, pool } = await testDatabase(t);
  t.equal(await complaint(url), null, 'a new database takes the key');
  t.equal(await complaint(url), null);
  const sentence =
    'MASTER_KEY is not the key that the personal data in this database is encrypted with: restore the old one.';
  t.equal(await complaint(url, 8), sentence);
  t.equal(await complaint(url), null, 'and nothing was changed by the attempt');

  await pool.query('delete from master_key_check');
  await pool.query(
    `insert into person_keys (key_id, account_id, wrapped_key) values (gen_random_uuid(), gen_random_uuid(), $1)`,
    [Buffer.alloc(60, 1)],
  );
  t.equal(await complaint(url), sentence, 'a database without the check shows its key by what it holds');
});

t.test('a database that cannot be used is told in one sentence', async (t) => {
  const { url } = await testDatabase(t);
  const changed = (change: (url: URL) => void) => {
    const other = new URL(url);
    change(other);
    return other.href;
  };
  const { host, pathname } = new URL(url);
  const name = pathname.slice(1);
  t.equal(
    await complaint(changed((other) => (other.host = '127.0.0.1:1'))),
    `DATABASE_URL: the database ${name} at 127.0.0.1:1 cannot be used: nothing listens there.`,
  );
  t.equal(
    await complaint(changed((other) => (other.pathname = '/nowhere'))),
    `DATABASE_URL: the database nowhere at ${host} cannot be used: there is no database of this name.`,
  );
  t.match(await complaint(changed((other) => (other.hostname = 'nowhere.invalid'))), /host/);
});

t.test('closing goes on when a part does not close, and tells it', async (t) => {
  const { url, pool } = await testDatabase(t);
  const system = await openSystem(configOf(url), quiet);
  const close = system.intake.close.bind(system.intake);
  Object.assign(system.intake, { close: () => close().then(() => Promise.reject(new Error('the disk is full'))) });
  await t.rejects(system.close(), { name: 'AggregateError', message: /the disk is full/ });
  const { rows } = await pool.query(
    `select from pg_stat_activity where datname = current_database() and query ilike 'listen %'`,
  );
  t.equal(rows.length, 0, 'what listens has stopped');

  const undone: string[] = [];
  const steps = ['first', 'second', 'third'].map((name) => async () => {
    undone.push(name);
    if (name !== 'second') throw new Error(name);
  });
  await t.rejects(undoAll(steps), { errors: [{ message: 'third' }, { message: 'first' }] });
  t.strictSame(undone, ['third', 'second', 'first']);
});
