import { setTimeout as pause } from 'node:timers/promises';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import t from 'tap';
import { openDatabase } from '../../../adapters/database/database.js';
import { openPolicies } from '../../../adapters/outbox/policies.js';
import { openProjections } from '../../../projections/engine/engine.js';
import { RebuildCancelled } from '../../../projections/engine/fill.js';
import { PoisonEvent } from '../../../projections/engine/follower.js';
import { RebuildRunning } from '../../../projections/engine/rebuild-lock.js';
import type { RebuildProgress } from '../../../projections/engine/rebuild-progress.js';
import {
  dropOld,
  rebuildProjection,
  RebuildRefused,
  rollBack,
  verifyProjection,
} from '../../../projections/engine/rebuild.js';
import { count, counting, totals, totalsStatement, type Totals } from '../../support/counting.js';
import { newStream } from '../../support/new-events.js';
import { eventually } from '../../support/eventually.js';
import { rebuildWorld } from '../../support/rebuild-world.js';

const { world, context, following, stateOf, schemas } = await rebuildWorld(t);
const { db, pool, leases, log } = world;

t.setTimeout(120_000);

t.test('a new version is built beside the old one and swapped in under readers and writers', async (t) => {
  const old = counting('busy');
  const running = await following(t, old);
  const streams = Array.from({ length: 20 }, () => newStream('counter'));
  const batch = Array.from({ length: 50 }, (_, by) => ({ by }));
  for (const stream of streams) await count(log, stream, ...batch);
  await running.waitFor(await log.head(), { timeoutMs: 20_000 });

  // Readers of their own connections, with plans that they keep, looking as fast as they can.
  const readers = openDatabase(world.url, { maxConnections: 4 });
  t.teardown(() => readers.close());
  let reading = true;
  const seen: Totals[][] = [];
  const longestMs: number[] = [];
  const readForEver = async (text: string, reader: number): Promise<void> => {
    const client = await readers.pool.connect();
    const answers: Totals[] = (seen[reader] = []);
    try {
      while (reading) {
        const before = performance.now();
        const named = reader % 2 === 0 ? { name: 'totals', text } : { text };
        const { rows } = await client.query<Totals>(named);
        longestMs[reader] = Math.max(longestMs[reader] ?? 0, performance.now() - before);
        if (rows[0] === undefined) throw new Error('no row');
        answers.push(rows[0]);
      }
    } finally {
      client.release();
    }
  };
  const hammering = Promise.all([0, 1, 2, 3].map((reader) => readForEver(totalsStatement('busy'), reader)));
  // A failing reader is met below; nobody may count it as unhandled until then.
  hammering.catch(() => undefined);
  const writing = (async () => {
    for (let by = 0; reading; by++) {
      await count(log, streams[by % streams.length] ?? '', { by });
      await pause(1);
    }
  })();

  const reports: unknown[] = [];
  const next = openProjections({
    ...{ db, pool, leases, log, projections: [counting('busy', { version: 2 })], retryMs: 20 },
    onRebuilt: (report) => reports.push(report),
  });
  t.teardown(() => next.stop());
  await next.start();
  t.match((await next.status())[0], { version: 1, wantedVersion: 2 }, 'the old version goes on serving');
  await eventually(() => reports.length > 0);
  const swappedAt = seen.map((answers) => answers.length);
  await eventually(() => seen.every((answers, reader) => answers.length > (swappedAt[reader] ?? 0) + 20));
  reading = false;
  await writing;
  await hammering;

  t.match(reports, [{ name: 'busy', version: 2, replacedVersion: 1, comparison: { equal: false } }]);
  for (const answers of seen) {
    t.ok(answers.some(({ version }) => version === 1) && answers.some(({ version }) => version === 2), 'saw both');
    t.ok(
      answers.every(({ sum, total }) => sum === total),
      'no answer of two versions',
    );
    t.ok(
      answers.every(({ position }, index) => index === 0 || position >= (answers[index - 1]?.position ?? 0n)),
      'time never went back',
    );
  }
  t.ok(Math.max(...longestMs) < 2_000, `nobody waited long: ${Math.round(Math.max(...longestMs))} ms`);
  const head = await log.head();
  t.ok(await next.waitFor(head, { timeoutMs: 20_000 }), 'the new version is followed');
  const { rows } = await pool.query(`select sum((data ->> 'by')::int) * 2 as total from log.events`);
  t.equal((await totals(db, 'busy'))?.total, rows[0].total);
  t.strictSame(await schemas('busy'), ['busy', 'busy_previous']);
  const indexes = await pool.query(`select from pg_indexes where schemaname = 'busy' and indexname = 'sums_by_total'`);
  t.equal(indexes.rowCount, 1);
  await running.stop();
  await next.stop();
});

