import { randomUUID } from 'node:crypto';
import t from 'tap';
import { z } from 'zod';
import { openDailyRoots } from '../../../adapters/event-log/daily-roots.js';
import { defineEvent } from '../../../domain/kernel/event.js';
import { Temporal } from '../../../domain/kernel/time.js';
import { eventually } from '../../support/eventually.js';
import { testLog } from '../../support/log.js';

const Noted = defineEvent('Noted', z.object({ n: z.number() }));

t.test('a root that another node makes in between is not mixed with the one before', async (t) => {
  const { pool, store, log } = await testLog(t, [Noted]);
  let today = '2026-07-21';
  const clock = { now: () => Temporal.Instant.from(`${today}T10:00:00Z`) };
  const roots = openDailyRoots({ pool, store, clock });
  async function note(stream: string, n: number): Promise<void> {
    const context = { actor: { kind: 'system', id: 'test' }, correlationId: 'c' } as const;
    const events = [{ id: randomUUID(), event: { type: 'Noted', data: { n } } }];
    const result = await log.append(stream, events, await log.load(stream), context);
    t.ok(result.ok);
  }
  async function keep(client: Pick<typeof pool, 'query'>, as: string): Promise<void> {
    await client.query(`create table ${as}_roots as table log.daily_roots`);
    await client.query(`create table ${as}_heads as table log.stream_heads`);
  }
  async function putBack(client: Pick<typeof pool, 'query'>, kept: string): Promise<void> {
    await client.query('delete from log.daily_roots');
    await client.query('delete from log.stream_heads');
    await client.query(`insert into log.daily_roots table ${kept}_roots`);
    await client.query(`insert into log.stream_heads table ${kept}_heads`);
  }

  await note('plant-a', 1);
  await note('plant-b', 1);
  t.match(await roots.make(), { day: '2026-07-20', events: 2 });
  await keep(pool, 'first');
  await note('plant-a', 2);
  today = '2026-07-22';
  const second = await roots.make();
  t.match(second, { day: '2026-07-21', events: 3 });
  await keep(pool, 'second');
  await putBack(pool, 'first');

  // The other node records its root after this one has read the roots, and before it has read the heads.
  const other = await pool.connect();
  await other.query('begin');
  await other.query('lock table log.stream_heads in access exclusive mode');
  const making = roots.make();
  await eventually(async () => {
    const { rowCount } = await pool.query(`select from pg_locks where not granted and locktype = 'relation'`);
    return rowCount === 1;
  });
  await putBack(other, 'second');
  await other.query('commit');
  other.release();
  t.equal(await making, null, 'another node was faster');
  t.strictSame(await roots.faults(), [], 'and nobody is alarmed');
  t.match((await roots.list()).at(-1), second);
});
