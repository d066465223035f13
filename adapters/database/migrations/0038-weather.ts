import { sql, type Migration } from 'kysely';

/** Weather by the cell of a tenth of a degree, as services told it; nothing of it says where a plant stands. */
export const weather: Migration = {
  up: async (db) => {
    await sql`
      create table weather_cells (
        latitude_tenths smallint not null,
        longitude_tenths smallint not null,
        due_at timestamptz not null,
        primary key (latitude_tenths, longitude_tenths)
      )`.execute(db);
    await sql`create index weather_cells_by_due on weather_cells (due_at)`.execute(db);
    // The last word on each day (UTC): what came as far as it is over, else what is to come. 24 values each, null = unknown.
    await sql`
      create table weather_days (
        latitude_tenths smallint not null,
        longitude_tenths smallint not null,
        day date not null,
        source text not null,
        issued_at timestamptz not null,
        ghi_wm2 real[] not null,
        dni_wm2 real[] not null,
        dhi_wm2 real[] not null,
        air_temperature_c real[] not null,
        wind_ms real[] not null,
        primary key (latitude_tenths, longitude_tenths, day)
      )`.execute(db);
    // Each forecast as it was made, until it has been compared with what came.
    await sql`
      create table weather_forecasts (
        latitude_tenths smallint not null,
        longitude_tenths smallint not null,
        issued_at timestamptz not null,
        source text not null,
        first_day date not null,
        ghi_wm2 real[] not null,
        primary key (latitude_tenths, longitude_tenths, issued_at)
      )`.execute(db);
    await sql`create index weather_forecasts_by_issue on weather_forecasts (issued_at)`.execute(db);
    await sql`
      create table weather_scores (
        day date not null,
        source text not null,
        horizon_h smallint not null,
        hours double precision not null,
        ghi_whm2 double precision not null,
        error_whm2 double precision not null,
        absolute_error_whm2 double precision not null,
        primary key (day, source, horizon_h)
      )`.execute(db);
  },
};
