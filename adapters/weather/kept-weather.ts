import type pg from 'pg';
import type { WeatherForecast } from '../../domain/production/yield/forecast-score.js';
import type { Span } from '../../domain/production/yield/sun-events.js';
import type { WeatherCell } from '../../domain/production/yield/weather-cell.js';
import type { WeatherInterval } from '../../domain/production/yield/weather-sky.js';
import { inTransaction } from '../database/transaction.js';
import { attributionOf } from './attributions.js';
import type { WeatherQueries } from './port.js';

const hourS = 3_600;
const hours = 24;
export const dayS = hours * hourS;

/** What a service said of a cell, and when (epoch seconds). */
export type WeatherAnswer = WeatherForecast & { readonly source: string };

type Values = readonly (number | null)[];
type Columns = {
  readonly ghi: Values;
  readonly dni: Values;
  readonly dhi: Values;
  readonly air: Values;
  readonly wind: Values;
};

export type WeatherKeeper = {
  /** Keeps an answer: the last word on each of its days, and the whole of it to be scored. */
  keep(cell: WeatherCell, answer: WeatherAnswer): Promise<void>;
};

/** Weather of the cells in PostgreSQL. */
export function keptWeather(pool: pg.Pool): WeatherQueries & WeatherKeeper {
  return {
    async keep(cell, answer) {
      const days = daysOf(answer.intervals);
      if (days.length === 0) return;
      await inTransaction(pool, async (client) => {
        for (const { day, columns } of days) await putDay(client, cell, answer, day, columns);
        await putForecast(client, cell, answer, days);
      });
    },

    async during(cell, span) {
      const { rows } = await pool.query<Columns & { readonly day: string; readonly source: string }>(
        `select day::text, source, ghi_wm2 as ghi, dni_wm2 as dni, dhi_wm2 as dhi, air_temperature_c as air,
           wind_ms as wind
         from weather_days where latitude_tenths = $1 and longitude_tenths = $2 and day between $3 and $4 order by day`,
        [...keyOf(cell), dayText(span.fromS), dayText(span.toS - 1)],
      );
      const intervals = rows.flatMap((row) => intervalsOf(row, Date.parse(row.day) / 1_000));
      return {
        attributions: [...new Set(rows.map(({ source }) => source))].flatMap((source) => attributionOf(source) ?? []),
        intervals: intervals.filter(
          ({ fromS, toS, ghiWm2 }) => toS > span.fromS && fromS < span.toS && ghiWm2 !== null,
        ),
      };
    },
  };
}

/** Weather, and when it was told (epoch seconds). */
export type ToldInterval = WeatherInterval & { readonly issuedS: number };

/** What is kept of cells in spans of time, each for itself, with one question for all of them. */
export async function weatherOfCells(
  db: Pick<pg.ClientBase, 'query'>,
  asked: readonly { readonly cell: WeatherCell; readonly span: Span }[],
): Promise<readonly (readonly ToldInterval[])[]> {
  if (asked.length === 0) return [];
  const { rows } = await db.query<Columns & { readonly n: number; readonly day: string; readonly issuedS: number }>(
    `select asked.n, day::text, extract(epoch from issued_at)::float8 as "issuedS", ghi_wm2 as ghi, dni_wm2 as dni,
       dhi_wm2 as dhi, air_temperature_c as air, wind_ms as wind
     from unnest($1::integer[], $2::integer[], $3::integer[], $4::date[], $5::date[])
       as asked (n, latitude_tenths, longitude_tenths, first_day, last_day)
     join weather_days using (latitude_tenths, longitude_tenths)
     where day between first_day and last_day order by asked.n, day`,
    [
      asked.map((_, n) => n),
      asked.map(({ cell }) => cell.latitudeTenths),
      asked.map(({ cell }) => cell.longitudeTenths),
      asked.map(({ span }) => dayText(span.fromS)),
      asked.map(({ span }) => dayText(span.toS - 1)),
    ],
  );
  const told = asked.map((): ToldInterval[] => []);
  for (const row of rows) {
    const intervals = intervalsOf(row, Date.parse(row.day) / 1_000);
    told[row.n]?.push(...intervals.map((one) => ({ ...one, issuedS: row.issuedS })));
  }
  return told;
}

