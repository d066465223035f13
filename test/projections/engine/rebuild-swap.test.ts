import t from 'tap';
import { RebuildCancelled } from '../../../projections/engine/fill.js';
import type { Projection } from '../../../projections/engine/projection.js';
import type { RebuildProgress } from '../../../projections/engine/rebuild-progress.js';
import { rebuildProjection, verifyProjection } from '../../../projections/engine/rebuild.js';
import { swapIn } from '../../../projections/engine/swap.js';
import { createTables } from '../../../projections/engine/tables.js';
import { count, counting, totals, totalsStatement } from '../../support/counting.js';
import { newStream } from '../../support/new-events.js';
import { eventually } from '../../support/eventually.js';
import { rebuildWorld } from '../../support/rebuild-world.js';

const { world, context, following } = await rebuildWorld(t);
const { db, pool, log } = world;

t.setTimeout(120_000);

t.test('a swap waits for a long reader without holding up the others for long', async (t) => {
  const projection = counting('read');
  const projections = await following(t, projection);
  await projections.waitFor(await count(log, newStream('counter'), { by: 1 }), { timeoutMs: 10_000 });
  const [long, short] = [await pool.connect(), await pool.connect()];
  await long.query('begin');
  await long.query(totalsStatement('read'));
  let swapped = false;
  const rebuilding = rebuildProjection(context, projection).then(() => (swapped = true));
  await eventually(async () => (await pool.query(`select from pg_locks where not granted`)).rowCount !== 0);
  const before = performance.now();
  for (let look = 0; look < 5; look++) await short.query(totalsStatement('read'));
  t.ok(performance.now() - before < 2_000);
  t.notOk(swapped);
  await long.query('commit');
  await rebuilding;
  t.ok(swapped);
  long.release();
  short.release();
  await projections.stop();
});

t.test('tables that another process has begun anew do not become the live ones', async (t) => {
  await count(log, newStream('counter'), { by: 1 });
  const projection = counting('stolen');
  await following(t, projection);
  const noDrain = async (position: bigint) => position;
  const overtaken = { name: 'SwapRefused', code: 'overtaken' };
  await t.rejects(swapIn(db, 'stolen', 'next', noDrain), overtaken, 'there are none');
  await db.transaction().execute((tx) => createTables(tx, projection, 'next'));
  await t.rejects(swapIn(db, 'stolen', 'next', noDrain), overtaken, 'they are behind');
  const live = await totals(db, 'stolen');
  t.equal(live?.sum, live?.total, 'the live ones stay');
});

t.test('little is left to do while the live tables stand still', async (t) => {
  const stream = newStream('counter');
  await count(log, stream, { by: 1 });
  const projection = counting('awaited');
  const followed = await following(t, projection);
  const late = { position: 0n };
  let began = 0n;
  const slow: Projection = {
    ...projection,
    apply: async (tx, events) => {
      // Comes while the tables are filled, and the live ones have it long before the end.
      if (late.position === 0n) late.position = await count(log, stream, { by: 2 });
      await followed.waitFor(late.position, { timeoutMs: 10_000 });
      await projection.apply(tx, events);
    },
  };
  const onProgress = ({ phase, position }: RebuildProgress) => {
    if (phase === 'comparing' && began === 0n) began = position;
  };
  t.match(await verifyProjection({ ...context, batchSize: 1, onProgress }, slow), { equal: true });
  t.ok(late.position > 0n && began >= late.position, 'it was applied before the comparison');
});

t.test('a statement that waits during a swap reads all its tables of one version', async (t) => {
  const projections = await following(t, counting('half'));
  await projections.waitFor(await count(log, newStream('counter'), { by: 1 }), { timeoutMs: 10_000 });
  const cancelling = new AbortController();
  const onProgress = ({ phase }: RebuildProgress) => void (phase === 'comparing' && cancelling.abort());
  const built = rebuildProjection(
    { ...context, signal: cancelling.signal, onProgress },
    counting('half', { version: 2 }),
  );
  await t.rejects(built, RebuildCancelled, 'all but swapped');

  const waiting = async (number: number) => {
    const { rowCount } = await pool.query(`select from pg_locks where not granted and locktype = 'relation'`);
    return (rowCount ?? 0) >= number;
  };
  const blocker = await pool.connect();
  await blocker.query('begin');
  await blocker.query('lock table half.sums in access exclusive mode');
  const reading = totals(db, 'half');
  await eventually(() => waiting(1));
  let swapped = false;
  const swapping = swapIn(db, 'half', 'next', async (position) => position).then(() => (swapped = true));
  await eventually(async () => swapped || (await waiting(2)));
  await blocker.query('commit');
  blocker.release();
  const seen = await reading;
  t.equal(seen?.sum, seen?.total);
  await swapping;
  t.equal((await totals(db, 'half'))?.version, 2);
  await projections.stop();
});