t.test('killed or cancelled at any place, the next attempt goes on', async (t) => {
  const projection = counting('killed', { version: 2 });
  const old = await following(t, counting('killed'));
  const stream = newStream('counter');
  const position = await count(log, stream, ...Array.from({ length: 300 }, (_, by) => ({ by })));
  await old.waitFor(position, { timeoutMs: 20_000 });
  const before = await totals(db, 'killed');
  const victim = spawn(
    process.execPath,
    [...process.execArgv, fileURLToPath(new URL('../../support/rebuild-victim.js', import.meta.url)), world.url],
    { stdio: 'inherit' },
  );
  await eventually(async () => ((await stateOf(projection)).next?.position ?? 0n) > 0n);
  victim.kill('SIGKILL');
  await once(victim, 'exit');
  const from = (await stateOf(projection)).next?.position ?? 0n;
  t.ok(from > 0n && from < position, `killed at position ${from}`);
  // The server needs a moment to notice that the lock has no owner.
  const rebuilding = new AbortController();
  const cancelled = { ...context, signal: rebuilding.signal, batchSize: 10, onProgress: () => rebuilding.abort() };
  await eventually(async () => {
    const outcome = await rebuildProjection(cancelled, projection).catch((error: unknown) => error);
    t.ok(outcome instanceof RebuildRunning || outcome instanceof RebuildCancelled, String(outcome));
    return outcome instanceof RebuildCancelled;
  });
  t.strictSame(await totals(db, 'killed'), before, 'the live tables are as they were');
  const { next } = await stateOf(projection);
  t.ok((next?.position ?? 0n) > from, 'what was done by the cancelled one is kept');

  const report = await rebuildProjection(context, projection);
  t.equal(BigInt(report.events), position - (next?.position ?? 0n), 'nothing is done twice');
  t.equal((await totals(db, 'killed'))?.total, (before?.total ?? 0n) * 2n);
  t.match(await verifyProjection(context, projection), { equal: true });
  await old.stop();
});

t.test('going back and forward loses nothing, and nothing happens again', async (t) => {
  const projection = counting('twice');
  let reactions = 0;
  const policies = openPolicies({
    ...{ db, leases, log, retryMs: 20 },
    policies: [
      {
        name: 'mails-about-counts',
        prefixes: ['counter-'],
        react: async (event) => {
          reactions++;
          return [{ kind: 'mail', payload: { about: event.id } }];
        },
      },
    ],
  });
  await policies.start();
  t.teardown(() => policies.stop());
  const projections = await following(t, projection);
  const stream = newStream('counter');
  await policies.waitFor(await count(log, stream, { by: 1 }), { timeoutMs: 20_000 });
  await projections.waitFor(await log.head(), { timeoutMs: 10_000 });
  const mails = async () => (await pool.query('select count(*) as count from outbox')).rows[0].count;
  const effects = { reactions, mails: await mails() };

  const progress: RebuildProgress[] = [];
  const report = await rebuildProjection({ ...context, onProgress: (step) => progress.push(step) }, projection);
  t.match(report, { replacedVersion: 1, comparison: { equal: true } });
  t.strictSame([...new Set(progress.map(({ phase }) => phase))], ['filling', 'indexing', 'comparing', 'swapping']);
  t.match(progress.at(-1), { name: 'twice', events: report.events, position: await log.head() });
  t.strictSame({ reactions, mails: await mails() }, effects, 'no policy fires, no mail is written');

  const sumOf = async () => (await pool.query('select total from twice.sums where stream_id = $1', [stream])).rows[0];
  await projections.waitFor(await count(log, stream, { by: 2 }), { timeoutMs: 10_000 });
  t.strictSame(await sumOf(), { total: 3n });
  await pool.query('update twice.sums set total = -1 where stream_id = $1', [stream]);
  await rollBack(context, projection);
  t.strictSame(await sumOf(), { total: 3n }, 'what happened since is there');
  await projections.waitFor(await count(log, stream, { by: 4 }), { timeoutMs: 10_000 });
  t.strictSame(await sumOf(), { total: 7n }, 'and it is followed');
  await rollBack(context, projection);
  t.strictSame(await sumOf(), { total: 3n }, 'back to the broken ones');
  await rebuildProjection(context, projection);
  t.strictSame(await sumOf(), { total: 7n });
  t.strictSame(await dropOld(context, 'twice'), ['previous']);
  t.strictSame(await dropOld(context, 'twice'), []);
  t.strictSame(await schemas('twice'), ['twice']);
  await t.rejects(rollBack(context, projection), RebuildRefused);
  await projections.stop();
  await policies.stop();
});

