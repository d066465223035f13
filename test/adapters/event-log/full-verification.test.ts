import { randomUUID } from 'node:crypto';
import t, { type Test } from 'tap';
import { z } from 'zod';
import { BrokenLog, openDailyRoots, type LogNotice } from '../../../adapters/event-log/daily-roots.js';
import { openFullVerification } from '../../../adapters/event-log/full-verification.js';
import { defineEvent } from '../../../domain/kernel/event.js';
import { Temporal } from '../../../domain/kernel/time.js';
import { testLog } from '../../support/log.js';

const Noted = defineEvent('Noted', z.object({ n: z.number() }));

async function provenLog(t: Test) {
  const { pool, store, log } = await testLog(t, [Noted]);
  const time = { today: '2026-07-21' };
  const clock = { now: () => Temporal.Instant.from(`${time.today}T10:00:00Z`) };
  const told: LogNotice[] = [];
  const tell = async (_tx: unknown, notice: LogNotice) => void told.push(notice);
  const roots = openDailyRoots({ pool, store, clock, tell });
  const full = openFullVerification({ pool, store, clock, tell });
  async function note(stream: string, n: number): Promise<void> {
    const context = { actor: { kind: 'system', id: 'test' }, correlationId: 'c' } as const;
    const events = [{ id: randomUUID(), event: { type: 'Noted', data: { n } } }];
    t.ok((await log.append(stream, events, await log.load(stream), context)).ok);
  }
  return { pool, time, told, roots, full, note };
}

t.test('the whole log, from its first event', async (t) => {
  const { pool, time, told, roots, full, note } = await provenLog(t);
  const change = (n: number) =>
    pool.query(
      `update log.events set data = jsonb_build_object('n', $1::int) where stream_id = 'plant-a' and stream_revision = 0`,
      [n],
    );

  await note('plant-a', 1);
  await note('plant-b', 1);
  await roots.make();
  await note('plant-a', 2);
  t.match(await full.run(), { events: 3, streams: 2, rootsMatched: 1, broken: { length: 0 } });
  t.equal(await full.run(AbortSignal.abort()), null);

  await change(7);
  time.today = '2026-07-22';
  t.match(await roots.make(), { events: 3 }, 'the daily root does not look at what is older');
  t.strictSame(await roots.faults(), []);
  told.length = 0;
  for (let week = 0; week < 2; week++) t.match(await full.run(), { brokenCount: 1 });
  t.match(await roots.faults(), [{ streamId: 'plant-a', revision: '0', fault: 'changed' }]);
  t.match(told, [{ kind: 'broken', fault: { streamId: 'plant-a', revision: '0' } }], 'told once');

  await note('plant-a', 3);
  time.today = '2026-07-23';
  t.match(await roots.make(), { events: 4 });
  t.equal((await roots.faults()).length, 1, 'a root over what is new does not end the alarm');
  await change(1);
  t.match(await full.run(), { events: 4, rootsMatched: 3, broken: { length: 0 } });
  t.strictSame(await roots.faults(), [], 'it is whole again');
});

t.test('a daily root does not vouch for a log whose end is gone', async (t) => {
  const { pool, time, roots, full, note } = await provenLog(t);
  await note('plant-a', 1);
  await note('plant-b', 1);
  await roots.make();
  await note('plant-a', 2);
  await pool.query('create table kept as select * from log.events where global_position = 3');
  await pool.query('delete from log.events where global_position = 3');
  const shortened = [{ streamId: null, fault: 'shortened', foundAt: '2026-07-21T10:00:00.000Z' }];
  t.match(await full.run(), { brokenCount: 1 });
  t.match(await roots.faults(), shortened);

  time.today = '2026-07-22';
  await t.rejects(roots.make(), BrokenLog);
  t.match(await roots.faults(), shortened, 'still the same');
  t.equal((await roots.list()).length, 1);

  await pool.query('insert into log.events select * from kept');
  t.match(await roots.make(), { events: 3 });
  t.match(await roots.faults(), shortened, 'what is of no one stream stands until the whole log was read');
  t.match(await full.run(), { broken: { length: 0 } });
  t.strictSame(await roots.faults(), []);
});

t.test('all that is broken is recorded and told', async (t) => {
  const { pool, told, full, note } = await provenLog(t);
  await note('plant-a', 1);
  await note('plant-b', 1);
  await pool.query(`update log.events set data = '{"n": 7}'`);
  for (let week = 0; week < 2; week++) t.match(await full.run(), { brokenCount: 2 });
  t.match(told, [
    { kind: 'broken', fault: { streamId: 'plant-a', fault: 'changed' } },
    { kind: 'broken', fault: { streamId: 'plant-b', fault: 'changed' } },
  ]);
  t.equal(told.length, 2);
});

t.test('an event that nothing else misses leaves a gap', async (t) => {
  const { pool, time, roots, full, note } = await provenLog(t);
  await note('plant-a', 1);
  await note('plant-b', 1);
  await roots.make();
  await note('plant-a', 2);
  await note('plant-b', 2);
  // The last of its stream, no root stands for it, and the log goes on behind it.
  await pool.query('create table kept as select * from log.events where global_position = 3');
  await pool.query('delete from log.events where global_position = 3');
  const gap = { streamId: null, fault: 'missing', what: 'no event stands at position 3' };
  t.match(await full.run(), { brokenCount: 1, broken: [gap] });
  time.today = '2026-07-22';
  await t.rejects(roots.make(), BrokenLog, 'nor does a root vouch for it');
  await pool.query('insert into log.events select * from kept');
  t.match(await full.run(), { broken: { length: 0 } });
  t.match(await roots.make(), { events: 4 });
});
