import { randomUUID } from 'node:crypto';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import t from 'tap';
import { z } from 'zod';
import { chainFormerEvents } from '../../adapters/database/migrations/0006-log-proof.js';
import { eventHash } from '../../adapters/event-log/chain.js';
import { BrokenLog, dailyRootJob, openDailyRoots } from '../../adapters/event-log/daily-roots.js';
import { parseExportLine } from '../../adapters/event-log/export-format.js';
import type { DailyRoot } from '../../adapters/event-log/verification.js';
import { defineEvent, personal, type EventMetadata } from '../../domain/kernel/event.js';
import { Temporal } from '../../domain/kernel/time.js';
import { verifyLogCommand } from '../../scripts/operator/verify-log.js';
import { newEvent } from '../support/new-events.js';
import { testLog } from '../support/log.js';

const Noted = defineEvent('Noted', z.object({ by: z.uuid(), n: z.number(), text: personal(z.string()) }), {
  subjectField: 'by',
});
const metadata: EventMetadata = { actor: { kind: 'system', id: 'test' }, correlationId: 'c' };
const { db, pool, store, log, personKeys } = await testLog(t, [Noted]);

let today = '2026-07-21';
const clock = { now: () => Temporal.Instant.from(`${today}T10:00:00Z`) };
const dailyRoots = openDailyRoots({ pool, store, clock });
const house = { store, dailyRoots, close: async () => undefined };
const folder = await mkdtemp(join(tmpdir(), 'sitelink-'));
t.teardown(() => rm(folder, { recursive: true }));

async function run(...args: readonly string[]) {
  const written = { out: '', err: '' };
  const output = {
    out: (text: string) => void (written.out += `${text}\n`),
    err: (text: string) => void (written.err += `${text}\n`),
  };
  const code = await verifyLogCommand(args, async () => house, output);
  return { code, ...written };
}

async function file(name: string, content: string): Promise<string> {
  const path = join(folder, name);
  await writeFile(path, content);
  return path;
}

const by = randomUUID();
async function note(stream: string, ...numbers: readonly number[]): Promise<void> {
  for (const n of numbers) {
    const event = { type: 'Noted', data: { by, n, text: `number ${n}` } };
    const result = await log.append(stream, [{ id: randomUUID(), event }], await log.load(stream), metadata);
    if (!result.ok) throw new Error(result.reason);
  }
}

await note('plant-a', 1, 2);
await note('plant-b', 1);
await note('plant-a', 3);
await note('plant-c', 1, 2);

t.test('roots are made once a day', async (t) => {
  t.match(await run('--roots'), { code: 0, out: '', err: /no root yet/ });
  const [first, second] = await Promise.all([dailyRoots.make(), dailyRoots.make()]);
  const made = first ?? second;
  t.match(made, { day: '2026-07-20', events: 6, streams: 3, root: /^[0-9a-f]{64}$/ });
  t.ok(first === null || second === null, 'by one of several nodes');
  t.equal(await dailyRoots.make(), null, 'and only once');
  await note('plant-b', 2);
  today = '2026-07-22';
  const missed = await new Promise<DailyRoot>((onRoot, onError) => {
    const job = dailyRootJob({ roots: dailyRoots, onRoot, onError });
    job.run(new AbortController().signal).catch(job.onError);
  });
  t.equal(missed.day, '2026-07-21', 'a midnight that was missed is made up for');
  const again = openDailyRoots({ pool, store, clock: { now: () => Temporal.Instant.from('2026-07-22T21:59:59Z') } });
  t.equal(await again.make(), null, 'the day is one in Berlin');
  const { out } = await run('--roots', '--json');
  const roots = out
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line));
  t.match(roots, [made, { day: '2026-07-21', events: 7, streams: 3 }]);
  t.match(await run('--roots'), { out: new RegExp(`2026-07-20  ${made?.root}  6 events in 3 streams\n2026-07-21  `) });
});

/** Copies of everything that belongs to the log. */
const tables = ['log.events', 'log.streams', 'log.log_head', 'log.daily_roots', 'log.stream_heads'];
const copyOf = (table: string) => `copy_of_${table.replace('.', '_')}`;
async function behindTheBack(...statements: readonly string[]): Promise<void> {
  for (const statement of statements) await pool.query(statement);
}
async function restore(): Promise<void> {
  for (const table of tables)
    await behindTheBack(`truncate ${table}`, `insert into ${table} select * from ${copyOf(table)}`);
}
const at = (stream: string, revision: number) =>
  `where stream_id = 'plant-${stream}' and stream_revision = ${revision}`;
