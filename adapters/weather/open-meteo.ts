import { z } from 'zod';
import type { Clock } from '../../commands/ports.js';
import type { WeatherInterval } from '../../domain/production/yield/weather-sky.js';
import type { Ask, Reply } from '../ask.js';
import { askFor, believed, coordinate, isNear, unreadable, utcDay } from './answers.js';
import type { NoWeather, WeatherSource } from './port.js';

const hourS = 3_600;
const dayS = 86_400;
/** Further back the forecast service keeps nothing; the archive does, with a delay of days. */
const forecastKeepsS = 80 * dayS;

/** In the units that are asked for; anything else would be read wrongly. */
const units = {
  time: 'unixtime',
  shortwave_radiation: 'W/m²',
  direct_normal_irradiance: 'W/m²',
  diffuse_radiation: 'W/m²',
  temperature_2m: '°C',
  wind_speed_10m: 'm/s',
} as const;
const variables = Object.keys(units).filter((name) => name !== 'time');

const values = z.array(z.number().nullable());
const Answer = z.object({
  latitude: z.number(),
  longitude: z.number(),
  utc_offset_seconds: z.literal(0),
  hourly_units: z.object(
    Object.fromEntries(Object.entries(units).map(([name, unit]) => [name, z.literal(unit)])) as {
      readonly [K in keyof typeof units]: z.ZodLiteral<(typeof units)[K]>;
    },
  ),
  hourly: z.object({
    time: z.array(z.int()),
    shortwave_radiation: values,
    direct_normal_irradiance: values,
    diffuse_radiation: values,
    temperature_2m: values,
    wind_speed_10m: values,
  }),
});
type Hourly = z.infer<typeof Answer>['hourly'];

const Fault = z.object({ error: z.literal(true), reason: z.string() });

export type OpenMeteoServices = {
  readonly forecast: Ask;
  readonly archive: Ask;
  /** Of a paid subscription; null = a server of one's own. Their free service is not for commercial use. */
  readonly apiKey: string | null;
  readonly clock: Clock;
};

/**
 * Open-Meteo: forecasts of up to 16 days and the past, 0.1° to 0.25°. `forecast` stands at
 * `https://customer-api.open-meteo.com`, `archive` at `https://customer-archive-api.open-meteo.com`. Only horizontal
 * irradiance is asked for, so that no convention of azimuths can be mistaken.
 */
export function openMeteo({ forecast, archive, apiKey, clock }: OpenMeteoServices): WeatherSource {
  return {
    name: 'Open-Meteo',
    async hourly(place, span) {
      const isLongAgo = span.fromS < clock.now().epochMilliseconds / 1_000 - forecastKeepsS;
      const [ask, path] = isLongAgo ? [archive, '/v1/archive'] : [forecast, '/v1/forecast'];
      const asked = await askFor(
        ask,
        path,
        {
          latitude: coordinate(place.latitudeDeg),
          longitude: coordinate(place.longitudeDeg),
          hourly: variables.join(','),
          wind_speed_unit: 'ms',
          timezone: 'GMT',
          timeformat: 'unixtime',
          start_date: utcDay(span.fromS),
          // Its last hour is told at the end of it.
          end_date: utcDay(span.toS),
          ...(apiKey === null ? {} : { apikey: apiKey }),
        },
        Answer,
        faultOf,
      );
      if (!asked.ok) return asked;
      const { latitude, longitude, hourly } = asked.answer;
      if (!isNear(place, latitude, longitude)) return unreadable(`answer for ${latitude}, ${longitude}`);
      if (variables.some((name) => hourly[name as keyof Hourly].length !== hourly.time.length)) {
        return unreadable('columns of different length');
      }
      return believed(place, span, intervalsOf(hourly));
    },
  };
}

/** Each value of radiation is the mean of the hour before its time. */
function intervalsOf(hourly: Hourly): readonly WeatherInterval[] {
  return hourly.time.map((endS, index) => ({
    fromS: endS - hourS,
    toS: endS,
    ghiWm2: hourly.shortwave_radiation[index] ?? null,
    dniWm2: hourly.direct_normal_irradiance[index] ?? null,
    dhiWm2: hourly.diffuse_radiation[index] ?? null,
    airTemperatureC: hourly.temperature_2m[index] ?? null,
    windMs: hourly.wind_speed_10m[index] ?? null,
  }));
}

function faultOf({ status }: Reply, body: unknown): NoWeather | null {
  const parsed = Fault.safeParse(body);
  if (!parsed.success) return null;
  const detail = parsed.data.reason;
  if (status === 429) return { ok: false, reason: 'busy', detail, retryAfterS: waitS(detail) };
  if (status >= 500) return { ok: false, reason: 'unavailable', detail, retryAfterS: 300 };
  return { ok: false, reason: 'refused', detail, retryAfterS: null };
}

/** Which of their limits was exceeded is told in words only. */
function waitS(reason: string): number {
  if (/daily/i.test(reason)) return dayS;
  if (/hourly/i.test(reason)) return hourS;
  return 60;
}
