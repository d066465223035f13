import t from 'tap';
import { attributionOf } from '../../adapters/weather/attributions.js';
import { openWeather } from '../../adapters/weather/open.js';
import type { ClimateService, WeatherSource } from '../../adapters/weather/port.js';
import { Temporal } from '../../domain/kernel/time.js';
import { shinesAtNight } from '../../domain/production/yield/plausible-weather.js';
import { civilDay } from '../../domain/production/yield/sun-events.js';
import { sites } from '../support/pv-vectors.js';
import { weatherServer, type Bend } from '../support/weather-server.js';

const place = sites['metzingen'] as (typeof sites)[string];
const now = Temporal.Instant.from('2026-06-20T12:00:00Z');
const day = civilDay('Europe/Berlin', Date.parse('2026-06-21') / 86_400_000);
const apiKey = 'a-paid-key';

type Teardown = { teardown(handler: () => Promise<unknown>): unknown };

async function opened(t: Teardown, { key = apiKey, timeoutMs = 5_000 } = {}) {
  const server = await weatherServer(t, { apiKey, nowS: now.epochMilliseconds / 1_000 });
  const weather = openWeather(
    {
      openMeteo: { forecastUrl: server.base, archiveUrl: server.base, apiKey: key },
      brightSkyUrl: server.base,
      pvgisUrl: `${server.base}/api/v5_3`,
    },
    { now: () => now },
    { timeoutMs },
  );
  t.teardown(() => weather.close());
  const [openMeteo, brightSky] = weather.hourly as readonly [WeatherSource, WeatherSource];
  return { server, openMeteo, brightSky, pvgis: weather.climate as ClimateService };
}

t.test('a day of Open-Meteo', async (t) => {
  const { server, openMeteo } = await opened(t);
  const answer = await openMeteo.hourly(place, day);
  if (!answer.ok) throw new Error(answer.detail);
  t.equal(answer.intervals.length, 24);
  t.equal(answer.intervals[0]?.fromS, day.fromS, 'a value belongs to the hour before its time');
  t.equal(answer.intervals.at(-1)?.toS, day.toS);
  const noon = answer.intervals[13];
  t.ok(noon?.ghiWm2 !== null && (noon?.ghiWm2 ?? 0) > 600);
  t.match(noon, { airTemperatureC: 12.3, windMs: 2 });
  t.match(attributionOf(openMeteo.name), { text: /Open-Meteo/, url: /^https:/ });
  t.equal(server.seen[0]?.pathname, '/v1/forecast');
  t.equal(server.seen[0]?.searchParams.get('azimuth'), null, 'no convention of azimuths to be mistaken');
  const longAgo = { fromS: day.fromS - 365 * 86_400, toS: day.toS - 365 * 86_400 };
  t.ok((await openMeteo.hourly(place, longAgo)).ok);
  t.equal(server.seen[1]?.pathname, '/v1/archive');
});

t.test('what Open-Meteo refuses, and when to ask again', async (t) => {
  const { server, openMeteo } = await opened(t);
  const refusal = await openMeteo.hourly({ ...place, latitudeDeg: 91 }, day);
  t.match(refusal, { ok: false, reason: 'refused', detail: /Latitude must be in range/, retryAfterS: null });
  const tooFar = { fromS: day.fromS + 40 * 86_400, toS: day.toS + 40 * 86_400 };
  t.match(await openMeteo.hourly(place, tooFar), { reason: 'refused', detail: /out of allowed range/ });
  const limit = (reason: string) => ({ status: 429, body: JSON.stringify({ error: true, reason }) });
  server.meet(
    limit('Minutely API request limit exceeded. Please try again in one minute.'),
    limit('Hourly API request limit exceeded. Please try again in the next hour.'),
    limit('Daily API request limit exceeded. Please try again tomorrow.'),
    { status: 503, body: '{"error":true,"reason":"Service overloaded"}' },
    { status: 502, body: '<html>Bad gateway</html>' },
  );
  const expected = [
    ['busy', 60],
    ['busy', 3_600],
    ['busy', 86_400],
    ['unavailable', 300],
    ['unavailable', 300],
  ] as const;
  for (const [reason, retryAfterS] of expected) {
    t.match(await openMeteo.hourly(place, day), { ok: false, reason, retryAfterS });
  }
  const other = await opened(t, { key: 'wrong' });
  t.match(await other.openMeteo.hourly(place, day), { reason: 'refused', detail: /API key is invalid/ });
});

t.test('broken, cut off and endless answers', async (t) => {
  const { server, openMeteo, brightSky, pvgis } = await opened(t, { timeoutMs: 400 });
  for (const [fault, reason] of [
    ['half', 'unreadable'],
    ['tail', 'unreadable'],
    ['slow', 'unavailable'],
    ['dropped', 'unavailable'],
  ] as const) {
    server.meet(fault, fault, fault);
    t.match(await openMeteo.hourly(place, day), { ok: false, reason }, `Open-Meteo ${fault}`);
    t.match(await brightSky.hourly(place, day), { ok: false, reason }, `Bright Sky ${fault}`);
    t.match(await pvgis.monthly(place), { ok: false, reason }, `PVGIS ${fault}`);
  }
  t.ok((await openMeteo.hourly(place, day)).ok, 'and well again');
});

