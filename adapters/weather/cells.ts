import type pg from 'pg';
import type { WeatherCell } from '../../domain/production/yield/weather-cell.js';
import { keyOf } from './kept-weather.js';

const place = `view #> '{plant,details,location}'`;
const tenths = ['latitudeDeg', 'longitudeDeg']
  .map((name) => `round((${place} ->> '${name}')::numeric * 10)::smallint`)
  .join(', ');

/** The cells in which plants stand, and when their weather is asked for next (epoch seconds). */
export function weatherCells(pool: pg.Pool) {
  return {
    /** Makes cells of plants that were described after a position due at once; answers up to where that is done. */
    async note(after: bigint, nowS: number): Promise<bigint> {
      const { rows } = await pool.query<{ readonly position: string | null }>(
        'select max(position) as position from plants.plants where position > $1',
        [after],
      );
      const position = rows[0]?.position ?? null;
      if (position === null) return after;
      await pool.query(
        `insert into weather_cells (latitude_tenths, longitude_tenths, due_at)
         select distinct ${tenths}, to_timestamp($3) from plants.plants
         where position > $1 and position <= $2 and ${place} ->> 'latitudeDeg' is not null
         on conflict do nothing`,
        [after, position, nowS],
      );
      return BigInt(position);
    },

    /** No plant stands in them any more: nobody asks about them. What was known of them stays. */
    async forgetEmpty(): Promise<void> {
      await pool.query(
        `delete from weather_cells where (latitude_tenths, longitude_tenths) not in
           (select ${tenths} from plants.plants where ${place} ->> 'latitudeDeg' is not null)`,
      );
    },

    /** One that is due, and whether anything is known of it; null = none is. */
    async due(nowS: number): Promise<{ readonly cell: WeatherCell; readonly isKnown: boolean } | null> {
      const { rows } = await pool.query<WeatherCell & { readonly isKnown: boolean }>(
        `select latitude_tenths as "latitudeTenths", longitude_tenths as "longitudeTenths",
           exists (select from weather_days day where (day.latitude_tenths, day.longitude_tenths)
             = (cell.latitude_tenths, cell.longitude_tenths)) as "isKnown"
         from weather_cells cell where due_at <= to_timestamp($1) order by due_at limit 1`,
        [nowS],
      );
      const [row] = rows;
      if (row === undefined) return null;
      const { latitudeTenths, longitudeTenths, isKnown } = row;
      return { cell: { latitudeTenths, longitudeTenths }, isKnown };
    },

    async dueAgain(cell: WeatherCell, atS: number): Promise<void> {
      await pool.query(
        'update weather_cells set due_at = to_timestamp($3) where latitude_tenths = $1 and longitude_tenths = $2',
        [...keyOf(cell), atS],
      );
    },
  };
}
