import { fc } from '../../support/properties.js';
import t from 'tap';
import { Temporal } from '../../../domain/kernel/time.js';
import { dayNumber, dayText, instantsOf, likelyInstantS, offsetS } from '../../../domain/production/device-clock.js';

const zones = [
  'Europe/Berlin',
  'Europe/Athens',
  'America/New_York',
  'America/St_Johns',
  'Australia/Lord_Howe',
  'Asia/Kathmandu',
  'Asia/Gaza',
  'Africa/Casablanca',
  'Pacific/Apia',
  'America/Sao_Paulo',
  'UTC',
];
const zone = fc.constantFrom(...zones);
const secondOfYears = fc.integer({ min: Date.UTC(2000, 0, 2) / 1000, max: Date.UTC(2037, 11, 30) / 1000 });
const utcS = (text: string) => Date.parse(`${text}Z`) / 1000;

t.test('offsets and wall clocks agree with Temporal in every zone and year', async () => {
  fc.assert(
    fc.property(zone, secondOfYears, (timeZone, atS) => {
      const zoned = Temporal.Instant.fromEpochMilliseconds(atS * 1000).toZonedDateTimeISO(timeZone);
      return (
        offsetS(timeZone, atS) === zoned.offsetNanoseconds / 1e9 &&
        dayText(dayNumber(timeZone, atS)) === zoned.toPlainDate().toString()
      );
    }),
    { numRuns: 3_000 },
  );
  fc.assert(
    fc.property(zone, secondOfYears, (timeZone, localS) => {
      const plain = Temporal.Instant.fromEpochMilliseconds(localS * 1000)
        .toZonedDateTimeISO('UTC')
        .toPlainDateTime();
      const of = (disambiguation: 'earlier' | 'later') =>
        plain.toZonedDateTime(timeZone, { disambiguation }).epochMilliseconds / 1000;
      const { earlierS, laterS } = instantsOf(timeZone, localS);
      const isGap = !plain.toZonedDateTime(timeZone).toPlainDateTime().equals(plain);
      // In a gap the offset before is Temporal's "later".
      return isGap
        ? earlierS === of('later') && laterS === earlierS
        : earlierS === of('earlier') && laterS === of('later');
    }),
    { numRuns: 3_000 },
  );
});

t.test('around every transition of Berlin', async (t) => {
  t.same(instantsOf('Europe/Berlin', utcS('2026-03-29T01:59:59')).earlierS, utcS('2026-03-29T00:59:59'));
  t.same(instantsOf('Europe/Berlin', utcS('2026-03-29T03:00:00')).earlierS, utcS('2026-03-29T01:00:00'));
  t.same(
    instantsOf('Europe/Berlin', utcS('2026-03-29T02:30:00')),
    { earlierS: utcS('2026-03-29T01:30:00'), laterS: utcS('2026-03-29T01:30:00') },
    'the skipped hour is read with the offset before',
  );
  const doubled = instantsOf('Europe/Berlin', utcS('2026-10-25T02:30:00'));
  t.same(doubled, { earlierS: utcS('2026-10-25T00:30:00'), laterS: utcS('2026-10-25T01:30:00') });
  t.equal(likelyInstantS(doubled, utcS('2026-10-25T00:31:00')), doubled.earlierS, 'live in the first hour');
  t.equal(likelyInstantS(doubled, utcS('2026-10-25T01:31:00')), doubled.laterS, 'live in the second hour');
  t.equal(likelyInstantS(doubled, utcS('2026-10-27T12:00:00')), doubled.earlierS, 'from a backlog');
});