t.test('answers that are not what was asked for', async (t) => {
  const { server, openMeteo } = await opened(t);
  const bent = async (bend: Bend) => {
    server.bendWith(bend);
    return openMeteo.hourly(place, day);
  };
  const hourly =
    (change: (hourly: Record<string, (number | null)[]>) => object) => (body: Record<string, unknown>) => ({
      ...body,
      hourly: { ...(body['hourly'] as object), ...change(body['hourly'] as never) },
    });
  const shifted = (byS: number) => hourly(({ time = [] }) => ({ time: time.map((atS) => (atS ?? 0) + byS) }));
  t.match(await bent(shifted(6 * 3_600)), { reason: 'unreadable', detail: /sun is down/ }, 'times of another zone');
  t.match(await bent(shifted(-2 * 3_600)), { reason: 'unreadable', detail: /sun is down/ });
  t.match(await bent((body) => ({ ...body, utc_offset_seconds: 7_200 })), { reason: 'unreadable' });
  t.match(await bent((body) => ({ ...body, latitude: -33.9 })), { reason: 'unreadable', detail: /answer for/ });
  t.match(await bent((body) => ({ ...body, hourly_units: { ...body['hourly_units'], wind_speed_10m: 'km/h' } })), {
    reason: 'unreadable',
    detail: /wind_speed_10m/,
  });
  t.match(await bent(hourly(({ temperature_2m: all = [] }) => ({ temperature_2m: all.slice(1) }))), {
    reason: 'unreadable',
    detail: /length/,
  });
  t.match(await bent((body) => [body, { ...body, location_id: 1 }]), { reason: 'unreadable' }, 'several places');
  const gaps = await bent(
    hourly(({ shortwave_radiation: all = [] }) => ({ shortwave_radiation: all.map(() => null) })),
  );
  t.ok(gaps.ok && gaps.intervals.every(({ ghiWm2 }) => ghiWm2 === null), 'nulls stay gaps');
  const absurd = await bent(hourly(({ temperature_2m: all = [] }) => ({ temperature_2m: all.map(() => -999) })));
  t.ok(absurd.ok && absurd.intervals.every(({ airTemperatureC }) => airTemperatureC === null), 'so do absurd values');
  const negative = await bent(hourly(({ diffuse_radiation: all = [] }) => ({ diffuse_radiation: all.map(() => -3) })));
  t.ok(negative.ok && negative.intervals.every(({ dhiWm2 }) => dhiWm2 === 0));
});

t.test('a day of Bright Sky', async (t) => {
  const { server, brightSky } = await opened(t);
  const answer = await brightSky.hourly(place, day);
  if (!answer.ok) throw new Error(answer.detail);
  t.equal(answer.intervals.length, 24);
  t.equal(answer.intervals[0]?.fromS, day.fromS);
  t.match(answer.intervals[13], { dniWm2: null, dhiWm2: null, airTemperatureC: 9.5, windMs: 2 });
  t.ok((answer.intervals[13]?.ghiWm2 ?? 0) > 600, 'kWh/m² an hour became W/m²');
  t.match(await brightSky.hourly({ ...place, latitudeDeg: 38, longitudeDeg: 23.7 }, day), {
    reason: 'refused',
    detail: 'No sources match your criteria',
  });
  server.bendWith((body) => ({ ...body, weather: body['weather'].map((row: object) => ({ ...row, solar: null })) }));
  const gaps = await brightSky.hourly(place, day);
  t.ok(gaps.ok && gaps.intervals.every(({ ghiWm2 }) => ghiWm2 === null));
  server.bendWith((body) => ({
    ...body,
    weather: body['weather'].map((row: { timestamp: string }) => ({ ...row, timestamp: row.timestamp.slice(0, 19) })),
  }));
  t.match(await brightSky.hourly(place, day), { reason: 'unreadable' }, 'times without a zone');
});

t.test('the climate of PVGIS', async (t) => {
  const { server, pvgis } = await opened(t);
  const answer = await pvgis.monthly(place);
  if (!answer.ok) throw new Error(answer.detail);
  t.equal(answer.period, '2019-2020');
  t.equal(answer.means.ghiWm2.length, 12);
  t.equal(answer.means.ghiWm2[0]?.toFixed(3), ((31 * 1_000) / (31 * 24)).toFixed(3), 'January: 30 and 32 kWh/m²');
  const february = (40_000 / (28 * 24) + 42_000 / (29 * 24)) / 2;
  t.equal(answer.means.ghiWm2[1]?.toFixed(3), february.toFixed(3), 'a leap year has a longer February');
  t.same(answer.means.airTemperatureC.slice(0, 2), [0.5, 1.5]);
  t.match(await pvgis.monthly({ ...place, latitudeDeg: 55, longitudeDeg: -20 }), { reason: 'refused', detail: /sea/ });
  server.meet({ status: 529, body: '' }, { status: 429, body: '' });
  t.match(await pvgis.monthly(place), { reason: 'busy' });
  t.match(await pvgis.monthly(place), { reason: 'busy' });
  server.bendWith((body) => ({ ...body, outputs: { monthly: [] } }));
  t.match(await pvgis.monthly(place), { reason: 'unreadable', detail: 'months without a row' }, 'the empty table');
});

t.test('the typical year of PVGIS', async (t) => {
  const { server, pvgis } = await opened(t);
  const answer = await pvgis.typicalYear(place, 2025);
  if (!answer.ok) throw new Error(answer.detail);
  t.equal(answer.intervals.length, 8_760);
  t.ok(
    answer.intervals.every(({ toS }, index, all) => index === 8_759 || toS === all[index + 1]?.fromS),
    'hour after hour',
  );
  t.notOk(shinesAtNight(place, answer.intervals));
  server.bendWith((body) => ({ ...body, outputs: { tmy_hourly: body['outputs']['tmy_hourly'].slice(0, 48) } }));
  t.match(await pvgis.typicalYear(place, 2025), { reason: 'unreadable', detail: '48 hours' });
});
