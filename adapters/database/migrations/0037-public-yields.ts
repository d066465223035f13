import { sql, type Migration } from 'kysely';

/**
 * What public plants made today and ever, with the columns by which their list is filtered and sorted. It follows from the
 * read model `public_plants` and the sums, from which it is made anew all the time; nothing is lost with it.
 */
export const publicYields: Migration = {
  up: async (db) => {
    await sql`
      create table public_yields (
        plant_id uuid primary key,
        -- kWh per kW of the modules; -1 where nothing was measured today: it stands last.
        rank double precision not null,
        today_wh double precision,
        total_wh double precision,
        generator_power_w bigint not null,
        nominal_power_w bigint not null,
        country text collate "C" not null,
        postcode_key text collate "C" not null,
        town_key text collate "C" not null,
        size_class smallint not null
      )`.execute(db);
    await sql`create index public_yields_by_rank on public_yields (rank, plant_id)`.execute(db);
    await sql`create index public_yields_by_country on public_yields (country, rank, plant_id)`.execute(db);
    await sql`create index public_yields_by_size on public_yields (size_class, rank, plant_id)`.execute(db);
    await sql`create index public_yields_by_postcode on public_yields (postcode_key)`.execute(db);
    await sql`create index public_yields_by_town on public_yields (town_key)`.execute(db);
    await sql`
      create table public_totals (
        one boolean primary key default true check (one),
        plants integer not null,
        generator_power_w double precision not null,
        nominal_power_w double precision not null,
        today_wh double precision,
        total_wh double precision
      )`.execute(db);
  },
};
