import { randomUUID } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import t from 'tap';
import { z } from 'zod';
import { openOutbox } from '../../../adapters/outbox/outbox.js';
import { openPolicies } from '../../../adapters/outbox/policies.js';
import type { Delivery } from '../../../adapters/outbox/port.js';
import { handle, type CommandContext } from '../../../commands/handle.js';
import type { Policy } from '../../../commands/policies/engine.js';
import { accept, type Decider } from '../../../domain/kernel/decider.js';
import { defineEvent, type EventMetadata, type EventOf } from '../../../domain/kernel/event.js';
import { newStream } from '../../support/new-events.js';
import { testLog } from '../../support/log.js';

const Asked = defineEvent('Asked', z.object({ question: z.string() }));
const Answered = defineEvent('Answered', z.object({ question: z.string() }));
type Answered = EventOf<typeof Answered>;

/** Answers as often as it is asked: only the idempotency key keeps it from repeating itself. */
const desk: Decider<{ type: 'Answer'; question: string }, number, Answered, never> = {
  decide: ({ question }) => accept({ type: 'Answered', data: { question } }),
  evolve: (count) => count + 1,
  initialState: 0,
};

async function until(condition: () => Promise<boolean> | boolean): Promise<void> {
  while (!(await condition())) await pause(5);
}

t.test('policies and outbox', async (t) => {
  const { db, pool, leases, log } = await testLog(t, [Asked, Answered]);
  const actor: EventMetadata['actor'] = { kind: 'system', id: 'test' };
  const ask = async (stream: string, question: string) => {
    const id = randomUUID();
    const asked = { id, event: { type: 'Asked', data: { question } } };
    const result = await log.append(stream, [asked], await log.load(stream), {
      actor,
      correlationId: `about ${question}`,
    });
    if (!result.ok) throw new Error(result.reason);
    return { id, position: result.position };
  };

  await t.test('an event comes in, commands and messages go out, once', async (t) => {
    const answers = newStream('answers');
    let failures = 2;
    const contexts: CommandContext[] = [];
    const policy: Policy = {
      name: 'answer',
      prefixes: ['questions-'],
      async react(event, context) {
        contexts.push(context);
        const question = String(event.data['question']);
        await handle(log, desk, answers, { type: 'Answer', question }, context);
        if (failures-- > 0) throw new Error('died after the command');
        return [
          { kind: 'mail', payload: { question, to: 'a' } },
          { kind: 'mail', payload: { question, to: 'b' } },
        ];
      },
    };
    const policies = openPolicies({ db, leases, log, policies: [policy], retryMs: 10 });
    t.teardown(() => policies.stop());
    await policies.start();
    const asked = await ask(newStream('questions'), 'why');
    await ask(newStream('elsewhere'), 'who');
    await until(async () => (await policies.status()).every(({ position }) => position >= asked.position));
    t.equal(contexts.length, 3, 'it was tried again');
    t.strictSame(contexts[2], {
      actor: { kind: 'policy', id: 'answer' },
      correlationId: 'about why',
      causationId: asked.id,
      idempotencyKey: `${asked.id}/answer`,
    });
    t.equal((await log.load(answers)).events.length, 1, 'the command did its work once');
    const { rows } = await pool.query('select payload from outbox order by payload ->> $1', ['to']);
    t.strictSame(rows, [{ payload: { question: 'why', to: 'a' } }, { payload: { question: 'why', to: 'b' } }]);
    await policies.stop();
    // As after a restore: the whole log once more.
    await pool.query(`update log.checkpoints set position = 0 where name = 'policy/answer'`);
    const again = openPolicies({ db, leases, log, policies: [policy], retryMs: 10 });
    t.teardown(() => again.stop());
    await again.start();
    t.ok(await again.waitFor(await log.head(), { timeoutMs: 10_000 }));
    t.equal((await log.load(answers)).events.length, 1);
    t.equal((await pool.query('select from outbox')).rowCount, 2);
    await again.stop();
  });

  await t.test('messages are delivered by several workers, in spite of failures', async (t) => {
    const delivered: Delivery[] = [];
    const troubles: unknown[] = [];
    const workers = [1, 2].map(() =>
      openOutbox({
        pool,
        retrySeconds: () => 0.01,
        onTrouble: (id, error) => troubles.push([id, error]),
        handlers: {
          async mail(delivery) {
            if (delivery.attempt === 1) throw new Error('no connection');
            delivered.push(delivery);
          },
        },
      }),
    );
    for (const worker of workers) {
      t.teardown(() => worker.stop());
      worker.start();
    }
    const [first] = workers;
    await until(async () => (await first?.status())?.waiting === 0);
    t.strictSame(delivered.map(({ payload }) => payload['to']).sort(), ['a', 'b'], 'each once');
    t.ok(delivered.every(({ attempt }) => attempt === 2));
    t.equal(troubles.length, 2);
    const { rows } = await pool.query('select payload, sent_at is not null as sent from outbox');
    t.strictSame(
      rows,
      [
        { payload: {}, sent: true },
        { payload: {}, sent: true },
      ],
      'what was delivered is erased',
    );
  });

  await t.test('a delivery that takes long keeps its message to itself', async (t) => {
    const id = randomUUID();
    const attempts: number[] = [];
    const heldUntil = async () =>
      (await pool.query<{ at: Date }>('select next_attempt_at as at from outbox where id = $1', [id])).rows[0]?.at ?? 0;
    const workers = [1, 2].map(() =>
      openOutbox({
        pool,
        handlers: {
          async mail({ attempt }) {
            attempts.push(attempt);
            const first = await heldUntil();
            await until(async () => (await heldUntil()) > first);
          },
        },
      }),
    );
    await pool.query(`insert into outbox (id, kind, payload) values ($1, 'mail', '{}')`, [id]);
    for (const worker of workers) {
      t.teardown(() => worker.stop());
      worker.start();
    }
    const [worker] = workers;
    await until(async () => (await worker?.status())?.waiting === 0);
    t.strictSame(attempts, [1]);
    await Promise.all(workers.map((one) => one.stop()));
  });

  await t.test('who never succeeds is left alone', async (t) => {
    const worker = openOutbox({
      pool,
      retrySeconds: () => 0,
      handlers: {
        async mail() {
          throw new Error('never');
        },
      },
    });
    t.teardown(() => worker.stop());
    await pool.query(`insert into outbox (id, kind, payload) values ($1, 'mail', '{}')`, [randomUUID()]);
    worker.start();
    await until(async () => (await worker.status()).givenUp === 1);
    t.match((await pool.query('select attempts, last_error from outbox where sent_at is null')).rows, [
      { attempts: 20, last_error: 'Error: never' },
    ]);
  });
});
