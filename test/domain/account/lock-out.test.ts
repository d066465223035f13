import { fc } from '../../support/properties.js';
import t from 'tap';
import {
  accountLock,
  lockedUntil,
  noFailures,
  withFailure,
  withoutFailure,
  type Failures,
} from '../../../domain/account/lock-out.js';
import { Temporal } from '../../../domain/kernel/time.js';

const start = Temporal.Instant.from('2026-11-23T10:00:00Z');
const after = (seconds: number) => start.add({ seconds });
const failedAt = (...seconds: readonly number[]): Failures =>
  seconds.reduce((failures, second) => withFailure(failures, accountLock, after(second)), noFailures);
const isLocked = (failures: Failures, seconds: number) => lockedUntil(failures, after(seconds)) !== null;

t.test('five within five minutes lock, to the second', async (t) => {
  t.notOk(isLocked(failedAt(0, 1, 2, 3), 3), 'four do not');
  t.ok(isLocked(failedAt(0, 1, 2, 3, 4), 4));
  t.ok(isLocked(failedAt(0, 60, 120, 180, 299), 299));
  t.ok(isLocked(failedAt(0, 60, 120, 180, 300), 300), 'the last second of the window counts');
  t.notOk(isLocked(failedAt(0, 60, 120, 180, 301), 301), 'the first failure has fallen out');
  t.ok(isLocked(failedAt(0, 60, 120, 180, 301, 302), 302), 'the window slides');
});

t.test('the lock ends after fifteen minutes, to the second', async (t) => {
  const failures = failedAt(0, 1, 2, 3, 4);
  t.ok(isLocked(failures, 4 + 15 * 60 - 1));
  t.notOk(isLocked(failures, 4 + 15 * 60));
  t.equal(String(lockedUntil(failures, after(5))), String(after(4 + 15 * 60)));
  const again = withFailure(failures, accountLock, after(4 + 15 * 60));
  t.notOk(isLocked(again, 4 + 15 * 60), 'afterwards there are five new ones');
});

t.test('an attempt that is taken back leaves no trace', async (t) => {
  const four = failedAt(0, 1, 2, 3);
  const locked = withFailure(four, accountLock, after(4));
  t.ok(isLocked(locked, 5));
  t.strictSame(withoutFailure(locked, accountLock, after(4)).failedAt.map(String), four.failedAt.map(String));
  t.notOk(isLocked(withoutFailure(locked, accountLock, after(4)), 5), 'nor the lock that it would have led to');
  t.equal(withoutFailure(four, accountLock, after(9)), four, 'one that is unknown changes nothing');
});

t.test('whatever comes, a lock follows exactly on the fifth within the window', async () => {
  const gaps = fc.array(fc.integer({ min: 1, max: 200 }), { minLength: 1, maxLength: 40 });
  fc.assert(
    fc.property(gaps, (seconds) => {
      let failures = noFailures;
      let now = 0;
      let open: number[] = [];
      for (const gap of seconds) {
        now += gap;
        if (isLocked(failures, now)) continue;
        if (failures.lockedUntil !== null) open = [];
        failures = withFailure(failures, accountLock, after(now));
        open = [...open.filter((second) => now - second <= 300), now];
        if (isLocked(failures, now) !== open.length >= 5) return false;
      }
      return true;
    }),
  );
});
