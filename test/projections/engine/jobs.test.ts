import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import t, { type Test } from 'tap';
import { openProjections } from '../../../projections/engine/engine.js';
import { startJobWorker, type JobWorkerOptions } from '../../../projections/engine/job-worker.js';
import {
  cancelJob,
  jobsOf,
  latestJobs,
  requestJob,
  takeJob,
  type RebuildAction,
} from '../../../projections/engine/jobs.js';
import type { Projection } from '../../../projections/engine/projection.js';
import { rebuildProjection, rollBack } from '../../../projections/engine/rebuild.js';
import { projectionStates } from '../../../projections/engine/states.js';
import { count, Counted, counting, totals } from '../../support/counting.js';
import { newStream } from '../../support/new-events.js';
import { testLog } from '../../support/log.js';

const world = await testLog(t, [Counted]);
const { db, pool, leases, log } = world;
const requestedBy = randomUUID();

t.setTimeout(60_000);

async function prepared(t: Test, name: string, projection: Projection = counting(name)): Promise<Projection> {
  const opened = openProjections({ db, pool, leases, log, projections: [projection], retryMs: 20 });
  t.teardown(() => opened.stop());
  await opened.start();
  await opened.waitFor(await log.head(), { timeoutMs: 10_000 });
  return projection;
}

function working(t: Test, projections: readonly Projection[], options: Partial<JobWorkerOptions> = {}) {
  const troubles: unknown[] = [];
  const worker = startJobWorker({
    ...{ db, pool, log, projections, pollMs: 10, tellMs: 10, postponeSeconds: 0.05 },
    onTrouble: (error) => troubles.push(error),
    ...options,
  });
  t.teardown(() => worker.stop());
  return { ...worker, troubles };
}

async function ask(projection: string, action: RebuildAction, fresh = false) {
  const job = await requestJob(db, { projection, action, fresh, requestedBy });
  if (job === null) throw new Error('another job is open');
  return job;
}

async function inState(projection: string, ...states: readonly string[]) {
  for (;;) {
    const job = (await latestJobs(db)).get(projection);
    if (job !== undefined && states.includes(job.state)) return job;
  }
}

const ended = (projection: string) => inState(projection, 'done', 'failed', 'cancelled');

t.test('every action, with what came of it', async (t) => {
  await count(log, newStream('counter'), { by: 1 }, { by: 2 });
  const projection = await prepared(t, 'acting');
  working(t, [projection]);

  await ask('acting', 'verify');
  t.match(await ended('acting'), { state: 'done', result: { comparison: { equal: true } }, failure: null });

  await sql`update acting.sums set total = total + 1`.execute(db);
  await ask('acting', 'verify');
  const verified = await ended('acting');
  t.match(verified.result?.comparison, { equal: false });
  t.ok(verified.result?.comparison?.tables.some(({ table, different }) => table === 'sums' && different > 0));

  await ask('acting', 'rebuild', true);
  const rebuilt = await ended('acting');
  t.match(rebuilt, { state: 'done', requestedBy, result: { report: { version: 1, replacedVersion: 1 } } });
  t.equal(rebuilt.progress?.phase, 'swapping', 'the last that was told');
  const mended = await totals(db, 'acting');
  t.equal(mended?.sum, mended?.total);

  await ask('acting', 'rollback');
  t.match(await ended('acting'), { state: 'done' });
  await ask('acting', 'drop-old');
  t.match(await ended('acting'), { state: 'done', result: { dropped: ['previous'] } });
  await ask('acting', 'rollback');
  t.match(await ended('acting'), { state: 'failed', failure: { code: 'refused', reason: /no previous tables/ } });
  t.same(
    (await jobsOf(db, 'acting', 10)).map(({ action }) => action),
    ['rollback', 'drop-old', 'rollback', 'rebuild', 'verify', 'verify'],
    'all of them are remembered, the newest first',
  );
});

t.test('only one at a time is open', async (t) => {
  await ask('single', 'verify');
  t.equal(await requestJob(db, { projection: 'single', action: 'rebuild', fresh: false, requestedBy }), null);
  const job = await inState('single', 'waiting');
  t.match(await cancelJob(db, job), { state: 'cancelled', finishedAt: Date }, 'nobody had begun it');
  t.match(await cancelJob(db, job), { state: 'cancelled' }, 'once more does no harm');
  t.equal(await cancelJob(db, { ...job, projection: 'other' }), null);
  t.ok(await requestJob(db, { projection: 'single', action: 'rebuild', fresh: false, requestedBy }));
  const [open] = await jobsOf(db, 'single', 1);
  if (open !== undefined) await cancelJob(db, open);
});

t.test('a poison event is told with its position, and the live tables stay', async (t) => {
  const stream = newStream('counter');
  await count(log, stream, { by: 1 });
  const position = await count(log, stream, { by: 1, poison: true });
  let refuses = false;
  const projection = await prepared(t, 'poisoned', counting('poisoned', { refuse: () => refuses }));
  const before = await totals(db, 'poisoned');
  refuses = true;
  const worker = working(t, [projection]);
  await ask('poisoned', 'rebuild');
  t.match(await ended('poisoned'), {
    state: 'failed',
    failure: { code: 'event', position: String(position), reason: /cannot digest this/ },
  });
  t.same(await totals(db, 'poisoned'), before);
  t.same(worker.troubles, [], 'an event that cannot be applied is not a broken machine');
});

