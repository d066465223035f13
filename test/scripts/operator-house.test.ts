import { randomUUID } from 'node:crypto';
import t from 'tap';
import { confirmBusinessCommand } from '../../scripts/operator/confirm-business.js';
import { createOperatorCommand } from '../../scripts/operator/create-operator.js';
import { openConfirmationHouse, openOperatorHouse } from '../../scripts/operator/house.js';
import { testDatabase } from '../support/database.js';

const { url, pool } = await testDatabase(t);
Object.assign(process.env, {
  DATABASE_URL: url,
  JWT_SECRET: 'a secret that only tests use, 32+ characters',
  MASTER_KEY: Buffer.alloc(32, 7).toString('base64'),
});
const output = { out: () => undefined, err: () => undefined };

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
