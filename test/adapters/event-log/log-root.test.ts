import { hash } from 'node:crypto';
import { setImmediate as nextTurn } from 'node:timers/promises';
import t from 'tap';
import { emptySequence, openLogRoot } from '../../../adapters/event-log/log-root.js';
import { openVerification } from '../../../adapters/event-log/verification.js';

const heads = new Map(
  Array.from({ length: 4_500 }, (_, n) => [
    `plant-${n}`,
    { revision: BigInt(n % 7), hash: hash('sha256', `event ${n}`) },
  ]),
);

function filled() {
  const root = openLogRoot();
  for (const [streamId, head] of heads) root.set(streamId, head);
  return root;
}

t.test('a root in pieces is the same root', async (t) => {
  const atOnce = filled().over(emptySequence);
  const inPieces = filled();
  let pieces = 1;
  while (inPieces.work(100)) pieces++;
  t.ok(pieces > 10);
  t.notOk(inPieces.work(100), 'nothing is left');
  t.equal(inPieces.over(emptySequence), atOnce);

  const interrupted = filled();
  interrupted.work(100);
  t.equal(interrupted.over(emptySequence), atOnce, 'whatever is left is done with the root');

  const changed = { revision: 9n, hash: hash('sha256', 'changed') };
  inPieces.set('plant-7', changed);
  const other = filled();
  other.set('plant-7', changed);
  t.notOk(inPieces.work(100), 'only what changed is done again');
  t.equal(inPieces.over(emptySequence), other.over(emptySequence));
  t.not(other.over(emptySequence), atOnce);
});

t.test('others have their turn while a root is prepared', async (t) => {
  const root = { day: '2026-07-20', events: 9_000, streams: heads.size, sequence: emptySequence, root: emptySequence };
  const expected = openVerification({ from: { root, heads } }).root();
  const verification = openVerification({ from: { root, heads } });
  let isPreparing = true;
  let turns = 0;
  const others = (async () => {
    for (; isPreparing; turns++) await nextTurn();
  })();
  await verification.prepareRoot();
  isPreparing = false;
  await others;
  t.ok(turns >= 8, `${turns} turns: one for each thousand streams, and for each thousand groups of them`);
  t.strictSame(verification.root(), expected);
});