/** Swaps one column of two rows, past the unique indexes. */
function swap(column: string, spare: string, [a, b]: readonly [string, string]): readonly string[] {
  return [
    `create temp table swapped as select (select ${column} from log.events ${a}) as a, (select ${column} from log.events ${b}) as b`,
    `update log.events set ${column} = ${spare} ${a}`,
    `update log.events set ${column} = (select a from swapped) ${b}`,
    `update log.events set ${column} = (select b from swapped) where ${column} = ${spare}`,
    'drop table swapped',
  ];
}

/** What somebody does who knows how hashes are made: everything after the change is hashed anew. */
async function rehash(stream: string): Promise<void> {
  let previous: string | null = null;
  for (const event of (await store.readStream(stream)) ?? []) {
    previous = eventHash(event, previous);
    await pool.query(
      `update log.events set metadata = metadata || jsonb_build_object('hash', $2::text) where event_id = $1`,
      [event.id, previous],
    );
  }
}

t.test('what is changed behind the back of the store is found', async (t) => {
  for (const table of tables) await behindTheBack(`create table ${copyOf(table)} as select * from ${table}`);
  t.match(await run(), { code: 0, out: 'The log is whole.\n', err: /7 events in 3 streams, 2 daily roots matched/ });
  const kept = await file('roots.jsonl', (await run('--roots', '--json')).out);
  const changed = /FIRST BROKEN LINK: plant-a, revision 1: changed/;
  const cases: readonly (readonly [string, readonly string[], RegExp])[] = [
    ['a value', [`update log.events set data = data || '{"n": 2.5}' ${at('a', 1)}`], changed],
    ['a member more', [`update log.events set data = data || '{"m": null}' ${at('a', 1)}`], changed],
    ['a sealed value', [`update log.events set data = jsonb_set(data, '{text,tag}', '"AAAA"') ${at('a', 1)}`], changed],
    [
      'who did it',
      [`update log.events set metadata = jsonb_set(metadata, '{actor,id}', '"me"') ${at('a', 1)}`],
      changed,
    ],
    ['the type', [`update log.events set event_type = 'Else' ${at('a', 1)}`], changed],
    ['the version', [`update log.events set schema_version = 2 ${at('a', 1)}`], changed],
    ['the id', [`update log.events set event_id = gen_random_uuid() ${at('a', 1)}`], changed],
    ['the hash', [`update log.events set metadata = metadata || '{"hash": "00"}' ${at('a', 1)}`], changed],
    ['no hash', [`update log.events set metadata = metadata - 'hash' ${at('a', 1)}`], /plant-a, revision 1: unhashed/],
    ['removed', [`delete from log.events ${at('a', 1)}`], /plant-a, revision 2: missing: revision 1 is missing/],
    [
      'removed and closed up',
      [`delete from log.events ${at('a', 1)}`, `update log.events set stream_revision = 1 ${at('a', 2)}`],
      changed,
    ],
    [
      'inserted',
      [
        `update log.events set stream_revision = stream_revision + 1, global_position = global_position + 100 ${at('a', 2)}`,
        `insert into log.events select 90, stream_id, 2, gen_random_uuid(), event_type, schema_version, data, metadata
          from log.events ${at('a', 1)}`,
        'update log.log_head set position = 200',
      ],
      /plant-a, revision 2: changed/,
    ],
    ['swapped in a stream', swap('stream_revision', '99', [at('a', 1), at('a', 2)]), /plant-a, revision 2: missing/],
    ['contents swapped', swap('data', `'{}'`, [at('a', 1), at('a', 2)]), changed],
    [
      'swapped over streams',
      swap('global_position', '99', [at('b', 0), at('c', 0)]),
      /the log: root-differs: .*2026-07-20/,
    ],
    [
      'the end cut off',
      [`delete from log.events ${at('c', 1)}`, `update log.streams set revision = 0 where stream_id = 'plant-c'`],
      /plant-c, revision 1: shortened: .*\n.*root of 2026-07-20/,
    ],
    [
      'a whole stream',
      [`delete from log.events where stream_id = 'plant-c'`, `delete from log.streams where stream_id = 'plant-c'`],
      /plant-c, revision 0: shortened/,
    ],
    ['the last event', [`delete from log.events ${at('b', 1)}`], /plant-b, revision 1: shortened/],
  ];
  for (const [what, statements, first] of cases) {
    await behindTheBack(...statements);
    t.match(await run(), { code: 1, out: first }, what);
    await restore();
  }

  await behindTheBack(`update log.events set data = data || '{"n": 7}' ${at('a', 1)}`);
  await rehash('plant-a');
  t.match(await run(), { code: 1, out: /plant-a, revision 2: changed: .*last root.*\n.*2026-07-20/ }, 'hashed anew');
  await behindTheBack('delete from log.daily_roots', 'delete from log.stream_heads');
  await dailyRoots.make();
  t.match(await run(), { code: 0 }, 'with new roots, nothing inside the database tells');
  t.match(await run('--against', kept), { code: 1, out: /root-differs: .*2026-07-20/ }, 'but the kept roots do');
  await restore();

  await note('plant-d', 1);
  await behindTheBack(`delete from log.events where stream_id = 'plant-d'`);
  t.match(await run(), { code: 1, out: /the log: shortened: .*where its store says/ }, 'newer than the last root');
  await restore();

  await behindTheBack(
    `delete from log.events ${at('c', 1)}`,
    `update log.streams set revision = 0 where stream_id = 'plant-c'`,
  );
  await note('plant-c', 3);
  today = '2026-07-23';
  await t.rejects(dailyRoots.make(), { name: BrokenLog.name, link: { streamId: 'plant-c', revision: 1n } });
  const failure = await new Promise((onError, onRoot) => {
    const job = dailyRootJob({ roots: dailyRoots, onRoot, onError });
    job.run(new AbortController().signal).catch(job.onError);
  });
  t.match(failure, { name: BrokenLog.name }, 'no root vouches for it');
  await restore();
  t.match(await run('--against', kept), { code: 0, err: /4 daily roots matched/ });
});

