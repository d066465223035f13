import { sql, type Migration } from 'kysely';

/** The office looks for messages to somebody that were not delivered; what they are about goes once they were. */
export const outboxByAccount: Migration = {
  up: async (db) => {
    await sql`create index outbox_by_account on outbox ((payload ->> 'accountId')) where sent_at is null`.execute(db);
  },
};