/** The whole days (UTC) of an answer of which something is known. */
function daysOf(intervals: readonly WeatherInterval[]) {
  const byDay = new Map<number, Map<number, WeatherInterval>>();
  for (const interval of intervals) {
    // Other steps than whole hours are none of ours.
    if (interval.toS - interval.fromS !== hourS || interval.fromS % hourS !== 0) continue;
    const day = Math.floor(interval.fromS / dayS) * dayS;
    const known = byDay.get(day) ?? new Map<number, WeatherInterval>();
    byDay.set(day, known.set((interval.fromS - day) / hourS, interval));
  }
  return [...byDay]
    .sort(([a], [b]) => a - b)
    .map(([startS, known]) => ({ startS, day: dayText(startS), columns: columnsOf(known) }))
    .filter(({ columns }) => columns.ghi.some((value) => value !== null));
}

function columnsOf(known: ReadonlyMap<number, WeatherInterval>): Columns {
  const column = (value: (interval: WeatherInterval) => number | null) =>
    Array.from({ length: hours }, (_, hour) => {
      const interval = known.get(hour);
      const told = interval === undefined ? null : value(interval);
      // No service knows more; and what is next to nothing is too small for the database.
      return told === null ? null : Math.round(told * 10) / 10;
    });
  return {
    ghi: column(({ ghiWm2 }) => ghiWm2),
    dni: column(({ dniWm2 }) => dniWm2),
    dhi: column(({ dhiWm2 }) => dhiWm2),
    air: column(({ airTemperatureC }) => airTemperatureC),
    wind: column(({ windMs }) => windMs),
  };
}

function intervalsOf({ ghi, dni, dhi, air, wind }: Columns, startS: number): readonly WeatherInterval[] {
  return Array.from({ length: hours }, (_, hour) => ({
    fromS: startS + hour * hourS,
    toS: startS + (hour + 1) * hourS,
    ghiWm2: ghi[hour] ?? null,
    dniWm2: dni[hour] ?? null,
    dhiWm2: dhi[hour] ?? null,
    airTemperatureC: air[hour] ?? null,
    windMs: wind[hour] ?? null,
  }));
}

/** An answer that comes late does not replace a newer one. */
async function putDay(
  client: pg.ClientBase,
  cell: WeatherCell,
  { source, issuedS }: WeatherAnswer,
  day: string,
  { ghi, dni, dhi, air, wind }: Columns,
): Promise<void> {
  await client.query(
    `insert into weather_days as known (latitude_tenths, longitude_tenths, day, source, issued_at, ghi_wm2, dni_wm2,
       dhi_wm2, air_temperature_c, wind_ms)
     values ($1, $2, $3, $4, to_timestamp($5), $6, $7, $8, $9, $10)
     on conflict (latitude_tenths, longitude_tenths, day) do update set source = excluded.source,
       issued_at = excluded.issued_at, ghi_wm2 = excluded.ghi_wm2, dni_wm2 = excluded.dni_wm2,
       dhi_wm2 = excluded.dhi_wm2, air_temperature_c = excluded.air_temperature_c, wind_ms = excluded.wind_ms
     where known.issued_at <= excluded.issued_at`,
    [...keyOf(cell), day, source, issuedS, ghi, dni, dhi, air, wind],
  );
}

async function putForecast(
  client: pg.ClientBase,
  cell: WeatherCell,
  { source, issuedS }: WeatherAnswer,
  days: ReturnType<typeof daysOf>,
): Promise<void> {
  const ahead = days.filter(({ startS }) => startS + dayS > issuedS);
  const [first] = ahead;
  if (first === undefined) return;
  const ghi = ahead.flatMap(({ startS, columns }, index) =>
    startS === first.startS + index * dayS ? columns.ghi : [],
  );
  await client.query(
    `insert into weather_forecasts (latitude_tenths, longitude_tenths, issued_at, source, first_day, ghi_wm2)
     values ($1, $2, to_timestamp($3), $4, $5, $6) on conflict do nothing`,
    [...keyOf(cell), issuedS, source, first.day, ghi],
  );
}

export const keyOf = ({ latitudeTenths, longitudeTenths }: WeatherCell) => [latitudeTenths, longitudeTenths];

export const dayText = (atS: number): string => new Date(atS * 1_000).toISOString().slice(0, 10);
