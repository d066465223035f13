import { sql, type Migration } from 'kysely';

/**
 * What people declared without signing in: withdrawals and cancellations, with the moment at which they reached us, which is
 * the evidence. `order_id` is null where no contract was found; the office looks at those.
 */
export const declarations: Migration = {
  up: async (db) => {
    await sql`
      create table declarations (
        id uuid primary key,
        kind text not null,
        received_at timestamptz not null,
        content jsonb not null,
        order_id uuid,
        handled_at timestamptz,
        handled_by uuid
      )`.execute(db);
    await sql`create index declarations_open on declarations (received_at) where handled_at is null`.execute(db);
  },
};