t.test('tables that somebody else has begun anew meanwhile are told as such, not as busy readers', async (t) => {
  await count(log, newStream('counter'), { by: 1 });
  const plain = await prepared(t, 'overtaken');
  const before = await totals(db, 'overtaken');
  const overtaken: Projection = {
    ...plain,
    async createIndexes(tx) {
      await plain.createIndexes?.(tx);
      await sql`update log.checkpoints set position = 0 where name = 'overtaken/next'`.execute(db);
    },
  };
  const worker = working(t, [overtaken]);
  await ask('overtaken', 'rebuild', true);
  t.match(await ended('overtaken'), { state: 'failed', failure: { code: 'overtaken', reason: /not complete/ } });
  t.same(await totals(db, 'overtaken'), before, 'the live tables stay');
  t.same(worker.troubles, []);
});

/** A projection that stands still in the middle of its rebuild until it is let go. */
function pausing(name: string) {
  const plain = counting(name);
  let release: () => void = () => undefined;
  let gate: Promise<void> | null = null;
  let arrive: () => void = () => undefined;
  const arrived = new Promise<void>((resolve) => (arrive = resolve));
  return {
    close: () => (gate = new Promise((resolve) => (release = resolve))),
    open: () => release(),
    arrived,
    projection: {
      ...plain,
      apply: async (...args: Parameters<Projection['apply']>) => {
        if (gate !== null) arrive();
        await gate;
        await plain.apply(...args);
      },
    } satisfies Projection,
  };
}

async function heartBeat(id: string): Promise<void> {
  const seenAt = async () => {
    const { rows } = await sql<{ at: Date }>`select runner_seen_at as at from rebuild_jobs where id = ${id}`.execute(
      db,
    );
    return rows[0]?.at.getTime();
  };
  const before = await seenAt();
  while ((await seenAt()) === before);
}

t.test('stopping keeps what was done, and the live tables', async (t) => {
  const slow = pausing('stopped');
  const projection = await prepared(t, 'stopped', slow.projection);
  slow.close();
  working(t, [projection], { batchSize: 1 });
  const job = await ask('stopped', 'rebuild');
  await inState('stopped', 'running');
  // Stopped before, it would end without a second sign of life.
  await slow.arrived;
  t.match(await cancelJob(db, job), { state: 'running', cancelRequested: true }, 'its runner stops it');
  // The second sign of life comes after what the first one heard.
  await heartBeat(job.id);
  await heartBeat(job.id);
  slow.open();
  t.match(await ended('stopped'), { state: 'cancelled', failure: null });
  const [state] = await projectionStates(db, log, [projection]);
  t.ok(state?.next, 'what was built is kept');
});

t.test('another process goes on when one falls silent, and the one that wakes up does no harm', async (t) => {
  const projection = await prepared(t, 'inherited');
  const job = await ask('inherited', 'rebuild');
  t.match(await takeJob(db, randomUUID(), 10), { id: job.id }, 'by somebody who is never heard of again');
  t.equal(await takeJob(db, randomUUID(), 10), null, 'not before it has been silent for a while');
  await sql`update rebuild_jobs set runner_seen_at = now() - interval '11 s' where id = ${job.id}`.execute(db);
  working(t, [projection]);
  t.match(await ended('inherited'), { id: job.id, state: 'done' });
});

t.test('a swap that nobody could write down is not done twice', async (t) => {
  const projection = await prepared(t, 'swapped');
  const context = { db, pool, log, signal: new AbortController().signal };
  await rebuildProjection(context, projection);
  const liveOid = async () => {
    const { rows } = await sql`select to_regnamespace('swapped')::oid as oid`.execute(db);
    return rows[0];
  };
  const before = await liveOid();
  const job = await ask('swapped', 'rollback');
  t.match(await takeJob(db, randomUUID(), 10), { id: job.id });
  await rollBack(context, projection);
  const after = await liveOid();
  t.strictNotSame(after, before);
  await sql`update rebuild_jobs set runner_seen_at = now() - interval '11 s' where id = ${job.id}`.execute(db);
  working(t, [projection]);
  t.match(await ended('swapped'), { id: job.id, state: 'done', result: null });
  t.strictSame(await liveOid(), after, 'the one that goes on does not lead back');
});

t.test('a process that ends gives its job back', async (t) => {
  const slow = pausing('handed_over');
  const projection = await prepared(t, 'handed_over', slow.projection);
  slow.close();
  const first = working(t, [projection]);
  const job = await ask('handed_over', 'rebuild');
  await inState('handed_over', 'running');
  const stopped = first.stop();
  slow.open();
  await stopped;
  t.match(await inState('handed_over', 'waiting'), { id: job.id });
  working(t, [projection]);
  t.match(await ended('handed_over'), { id: job.id, state: 'done' });
});

t.test('waits for a rebuild that somebody else runs', async (t) => {
  const projection = await prepared(t, 'locked');
  const client = await pool.connect();
  await client.query(`select pg_advisory_lock(hashtextextended('rebuild/locked', 0))`);
  const worker = working(t, [projection]);
  await ask('locked', 'verify');
  await inState('locked', 'running');
  await inState('locked', 'waiting');
  await client.query(`select pg_advisory_unlock(hashtextextended('rebuild/locked', 0))`);
  client.release();
  t.match(await ended('locked'), { state: 'done' });
  t.same(worker.troubles, []);
});
