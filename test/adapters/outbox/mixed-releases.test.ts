import { randomUUID } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import t from 'tap';
import { z } from 'zod';
import { openLeases } from '../../../adapters/database/leases.js';
import { openEventLog } from '../../../adapters/event-log/event-log.js';
import { openPolicies } from '../../../adapters/outbox/policies.js';
import type { Policy } from '../../../commands/policies/engine.js';
import { defineEvent } from '../../../domain/kernel/event.js';
import { eventually } from '../../support/eventually.js';
import { testLog } from '../../support/log.js';

const Asked = defineEvent('Asked', z.object({ question: z.string() }));
const Wondered = defineEvent('Wondered', z.object({ question: z.string() }));

t.test('policies of two releases side by side', async (t) => {
  const { db, pool, leases, store, personKeys, log } = await testLog(t, [Asked, Wondered]);
  const oldLog = openEventLog({ store, catalogue: [Asked], personKeys });
  const newLeases = openLeases(pool);
  t.teardown(() => newLeases.close());
  const add = async (type: string, question: string) => {
    const result = await log.append(
      'questions-1',
      [{ id: randomUUID(), event: { type, data: { question } } }],
      await log.load('questions-1'),
      { actor: { kind: 'system', id: 'test' }, correlationId: 'c' },
    );
    if (!result.ok) throw new Error(result.reason);
    return result.position;
  };
  const release = (name: string): Policy => ({
    name: 'answer',
    prefixes: ['questions-'],
    react: async ({ data }) => [{ kind: 'mail', payload: { question: data['question'], by: name } }],
  });
  const mails = async () =>
    (await pool.query<{ payload: unknown }>(`select payload from outbox order by payload ->> 'question'`)).rows.map(
      ({ payload }) => payload,
    );

  const older = openPolicies({ db, leases, log: oldLog, policies: [release('old')], retryMs: 50 });
  t.teardown(() => older.stop());
  await older.start();
  await add('Asked', '1');
  const unknown = await add('Wondered', '2');
  const last = await add('Asked', '3');

  await t.test('the old one stops before what it does not know, and says so', async (t) => {
    const failure = async () => (await older.status())[0]?.failure ?? null;
    await eventually(async () => (await failure()) !== null);
    t.strictSame(await failure(), { position: unknown, reason: 'Wondered: unknown type' });
    t.strictSame(await mails(), [{ question: '1', by: 'old' }]);
  });

  await t.test('the new one takes over while the old one lives, and nothing is lost or done twice', async (t) => {
    const newer = openPolicies({ db, leases: newLeases, log, policies: [release('new')], retryMs: 50 });
    t.teardown(() => newer.stop());
    await newer.start();
    await eventually(async () => (await newer.status()).every(({ position }) => position >= last));
    t.strictSame(await mails(), [
      { question: '1', by: 'old' },
      { question: '2', by: 'new' },
      { question: '3', by: 'new' },
    ]);
    t.equal((await newer.status())[0]?.failure, null);
  });
});

t.test('a policy may wait for longer than a frozen process is given', async (t) => {
  const { db, pool, leases, log } = await testLog(t, [Asked]);
  let reactions = 0;
  const slow: Policy = {
    name: 'slow',
    prefixes: ['questions-'],
    async react() {
      reactions++;
      await pause(6_000);
      return [{ kind: 'mail', payload: {} }];
    },
  };
  const policies = openPolicies({ db, leases, log, policies: [slow], retryMs: 50 });
  t.teardown(() => policies.stop());
  await policies.start();
  const asked = { id: randomUUID(), event: { type: 'Asked', data: { question: 'why' } } };
  await log.append('questions-1', [asked], await log.load('questions-1'), {
    actor: { kind: 'system', id: 'test' },
    correlationId: 'c',
  });
  t.ok(await policies.waitFor(await log.head(), { timeoutMs: 20_000 }));
  t.equal(reactions, 1);
  t.equal((await pool.query('select from outbox')).rowCount, 1);
});
