import { randomUUID } from 'node:crypto';
import t from 'tap';
import { confirmBusinessCommand } from '../../scripts/operator/confirm-business.js';
import { createOperatorCommand } from '../../scripts/operator/create-operator.js';
import { rememberPublicUrl } from '../../adapters/public-url.js';
import { openConfirmationHouse, openOperatorHouse } from '../../scripts/operator/house.js';
import { testDatabase } from '../support/database.js';

const { url, pool } = await testDatabase(t);
Object.assign(process.env, {
  DATABASE_URL: url,
  JWT_SECRET: 'a secret that only tests use, 32+ characters',
  MASTER_KEY: Buffer.alloc(32, 7).toString('base64'),
});
const output = { out: () => undefined, err: () => undefined };

t.test('its links lead to where the portal of this folder ran last, unless it is told where', async (t) => {
  const dataDir = t.testdir();
  const linkOf = async (name: string, environment: Record<string, string>) => {
    Object.assign(process.env, environment);
    const said: string[] = [];
    const user = ['--user', name, '--email', `${name}@example.org`, '--role', 'admin', '--print-link'];
    const all = { out: (text: string) => said.push(text), err: (text: string) => said.push(text) };
    t.equal(await createOperatorCommand(user, openOperatorHouse, all), 0);
    for (const variable of Object.keys(environment)) Reflect.deleteProperty(process.env, variable);
    return said.join('\n');
  };
  t.match(await linkOf('nora', { DATA_DIR: dataDir }), 'http://localhost:3000/activate?token=');
  rememberPublicUrl({ dataDir, publicUrl: 'https://portal.example:8443' });
  t.match(await linkOf('otto', { DATA_DIR: dataDir }), 'https://portal.example:8443/activate?token=');
  t.match(await linkOf('paul', { DATA_DIR: dataDir, PORT: '4711' }), 'http://localhost:4711/activate?token=');
  rememberPublicUrl({ dataDir: `${dataDir}/nowhere`, publicUrl: 'https://portal.example' });
});

t.test('a tool delivers nothing: it may not know the mail server of the portal', async (t) => {
  const user = ['--user', 'lea', '--email', 'lea@example.org', '--role', 'admin'];
  t.equal(await createOperatorCommand(user, openOperatorHouse, output), 0);
  await pool.query(`insert into outbox (id, kind, payload) values ($1, 'audit-mail', '{}')`, [randomUUID()]);

  t.equal(await createOperatorCommand([...user, '--print-link'], openOperatorHouse, output), 0);
  t.equal(await confirmBusinessCommand(['--list'], openConfirmationHouse, output), 0);
  const { rows } = await pool.query('select attempts, sent_at from outbox');
  t.strictSame(rows, [{ attempts: 0, sent_at: null }], 'nobody has tried');
  const leases = await pool.query('select name from log.leases');
  t.strictSame(leases.rows, [], 'nor taken anything from the portal');
});
