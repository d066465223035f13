import t from 'tap';
import { openProjections } from '../../projections/engine/engine.js';
import type { Projection } from '../../projections/engine/projection.js';
import { rebuildProjectionCommand } from '../../scripts/operator/rebuild-projection.js';
import type { Terminal } from '../../scripts/operator/rebuild-texts.js';
import { count, Counted, counting } from '../support/counting.js';
import { testLog } from '../support/log.js';

const { db, pool, leases, log } = await testLog(t, [Counted]);
let broken = true;
const known: readonly Projection[] = [counting('first'), counting('second', { refuse: () => broken })];
const projections = openProjections({ db, pool, leases, log, projections: known, retryMs: 20 });
await projections.start();
t.teardown(() => projections.stop());
await projections.waitFor(await count(log, 'counter-a', { by: 1 }, { by: 2 }), { timeoutMs: 10_000 });

type Where = { readonly signal?: AbortSignal; readonly terminal?: Terminal; readonly release?: readonly Projection[] };

async function run(args: readonly string[], where: Where = {}) {
  const written = { out: '', err: '' };
  const output = {
    out: (text: string) => void (written.out += `${text}\n`),
    err: (text: string) => void (written.err += `${text}\n`),
  };
  const house = { db, pool, log, projections: where.release ?? known, close: async () => undefined };
  const { signal = new AbortController().signal, terminal = null } = where;
  const code = await rebuildProjectionCommand(args, async () => house, output, { signal, terminal });
  return { code, ...written };
}

const lines = (text: string) => text.split('\n').flatMap((line) => (line === '' ? [] : [JSON.parse(line)]));

t.test('wrong arguments', async (t) => {
  t.match(await run(['--help']), { code: 0, out: /Exit code 0/ });
  for (const [args, mistake] of [
    [[], /--all/],
    [['--all', 'first'], /--all/],
    [['third'], /no read model third. There are: first, second/],
    [['first', '--verify', '--rollback'], /only one/],
    [['first', '--fly'], /fly/],
  ] as const) {
    t.match(await run(args), { code: 2, err: mistake }, args.join(' '));
  }
});

t.test('verify, rebuild, list, roll back, drop', async (t) => {
  t.match(await run(['--all', '--verify']), {
    code: 0,
    out: /^first: equal at position 2\n.*sums: 1 rows live, 1 rebuilt, equal/,
  });
  await pool.query(`update first.sums set total = 99`);
  t.match(await run(['first', '--verify']), {
    code: 1,
    out: /not equal.*\n.*1 different\n {2}different \{"stream_id":"counter-a"\}/,
  });
  const [progress, result] = lines((await run(['first', '--verify', '--json'])).out);
  t.match(progress, { progress: { name: 'first', phase: 'filling', position: 2, target: 2, events: 2 } });
  t.match(result, { progress: { phase: 'comparing' } });

  let drawn = '';
  const terminal = { write: (text: string) => (drawn += text), columns: 100 };
  t.match(await run(['first'], { terminal }), { code: 0, out: /version 1 has replaced version 1. 2 events in/ });
  t.match(drawn, /\r.*first filling \[#{24}\] 100 % {2}\d+ events\/s, 0\.0 s left/);
  t.match(await run(['first', '--verify']), { code: 0 });
  t.match(await run(['--list']), {
    code: 0,
    out: /first .*\n {2}live: version 1, position 2 of 2\n {2}previous: version 1/,
  });
  t.match(lines((await run(['--list', '--json'])).out), [[{ name: 'first', head: 2, live: { position: 2 } }, {}]]);

  t.match(await run(['first', '--rollback', '--json']), { code: 0, out: /"result":"rolledBack"/ });
  t.match(await run(['first', '--verify']), { code: 1 }, 'the wrong row is back');
  t.match(await run(['--all', '--drop-old']), { code: 0, out: 'first: dropped previous\nsecond: dropped nothing\n' });
  t.match(await run(['first', '--rollback']), { code: 1, out: 'first: first has no previous tables\n' });
});

t.test('what stops it', async (t) => {
  const position = await count(log, 'counter-a', { by: 4, poison: true });
  t.match(await run(['--all', '--fresh']), {
    code: 1,
    out: /^first: .*\n[^]*second: Counted at position 3 cannot be applied: cannot digest/,
  });
  t.match(await run(['second', '--list']), { code: 0, out: /next: version 1, position 2 of 3, stopped at position 3/ });
  broken = false;
  t.match(await run(['second']), { code: 0, out: /1 events in/ });
  await projections.waitFor(position, { timeoutMs: 10_000 });
  t.match(await run(['first'], { signal: AbortSignal.abort() }), { code: 130, out: 'first: stopped at position 0\n' });
  const release = [counting('first', { version: 0 })];
  t.match(await run(['first'], { release }), { code: 1, out: /have version 1, this release knows 0/ });
});
