import { sql, type Migration } from 'kysely';

/** When a second factor was shown in a session: it does not count for ever. `second_factor` is read no more. */
export const secondFactorAt: Migration = {
  up: async (db) => {
    await sql`alter table sessions add column second_factor_at timestamptz`.execute(db);
    await sql`update sessions set second_factor_at = created_at where second_factor`.execute(db);
  },
};
