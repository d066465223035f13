import type pg from 'pg';
import type { Clock } from '../../commands/ports.js';
import { forecastScores, type ForecastScore, type HorizonH } from '../../domain/production/yield/forecast-score.js';
import type { WeatherInterval } from '../../domain/production/yield/weather-sky.js';
import { inTransaction } from '../database/transaction.js';
import type { NightlyJob } from '../jobs/nightly.js';
import { weatherCells } from './cells.js';
import { dayS, dayText } from './kept-weather.js';

const hourS = 3_600;
/** A day is told anew for two days after it; then what is known of it is what came. */
const settledAfterDays = 2;
/** Scored again night by night, so that a night without a worker is made up for. */
const scoredDays = 7;
/** A forecast is of no use any more once all its days have been scored. */
const forecastsKeptDays = 21;

/** Scores of a service; shares of what came, null where nothing came. */
export type SourceScore = {
  readonly source: string;
  readonly horizonH: number;
  readonly hours: number;
  readonly meanErrorShare: number | null;
  readonly meanAbsoluteErrorShare: number | null;
};

/** Compares what was forecast for the days before with what came, and forgets what nobody needs any more. */
export function weatherJob({
  pool,
  clock,
  onError,
}: {
  readonly pool: pg.Pool;
  readonly clock: Clock;
  readonly onError: (error: unknown) => void;
}): NightlyJob {
  return {
    name: 'weather',
    notBefore: '04:40',
    onError,
    run: async (signal) => {
      const nowS = clock.now().epochMilliseconds / 1_000;
      const cells = weatherCells(pool);
      // A plant may have been moved since its cell was noted.
      await cells.note(-1n, nowS);
      await cells.forgetEmpty();
      const last = Math.floor(nowS / dayS) * dayS - settledAfterDays * dayS;
      for (let back = 0; back < scoredDays && !signal.aborted; back++) await scoreDay(pool, last - back * dayS);
      await pool.query('delete from weather_forecasts where issued_at < to_timestamp($1)', [
        nowS - forecastsKeptDays * dayS,
      ]);
    },
  };
}

type Compared = {
  readonly source: string;
  readonly issuedS: number;
  readonly said: readonly (number | null)[];
  readonly came: readonly (number | null)[];
};

/** @param startS the start of a day in UTC, epoch seconds */
export async function scoreDay(pool: pg.Pool, startS: number): Promise<void> {
  const day = dayText(startS);
  const sums = new Map<string, ForecastScore & { readonly source: string }>();
  // As many forecasts as there are cells and questions a day: a page of them after the other.
  for (let after = [-1_000, -10_000, 0]; ;) {
    const { rows } = await pool.query<Compared & { readonly place: number[] }>(
      `select told.source, extract(epoch from told.issued_at)::float8 as "issuedS", came.ghi_wm2 as came,
         told.ghi_wm2[($1::date - told.first_day) * 24 + 1 : ($1::date - told.first_day) * 24 + 24] as said,
         array[latitude_tenths::float8, longitude_tenths, extract(epoch from told.issued_at)] as place
       from weather_forecasts told join weather_days came using (latitude_tenths, longitude_tenths)
       where came.day = $1::date and came.issued_at >= $1::date + interval '1 day' and told.first_day <= $1::date
         and told.issued_at < $1::date + interval '1 day'
         and (latitude_tenths, longitude_tenths, told.issued_at) > ($2, $3, to_timestamp($4))
       order by latitude_tenths, longitude_tenths, told.issued_at limit 1000`,
      [day, ...after],
    );
    for (const row of rows) addScores(sums, startS, row);
    const last = rows.at(-1);
    if (last === undefined || rows.length < 1_000) break;
    after = last.place;
  }
  await inTransaction(pool, async (client) => {
    await client.query('delete from weather_scores where day = $1', [day]);
    for (const { source, horizonH, hours, ghiWhm2, errorWhm2, absoluteErrorWhm2 } of sums.values()) {
      await client.query(
        `insert into weather_scores (day, source, horizon_h, hours, ghi_whm2, error_whm2, absolute_error_whm2)
         values ($1, $2, $3, $4, $5, $6, $7)`,
        [day, source, horizonH, hours, ghiWhm2, errorWhm2, absoluteErrorWhm2],
      );
    }
  });
}

function addScores(
  sums: Map<string, ForecastScore & { readonly source: string }>,
  startS: number,
  { source, issuedS, said, came }: Compared,
): void {
  const forecast = { issuedS, intervals: hoursOf(startS, said) };
  for (const score of forecastScores([forecast], hoursOf(startS, came))) {
    const key = `${source} ${score.horizonH}`;
    const before = sums.get(key);
    sums.set(key, { ...sumOf(score, before), source, horizonH: score.horizonH });
  }
}

type Sums = Omit<ForecastScore, 'horizonH'>;

function sumOf(a: Sums, b: Sums = { hours: 0, ghiWhm2: 0, errorWhm2: 0, absoluteErrorWhm2: 0 }): Sums {
  return {
    hours: a.hours + b.hours,
    ghiWhm2: a.ghiWhm2 + b.ghiWhm2,
    errorWhm2: a.errorWhm2 + b.errorWhm2,
    absoluteErrorWhm2: a.absoluteErrorWhm2 + b.absoluteErrorWhm2,
  };
}

function hoursOf(startS: number, ghiWm2: readonly (number | null)[]): readonly WeatherInterval[] {
  const unknown = { dniWm2: null, dhiWm2: null, airTemperatureC: null, windMs: null };
  return ghiWm2.map((value, hour) => ({
    ...{ fromS: startS + hour * hourS, toS: startS + (hour + 1) * hourS, ghiWm2: value },
    ...unknown,
  }));
}

/** How good the services were over the last days that were scored, by the horizon. */
export async function weatherScores(pool: pg.Pool, days = 30): Promise<readonly SourceScore[]> {
  const { rows } = await pool.query<SourceScore & { readonly horizonH: HorizonH }>(
    `select source, horizon_h as "horizonH", sum(hours) as hours,
       sum(error_whm2) / nullif(sum(ghi_whm2), 0) as "meanErrorShare",
       sum(absolute_error_whm2) / nullif(sum(ghi_whm2), 0) as "meanAbsoluteErrorShare"
     from weather_scores where day > (select max(day) from weather_scores) - $1::integer
     group by source, horizon_h order by source, horizon_h`,
    [days],
  );
  return rows;
}
