import type pg from 'pg';
import type { AccountId } from '../domain/kernel/ids.js';
import type { FleetColumn, FleetFilter, FleetSort } from '../projections/fleet.js';

/** A way of looking at the plants that somebody has given a name. */
export type FleetView = {
  readonly name: string;
  readonly show: FleetFilter;
  readonly search: string;
  readonly sort: FleetSort;
  readonly order: 'asc' | 'desc';
  readonly columns?: FleetColumn[] | undefined;
};

/** Lines of a plant in one chart that somebody has given a name; the range is one before now. */
export type ChartView = {
  readonly name: string;
  readonly plantId: string;
  readonly span: 'day' | 'week' | 'month' | 'year';
  readonly lines: string;
};

/** Ways of looking at something that somebody has given names; `table` has one row an account, which goes with it. */
export function postgresKeptViews<View>(pool: pg.Pool, table: 'fleet_views' | 'chart_views') {
  return {
    async list(accountId: AccountId): Promise<readonly View[]> {
      const { rows } = await pool.query<{ readonly views: readonly View[] }>(
        `select views from ${table} where account_id = $1`,
        [accountId],
      );
      return rows[0]?.views ?? [];
    },

    /** Instead of those of before. */
    async keep(accountId: AccountId, views: readonly View[]): Promise<void> {
      await pool.query(
        `insert into ${table} (account_id, views) values ($1, $2)
         on conflict (account_id) do update set views = excluded.views`,
        [accountId, JSON.stringify(views)],
      );
    },
  };
}

export type KeptViews<View> = ReturnType<typeof postgresKeptViews<View>>;
