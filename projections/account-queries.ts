import { sql } from 'kysely';
import type { Db } from '../adapters/database/port.js';
import { displayName } from '../domain/account/display-name.js';
import { AccountId } from '../domain/kernel/ids.js';
import { agreedStatuses } from '../domain/repair/state.js';
import type { AccountView, OperatorView, StoredView } from './account-view.js';
import { hasErasure, hasRoles, isUnvalidated, overAt } from './accounts.js';
import { pageFrom, type Page } from './engine/page.js';
import { isOneOf } from './engine/rows.js';
import { folded } from './folded.js';

/** What rows of versions before do not have; until this one is rebuilt they may be met. */
const formerView: Partial<StoredView> = { emailChange: null, erasure: null };

/** The account with this id; null when there is none, or the read model does not know it yet. */
export async function findAccount(db: Db, accountId: AccountId): Promise<AccountView | null> {
  const row = await db
    .withSchema('accounts')
    .selectFrom('accounts')
    .select(['revision', 'view'])
    .where('account_id', '=', accountId)
    .executeTakeFirst();
  return row === undefined ? null : { ...formerView, ...(row['view'] as StoredView), revision: row['revision'] };
}

/** Everybody who holds a role of the operator, by user name. */
export async function listOperators(db: Db): Promise<readonly OperatorView[]> {
  const rows = await db
    .withSchema('accounts')
    .selectFrom('accounts')
    .select(['is_validated', 'view'])
    .where(hasRoles)
    .orderBy(folded(sql`view ->> 'userName'`))
    .orderBy('account_id')
    .execute();
  return rows.map((row) => {
    const { id, userName, email, roles, hasTotp } = row['view'] as StoredView;
    return { accountId: id, userName, email, isActive: row['is_validated'], hasTotp, roles };
  });
}

/**
 * Accounts whose waiting time is over by `now`, those included that were erased since and of which something is left: the
 * ways in at first, the key after `farewellOverAt` and not before an agreed repair is over: the office sends that device back
 * to an address which only the key opens. At most `limit`.
 */
export async function accountsToErase(
  db: Db,
  { now, farewellOverAt, limit }: { readonly now: string; readonly farewellOverAt: string; readonly limit: number },
): Promise<readonly AccountId[]> {
  const { rows } = await sql<{ account_id: string }>`
    select account_id from accounts.accounts account
    where ${hasErasure} and (view -> 'erasure' ->> 'dueAt')::timestamptz <= ${now}::timestamptz and (
      view ->> 'erasedAt' is null
      or exists (select from public.credentials where account_id = account.account_id)
      or ((view ->> 'erasedAt')::timestamptz <= ${farewellOverAt}::timestamptz
        and not exists (select from public.destroyed_person_keys where account_id = account.account_id)
        and not exists (select from repair_orders.repair_orders repair
          where repair.account_id = account.account_id and summary ->> 'status' in (${sql.join(agreedStatuses)}))))
    order by account_id limit ${limit}`.execute(db);
  return rows.map((row) => AccountId.parse(row.account_id));
}

/** When the last registration of a page was over, and its account. */
export type UnvalidatedCursor = readonly [string, string];

/**
 * Accounts that were registered until then, whose address nobody ever validated and of which the log can still be read: those
 * that wait, and those that were over since a day (`2026-11-23`), page by page.
 */
export async function unvalidatedAccounts(
  db: Db,
  {
    registeredUntil,
    overSince,
    after,
    limit,
  }: {
    readonly registeredUntil: string;
    /** Null = ever. */
    readonly overSince: string | null;
    readonly after: UnvalidatedCursor | null;
    readonly limit: number;
  },
): Promise<Page<AccountId, UnvalidatedCursor>> {
  const { rows } = await sql<{ readonly over_at: string; readonly account_id: string }>`
    select ${overAt} as over_at, account_id from accounts.accounts account
    where ${isUnvalidated} and (view ->> 'registeredAt')::timestamptz <= ${registeredUntil}::timestamptz
      ${overSince === null ? sql`` : sql`and ${overAt} >= ${overSince}`}
      ${after === null ? sql`` : sql`and (${overAt}, account_id) > (${after[0]}, ${after[1]}::uuid)`}
      and not exists (select from public.destroyed_person_keys where account_id = account.account_id)
    order by ${overAt}, account_id limit ${limit + 1}`.execute(db);
  const { items, next } = pageFrom(rows, limit, (row) => [row.over_at, row.account_id] as const);
  return { items: items.map((row) => AccountId.parse(row.account_id)), next };
}

/** What others call accounts, by id; the unknown and the erased are left out. */
export async function namesOf(db: Db, accountIds: readonly string[]): Promise<ReadonlyMap<string, string>> {
  if (accountIds.length === 0) return new Map();
  const rows = await db
    .withSchema('accounts')
    .selectFrom('accounts')
    .select(['account_id', 'view'])
    .where(isOneOf('account_id', accountIds))
    .execute();
  return new Map(
    rows.flatMap((row) => {
      const name = displayName(row['view'] as StoredView);
      return name === '' ? [] : [[row['account_id'] as string, name]];
    }),
  );
}

/** The user names of accounts, by id; the unknown and the erased are left out. */
export async function userNamesOf(db: Db, accountIds: readonly string[]): Promise<ReadonlyMap<string, string>> {
  if (accountIds.length === 0) return new Map();
  const rows = await db
    .withSchema('accounts')
    .selectFrom('accounts')
    .select(['account_id', sql<string>`view ->> 'userName'`.as('user_name')])
    .where(isOneOf('account_id', accountIds))
    .execute();
  return new Map(rows.flatMap((row) => (row.user_name === '' ? [] : [[row['account_id'] as string, row.user_name]])));
}
