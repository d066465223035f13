import t from 'tap';
import { startRounds } from '../../adapters/rounds.js';
import { eventually } from '../support/eventually.js';

t.test('goes on at once while there is more, and rests otherwise', async (t) => {
  let left = 3;
  let paused = 0;
  const rounds = startRounds({
    round: async () => left-- > 1,
    pauseMs: () => (paused++, 3_600_000),
    onTrouble: (error) => t.fail(String(error)),
  });
  await eventually(() => paused === 1);
  await rounds.stop();
  t.equal(left, 0, 'three rounds, and the pause was cut short');
});

t.test('trouble is told and does not end it', async (t) => {
  const troubles: unknown[] = [];
  let n = 0;
  const rounds = startRounds({
    round: async () => {
      if (++n < 3) throw new Error(`trouble ${n}`);
      return false;
    },
    pauseMs: 1,
    onTrouble: (error) => void troubles.push(error),
  });
  await eventually(() => n > 3);
  await rounds.stop();
  t.match(troubles, [{ message: 'trouble 1' }, { message: 'trouble 2' }]);
  t.equal(troubles.length, 2);
});

t.test('waits for the rounds under way, of all lanes, and does not tell what stopping them throws', async (t) => {
  const troubles: unknown[] = [];
  let begun = 0;
  let ended = 0;
  const rounds = startRounds({
    round: async (signal) => {
      begun++;
      await new Promise((resolve) => signal.addEventListener('abort', resolve));
      ended++;
      throw new Error('stopped');
    },
    pauseMs: 1,
    onTrouble: (error) => void troubles.push(error),
    lanes: 2,
  });
  await eventually(() => begun === 2);
  await rounds.stop();
  t.equal(ended, 2);
  t.equal(troubles.length, 0);
});
