import t from 'tap';
import { climateAsking } from '../../adapters/weather/climate-asking.js';
import { weatherConfig } from '../../adapters/weather/config.js';
import { keptWeather } from '../../adapters/weather/kept-weather.js';
import { openWeather } from '../../adapters/weather/open.js';
import type { NoWeather } from '../../adapters/weather/port.js';
import { weatherJob, weatherScores } from '../../adapters/weather/scores.js';
import { weatherAsking } from '../../adapters/weather/worker.js';
import { Temporal } from '../../domain/kernel/time.js';
import type { WeatherInterval } from '../../domain/production/yield/weather-sky.js';
import { testDatabase } from '../support/database.js';
import { eventually } from '../support/eventually.js';
import { newOwner, newPlant } from '../support/owner.js';
import { testPortal } from '../support/portal.js';
import { weatherServer } from '../support/weather-server.js';

const apiKey = 'a-paid-key';
const hourS = 3_600;
const dayS = 86_400;
const never = new AbortController().signal;
const metzingen = { latitudeDeg: 48.5321, longitudeDeg: 9.2811, altitudeM: 350, timeZone: 'Europe/Berlin' };
const cell = { latitudeTenths: 485, longitudeTenths: 93 };

t.test('the weather of the plants there are, past and to come', async (t) => {
  const nowS = Math.floor(Date.now() / 1_000);
  const server = await weatherServer(t, { apiKey, nowS });
  const environment = { OPEN_METEO_URL: server.base, OPEN_METEO_API_KEY: apiKey };
  const portal = await testPortal(t);
  const { pool } = portal.system.database;
  const owner = await newOwner(portal.url);
  await newPlant(owner, { location: metzingen });
  const elsewhere = await newPlant(owner, { location: { ...metzingen, latitudeDeg: 47, longitudeDeg: 8 } });

  let now = Temporal.Instant.fromEpochMilliseconds(nowS * 1_000);
  const clock = { now: () => now };
  const weather = openWeather(weatherConfig(environment), clock);
  t.teardown(() => weather.close());
  const refused: NoWeather[] = [];
  const asking = weatherAsking({
    ...{ pool, clock, sources: weather.hourly },
    onNoWeather: (_source, answer) => void refused.push(answer),
  });
  const known = async (fromS: number) => (await keptWeather(pool).during(cell, { fromS, toS: fromS + dayS })).intervals;
  await eventually(async () => {
    await asking.round(never);
    return (await known(nowS)).length > 0;
  });
  t.equal((await known(nowS + 5 * dayS)).length, 25, 'hours that reach into the span, too');
  t.equal((await known(nowS - 29 * dayS)).length, 25, 'the month before, for who is new');
  t.equal((await known(nowS - 60 * dayS)).length, 0);
  t.match(await keptWeather(pool).during(cell, { fromS: nowS, toS: nowS + 1 }), {
    attributions: [{ url: 'https://open-meteo.com/' }],
  });
  t.ok((await known(nowS)).some(({ ghiWm2 }) => ghiWm2 !== null && ghiWm2 > 0));
  for (const url of server.seen) {
    const place = `${url.searchParams.get('latitude')} ${url.searchParams.get('longitude')}`;
    t.ok(['48.5 9.3', '47 8'].includes(place), 'no service learns where a roof is');
  }

  const asked = server.seen.length;
  await asking.round(never);
  t.equal(server.seen.length, asked, 'known for hours');

  await owner.call('DELETE', `/plants/${elsewhere}`);
  now = now.add({ hours: 7 });
  server.meet({ status: 429, body: '{"error":true,"reason":"Hourly API request limit exceeded."}' });
  await asking.round(never);
  t.match(refused.at(-1), { reason: 'busy' });
  const whenBusy = server.seen.length;
  await asking.round(never);
  t.equal(server.seen.length, whenBusy, 'a service that is busy is left alone, for all cells');
  now = now.add({ minutes: 61 });
  await asking.round(never);
  t.ok(server.seen.length > whenBusy);

  await pool.query(`update weather_cells set due_at = now() - interval '1 hour'`);
  await portal.close();
  const before = server.seen.length;
  await testPortal(t, { ...environment, DATABASE_URL: portal.databaseUrl });
  await eventually(() => server.seen.length > before);
});