t.test('verifying tells each row that is not as the log says', async (t) => {
  const projection = counting('verified');
  const projections = await following(t, projection);
  const streams = Array.from({ length: 3 }, () => newStream('counter'));
  for (const stream of streams) await count(log, stream, { by: 1 });
  await projections.waitFor(await log.head(), { timeoutMs: 10_000 });
  t.match(await verifyProjection(context, projection), { equal: true });
  const [missing, different, untouched] = streams;
  await pool.query('delete from verified.sums where stream_id = $1', [missing]);
  await pool.query('update verified.sums set total = 9 where stream_id = $1', [different]);
  await pool.query(`insert into verified.sums values ('nobody', 1)`);
  const comparison = await verifyProjection(context, projection);
  t.match(comparison, {
    equal: false,
    tables: [
      { table: 'sums', missing: 1n, different: 1n, surplus: 1n },
      { table: 'total', missing: 0n, different: 0n, surplus: 0n, liveRows: 1n, rebuiltRows: 1n },
    ],
  });
  t.strictSame(
    new Set(comparison.tables[0]?.examples),
    new Set([
      { kind: 'missing', key: { stream_id: missing } },
      { kind: 'different', key: { stream_id: different } },
      { kind: 'surplus', key: { stream_id: 'nobody' } },
    ]),
  );
  const rows = await pool.query('select * from verified.sums where stream_id = any($1)', [[different, untouched]]);
  t.strictSame(new Set(rows.rows.map(({ total }) => total)), new Set([9n, 1n]), 'the live table is not touched');
  t.strictSame(await schemas('verified'), ['verified']);
  await projections.stop();
});

t.test('what is not possible is refused', async (t) => {
  const newer = counting('refused', { version: 2 });
  await t.rejects(rebuildProjection(context, newer), RebuildRefused, 'no tables');
  const projections = await following(t, newer);
  await t.rejects(rebuildProjection(context, counting('refused')), RebuildRefused, 'of an older release');
  await t.rejects(verifyProjection(context, counting('refused')), RebuildRefused);
  await rebuildProjection(context, newer);
  await t.rejects(rollBack(context, counting('refused', { version: 3 })), /release that has it/);
  let running: Promise<unknown> = Promise.resolve();
  await rebuildProjection(
    {
      ...context,
      onProgress: ({ phase }) => {
        if (phase === 'swapping') running = rebuildProjection(context, newer).catch((error: unknown) => error);
      },
    },
    newer,
  );
  t.ok((await running) instanceof RebuildRunning, 'two at a time');
  for (const name of ['plants_next', 'log', 'pg_x', 'Plants']) {
    t.throws(() => openProjections({ db, pool, leases, log, projections: [counting(name)] }), TypeError, name);
  }
  await projections.stop();
});

t.test('an event that cannot be applied stops the rebuild, and a fix lets it go on', async (t) => {
  let broken = true;
  const projection = counting('poisoned', { version: 2, refuse: () => broken });
  const projections = await following(t, counting('poisoned'));
  const stream = newStream('counter');
  await count(log, stream, { by: 1 });
  const poison = await count(log, stream, { by: 2, poison: true });
  await count(log, stream, { by: 4 });
  await t.rejects(rebuildProjection(context, projection), PoisonEvent);
  const failure = { position: poison, reason: /Counted: cannot digest this/ };
  t.match(await stateOf(projection), { live: { version: 1, failure: null }, next: { version: 2, failure } });
  broken = false;
  const report = await rebuildProjection(context, projection);
  t.equal(report.events, 2, 'it went on where it stopped');
  const rows = await pool.query('select total from poisoned.sums where stream_id = $1', [stream]);
  t.strictSame(rows.rows, [{ total: 14n }]);
  await projections.stop();
});
