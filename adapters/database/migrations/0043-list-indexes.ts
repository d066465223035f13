import { sql, type Migration } from 'kysely';

/** Lists and workers find their rows by index, however many there are of others. */
export const listIndexes: Migration = {
  up: async (db) => {
    // In the order of the list, to the last key.
    await sql`create index declarations_waiting on declarations (received_at, id) where handled_at is null`.execute(db);
    await sql`create index declarations_by_order on declarations (order_id) where order_id is not null`.execute(db);
    // A backlog of one kind is not in the way of the others.
    await sql`create index outbox_due_of_kind on outbox (kind, next_attempt_at) where sent_at is null`.execute(db);
    await sql`create index outbox_undelivered on outbox ((isfinite(next_attempt_at)), created_at, id)
      where sent_at is null`.execute(db);
    await sql`create index outbox_sent on outbox (sent_at) where sent_at is not null`.execute(db);
    await sql`create index outbox_by_event on outbox (event_id) where event_id is not null`.execute(db);
  },
};
