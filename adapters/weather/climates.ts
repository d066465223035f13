import type pg from 'pg';
import type { MeasuredClimate, MonthlyMeans } from '../../domain/production/yield/climate.js';
import { cellOf, type WeatherCell } from '../../domain/production/yield/weather-cell.js';
import { attributionOf, type WeatherServiceName } from './attributions.js';
import { keyOf } from './kept-weather.js';
import type { ClimateQueries } from './port.js';

/** Satellites see the light of a year within a few percent; the rest is the difference of one year from the next. */
const accuracyPercent = 8;

type Row = {
  readonly source: string;
  readonly period: string;
  readonly ghiWm2: readonly number[];
  readonly airTemperatureC: readonly number[];
};

/** What a service told of a cell, or when it makes sense to ask it again (epoch seconds). */
export type ClimateAnswer = { readonly source: WeatherServiceName; readonly askedS: number } & (
  { readonly means: MonthlyMeans; readonly period: string } | { readonly againS: number }
);

/** The climate of the cells in PostgreSQL. */
export function keptClimates(pool: pg.Pool): ClimateQueries & {
  keep(cell: WeatherCell, answer: ClimateAnswer): Promise<void>;
  /** A cell with plants whose climate should be asked for; null = none. */
  due(nowS: number): Promise<WeatherCell | null>;
} {
  return {
    async at(place) {
      const [climate = null] = await climatesOfCells(pool, [place === null ? null : cellOf(place)]);
      return climate;
    },

    async keep(cell, answer) {
      const { means, period, againS } = 'means' in answer ? { ...answer, againS: null } : { ...nothing, ...answer };
      await pool.query(
        `insert into climates as known (latitude_tenths, longitude_tenths, source, asked_at, period, ghi_wm2,
           air_temperature_c, again_at)
         values ($1, $2, $3, to_timestamp($4), $5, $6, $7, to_timestamp($8))
         on conflict (latitude_tenths, longitude_tenths) do update set source = excluded.source,
           asked_at = excluded.asked_at, period = excluded.period, ghi_wm2 = excluded.ghi_wm2,
           air_temperature_c = excluded.air_temperature_c, again_at = excluded.again_at
         where known.period is null`,
        [...keyOf(cell), answer.source, answer.askedS, period, means?.ghiWm2, means?.airTemperatureC, againS],
      );
    },

    async due(nowS) {
      const { rows } = await pool.query<WeatherCell>(
        `select latitude_tenths as "latitudeTenths", longitude_tenths as "longitudeTenths"
         from weather_cells left join climates using (latitude_tenths, longitude_tenths)
         where source is null or again_at <= to_timestamp($1) limit 1`,
        [nowS],
      );
      return rows[0] ?? null;
    },
  };
}

const nothing = { means: null, period: null };

/** What was measured over years in cells, each for itself, with one question for all of them; null where nothing was. */
export async function climatesOfCells(
  db: Pick<pg.ClientBase, 'query'>,
  cells: readonly (WeatherCell | null)[],
): Promise<readonly (MeasuredClimate | null)[]> {
  if (cells.every((cell) => cell === null)) return cells.map(() => null);
  const { rows } = await db.query<Row & { readonly n: number }>(
    `select asked.n, source, period, ghi_wm2 as "ghiWm2", air_temperature_c as "airTemperatureC"
     from unnest($1::integer[], $2::integer[], $3::integer[]) as asked (n, latitude_tenths, longitude_tenths)
     join climates using (latitude_tenths, longitude_tenths) where period is not null`,
    [cells.map((_, n) => n), cells.map((cell) => cell?.latitudeTenths), cells.map((cell) => cell?.longitudeTenths)],
  );
  const known = new Map(rows.map(({ n, ...row }) => [n, measured(row)]));
  return cells.map((_, n) => known.get(n) ?? null);
}

function measured({ source, period, ghiWm2, airTemperatureC }: Row): MeasuredClimate {
  const attribution = attributionOf(source)?.text ?? source;
  return { means: { ghiWm2, airTemperatureC }, source: { kind: 'service', attribution, period, accuracyPercent } };
}
