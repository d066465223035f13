import { fc } from '../../support/properties.js';
import t from 'tap';
import {
  answersLastRequest,
  changeableFrom,
  expiresAt,
  hasExpired,
  isChangeable,
  unavailable,
} from '../../../domain/account/password-life.js';
import { passwordPolicy } from '../../../domain/account/password-policy.js';
import { Temporal } from '../../../domain/kernel/time.js';

const chosenAt = Temporal.Instant.from('2026-11-23T10:00:00Z');
const daysS = (days: number) => days * 24 * 3600;
const after = (seconds: number) => chosenAt.add({ seconds });
const instant = fc.integer({ min: 0, max: daysS(800) }).map(after);

t.test('a password expires after 365 days, to the second', async (t) => {
  t.notOk(hasExpired(chosenAt, after(daysS(365) - 1)));
  t.ok(hasExpired(chosenAt, after(daysS(365))));
  t.equal(String(expiresAt(chosenAt)), '2027-11-23T10:00:00Z');
});

t.test('it may be changed after 2 days, to the second', async (t) => {
  t.notOk(isChangeable(chosenAt, after(daysS(2) - 1)));
  t.ok(isChangeable(chosenAt, after(daysS(2))));
  t.equal(String(changeableFrom(chosenAt)), '2026-11-25T10:00:00Z');
});

t.test('over time a password goes one way: too young, changeable, expired', async () => {
  fc.assert(
    fc.property(instant, instant, (one, other) => {
      const [early, late] = Temporal.Instant.compare(one, other) <= 0 ? [one, other] : [other, one];
      const staysChangeable = !isChangeable(chosenAt, early) || isChangeable(chosenAt, late);
      const staysExpired = !hasExpired(chosenAt, early) || hasExpired(chosenAt, late);
      // Who must change may change.
      const neverStuck = !hasExpired(chosenAt, late) || isChangeable(chosenAt, late);
      return staysChangeable && staysExpired && neverStuck;
    }),
  );
});

t.test('none of the last 8 may be chosen again, the 9th may', async (t) => {
  const used = Array.from({ length: 12 }, (_, index) => `hash${index + 1}`);
  t.strictSame(unavailable(used), used.slice(0, 8));
  t.notOk(unavailable(used).includes('hash9'));
  t.strictSame(unavailable(['only']), ['only'], 'nor the present one');
});

t.test('whoever takes a new one each time that is allowed never repeats one within 8', async () => {
  const password = fc.constantFrom(...'abcdefghijkl');
  fc.assert(
    fc.property(fc.array(password, { maxLength: 60 }), (wishes) => {
      const used = wishes.reduce<readonly string[]>(
        (before, wish) => (unavailable(before).includes(wish) ? before : [wish, ...before]),
        [],
      );
      return used.every((one, index) => !used.slice(index + 1, index + 1 + passwordPolicy.historyLength).includes(one));
    }),
  );
});

t.test('a link counts when it is of the last request and nothing was chosen since', async (t) => {
  const requestedAt = chosenAt.add({ minutes: 5, milliseconds: 700 });
  const issuedAt = chosenAt.add({ minutes: 5 });
  t.ok(answersLastRequest(issuedAt, { requestedAt, chosenAt }));
  t.notOk(answersLastRequest(issuedAt, { requestedAt: null, chosenAt }), 'nobody asked');
  t.notOk(
    answersLastRequest(issuedAt, { requestedAt: requestedAt.add({ minutes: 1 }), chosenAt }),
    'there is a newer one',
  );
  t.notOk(answersLastRequest(issuedAt.subtract({ seconds: 1 }), { requestedAt, chosenAt }), 'of another request');
  t.ok(answersLastRequest(issuedAt, { requestedAt, chosenAt: requestedAt }));
  t.notOk(answersLastRequest(issuedAt, { requestedAt, chosenAt: requestedAt.add({ milliseconds: 1 }) }), 'it was used');
});