t.test('an exported file proves itself', async (t) => {
  const path = join(folder, 'export.jsonl');
  t.match(await run('--export', path), { code: 0, out: 'The log is whole.\n' });
  t.match(await run('--export', path), { code: 2, err: /cannot be written \(EEXIST\)/ });
  const lines = (await readFile(path, 'utf8')).trimEnd().split('\n');
  const live = await store.readAll({ after: 0n, maxCount: 100 });
  t.strictSame(lines.map(parseExportLine), live, 'everything is in it');
  t.notMatch(lines.join(), /number/, 'personal fields are sealed');
  const roots = await file('kept.jsonl', (await run('--roots', '--json')).out);
  const { out } = await run('--file', path, '--against', roots, '--json');
  const [, last] = await dailyRoots.list();
  t.match(JSON.parse(out), {
    ok: true,
    events: 7,
    streams: 3,
    rootsMatched: 2,
    root: last?.root,
    broken: { length: 0 },
  });

  const edited = async (edit: (lines: string[]) => void) => {
    const copy = [...lines];
    edit(copy);
    return run('--file', await file('edited.jsonl', `${copy.join('\n')}\n`), '--against', roots);
  };
  const cases: readonly (readonly [string, (lines: string[]) => void, RegExp])[] = [
    ['changed', (l) => void (l[1] = (l[1] ?? '').replace('"n":2', '"n":3')), /plant-a, revision 1: changed/],
    ['removed', (l) => void l.splice(1, 1), /plant-a, revision 2: missing/],
    ['twice', (l) => void l.splice(1, 0, l[1] ?? ''), /plant-a, revision 1: out-of-order/],
    ['order', (l) => void l.splice(0, 2, l[1] ?? '', l[0] ?? ''), /plant-a, revision 1: missing/],
    ['shortened', (l) => void l.pop(), /the log: root-differs: .*2026-07-21 stands for 7 events, the log has 6/],
    ['garbage', (l) => void (l[2] = '{"stream":'), /the log: unreadable: line 3 is not an exported event/],
  ];
  for (const [what, edit, first] of cases) t.match(await edited(edit), { code: 1, out: first }, what);
});

t.test('mistakes are told', async (t) => {
  t.match(await run('--help'), { code: 0, out: /Exit code/ });
  for (const [args, mistake] of [
    [['--file', 'a', '--roots'], /choose one/],
    [['--file', join(folder, 'none')], /no such file/],
    [['--against', await file('bad.jsonl', '{}')], /line 1: not a root/],
    [['--roots', '--against', 'x'], /only prints/],
    [['--export', join(folder, 'no/such/folder')], /cannot be written/],
    [['--wrong'], /wrong/],
  ] as const) {
    t.match(await run(...args), { code: 2, err: mistake });
  }
});

t.test('erasing a person leaves every chain whole', async (t) => {
  await personKeys.destroyKey(by);
  t.match(await run(), { code: 0, out: 'The log is whole.\n' });
  await note('plant-e', 1, 2);
  t.match(await run(), { code: 0, err: /9 events in 4 streams/ }, 'also with what comes later');
});

t.test('a log that was written before there were hashes is chained once', async (t) => {
  const stream = 'former-1';
  await store.append(stream, [newEvent({ a: 1 }), newEvent({ b: 1e30 })], 'no_stream');
  t.match(await run(), { code: 1, out: /former-1, revision 0: unhashed/ });
  await chainFormerEvents(db);
  const chained = await store.readAll({ after: 0n, maxCount: 100 });
  t.match(await run(), { code: 0 });
  await chainFormerEvents(db);
  t.strictSame(await store.readAll({ after: 0n, maxCount: 100 }), chained);
});
