import pg from 'pg';
import t from 'tap';
import { isDatabaseAway } from '../../adapters/database/port.js';
import { StoreUnavailable } from '../../adapters/event-store/port.js';
import { testServerUrl } from '../support/postgres-server.js';

const withCode = (code: string, more: object = {}) => Object.assign(new Error(code), { code, ...more });

t.test('a database that is away, and one that answered', async (t) => {
  const away: readonly unknown[] = [
    new StoreUnavailable('the log does not answer'),
    new Error('timeout exceeded when trying to connect'),
    new Error('Connection terminated unexpectedly'),
    new Error('Client has encountered a connection error and is not queryable'),
    new Error('Query read timeout'),
    withCode('ECONNREFUSED'),
    withCode('ENOENT', { syscall: 'connect' }),
    new AggregateError([withCode('ECONNREFUSED'), withCode('EHOSTUNREACH')]),
    ...['08006', '40P01', '53300', '55P03', '57P01', '57P03', '25006', '25P03'].map((code) => withCode(code)),
  ];
  for (const error of away) t.ok(isDatabaseAway(error), String(error));
  const answered: readonly unknown[] = [
    new Error('cannot digest this'),
    new TypeError('cannot read properties of undefined'),
    withCode('ENOENT', { syscall: 'open' }),
    withCode('ERR_INVALID_ARG_TYPE'),
    withCode('FST_ERR_BAD_URL'),
    new AggregateError([withCode('ECONNREFUSED'), new Error('something else')]),
    new AggregateError([]),
    ...['23505', '22P02', '42P01'].map((code) => withCode(code)),
    'Connection terminated',
    null,
  ];
  for (const error of answered) t.notOk(isDatabaseAway(error), String(error));
});

t.test('what the driver really throws', async (t) => {
  const nowhere = new pg.Pool({ connectionString: 'postgres://postgres@127.0.0.1:1/postgres' });
  const refused: unknown = await nowhere.query('select 1').catch((error: unknown) => error);
  t.ok(isDatabaseAway(refused), String(refused));
  await nowhere.end();
  const ended: unknown = await nowhere.query('select 1').catch((error: unknown) => error);
  t.ok(isDatabaseAway(ended), String(ended));

  const one = new pg.Pool({
    connectionString: testServerUrl(),
    max: 1,
  });
  const held = await one.connect();
  // Only now: a busy machine may take longer than this to connect at all.
  one.options.connectionTimeoutMillis = 50;
  const crowded: unknown = await one.query('select 1').catch((error: unknown) => error);
  t.ok(isDatabaseAway(crowded), String(crowded));
  held.on('error', () => undefined);
  const cut: unknown = await held
    .query('select pg_terminate_backend(pg_backend_pid())')
    .catch((error: unknown) => error);
  t.ok(isDatabaseAway(cut), String(cut));
  held.release(true);
  await one.end();
});