t.test('forecasts are scored by what came', async (t) => {
  const { pool } = await testDatabase(t);
  await pool.query('create schema plants');
  await pool.query('create table plants.plants (position bigint, view json)');
  const kept = keptWeather(pool);
  const dayStartS = Date.parse('2026-06-21T00:00:00Z') / 1_000;
  const hours = (ghiWm2: number | null): readonly WeatherInterval[] =>
    Array.from({ length: 24 }, (_, hour) => ({
      ...{ fromS: dayStartS + hour * hourS, toS: dayStartS + (hour + 1) * hourS },
      ...{ ghiWm2, dniWm2: null, dhiWm2: null, airTemperatureC: 20, windMs: 1 },
    }));
  const source = 'Open-Meteo';
  const dark = { ...cell, longitudeTenths: 94 };
  await kept.keep(dark, { source, issuedS: dayStartS + dayS, intervals: hours(1e-162) });
  const night = await kept.during(dark, { fromS: dayStartS, toS: dayStartS + dayS });
  t.equal(night.intervals[0]?.ghiWm2, 0, 'too small for the database');
  await kept.keep(cell, { source, issuedS: dayStartS - 12 * hourS, intervals: hours(600) });
  await kept.keep(cell, { source, issuedS: dayStartS + dayS + hourS, intervals: hours(500) });
  await kept.keep(cell, { source, issuedS: dayStartS - 6 * hourS, intervals: hours(450) });
  await kept.keep(cell, { source, issuedS: dayStartS + 2 * dayS, intervals: hours(null) });
  const { intervals } = await kept.during(cell, { fromS: dayStartS, toS: dayStartS + dayS });
  t.equal(intervals.length, 24);
  t.match(intervals[0], { ghiWm2: 500, airTemperatureC: 20, dniWm2: null }, 'the last word, whenever it arrived');

  const clock = { now: () => Temporal.Instant.from('2026-06-24T03:00:00Z') };
  const onError = (error: unknown) => {
    throw error;
  };
  await weatherJob({ pool, clock, onError }).run(never);
  const scores = await weatherScores(pool);
  // Of the earlier forecast 12 hours are up to 24 ahead, of the later one the first hour is up to 6.
  t.match(scores, [
    { source, horizonH: 24, hours: 30, meanErrorShare: (12 * 100 - 18 * 50) / (30 * 500) },
    { source, horizonH: 48, hours: 18, meanErrorShare: (12 * 100 - 6 * 50) / (18 * 500) },
  ]);
  await weatherJob({ pool, clock, onError }).run(never);
  t.strictSame(await weatherScores(pool), scores, 'another night changes nothing');
});

t.test('the climate of a place is asked for once, and is what is usual there', async (t) => {
  const server = await weatherServer(t, { apiKey, nowS: Math.floor(Date.now() / 1_000) });
  const first = await testPortal(t);
  const { databaseUrl } = first;
  const owner = await newOwner(first.url);
  const plantId = await newPlant(owner, { location: metzingen });
  await newPlant(owner, { location: { ...metzingen, latitudeDeg: 55, longitudeDeg: -12 } });
  const forecast = `/plants/${plantId}/forecast`;
  const before = await owner.call('GET', forecast);
  t.match(before.body, { expectation: { kind: 'table' } });
  await first.close();

  const portal = await testPortal(t, { DATABASE_URL: databaseUrl, PVGIS_URL: `${server.base}/api/v5_3` });
  const { pool } = portal.system.database;
  const answers = async () =>
    (await pool.query<{ n: string }>('select count(*) as n from climates')).rows[0]?.n.toString();
  await eventually(async () => (await answers()) === '2');
  const after = await owner.at(portal.url).call('GET', forecast);
  t.match(after.body, { expectation: { kind: 'service', attribution: /PVGIS/, period: '2019-2020' } });
  t.not(after.body.plant.months[6].modelledWh, before.body.plant.months[6].modelledWh);
  const asked = server.seen.map(({ searchParams: ask }) => `${ask.get('lat')} ${ask.get('lon')}`);
  t.same(asked.toSorted(), ['48.5 9.3', '55 -12'], 'once for each surroundings, no roof among them');

  let now = Temporal.Now.instant();
  const clock = { now: () => now };
  const weather = openWeather(weatherConfig({ PVGIS_URL: `${server.base}/api/v5_3` }), clock);
  t.teardown(() => weather.close());
  const refused: string[] = [];
  const onNoWeather = (_source: string, answer: NoWeather) => void refused.push(answer.reason);
  const asking = climateAsking({ pool, clock, climate: weather.climate, onNoWeather });
  const round = async (hours: number) => {
    now = now.add({ hours });
    await asking.round(never);
    return { seen: server.seen.length, refused };
  };
  t.match(await round(6 * 24), { seen: 2, refused: { length: 0 } });
  server.meet({ status: 429, body: '{"message":"Too many requests"}' });
  t.match(await round(2 * 24), { seen: 3, refused: ['busy'] });
  t.match(await round(0), { seen: 3 }, 'left alone');
  t.match(await round(2), { seen: 4, refused: ['busy', 'refused'] }, 'there is none of the sea');
  t.match(await round(7 * 24 + 1), { seen: 5, refused: ['busy', 'refused', 'refused'] });
});
