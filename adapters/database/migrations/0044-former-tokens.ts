import { sql, type Migration } from 'kysely';

/** Refresh tokens of a session that were changed a moment ago: hash in hexadecimal digits, and when. */
export const formerTokens: Migration = {
  up: async (db) => {
    await sql`alter table sessions add column former_tokens jsonb not null default '[]'`.execute(db);
  },
};
