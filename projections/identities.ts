import { sql } from 'kysely';
import type { Db } from '../adapters/database/port.js';
import type { AccountEvent } from '../domain/account/events.js';
import {
  evolveIdentity,
  openCheck,
  originalsOf,
  registeredIdentity,
  vatStanding,
  type Identity,
} from '../domain/account/identity.js';
import { isErased } from '../domain/kernel/event.js';
import { AccountId } from '../domain/kernel/ids.js';
import type { Temporal } from '../domain/kernel/time.js';
import { pageFrom, type Page } from './engine/page.js';
import type { LoggedEvent, Projection } from './engine/projection.js';
import { isOneOf, upsertRows } from './engine/rows.js';

type Row = { readonly identity: Identity; readonly revision: bigint };

/** Who each account stands for, where it stands with its VAT id, and when that is checked next: the plan of all checks. */
export const identitiesProjection: Projection = {
  name: 'identities',
  version: 5,
  prefixes: ['account-'],
  create: async (db) => {
    await db.schema
      .createTable('identities')
      .addColumn('account_id', 'uuid', (column) => column.primaryKey())
      .addColumn('revision', 'int8', (column) => column.notNull())
      .addColumn('identity', 'jsonb', (column) => column.notNull())
      .addColumn('is_check_open', 'boolean', (column) => column.notNull())
      .addColumn('awaits_confirmation', 'boolean', (column) => column.notNull())
      // null: no check is open, or it waits for the operator
      .addColumn('next_attempt_at', 'timestamptz')
      .execute();
  },
  createIndexes: async (db) => {
    await sql`
      create index if not exists identities_by_next_attempt on ${sql.table('identities')} (next_attempt_at)
      where is_check_open`.execute(db);
    await sql`
      create index if not exists identities_unconfirmed on ${sql.table('identities')} (account_id)
      where awaits_confirmation`.execute(db);
  },
  apply: async (tx, events) => {
    const ours = events as readonly LoggedEvent<AccountEvent>[];
    const accountIds = [...new Set(ours.map((event) => event.data.accountId))];
    if (accountIds.length === 0) return;
    const found = await tx.selectFrom('identities').selectAll().where(isOneOf('account_id', accountIds)).execute();
    const rows = new Map<string, Row>(
      found.map((row) => [row['account_id'], { identity: row['identity'], revision: row['revision'] }]),
    );
    for (const event of ours) {
      const before = rows.get(event.data.accountId)?.identity;
      const identity =
        event.type === 'AccountRegistered' ? registeredIdentity(event.data) : before && evolveIdentity(before, event);
      if (identity !== undefined) rows.set(event.data.accountId, { identity, revision: event.revision });
    }
    const changed = [...rows].map(([accountId, { identity, revision }]) => {
      const check = openCheck(identity);
      return {
        account_id: accountId,
        revision,
        identity,
        is_check_open: check !== null,
        awaits_confirmation: vatStanding(identity).state === 'awaitingConfirmation',
        next_attempt_at: check?.nextAttemptAt ?? null,
      };
    });
    await upsertRows(tx, 'identities', changed, { key: 'account_id' });
  },
};

/** Null when there is no such account, or it stands for nobody outside: those of the operator. */
export async function findIdentity(db: Db, accountId: AccountId): Promise<Row | null> {
  const row = await db
    .withSchema('identities')
    .selectFrom('identities')
    .select(['identity', 'revision'])
    .where('account_id', '=', accountId)
    .executeTakeFirst();
  return row === undefined ? null : { identity: row['identity'], revision: row['revision'] };
}

/** An account whose VAT id is to be checked, and the member state that is asked. */
export type DueCheck = { readonly accountId: AccountId; readonly state: string };

/** The member state whose id the open question names, with the prefix of its ids. */
const stateAsked = sql<string>`coalesce(left(identity -> 'check' -> 'question' ->> 'vatId', 2), '')`;

/** Accounts whose VAT id is to be checked by now, the longest due first. At most `limit`, and none of some states. */
export async function dueChecks(
  db: Db,
  now: Temporal.Instant,
  { limit, withoutStates }: { readonly limit: number; readonly withoutStates: readonly string[] },
): Promise<readonly DueCheck[]> {
  const { rows } = await sql<DueCheck>`
    select account_id as "accountId", ${stateAsked} as state from identities.identities
    where is_check_open and next_attempt_at <= ${now.toString()} and ${stateAsked} <> all(${withoutStates})
    order by next_attempt_at limit ${limit}`.execute(db);
  return rows;
}

/** Accounts whose check waits for something that the operator has to mend. */
export async function heldChecks(db: Db): Promise<readonly DueCheck[]> {
  const { rows } = await sql<DueCheck>`
    select account_id as "accountId", ${stateAsked} as state from identities.identities
    where is_check_open and next_attempt_at is null`.execute(db);
  return rows;
}

export type UnconfirmedBusiness = {
  readonly accountId: AccountId;
  readonly name: string;
  readonly vatId: string | null;
  readonly street: string;
  readonly postcode: string;
  readonly town: string;
  readonly country: string;
};

/** Businesses outside the EU that wait for the operator to confirm them, page by page. `after` is the account of the last one. */
export async function unconfirmedBusinesses(
  db: Db,
  { after, limit }: { readonly after: string | null; readonly limit: number },
): Promise<Page<UnconfirmedBusiness, string>> {
  const { rows } = await sql<{ readonly account_id: string; readonly identity: Identity }>`
    select account_id, identity from identities.identities
    where awaits_confirmation ${after === null ? sql`` : sql`and account_id > ${after}`}
    order by account_id limit ${limit + 1}`.execute(db);
  const { items, next } = pageFrom(rows, limit, (row) => row.account_id);
  return { items: items.flatMap(businessOf), next };
}

function businessOf(row: { readonly account_id: string; readonly identity: Identity }): readonly UnconfirmedBusiness[] {
  const { company, address } = row.identity;
  if (isErased(company) || company === null || isErased(address)) return [];
  const { name, street, postcode, town } = originalsOf(company, address);
  const { vatId } = company;
  return [
    { accountId: AccountId.parse(row.account_id), name, vatId, street, postcode, town, country: address.country },
  ];
}
