import t from 'tap';
import {
  addressPace,
  networkPace,
  paceWindow,
  waitsUntil,
  withRegistration,
  type Pace,
} from '../../../domain/account/registration-pace.js';
import { Temporal } from '../../../domain/kernel/time.js';

const start = Temporal.Instant.from('2026-11-28T09:00:00Z');
const after = (duration: Temporal.DurationLike) => start.add(duration);
const many = (count: number, at = start) => Array.from({ length: count }, () => at);

t.test('honest people never wait', async (t) => {
  t.equal(waitsUntil([], addressPace, start), null);
  t.equal(waitsUntil(many(29), addressPace, start), null, 'a course that registers at once');
  t.equal(waitsUntil(many(199), networkPace, start), null);
});

t.test('each one beyond waits twice as long, to the second', async (t) => {
  t.equal(waitsUntil(many(30), addressPace, after({ seconds: 59 }))?.toString(), after({ minutes: 1 }).toString());
  t.equal(waitsUntil(many(30), addressPace, after({ minutes: 1 })), null);
  const next = withRegistration(many(30), after({ minutes: 1 }));
  t.equal(waitsUntil(next, addressPace, after({ seconds: 179 }))?.toString(), after({ minutes: 3 }).toString());
  t.equal(waitsUntil(next, addressPace, after({ minutes: 3 })), null);
  t.equal(waitsUntil(many(60), addressPace, start)?.toString(), after({ hours: 6 }).toString(), 'six hours at most');
});

t.test('a day later it is forgotten', async (t) => {
  t.equal(waitsUntil(many(60), addressPace, after(paceWindow)), null);
  t.strictSame(withRegistration(many(60), after(paceWindow)).length, 1);
});

t.test('whoever never stops trying gets few', async (t) => {
  const registeredIn = (days: number, pace: Pace) => {
    let registeredAt: readonly Temporal.Instant[] = [];
    let count = 0;
    let at = start;
    const end = start.add({ hours: 24 * days });
    while (Temporal.Instant.compare(at, end) < 0) {
      const until = waitsUntil(registeredAt, pace, at);
      if (until !== null) {
        at = until;
        continue;
      }
      registeredAt = withRegistration(registeredAt, at);
      count++;
    }
    return count;
  };
  t.equal(registeredIn(1, addressPace), 41);
  t.ok(registeredIn(7, addressPace) <= 7 * 41);
  t.equal(registeredIn(1, networkPace), 211);
});
