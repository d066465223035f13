import { z } from 'zod';
import type { WeatherInterval } from '../../domain/production/yield/weather-sky.js';
import type { Ask, Reply } from '../ask.js';
import { askFor, believed, coordinate, unreadable } from './answers.js';
import type { NoWeather, WeatherSource } from './port.js';

const hourS = 3_600;
const value = z.number().nullable().optional();

const Answer = z.object({
  weather: z.array(
    z.object({
      timestamp: z.iso.datetime({ offset: true }),
      /** kWh/m² during the hour before. */
      solar: value,
      temperature: value,
      /** km/h, the mean of the hour before. */
      wind_speed: value,
    }),
  ),
  sources: z.array(z.object({ lat: z.number(), lon: z.number(), distance: z.number() })).min(1),
});
type Row = z.infer<typeof Answer>['weather'][number];

const Fault = z.object({ detail: z.unknown() });

/** Beyond it the weather is that of somewhere else. */
const farthestStationM = 50_000;

/**
 * Bright Sky: measurements of DWD stations and MOSMIX forecasts of ten days, Germany and around. `ask` stands at
 * `https://api.brightsky.dev`, or at a server of one's own. Global irradiance only.
 */
export function brightSky(ask: Ask): WeatherSource {
  return {
    name: 'Bright Sky',
    async hourly(place, span) {
      const asked = await askFor(
        ask,
        '/weather',
        {
          lat: coordinate(place.latitudeDeg),
          lon: coordinate(place.longitudeDeg),
          date: new Date(span.fromS * 1_000).toISOString(),
          // Its last hour is told at the end of it.
          last_date: new Date((span.toS + hourS) * 1_000).toISOString(),
          max_dist: farthestStationM,
          tz: 'Etc/UTC',
          units: 'dwd',
        },
        Answer,
        faultOf,
      );
      if (!asked.ok) return asked;
      const { weather, sources } = asked.answer;
      if (sources.every(({ distance }) => distance > farthestStationM)) return unreadable('stations far away');
      return believed(place, span, weather.map(intervalOf));
    },
  };
}

function intervalOf({ timestamp, solar, temperature, wind_speed: windKmh }: Row): WeatherInterval {
  const toS = Date.parse(timestamp) / 1_000;
  return {
    fromS: toS - hourS,
    toS,
    ghiWm2: solar == null ? null : solar * 1_000,
    dniWm2: null,
    dhiWm2: null,
    airTemperatureC: temperature ?? null,
    windMs: windKmh == null ? null : windKmh / 3.6,
  };
}

function faultOf({ status }: Reply, body: unknown): NoWeather | null {
  const parsed = Fault.safeParse(body);
  if (!parsed.success || status === 429 || status >= 500) return null;
  const { detail } = parsed.data;
  return {
    ok: false,
    reason: 'refused',
    detail: typeof detail === 'string' ? detail : `HTTP ${status}`,
    retryAfterS: null,
  };
}
