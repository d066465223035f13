import { sql } from 'kysely';
import type { Tx } from '../adapters/database/port.js';
import type { AccountEvent } from '../domain/account/events.js';
import type { AccountId } from '../domain/kernel/ids.js';
import { evolveAccount, type Row } from './account-view.js';
import type { LoggedEvent, Projection } from './engine/projection.js';
import { isOneOf, upsertRows } from './engine/rows.js';
import { folded } from './folded.js';

/** Rows of version 1 have no roles. */
export const hasRoles = sql<boolean>`jsonb_array_length(coalesce(view -> 'roles', '[]')) > 0`;

/** The owner wants it erased, or it was. */
export const hasErasure = sql<boolean>`jsonb_typeof(view -> 'erasure') = 'object'`;

/** Nobody has shown to read the mail of its address. */
export const isUnvalidated = sql<boolean>`not is_validated`;

/** When a registration was over, as text that is in order; those that are not yet come last. */
export const overAt = sql<string>`coalesce(view ->> 'erasedAt', 'open') collate "C"`;

/** By what the office finds an account, as its indexes have it. */
export const accountWords = [
  folded(sql`view ->> 'userName'`),
  folded(sql`view ->> 'email'`),
  folded(sql`view -> 'person' ->> 'lastName'`),
  folded(sql`view -> 'company' ->> 'name'`),
] as const;

/** One row an account. */
export const accountsProjection: Projection = {
  name: 'accounts',
  version: 13,
  prefixes: ['account-'],
  create: async (db) => {
    await db.schema
      .createTable('accounts')
      .addColumn('account_id', 'uuid', (column) => column.primaryKey())
      .addColumn('revision', 'int8', (column) => column.notNull())
      .addColumn('is_validated', 'boolean', (column) => column.notNull())
      .addColumn('view', 'jsonb', (column) => column.notNull())
      .execute();
  },
  createIndexes: async (db) => {
    await db.schema
      .createIndex('accounts_with_roles')
      .ifNotExists()
      .on('accounts')
      .column('account_id')
      .where(hasRoles)
      .execute();
    await db.schema
      .createIndex('accounts_with_erasure')
      .ifNotExists()
      .on('accounts')
      .column('account_id')
      .where(hasErasure)
      .execute();
    await sql`create index if not exists accounts_unvalidated on ${sql.table('accounts')} ((${overAt}), account_id)
      where ${isUnvalidated}`.execute(db);
    for (const [place, word] of accountWords.entries()) {
      const name = sql.raw(`accounts_by_word_${place + 1}`);
      await sql`create index if not exists ${name} on ${sql.table('accounts')} (${word})`.execute(db);
    }
  },
  apply: async (tx, events) => {
    const ours = events as readonly LoggedEvent<AccountEvent>[];
    const rows = await load(tx, [...new Set(ours.map((event) => event.data.accountId))]);
    for (const event of ours) {
      const row = evolveAccount(rows.get(event.data.accountId) ?? null, event);
      if (row !== null) rows.set(event.data.accountId, { ...row, revision: event.revision });
    }
    await store(tx, rows);
  },
};

async function load(tx: Tx, accountIds: readonly AccountId[]): Promise<Map<AccountId, Row>> {
  if (accountIds.length === 0) return new Map();
  const rows = await tx.selectFrom('accounts').selectAll().where(isOneOf('account_id', accountIds)).execute();
  return new Map(
    rows.map((row) => [
      row['account_id'],
      { view: row['view'], revision: row['revision'], isValidated: row['is_validated'] },
    ]),
  );
}

async function store(tx: Tx, rows: ReadonlyMap<AccountId, Row>): Promise<void> {
  await upsertRows(
    tx,
    'accounts',
    [...rows].map(([accountId, { view, revision, isValidated }]) => ({
      account_id: accountId,
      revision,
      is_validated: isValidated,
      view,
    })),
    { key: 'account_id' },
  );
}
