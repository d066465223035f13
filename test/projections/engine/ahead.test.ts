import t, { type Test } from 'tap';
import { openProjections } from '../../../projections/engine/engine.js';
import { AheadOfLog } from '../../../projections/engine/follower.js';
import type { Projection } from '../../../projections/engine/projection.js';
import { rebuildProjection, RebuildRefused, rollBack, verifyProjection } from '../../../projections/engine/rebuild.js';
import { projectionStates } from '../../../projections/engine/states.js';
import { count, Counted, counting, totals } from '../../support/counting.js';
import { newStream } from '../../support/new-events.js';
import { eventually } from '../../support/eventually.js';
import { testLog } from '../../support/log.js';

/** As a log that was restored from a backup: it ends where it ended then. */
async function restoreLog(pool: Awaited<ReturnType<typeof testLog>>['pool'], position: bigint): Promise<void> {
  await pool.query('delete from log.events where global_position > $1', [position]);
  await pool.query('update log.log_head set position = $1', [position]);
  await pool.query(
    `update log.streams s set revision =
      coalesce((select max(stream_revision) from log.events e where e.stream_id = s.stream_id), -1)`,
  );
}

t.test('a log that is older than the tables', async (t) => {
  const { db, pool, leases, log } = await testLog(t, [Counted]);
  const context = { db, pool, log, signal: new AbortController().signal };
  const projection = counting('ahead');
  function open(t: Test, troubles: unknown[] = [], projections: readonly Projection[] = [projection]) {
    const onTrouble = (_name: string, error: unknown) => void troubles.push(error);
    const opened = openProjections({ db, pool, leases, log, projections, retryMs: 10, onTrouble });
    t.teardown(() => opened.stop());
    return opened;
  }
  const stream = newStream('counter');
  const before = await count(log, stream, { by: 1 });
  const first = open(t);
  await first.start();
  const last = await count(log, newStream('counter'), { by: 2 }, { by: 4 }, { by: 8 });
  t.ok(await first.waitFor(last, { timeoutMs: 10_000 }));
  t.match(await first.status(), [{ ahead: false, failure: null }]);
  await first.stop();

  await restoreLog(pool, before);
  const troubles: unknown[] = [];
  const second = open(t, troubles);
  t.match(await second.status(), [{ ahead: true, failure: null, lag: 0n }], 'told before anybody follows');
  await second.start();
  await eventually(async () => troubles.length > 0);
  t.type(troubles[0], AheadOfLog);
  t.match(await second.status(), [
    { ahead: true, position: last, failure: { position: before + 1n, reason: /the log ended at position \d+/ } },
  ]);

  await t.test('goes on being told once the log has grown past them, and nothing is passed over', async (t) => {
    const grown = await count(log, stream, { by: 16 }, { by: 32 }, { by: 64 }, { by: 128 }, { by: 256 });
    t.ok(grown > last);
    const seen = troubles.length;
    await eventually(async () => troubles.length > seen + 1);
    t.match(await second.status(), [{ ahead: true, position: last }]);
    t.match(await projectionStates(db, log, [projection]), [{ ahead: true }]);
    await t.rejects(verifyProjection(context, projection), RebuildRefused);
  });

  await t.test('a rebuild mends them, and they follow again', async (t) => {
    await rebuildProjection(context, projection);
    const position = await count(log, stream, { by: 512 });
    await eventually(async () => (await totals(db, 'ahead'))?.position === position);
    t.match(await second.status(), [{ ahead: false, failure: null, position }]);
    t.match(await totals(db, 'ahead'), { total: 1_009n, sum: 1_009n }, 'what the log says, and no more');
    await second.stop();
  });

  await t.test('a rebuild mends them also while they are ahead, and what it had begun', async (t) => {
    await restoreLog(pool, before);
    await t.rejects(verifyProjection(context, projection), RebuildRefused);
    await t.rejects(rollBack(context, projection), RebuildRefused, 'those that are kept are ahead, too');
    const report = await rebuildProjection(context, projection);
    t.equal(report.comparison, null, 'there is nothing equal to compare');
    t.match(await totals(db, 'ahead'), { total: 1n, sum: 1n, position: before });
    const third = open(t);
    await third.start();
    const position = await count(log, stream, { by: 2 });
    t.ok(await third.waitFor(position, { timeoutMs: 10_000 }));
    t.match(await totals(db, 'ahead'), { total: 3n, sum: 3n });
  });
});
