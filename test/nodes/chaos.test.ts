import { setTimeout as pause } from 'node:timers/promises';
import t from 'tap';
import { hash01 } from '../../scripts/simulation/random.js';
import { accidents } from '../support/chaos/accidents.js';
import { device, person, reportUntil, type Promised } from '../support/chaos/load.js';
import { witness } from '../support/chaos/verdict.js';
import { node } from '../support/nodes.js';
import { ownPostgres } from '../support/own-postgres.js';

/** More of it: `CHAOS_SECONDS=300 CHAOS_SEED=any node scripts/test.mjs test/nodes/chaos.test.ts` */
const seconds = Number(process.env['CHAOS_SECONDS'] ?? 20);
const seed = process.env['CHAOS_SEED'] ?? '1';
const people = 4;

t.setTimeout((seconds + 160) * 1_000);

t.test(`nodes die and freeze for ${seconds} s, and all is as one process would have left it`, async (t) => {
  t.comment(`CHAOS_SEED=${seed}`);
  const server = await ownPostgres(t);
  await server.start();
  const nodes = await Promise.all([
    node(t, 'web 1', 'web', server.url),
    node(t, 'web 2', 'web', server.url),
    node(t, 'worker 1', 'worker', server.url),
    node(t, 'worker 2', 'worker', server.url),
  ]);
  // All at once, on an empty database.
  await Promise.all(nodes.map((one) => one.start()));

  const over = new AbortController();
  const promised: Promised = { readings: new Set(), plantNames: new Map(), placed: new Set() };
  const randomOf = (what: string) => {
    let n = 0;
    return () => hash01(`${seed} ${what}`, n++);
  };
  const webs = nodes.filter(({ role }) => role === 'web');
  const load = (what: string) => ({ webs, random: randomOf(what), signal: over.signal, promised });
  const working = Promise.all([
    ...Array.from({ length: people }, (_, number) => person(load(`person ${number}`), number)),
    device(load('stranger'), 'STRANGER', 50),
  ]);
  const happening = accidents(nodes, randomOf('accidents'), over.signal);
  // A failure of either ends the other one, too.
  await Promise.race([pause(seconds * 1_000), working, happening]);
  over.abort();
  const happened = await happening;
  await working;
  t.comment(happened.join('\n'));

  const outside = witness(t, server.url);
  await Promise.all([...promised.placed].map((serial) => reportUntil(load(serial), serial, outside.isKnown)));
  await outside.allDone();
  await outside.judge(t, promised);
  for (const one of nodes) t.equal(await one.stop(), 0, `${one.name} ends in order`);
});
