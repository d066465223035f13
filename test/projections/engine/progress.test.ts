import { setTimeout as pause } from 'node:timers/promises';
import t from 'tap';
import type { Checkpoint } from '../../../projections/engine/checkpoints.js';
import { openProgress } from '../../../projections/engine/progress.js';

function watched(positions: Record<string, bigint>) {
  let looks = 0;
  const read = async (names: readonly string[]): Promise<readonly Checkpoint[]> => {
    looks++;
    return names.map((name) => ({ name, version: 1, position: positions[name] ?? 0n, failure: null }));
  };
  return { progress: openProgress(read, () => false), looks: () => looks };
}

t.test('waiting ends after its time, and the waiter is forgotten', async (t) => {
  const { progress, looks } = watched({ plants: 3n });
  t.equal(await progress.waitFor(4n, ['plants'], 50), false);
  const before = looks();
  t.ok(before > 0, 'it looked at what other processes do');
  await pause(100);
  t.equal(looks(), before, 'nobody looks any more');
  progress.advance('plants', 4n);
  t.equal(await progress.waitFor(4n, ['plants'], 50), true, 'the next one is served');
});

t.test('one that runs out of time takes no other with it', async (t) => {
  const positions = { plants: 3n, accounts: 9n };
  const { progress } = watched(positions);
  const [short, long, both] = [
    progress.waitFor(4n, ['plants'], 30),
    progress.waitFor(4n, ['plants'], 60_000),
    progress.waitFor(4n, ['plants', 'accounts'], 60_000),
  ];
  t.equal(await short, false);
  positions.plants = 4n;
  t.strictSame(await Promise.all([long, both]), [true, true]);
});

t.test('a database that is away lets time run out, no more', async (t) => {
  const progress = openProgress(
    async () => {
      throw new Error('away');
    },
    () => false,
  );
  t.equal(await progress.waitFor(4n, ['plants'], 50), false);
});
