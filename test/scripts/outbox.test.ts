import { randomUUID } from 'node:crypto';
import t from 'tap';
import { findMessage, listMessages, putDown } from '../../adapters/outbox/messages.js';
import { openOutbox } from '../../adapters/outbox/outbox.js';
import { PermanentFailure, type OutboxEntry } from '../../adapters/outbox/port.js';
import { outboxCommand } from '../../scripts/operator/outbox.js';
import { testDatabase } from '../support/database.js';
import { eventually } from '../support/eventually.js';

const { pool } = await testDatabase(t);

async function run(...args: readonly string[]) {
  const written = { out: '', err: '' };
  const output = {
    out: (text: string) => void (written.out += `${text}\n`),
    err: (text: string) => void (written.err += `${text}\n`),
  };
  const code = await outboxCommand(args, async () => ({ pool, close: async () => undefined }), output);
  return { code, ...written };
}

const accountId = randomUUID();
const entry = (template: string): OutboxEntry => ({
  id: randomUUID(),
  kind: 'mail',
  payload: { template, accountId, to: 'anna@example.org' },
  eventId: randomUUID(),
});
const [refused, unlucky, fine, other] = [entry('refused'), entry('unlucky'), entry('fine'), entry('other')] as const;

t.test('wrong arguments', async (t) => {
  t.match(await run('--help'), { code: 0, out: /Exit code 0/ });
  for (const [args, mistake] of [
    [[], /one of --list/],
    [['--list', '--show'], /one of --list/],
    [['--list', '--all'], /--all goes with/],
    [['--list', refused.id], /not an argument/],
    [['--show'], /by its id/],
    [['--show', '7'], /by its id/],
    [['--send-again', refused.id, fine.id], /one message/],
    [['--fly'], /fly/],
  ] as const) {
    t.match(await run(...args), { code: 2, err: mistake }, args.join(' '));
  }
});

t.test('what nobody took is listed and sent again', async (t) => {
  t.match(await run('--list'), { code: 0, out: '', err: /Everything has been delivered/ });
  t.match(await run('--send-again', '--all'), { code: 1, out: /^0 messages/ });
  t.match(await run('--send-again', refused.id), { code: 1, err: /There is no message/ });
  t.match(await run('--show', refused.id), { code: 1, err: /There is no message/ });
  await putDown(pool, [refused, unlucky, fine]);
  await putDown(pool, [{ ...refused, payload: { template: 'changed' } }]);
  let isMended = false;
  const delivered: string[] = [];
  const outbox = openOutbox({
    pool,
    retrySeconds: () => 1_000,
    handlers: {
      async mail({ id, payload }) {
        const { template } = payload;
        if (!isMended && template === 'refused') throw new PermanentFailure('550 <anna@example.org> is not here');
        if (!isMended && template === 'unlucky') throw new Error('451 later');
        delivered.push(`${id} ${String(template)}`);
      },
    },
  });
  t.teardown(() => outbox.stop());
  await putDown(pool, [{ ...other, kind: 'audit-webhook' }]);
  outbox.start();
  await eventually(async () => (await outbox.status()).givenUp === 1 && delivered.length === 1);
  await eventually(async () => (await findMessage(pool, unlucky.id))?.lastError !== null);

  const [first, second, third] = (await listMessages(pool)).items;
  t.match(first, {
    id: refused.id,
    kind: 'mail',
    template: 'refused',
    state: 'given-up',
    accountId,
    eventId: refused.eventId,
    attempts: 1,
    lastError: 'PermanentFailure: 550 <…> is not here',
    lastAttemptAt: Date,
    nextAttemptAt: null,
    sentAt: null,
  });
  t.match(second, { template: 'unlucky', state: 'waiting', attempts: 1, lastError: 'Error: 451 later' });
  t.match(third, { template: 'other', state: 'waiting', attempts: 0 }, 'nobody here delivers this kind');
  t.match((await listMessages(pool, { state: 'given-up' })).items, [{ id: refused.id }]);
  t.match((await listMessages(pool, { state: 'waiting', limit: 1 })).items, [{ id: unlucky.id }]);
  const sent = { state: 'sent', template: null, accountId: null, eventId: fine.eventId };
  t.match(await findMessage(pool, fine.id), sent, 'what was delivered is forgotten');

  const list = await run('--list');
  t.match(list, { code: 0, out: /^\S+ {2}given-up {2}mail refused .* 1 attempts: PermanentFailure: 550/ });
  t.match(await run('--show', unlucky.id), { code: 0, out: /^state: waiting$/m });
  const asJson = await run('--list', '--json');
  t.match(JSON.parse(asJson.out.split('\n')[0] ?? ''), { id: refused.id, state: 'given-up' });
  t.notMatch(`${list.out}${asJson.out}${(await run('--show', refused.id, '--json')).out}`, /anna|@/);

  t.match(await run('--send-again', unlucky.id), { code: 1, err: /was not given up/ }, 'it would come twice');
  t.match(await run('--send-again', fine.id), { code: 1, err: /was not given up: \S+ {2}sent/ });
  isMended = true;
  t.match(await run('--send-again', refused.id, '--json'), { code: 0, out: /"sentAgain":1/ });
  await eventually(() => delivered.length === 2);
  t.equal(delivered[1], `${refused.id} refused`, 'the same message by the same id');
  await eventually(async () => (await findMessage(pool, refused.id))?.state === 'sent');

  await pool.query(`update outbox set attempts = 19, next_attempt_at = now() where id = $1`, [unlucky.id]);
  isMended = false;
  await eventually(async () => (await findMessage(pool, unlucky.id))?.state === 'given-up');
  isMended = true;
  t.match(await run('--send-again', '--all'), { code: 0, out: /^1 messages/ });
  await eventually(() => delivered.length === 3);
});
