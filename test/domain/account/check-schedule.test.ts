import { fc } from '../../support/properties.js';
import t from 'tap';
import { afterNight, endOfNight, nextAttempt } from '../../../domain/account/check-schedule.js';
import { Temporal } from '../../../domain/kernel/time.js';

const night = { from: '23:00', to: '05:00' } as const;
const berlin = (text: string) => Temporal.PlainDateTime.from(text).toZonedDateTime('Europe/Berlin').toInstant();
const localOf = (instant: Temporal.Instant) => instant.toZonedDateTimeISO('Europe/Berlin').toPlainDateTime().toString();
const endAt = (text: string, window: Parameters<typeof endOfNight>[1] = night) => {
  const end = endOfNight(berlin(text), window);
  return end === null ? null : localOf(end);
};

t.test('the night of the tax office ends at five', async (t) => {
  t.equal(endAt('2026-11-26T22:59:59.999'), null);
  t.equal(endAt('2026-11-26T23:00:00'), '2026-11-27T05:00:00');
  t.equal(endAt('2026-11-26T23:30:00'), '2026-11-27T05:00:00');
  t.equal(endAt('2026-11-27T00:00:00'), '2026-11-27T05:00:00');
  t.equal(endAt('2026-11-27T04:59:59.999'), '2026-11-27T05:00:00');
  t.equal(endAt('2026-11-27T05:00:00'), null);
  t.equal(endAt('2026-12-31T23:30:00'), '2027-01-01T05:00:00');
});

t.test('nights in which the clock is moved', async (t) => {
  const spring = endOfNight(berlin('2026-03-28T23:30:00'), night);
  t.equal(spring?.toString(), '2026-03-29T03:00:00Z', 'summer time since two: 4.5 hours');
  const autumn = endOfNight(berlin('2026-10-24T23:30:00'), night);
  t.equal(autumn?.toString(), '2026-10-25T04:00:00Z', 'winter time since three: 6.5 hours');
  const secondTwoOClock = Temporal.Instant.from('2026-10-25T01:30:00Z');
  t.equal(endOfNight(secondTwoOClock, night)?.toString(), '2026-10-25T04:00:00Z', 'the hour that comes twice');
});

t.test('windows of another shape', async (t) => {
  t.equal(endAt('2026-11-27T02:00:00', { from: '01:00', to: '03:30' }), '2026-11-27T03:30:00');
  t.equal(endAt('2026-11-27T03:30:00', { from: '01:00', to: '03:30' }), null);
  t.equal(endAt('2026-11-27T12:00:00', { from: '05:00', to: '05:00' }), null, 'no length, no window');
});

t.test('an attempt of the night is planned for the first minutes after five', async (t) => {
  const at = berlin('2026-11-26T23:30:00');
  const planned = (jitter: number) => afterNight('BZST', at, jitter, night)?.toString();
  t.equal(planned(0), '2026-11-27T04:00:00Z');
  t.equal(planned(0.5), '2026-11-27T04:05:00Z');
  t.equal(planned(0.999_999), '2026-11-27T04:09:59Z');
  t.equal(afterNight('VIES', at, 0, night), null, 'VIES does not sleep');
  t.equal(afterNight('BZST', at, 0, null), null, 'nor does anybody without a window');
});

const failed = (attempts: number, text: string) =>
  ({ authority: 'BZST', cause: 'unavailable', attempts, at: berlin(text), jitter: 0.5, night }) as const;

t.test('pauses grow, and stay', async (t) => {
  const at = berlin('2026-11-26T08:00:00');
  const minutes = (cause: 'unavailable' | 'busy', attempts: number) =>
    nextAttempt({ ...failed(attempts, '2026-11-26T08:00:00'), cause })
      ?.since(at)
      .total('minutes');
  t.strictSame(
    [1, 2, 3, 4, 5, 6, 99].map((n) => minutes('unavailable', n)),
    [5, 15, 60, 180, 360, 360, 360],
  );
  t.strictSame(
    [1, 2, 3, 4, 5, 6].map((n) => minutes('busy', n)),
    [1, 2, 5, 15, 60, 60],
  );
  for (const cause of ['refused', 'notConfigured'] as const)
    t.equal(nextAttempt({ ...failed(1, '2026-11-26T08:00:00'), cause }), null, `${cause} waits for the operator`);
});

t.test('a pause that would end in the night ends in the morning', async (t) => {
  t.equal(nextAttempt(failed(3, '2026-11-26T22:15:00'))?.toString(), '2026-11-27T04:05:00Z');
  t.equal(nextAttempt(failed(1, '2026-11-26T22:54:00'))?.toString(), '2026-11-26T21:59:00Z', 'just before it');
  const german = nextAttempt({ ...failed(3, '2026-11-26T22:15:00'), authority: 'VIES' });
  t.equal(german?.toString(), '2026-11-26T22:15:00Z', 'VIES is asked at night, too');
});

t.test('no attempt is ever planned for the past or for the night', async (t) => {
  fc.assert(
    fc.property(
      fc.integer({ min: 1_767_225_600, max: 1_830_297_600 }),
      fc.integer({ min: 1, max: 40 }),
      fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true }),
      fc.constantFrom('unavailable', 'busy'),
      (second, attempts, jitter, cause) => {
        const at = Temporal.Instant.fromEpochMilliseconds(second * 1000);
        const next = nextAttempt({ authority: 'BZST', cause, attempts, at, jitter, night });
        return next !== null && Temporal.Instant.compare(next, at) > 0 && endOfNight(next, night) === null;
      },
    ),
    { numRuns: 2_000 },
  );
  t.pass('2000 instants of two years');
});
