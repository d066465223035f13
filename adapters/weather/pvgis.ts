import { z } from 'zod';
import type { Place } from '../../domain/production/yield/sun-position.js';
import type { WeatherInterval } from '../../domain/production/yield/weather-sky.js';
import type { Ask, Reply } from '../ask.js';
import { askFor, believed, coordinate, isNear, unreadable } from './answers.js';
import type { ClimateService, NoWeather } from './port.js';

const hourS = 3_600;
const Fault = z.object({ message: z.string() });

const location = z.object({ latitude: z.number(), longitude: z.number() });

const Monthly = z.object({
  inputs: z.object({ location }),
  outputs: z.object({
    monthly: z.array(
      z.object({
        year: z.int(),
        month: z.int().min(1).max(12),
        /** kWh/m² of the month. */
        'H(h)_m': z.number().min(0).max(400),
        T2m: z.number().min(-90).max(65),
      }),
    ),
  }),
});

const Typical = z.object({
  inputs: z.object({
    /** When in the hour the satellite looked, in hours after the full one. */
    location: location.extend({ irradiance_time_offset: z.number().min(-1).max(1).default(0) }),
  }),
  outputs: z.object({
    tmy_hourly: z.array(
      z.object({
        'time(UTC)': z.string().regex(/^\d{8}:\d{4}$/),
        'G(h)': z.number(),
        'Gb(n)': z.number(),
        'Gd(h)': z.number(),
        T2m: z.number(),
        WS10m: z.number(),
      }),
    ),
  }),
});
type TypicalHour = z.infer<typeof Typical>['outputs']['tmy_hourly'][number];

/**
 * PVGIS of the Joint Research Centre: means of months and a typical year. `ask` stands at
 * `https://re.jrc.ec.europa.eu/api/v5_3`. Europe, Africa, most of Asia and America; not the sea.
 */
export function pvgis(ask: Ask): ClimateService {
  return {
    name: 'PVGIS',
    async monthly(place) {
      const question = { ...where(place), horirrad: 1, avtemp: 1, outputformat: 'json' };
      const asked = await askFor(ask, '/MRcalc', question, Monthly, faultOf);
      if (!asked.ok) return asked;
      const { inputs, outputs } = asked.answer;
      const { latitude, longitude } = inputs.location;
      if (!isNear(place, latitude, longitude)) return unreadable(`answer for ${latitude}, ${longitude}`);
      const months = Array.from({ length: 12 }, (_, index) =>
        outputs.monthly.filter(({ month }) => month === index + 1),
      );
      if (months.some((rows) => rows.length === 0)) return unreadable('months without a row');
      const years = outputs.monthly.map(({ year }) => year);
      return {
        ok: true,
        means: {
          ghiWm2: months.map((rows) => mean(rows.map((row) => (row['H(h)_m'] * 1_000) / (24 * daysIn(row))))),
          airTemperatureC: months.map((rows) => mean(rows.map(({ T2m }) => T2m))),
        },
        period: `${Math.min(...years)}-${Math.max(...years)}`,
      };
    },
    async typicalYear(place, year) {
      const asked = await askFor(ask, '/tmy', { ...where(place), outputformat: 'json' }, Typical, faultOf);
      if (!asked.ok) return asked;
      const { inputs, outputs } = asked.answer;
      const { latitude, longitude, irradiance_time_offset: offset } = inputs.location;
      if (!isNear(place, latitude, longitude)) return unreadable(`answer for ${latitude}, ${longitude}`);
      const intervals = outputs.tmy_hourly.map((hour) => intervalOf(hour, year, offset));
      if (intervals.length < 8_760) return unreadable(`${intervals.length} hours`);
      const first = Date.UTC(year, 0, 1) / 1_000;
      return believed(place, { fromS: first - hourS, toS: Date.UTC(year + 1, 0, 1) / 1_000 + hourS }, intervals);
    },
  };
}

const where = (place: Place) => ({ lat: coordinate(place.latitudeDeg), lon: coordinate(place.longitudeDeg) });
const mean = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0) / values.length;
const daysIn = ({ year, month }: { readonly year: number; readonly month: number }) =>
  new Date(Date.UTC(year, month, 0)).getUTCDate();

/** An instant that stands for the hour around it. */
function intervalOf(hour: TypicalHour, year: number, offsetH: number): WeatherInterval {
  const text = hour['time(UTC)'];
  const [month, day, at] = [text.slice(4, 6), text.slice(6, 8), text.slice(9, 11)].map(Number) as [
    number,
    number,
    number,
  ];
  const middleS = Date.UTC(year, month - 1, day, at) / 1_000 + offsetH * hourS;
  return {
    fromS: middleS - hourS / 2,
    toS: middleS + hourS / 2,
    ghiWm2: hour['G(h)'],
    dniWm2: hour['Gb(n)'],
    dhiWm2: hour['Gd(h)'],
    airTemperatureC: hour.T2m,
    windMs: hour.WS10m,
  };
}

function faultOf({ status }: Reply, body: unknown): NoWeather | null {
  if (status === 529) return { ok: false, reason: 'busy', detail: 'overloaded', retryAfterS: 60 };
  const parsed = Fault.safeParse(body);
  if (!parsed.success || status === 429 || status >= 500) return null;
  return { ok: false, reason: 'refused', detail: parsed.data.message, retryAfterS: null };
}
