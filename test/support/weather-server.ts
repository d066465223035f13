import { createServer, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { lightAt } from '../../domain/production/yield/light.js';

type Teardown = { teardown(handler: () => Promise<unknown>): unknown };
type Answer = { readonly status: number; readonly body: unknown };

/** What questions meet instead of the answer. */
export type WeatherFault =
  | { readonly status: number; readonly body: string }
  /** The answer breaks off in the middle, or goes on with words after it. */
  | 'half'
  | 'tail'
  /** The answer never ends. */
  | 'slow'
  | 'dropped';

/** Changes the body of an answer. */
// eslint-disable-next-line @typescript-eslint/no-explicit-any -- JSON of three services
export type Bend = (body: Record<string, any>) => unknown;

const hourS = 3_600;
const dayS = 86_400;
/** Half of a clear sky, so that beam and diffuse differ from it. */
const factor = 0.8;

/**
 * Open-Meteo, PVGIS and Bright Sky over real HTTP, as far as they can be met: they refuse what the real ones refuse, and
 * answer with light that fits the sun over the place, in their own units, orders of time and corners of the grid.
 */
export async function weatherServer(t: Teardown, { apiKey, nowS }: { readonly apiKey: string; readonly nowS: number }) {
  const seen: URL[] = [];
  const faults: WeatherFault[] = [];
  /** Changes each answer before it goes out. */
  let bend: Bend = (body) => body;

  const server = createServer((question, response) => {
    const url = new URL(question.url ?? '/', base);
    seen.push(url);
    const answer = question.method === 'GET' ? route(url) : { status: 405, body: { message: 'Method not allowed' } };
    send(response, answer, faults.shift() ?? null);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const base = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  t.teardown(async () => {
    server.closeAllConnections();
    await new Promise<void>((resolve) => server.close(() => resolve()));
  });

  function route(url: URL): Answer {
    const ask = url.searchParams;
    switch (url.pathname) {
      case '/v1/forecast':
        return openMeteo(ask, { from: nowS - 92 * dayS, to: nowS + 16 * dayS });
      case '/v1/archive':
        return openMeteo(ask, { from: Date.UTC(1940, 0, 1) / 1_000, to: nowS - 2 * dayS });
      case '/api/v5_3/MRcalc':
        return pvgisMonths(ask);
      case '/api/v5_3/tmy':
        return pvgisYear(ask);
      case '/weather':
        return brightSky(ask);
      default:
        return { status: 404, body: { error: true, reason: 'Not Found' } };
    }
  }

  function openMeteo(ask: URLSearchParams, kept: { readonly from: number; readonly to: number }): Answer {
    const refuse = (reason: string): Answer => ({ status: 400, body: { error: true, reason } });
    const [latitude, longitude] = [Number(ask.get('latitude')), Number(ask.get('longitude'))];
    if (Math.abs(latitude) > 90) return refuse(`Latitude must be in range of -90 to 90°. Given: ${latitude}.`);
    if (Math.abs(longitude) > 180) return refuse(`Longitude must be in range of -180 to 180°. Given: ${longitude}.`);
    if (ask.get('apikey') !== apiKey) return refuse('The supplied API key is invalid.');
    const azimuth = Number(ask.get('azimuth') ?? 0);
    if (Math.abs(azimuth) > 180) return refuse('Parameter `&azimuth=` must be within -180° and 180°');
    const days = [ask.get('start_date'), ask.get('end_date')].map((text) => Date.parse(`${text}T00:00:00Z`) / 1_000);
    const [firstS = NaN, lastS = NaN] = days;
    if (Number.isNaN(firstS + lastS)) return refuse('Invalid date format. Make sure to use YYYY-MM-DD');
    const day = (atS: number) => new Date(atS * 1_000).toISOString().slice(0, 10);
    const wrong = firstS < kept.from - dayS ? 'start_date' : lastS > kept.to ? 'end_date' : null;
    if (wrong !== null) {
      return refuse(`Parameter '${wrong}' is out of allowed range from ${day(kept.from)} to ${day(kept.to)}`);
    }
    const variables = (ask.get('hourly') ?? '').split(',');
    const known = [
      'shortwave_radiation',
      'direct_normal_irradiance',
      'diffuse_radiation',
      'temperature_2m',
      'wind_speed_10m',
    ];
    const unknown = variables.find((name) => !known.includes(name));
    if (unknown !== undefined) {
      return refuse(
        `Data corrupted at path ''. Cannot initialize ForecastVariable from invalid String value ${unknown}.`,
      );
    }
    const times = Array.from({ length: (lastS - firstS) / hourS + 24 }, (_, index) => firstS + index * hourS);
    const hours = times.map((endS) => meanLight(latitude, longitude, endS - hourS));
    const isUtc = ask.get('timezone') === 'GMT';
    const isUnix = ask.get('timeformat') === 'unixtime';
    const windUnit = ask.get('wind_speed_unit') === 'ms' ? 'm/s' : 'km/h';
    return {
      status: 200,
      body: {
        latitude: Math.round(latitude * 8) / 8,
        longitude: Math.round(longitude * 8) / 8,
        generationtime_ms: 0.12,
        utc_offset_seconds: isUtc ? 0 : hourS,
        timezone: isUtc ? 'GMT' : 'Europe/Berlin',
        timezone_abbreviation: 'GMT',
        elevation: 350,
        hourly_units: {
          time: isUnix ? 'unixtime' : 'iso8601',
          shortwave_radiation: 'W/m²',
          direct_normal_irradiance: 'W/m²',
          diffuse_radiation: 'W/m²',
          temperature_2m: '°C',
          wind_speed_10m: windUnit,
        },
        hourly: {
          time: isUnix
            ? times
            : times.map((atS) => new Date((atS + (isUtc ? 0 : hourS)) * 1_000).toISOString().slice(0, 16)),
          shortwave_radiation: hours.map(({ ghi }) => ghi),
          direct_normal_irradiance: hours.map(({ dni }) => dni),
          diffuse_radiation: hours.map(({ dhi }) => dhi),
          temperature_2m: hours.map(() => 12.3),
          wind_speed_10m: hours.map(() => (windUnit === 'm/s' ? 2 : 7.2)),
        },
      },
    };
  }

  function pvgisPlace(ask: URLSearchParams): Answer | { readonly lat: number; readonly lon: number } {
    const refuse = (message: string): Answer => ({ status: 400, body: { message, status: 400 } });
    for (const name of ['lat', 'lon']) if (!ask.has(name)) return refuse(`${name} Mandatory`);
    if (ask.get('outputformat') !== 'json') return { status: 200, body: 'Latitude (decimal degrees):' };
    const [lat, lon] = [Number(ask.get('lat')), Number(ask.get('lon'))];
    const isSea = lat > 50 && lon < -10;
    return isSea ? refuse('Location over the sea. Please, select another location') : { lat, lon };
  }

  function pvgisMonths(ask: URLSearchParams): Answer {
    const place = pvgisPlace(ask);
    if ('status' in place) return place;
    const isChosen = ['horirrad', 'optrad', 'selectrad', 'mr_dni', 'd2g', 'avtemp'].some(
      (name) => ask.get(name) === '1',
    );
    const rows = [2019, 2020].flatMap((year) =>
      Array.from({ length: 12 }, (_, index) => ({
        year,
        month: index + 1,
        ...(ask.get('horirrad') === '1' ? { 'H(h)_m': 30 + index * 10 + (year - 2019) * 2 } : {}),
        ...(ask.get('avtemp') === '1' ? { T2m: index + year - 2019 } : {}),
      })),
    );
    const location = { latitude: place.lat, longitude: place.lon, elevation: 350 };
    return { status: 200, body: { inputs: { location }, outputs: { monthly: isChosen ? rows : [] } } };
  }

  function pvgisYear(ask: URLSearchParams): Answer {
    const place = pvgisPlace(ask);
    if ('status' in place) return place;
    const offset = 0.1761;
    const rows = Array.from({ length: 8_760 }, (_, index) => {
      const atS = Date.UTC(2018, 0, 1) / 1_000 + index * hourS;
      const { ghi, dni, dhi } = meanLight(place.lat, place.lon, atS + (offset - 0.5) * hourS);
      const label = new Date(atS * 1_000).toISOString().replace(/[-T:]/g, '');
      const time = `${2005 + (new Date(atS * 1_000).getUTCMonth() % 7)}${label.slice(4, 8)}:${label.slice(8, 12)}`;
      return { 'time(UTC)': time, T2m: 10, RH: 80, 'G(h)': ghi, 'Gb(n)': dni, 'Gd(h)': dhi, 'IR(h)': 300, WS10m: 2 };
    });
    const location = { latitude: place.lat, longitude: place.lon, elevation: 350, irradiance_time_offset: offset };
    return { status: 200, body: { inputs: { location }, outputs: { months_selected: [], tmy_hourly: rows } } };
  }

  function brightSky(ask: URLSearchParams): Answer {
    if (!ask.has('date')) {
      return { status: 422, body: { detail: [{ type: 'missing', loc: ['query', 'date'], msg: 'Field required' }] } };
    }
    const [lat, lon] = [Number(ask.get('lat')), Number(ask.get('lon'))];
    if (lat < 45 || lat > 56 || lon < 3 || lon > 18) {
      return { status: 404, body: { detail: 'No sources match your criteria' } };
    }
    const [fromS, toS] = [ask.get('date'), ask.get('last_date')].map((text) => Date.parse(text ?? '') / 1_000) as [
      number,
      number,
    ];
    const times = Array.from({ length: Math.floor((toS - fromS) / hourS) + 1 }, (_, index) => fromS + index * hourS);
    const weather = times.map((endS) => ({
      timestamp: new Date(endS * 1_000).toISOString().replace('.000Z', '+00:00'),
      source_id: 1,
      temperature: 9.5,
      wind_speed: 7.2,
      solar: Number((meanLight(lat, lon, endS - hourS).ghi / 1_000).toFixed(3)),
      cloud_cover: 50,
    }));
    return {
      status: 200,
      body: { weather, sources: [{ id: 1, lat, lon, distance: 7_199, station_name: 'Metzingen' }] },
    };
  }

  function send(response: ServerResponse, { status, body }: Answer, fault: WeatherFault | null): void {
    if (fault === 'dropped') return void response.destroy();
    const json = { 'content-type': 'application/json; charset=utf-8' };
    if (fault !== null && typeof fault === 'object') return void response.writeHead(fault.status, json).end(fault.body);
    const text = JSON.stringify(status === 200 && typeof body === 'object' ? bend(body as never) : body);
    response.writeHead(status, json);
    if (fault === 'slow') return void response.write(text.slice(0, 20));
    if (fault === 'half') return void response.end(text.slice(0, text.length / 2));
    response.end(fault === 'tail' ? `${text}Unexpected error while streaming data: timeout` : text);
  }

  return {
    base,
    seen,
    meet: (...next: readonly WeatherFault[]) => void faults.push(...next),
    bendWith: (next: Bend) => {
      bend = next;
    },
  };
}

/** Means of an hour from `fromS` on, W/m². */
function meanLight(latitudeDeg: number, longitudeDeg: number, fromS: number) {
  const place = { latitudeDeg, longitudeDeg, altitudeM: 350 };
  const lights = [5, 15, 25, 35, 45, 55].map((minute) => lightAt(place, fromS + minute * 60));
  const mean = (of: (light: (typeof lights)[number]) => number) =>
    Number(((factor * lights.reduce((sum, light) => sum + of(light), 0)) / lights.length).toFixed(1));
  return {
    ghi: mean(({ clear }) => clear.ghiWm2),
    dni: mean(({ clear }) => clear.dniWm2),
    dhi: mean(({ clear }) => clear.dhiWm2),
  };
}
