import { sql, type Migration } from 'kysely';

/** Personal tokens for programs; of the token itself only its SHA-256. They go with the account. */
export const apiTokens: Migration = {
  up: async (db) => {
    await sql`
      create table api_tokens (
        id uuid primary key,
        account_id uuid not null references credentials (account_id) on delete cascade,
        token_hash bytea not null unique,
        name text not null,
        scopes text[] not null,
        -- null: every plant of the account
        plant_ids text[],
        created_at timestamptz not null,
        expires_at timestamptz not null,
        last_used_at timestamptz,
        revoked_at timestamptz
      )`.execute(db);
    await sql`create index api_tokens_by_account on api_tokens (account_id)`.execute(db);
  },
};
