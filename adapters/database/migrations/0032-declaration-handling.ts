import { sql, type Migration } from 'kysely';

/** What somebody in the office has done about a declaration, and the order in which those that are done are leafed through. */
export const declarationHandling: Migration = {
  up: async (db) => {
    await sql`alter table declarations add column note text, add column assigned_by uuid`.execute(db);
    await sql`create index declarations_handled on declarations (received_at, id) where handled_at is not null`.execute(
      db,
    );
  },
};
