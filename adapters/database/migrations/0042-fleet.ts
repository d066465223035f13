import { sql, type Migration } from 'kysely';

/** How each plant stands, for lists of many; and the views of such lists that people keep. */
export const fleet: Migration = {
  up: async (db) => {
    await sql`
      create table plant_standings (
        plant_id uuid primary key,
        state text not null,
        ac_power_w double precision,
        today_wh double precision,
        last_value_at timestamptz,
        open_incidents integer not null,
        licence_state text not null,
        licence_until date,
        -- The worst plant has the highest.
        hurt double precision not null,
        -- What it made of what was to be expected: of full days, looked at a few times a day.
        compared_at timestamptz not null,
        compared_revision bigint not null,
        compared_by text check (compared_by in ('weather', 'usual')),
        share_of_expected double precision,
        lost_wh double precision,
        worst_share double precision,
        -- The week before today, the oldest day first; null = nothing measured.
        week_wh double precision[] not null
      ) with (fillfactor = 70)`.execute(db);
    await sql`
      create table fleet_views (
        account_id uuid primary key references credentials (account_id) on delete cascade,
        views jsonb not null
      )`.execute(db);
  },
};
