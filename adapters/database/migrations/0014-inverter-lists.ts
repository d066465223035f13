import { sql, type Migration } from 'kysely';

/** Uploaded lists of inverters that wait for their owner; a working paper, not a fact. */
export const inverterLists: Migration = {
  up: async (db) => {
    await sql`
      create table device_registry.inverter_lists (
        id uuid primary key,
        account_id uuid not null,
        plant_id uuid not null,
        uploaded_at timestamptz not null,
        rows jsonb not null
      )`.execute(db);
    await sql`create index on device_registry.inverter_lists (account_id, uploaded_at)`.execute(db);
    await sql`create index on device_registry.inverter_lists (uploaded_at)`.execute(db);
  },
};
