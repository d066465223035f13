import { randomBytes, randomUUID } from 'node:crypto';
import t from 'tap';
import { secretsFrom } from '../../../adapters/crypto/secrets.js';
import { outboundAgent } from '../../../adapters/webhook/public-address.js';
import { postgresWebhooks } from '../../../adapters/webhook/webhooks.js';
import { letGo, startWebhookWorker, takeDueWebhook } from '../../../adapters/webhook/worker.js';
import { AccountId } from '../../../domain/kernel/ids.js';
import { Temporal } from '../../../domain/kernel/time.js';
import { testDatabase } from '../../support/database.js';
import { eventually } from '../../support/eventually.js';

t.test('one at a time speaks to a receiver, whatever is changed meanwhile', async (t) => {
  const { pool, db } = await testDatabase(t);
  const webhooks = postgresWebhooks(pool, secretsFrom(randomBytes(32)));
  const own = { accountId: AccountId.parse(randomUUID()), id: randomUUID() };
  const url = 'https://receiver.example/';
  await pool.query(
    `insert into credentials (account_id, user_name_key, email_key, password_hash, changed_at, reserved_at)
     values ($1, 'anna', 'anna', 'x', now(), now())`,
    [own.accountId],
  );
  await webhooks.add(own, url);
  t.equal(await takeDueWebhook(pool), null, 'nothing waits');
  await pool.query('insert into webhook_deliveries (webhook_id, position, event) values ($1, 1, $2)', [own.id, {}]);
  const taken = await takeDueWebhook(pool);
  if (taken === null) return t.fail('it is due');
  await webhooks.change(own, { url, isOn: true });
  await webhooks.replay(own.id, '0');
  t.equal(await takeDueWebhook(pool), null, 'somebody is busy with it');
  await letGo(pool, { ...taken, leasedUntil: '2020-01-01T00:00:00Z' });
  t.equal(await takeDueWebhook(pool), null, 'not by who had it before');
  await letGo(pool, taken);
  t.match(await takeDueWebhook(pool), { id: own.id });
  await pool.query("update webhooks set leased_until = now() - interval '1 second'");
  t.match(await takeDueWebhook(pool), { id: own.id }, 'nor for ever');

  await pool.query('update webhooks set leased_until = null');
  const troubles: unknown[] = [];
  const worker = startWebhookWorker({
    ...{ pool, db, webhooks, publicUrl: 'https://portal.example', isOpenFor: async () => true, pollMs: 10 },
    clock: { now: () => Temporal.Now.instant() },
    dispatcher: outboundAgent({ arePrivateAllowed: false }),
    onTrouble: (error) => void troubles.push(error),
  });
  const putOff = `select from webhooks where leased_until is null and next_attempt_at > now() + interval '30 seconds'`;
  await eventually(async () => (await pool.query(putOff)).rowCount === 1);
  await worker.stop();
  t.equal(troubles.length, 1, 'what cannot be read is put off, so that it holds up nobody else');
});
