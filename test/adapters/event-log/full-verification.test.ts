import { randomUUID } from 'node:crypto';
import t from 'tap';
import { z } from 'zod';
import { openDailyRoots, type LogNotice } from '../../../adapters/event-log/daily-roots.js';
import { openFullVerification } from '../../../adapters/event-log/full-verification.js';
import { defineEvent } from '../../../domain/kernel/event.js';
import { Temporal } from '../../../domain/kernel/time.js';
import { testLog } from '../../support/log.js';

const Noted = defineEvent('Noted', z.object({ n: z.number() }));

t.test('the whole log, from its first event', async (t) => {
  const { pool, store, log } = await testLog(t, [Noted]);
  let today = '2026-07-21';
  const clock = { now: () => Temporal.Instant.from(`${today}T10:00:00Z`) };
  const told: LogNotice[] = [];
  const tell = async (_tx: unknown, notice: LogNotice) => void told.push(notice);
  const roots = openDailyRoots({ pool, store, clock, tell });
  const full = openFullVerification({ pool, store, clock, tell });
  async function note(stream: string, n: number): Promise<void> {
    const context = { actor: { kind: 'system', id: 'test' }, correlationId: 'c' } as const;
    const events = [{ id: randomUUID(), event: { type: 'Noted', data: { n } } }];
    t.ok((await log.append(stream, events, await log.load(stream), context)).ok);
  }
  const change = (n: number) =>
    pool.query(
      `update log.events set data = jsonb_build_object('n', $1::int) where stream_id = 'plant-a' and stream_revision = 0`,
      [n],
    );

  await note('plant-a', 1);
  await note('plant-b', 1);
  await roots.make();
  await note('plant-a', 2);
  t.match(await full.run(), { events: 3, streams: 2, rootsMatched: 1, broken: [] });
  t.equal(await full.run(AbortSignal.abort()), null);

  await change(7);
  today = '2026-07-22';
  t.match(await roots.make(), { events: 3 }, 'the daily root does not look at what is older');
  t.strictSame(await roots.faults(), []);
  told.length = 0;
  for (let week = 0; week < 2; week++) t.match(await full.run(), { brokenCount: 1 });
  t.match(await roots.faults(), [{ streamId: 'plant-a', revision: '0', fault: 'changed' }]);
  t.match(told, [{ kind: 'broken', fault: { streamId: 'plant-a', revision: '0' } }], 'told once');

  await note('plant-a', 3);
  today = '2026-07-23';
  t.match(await roots.make(), { events: 4 });
  t.equal((await roots.faults()).length, 1, 'a root over what is new does not end the alarm');
  await change(1);
  t.match(await full.run(), { events: 4, rootsMatched: 3, broken: [] });
  t.strictSame(await roots.faults(), [], 'it is whole again');
});
