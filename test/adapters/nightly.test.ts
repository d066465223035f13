import t from 'tap';
import { openLeases } from '../../adapters/database/leases.js';
import { startNightlyJobs, type NightlyJob } from '../../adapters/jobs/nightly.js';
import { Temporal } from '../../domain/kernel/time.js';
import { testDatabase } from '../support/database.js';

t.test('the jobs of the night', async (t) => {
  const { pool, leases } = await testDatabase(t);
  let now = Temporal.Instant.from('2026-07-21T12:00:00Z');
  const clock = { now: () => now };
  const done: string[] = [];
  const troubles: unknown[] = [];
  const onError = (error: unknown) => void troubles.push(error);
  const job = (name: string, run: (name: string) => void = () => undefined): NightlyJob => ({
    name,
    notBefore: '03:17',
    onError,
    run: async () => {
      run(name);
      done.push(name);
    },
  });

  /** What is due now is done when this resolves. */
  async function wake(jobs: readonly NightlyJob[], as = leases): Promise<readonly string[]> {
    done.length = 0;
    const last = new Promise<void>((resolve) => {
      const running = startNightlyJobs({ pool, leases: as, clock, onError, jobs: [...jobs, whenReached(resolve)] });
      t.teardown(() => running.stop());
    });
    await last;
    return [...done];
  }
  /** A job of a name of its own is always due. */
  let turns = 0;
  const whenReached = (resolve: () => void): NightlyJob => ({
    ...{ name: `turn ${turns++}`, notBefore: '00:00', onError },
    run: async () => resolve(),
  });

  t.strictSame(await wake([job('a'), job('b')]), ['a', 'b'], 'what was never done is done at the start');
  t.strictSame(await wake([job('a'), job('b')]), [], 'once a day');
  now = Temporal.Instant.from('2026-07-22T01:16:59Z');
  t.strictSame(await wake([job('a')]), [], 'not before its time, in Berlin');
  now = Temporal.Instant.from('2026-07-22T01:17:00Z');
  t.strictSame(await wake([job('a')]), ['a']);
  now = Temporal.Instant.from('2026-07-30T00:00:00Z');
  t.strictSame(await wake([job('a')]), ['a'], 'nights that were missed are caught up, once');

  const weekly = { ...job('weekly'), everyDays: 7 };
  t.strictSame(await wake([weekly]), ['weekly']);
  now = Temporal.Instant.from('2026-08-04T01:17:00Z');
  t.strictSame(await wake([weekly]), [], 'not every day');
  now = Temporal.Instant.from('2026-08-05T01:17:00Z');
  t.strictSame(await wake([weekly]), ['weekly'], 'once a week');

  const fail = () => {
    throw new Error('the disk is full');
  };
  t.strictSame(await wake([job('fails', fail), job('b')]), ['b'], 'a failing one keeps no other from being done');
  t.match(troubles, [{ message: 'the disk is full' }]);
  t.strictSame(await wake([job('fails')]), ['fails'], 'and is not noted as done');

  const other = openLeases(pool);
  t.teardown(() => other.close());
  const elsewhere = startNightlyJobs({ pool, leases: other, clock, onError, jobs: [job('c')] });
  await elsewhere.stop();
  t.strictSame(done, ['fails'], 'who does not lead does nothing');
  await leases.close();
  t.strictSame(await wake([job('c')], other), ['c'], 'another one goes on');
});
