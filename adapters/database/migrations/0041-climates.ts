import { sql, type Migration } from 'kysely';

/** The climate by the cell in which plants stand, as a service told it once; without means where it had none to tell. */
export const climates: Migration = {
  up: async (db) => {
    await sql`
      create table climates (
        latitude_tenths smallint not null,
        longitude_tenths smallint not null,
        source text not null,
        asked_at timestamptz not null,
        period text,
        ghi_wm2 real[],
        air_temperature_c real[],
        again_at timestamptz,
        primary key (latitude_tenths, longitude_tenths),
        check ((period is null) = (ghi_wm2 is null) and (period is null) = (air_temperature_c is null)),
        check ((period is null) <> (again_at is null))
      )`.execute(db);
  },
};
