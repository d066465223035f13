import type pg from 'pg';
import type { AccountId } from '../../domain/kernel/ids.js';
import type { FleetFilter, FleetSort } from '../../projections/fleet.js';

/** A way of looking at the plants that somebody has given a name. */
export type FleetView = {
  readonly name: string;
  readonly show: FleetFilter;
  readonly search: string;
  readonly sort: FleetSort;
  readonly order: 'asc' | 'desc';
};

/** Table `fleet_views`: they go with the account. */
export function postgresFleetViews(pool: pg.Pool) {
  return {
    async list(accountId: AccountId): Promise<readonly FleetView[]> {
      const { rows } = await pool.query<{ readonly views: readonly FleetView[] }>(
        'select views from fleet_views where account_id = $1',
        [accountId],
      );
      return rows[0]?.views ?? [];
    },

    /** Instead of those of before. */
    async keep(accountId: AccountId, views: readonly FleetView[]): Promise<void> {
      await pool.query(
        `insert into fleet_views (account_id, views) values ($1, $2)
         on conflict (account_id) do update set views = excluded.views`,
        [accountId, JSON.stringify(views)],
      );
    },
  };
}

export type FleetViews = ReturnType<typeof postgresFleetViews>;
