import { sql, type Migration } from 'kysely';

/** By what a start recognises the master key that the keys of persons are wrapped with; says nothing about the key. */
export const masterKey: Migration = {
  up: async (db) => {
    await sql`
      create table master_key_check (
        one boolean primary key default true check (one),
        digest bytea not null
      )`.execute(db);
  },
};
