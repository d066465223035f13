import { fc } from '../../../support/properties.js';
import t from 'tap';
import { civilDay, spansAbove, sunEvents } from '../../../../domain/production/yield/sun-events.js';
import { halfCircleDeg } from '../../../../domain/production/yield/angles.js';
import { geocentricSun, sunAt } from '../../../../domain/production/yield/geocentric-sun.js';
import { sunPosition } from '../../../../domain/production/yield/sun-position.js';
import { deviations, pvVectors, sites } from '../../../support/pv-vectors.js';

const siteOf = (name: string) => {
  const site = sites[name];
  if (site === undefined) throw new Error(`unknown site ${name}`);
  return site;
};
const dayNumberOf = (day: string) => Date.parse(day) / 86_400_000;
const secondsOf = (instant: string) => Date.parse(instant) / 1000;

t.test('the position of the sun agrees with SPA', async (t) => {
  for (const name of Object.keys(sites)) {
    const seen = deviations();
    for (const row of pvVectors(`hourly_${name}.csv`)) {
      const sun = sunPosition(siteOf(name), row.num('unix_s'));
      seen.compare('zenith', 90 - sun.elevationDeg, row.num('zenith_deg'), 0.001);
      seen.compare('apparent zenith', sun.apparentZenithDeg, row.num('apparent_zenith_deg'), 0.001);
      seen.compare('azimuth', halfCircleDeg(sun.compassAzimuthDeg - row.num('azimuth_deg')), 0, 0.001);
      const { equationOfTimeDeg } = geocentricSun(row.num('unix_s'));
      // SPA counts it from another mean sun, which differs by a fraction of a second.
      seen.compare('equation of time', equationOfTimeDeg * 4, row.num('equation_of_time_min'), 0.005);
    }
    t.same(seen.beyond(), [], name);
    t.equal(seen.kinds().length, 4);
  }
});

t.test('the example of the NREL report', async (t) => {
  const golden = { latitudeDeg: 39.742476, longitudeDeg: -105.1786, altitudeM: 1830.14 };
  const sun = sunPosition(golden, Date.UTC(2003, 9, 17, 19, 30, 30) / 1000);
  t.ok(Math.abs(sun.compassAzimuthDeg - 194.34024) < 0.0001);
  // The report takes 11 °C and 820 mbar, we 12 °C and the pressure of the altitude.
  t.ok(Math.abs(sun.apparentZenithDeg - 50.111622) < 0.0003);
});

t.test('parabolas through each day follow the exact sun', async () => {
  const instant = fc.integer({ min: secondsOf('2000-01-01'), max: secondsOf('2060-12-31') });
  fc.assert(
    fc.property(instant, (atS) => {
      const [exact, close] = [geocentricSun(atS), sunAt(atS)];
      return (
        Math.abs(exact.declinationDeg - close.declinationDeg) < 1e-5 &&
        Math.abs(exact.equationOfTimeDeg - close.equationOfTimeDeg) < 1e-5 &&
        Math.abs(exact.distanceAu - close.distanceAu) < 1e-6
      );
    }),
    { numRuns: 1_000 },
  );
});

t.test('sunrise, sunset, transit and twilight on civil days', async (t) => {
  const seen = deviations();
  const rows = pvVectors('sun_events.csv');
  for (const row of rows) {
    const site = siteOf(row.text('site'));
    const day = civilDay(site.timeZone, dayNumberOf(row.text('local_date')));
    const events = sunEvents(site, day);
    const label = `${row.text('site')} ${row.text('local_date')}`;
    t.equal((day.toS - day.fromS) / 3600, row.num('day_length_h_local'), label);
    t.equal(
      events.state,
      { normal: 'normal', polar_day: 'polarDay', polar_night: 'polarNight' }[row.text('state')],
      label,
    );
    const lists = {
      sunrise_utc: events.sunrisesS,
      sunset_utc: events.sunsetsS,
      transit_utc: events.transitS === null ? [] : [events.transitS],
      civil_dawn_utc: events.civilDawnsS,
      civil_dusk_utc: events.civilDusksS,
    };
    for (const [column, actual] of Object.entries(lists)) {
      const expected = row.text(column).split(';').filter(Boolean).map(secondsOf);
      t.equal(actual.length, expected.length, `${label} ${column}`);
      expected.forEach((atS, index) => seen.compare(column, (actual[index] ?? NaN) - atS, 0, 3));
    }
  }
  t.equal(rows.length, 120);
  t.same(seen.beyond(), [], 'within three seconds');
});

t.test('events stand where the sun does, anywhere and on any day', async () => {
  const place = fc.record({
    latitudeDeg: fc.double({ min: -90, max: 90, noNaN: true }),
    longitudeDeg: fc.double({ min: -180, max: 180, noNaN: true }),
    altitudeM: fc.double({ min: -430, max: 8850, noNaN: true }),
  });
  const day = fc.integer({ min: 10_000, max: 40_000 });
  fc.assert(
    fc.property(place, day, (place, dayNumber) => {
      const day = civilDay('Europe/Berlin', dayNumber);
      const events = sunEvents(place, day);
      const crossings = [...events.sunrisesS, ...events.sunsetsS];
      const isAtHorizon = (atS: number) => Math.abs(sunPosition(place, atS).elevationDeg + 0.8333) < 0.002;
      const middleDeg = sunPosition(place, (day.fromS + day.toS) / 2).elevationDeg;
      return (
        crossings.every((atS) => atS >= day.fromS && atS <= day.toS && isAtHorizon(atS)) &&
        Math.abs(events.sunrisesS.length - events.sunsetsS.length) <= 1 &&
        (events.state !== 'polarDay' || middleDeg > -0.8333) &&
        (events.state !== 'polarNight' || middleDeg <= -0.8333)
      );
    }),
  );
  fc.assert(
    fc.property(place, fc.integer({ min: 0, max: 4e9 }), (place, atS) => {
      const sun = sunPosition(place, atS);
      return (
        Math.abs(sun.elevationDeg) <= 90 &&
        sun.apparentZenithDeg >= 0 &&
        sun.apparentZenithDeg <= 180 &&
        sun.compassAzimuthDeg >= 0 &&
        sun.compassAzimuthDeg < 360
      );
    }),
  );
});

t.test('daylight above a height, and across days', async (t) => {
  const from = civilDay('Europe/Berlin', dayNumberOf('2026-06-20')).fromS;
  const twoDays = { fromS: from, toS: from + 2 * 86_400 };
  const spans = spansAbove(siteOf('metzingen'), twoDays, 5);
  t.equal(spans.length, 2);
  for (const { fromS, toS } of spans) {
    t.ok(toS - fromS > 14 * 3600 && toS - fromS < 16 * 3600, 'shorter than from sunrise to sunset');
  }
  const atNoon = { fromS: from + 10 * 3600, toS: from + 14 * 3600 };
  t.same(spansAbove(siteOf('metzingen'), atNoon, 5), [atNoon], 'wholly by day');
  t.same(spansAbove(siteOf('metzingen'), { fromS: from, toS: from + 3600 }, 5), [], 'wholly by night');
  const twoMonths = { fromS: from, toS: from + 60 * 86_400 };
  t.equal(spansAbove(siteOf('metzingen'), twoMonths, 5).length, 60, 'for as long as anybody asks');
  t.same(spansAbove(siteOf('metzingen'), { fromS: from, toS: from }, 5), []);
  const polar = civilDay('Europe/Oslo', dayNumberOf('2026-12-21'));
  t.same(spansAbove(siteOf('tromso'), polar, 5), [], 'polar night');
});
