import { sql, type Migration } from 'kysely';

/** When each watched plant is looked at next, and since when somebody listens to the devices without a break. */
export const alertPlan: Migration = {
  up: async (db) => {
    await sql`
      create table alert_plan (
        plant_id uuid primary key,
        due_at timestamptz not null,
        -- Of the rules that it was planned for.
        position bigint not null
      ) with (fillfactor = 50)`.execute(db);
    await sql`create index alert_plan_due on alert_plan (due_at)`.execute(db);
    await sql`
      create table alert_listening (
        one boolean primary key default true check (one),
        since timestamptz not null,
        heard_at timestamptz not null
      ) with (fillfactor = 10)`.execute(db);
  },
};
