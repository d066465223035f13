import { sql } from 'kysely';
import type { Db, Tx } from '../adapters/database/port.js';
import type { OperatorRole } from '../domain/account/access.js';
import type { AccountEvent, DocumentKind } from '../domain/account/events.js';
import type { AccountKind, AccountLanguage, Company, PersonName, PostalAddress } from '../domain/account/person.js';
import { displayName } from '../domain/account/display-name.js';
import { assertNever } from '../domain/kernel/decider.js';
import { isErased, type Actor, type Personal } from '../domain/kernel/event.js';
import { AccountId } from '../domain/kernel/ids.js';
import type { LoggedEvent, Projection } from './engine/projection.js';
import { isOneOf, upsertRows } from './engine/rows.js';

/** An account as its owner sees it. Personal data is in clear here; where it was erased it is blank. */
export type AccountView = {
  readonly id: string;
  readonly userName: string;
  readonly email: string;
  /** `operator`: made by the operator for somebody who works there. */
  readonly kind: AccountKind | 'operator';
  readonly person: PersonName;
  /** null for a consumer and for an account that the operator made; that has no name and address either. */
  readonly company: Company | null;
  readonly address: PostalAddress;
  readonly language: AccountLanguage;
  readonly registeredAt: string;
  /** The version of each document that was accepted last. */
  readonly acceptedDocuments: readonly AcceptedDocument[];
  /** Another address that waits to be confirmed; null when none does. */
  readonly emailChange: { readonly email: string; readonly requestedAt: string } | null;
  /** Until `dueAt` the owner may take it back; null when nobody wants the account erased. */
  readonly erasure: { readonly requestedAt: string; readonly dueAt: string } | null;
  readonly revision: bigint;
};

type AcceptedDocument = {
  readonly kind: DocumentKind;
  readonly version: string;
  readonly acceptedAt: string;
};

/** An account that holds roles of the operator, the oldest role first. */
export type OperatorView = {
  readonly accountId: string;
  readonly userName: string;
  readonly email: string;
  /** False until its owner has chosen a password. */
  readonly isActive: boolean;
  /** Whether roles can have an effect: without a second factor they have none. */
  readonly hasTotp: boolean;
  readonly roles: readonly GrantedRole[];
};

type GrantedRole = {
  readonly role: OperatorRole;
  readonly grantedAt: string;
  /** Who gave it: another account, or a tool of the command line. */
  readonly grantedBy: Actor;
};

type StoredView = Omit<AccountView, 'revision'> & {
  readonly roles: readonly GrantedRole[];
  readonly hasTotp: boolean;
  /** Left out while the account is there. */
  readonly erasedAt?: string;
};
type Row = { readonly view: StoredView; readonly revision: bigint; readonly isValidated: boolean };

/** One row an account. */
export const accountsProjection: Projection = {
  name: 'accounts',
  version: 8,
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
  },
  apply: async (tx, events) => {
    const ours = events as readonly LoggedEvent<AccountEvent>[];
    const rows = await load(tx, [...new Set(ours.map((event) => event.data.accountId))]);
    for (const event of ours) {
      const row = evolve(rows.get(event.data.accountId) ?? null, event);
      if (row !== null) rows.set(event.data.accountId, { ...row, revision: event.revision });
    }
    await store(tx, rows);
  },
};

/** What rows of versions before do not have; until this one is rebuilt they may be met. */
const formerView: Partial<StoredView> = { emailChange: null, erasure: null };

/** Rows of version 1 have no roles. */
const hasRoles = sql<boolean>`jsonb_array_length(coalesce(view -> 'roles', '[]')) > 0`;

/** The owner wants it erased, or it was. */
const hasErasure = sql<boolean>`jsonb_typeof(view -> 'erasure') = 'object'`;

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
    .orderBy(sql`lower(view ->> 'userName')`)
    .orderBy('account_id')
    .execute();
  return rows.map((row) => {
    const { id, userName, email, roles, hasTotp } = row['view'] as StoredView;
    return { accountId: id, userName, email, isActive: row['is_validated'], hasTotp, roles };
  });
}

/**
 * Accounts whose waiting time is over by `now`, those included that were erased since and of which something is left: the
 * ways in at first, the key after `farewellOverAt`. At most `limit`.
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
        and not exists (select from public.destroyed_person_keys where account_id = account.account_id)))
    order by account_id limit ${limit}`.execute(db);
  return rows.map((row) => AccountId.parse(row.account_id));
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

function evolve(row: Row | null, event: LoggedEvent<AccountEvent>): Row | null {
  if (event.type === 'AccountRegistered') {
    return { view: registered(event.data), revision: event.revision, isValidated: false };
  }
  if (event.type === 'OperatorAccountCreated') {
    return { view: operatorAccount(event.data), revision: event.revision, isValidated: false };
  }
  if (row === null) return null;
  switch (event.type) {
    case 'DocumentAccepted':
      return { ...row, view: accepted(row.view, event.data) };
    case 'EmailValidated':
    case 'OperatorAccountActivated':
      return { ...row, isValidated: true };
    case 'OperatorRoleGranted':
      return { ...row, view: withRole(row.view, event) };
    case 'OperatorRoleRevoked':
      return { ...row, view: { ...row.view, roles: otherRoles(row.view, event.data.role) } };
    case 'RegistrationExpired':
      return { ...row, view: { ...row.view, roles: [] } };
    case 'AccountDetailsCorrected': {
      const company = clear(event.data.company, null);
      return { ...row, view: { ...row.view, company, address: clear(event.data.address, noAddress) } };
    }
    case 'AccountCountryChanged':
      return { ...row, view: { ...row.view, address: clear(event.data.address, noAddress) } };
    case 'LatinSpellingGiven':
    case 'VatIdCheckRequested':
    case 'VatIdCheckDeferred':
    case 'VatIdChecked':
    case 'BusinessConfirmed':
    case 'ValidationMailRequested':
    case 'RegistrationRepeated':
    case 'OperatorInvited':
    case 'SessionsEnded':
    case 'AccountUnlocked':
    case 'RecoveryCodeUsed':
    case 'RecoveryCodesRenewed':
    case 'ApiTokenCreated':
    case 'ApiTokenRevoked':
    case 'PasswordResetRequested':
      return row;
    case 'AccountErasureRequested': {
      const { requestedAt, dueAt } = event.data;
      return { ...row, view: { ...row.view, erasure: { requestedAt, dueAt } } };
    }
    case 'AccountErasureCancelled':
      return { ...row, view: { ...row.view, erasure: null } };
    case 'AccountErased':
      return { ...row, view: erased(row.view, event.data.erasedAt) };
    case 'PasswordChanged':
    case 'PasswordReset':
    case 'EmailChangeCancelled':
      return { ...row, view: { ...row.view, emailChange: null } };
    case 'EmailChangeRequested':
      return {
        ...row,
        view: { ...row.view, emailChange: { email: clear(event.data.email, ''), requestedAt: event.data.requestedAt } },
      };
    case 'EmailChanged':
      return { ...row, view: { ...row.view, email: clear(event.data.email, ''), emailChange: null } };
    case 'TotpEnabled':
      return { ...row, view: { ...row.view, hasTotp: true } };
    case 'TotpDisabled':
      return { ...row, view: { ...row.view, hasTotp: false } };
    default:
      return assertNever(event);
  }
}

type DataOf<T extends AccountEvent['type']> = Extract<AccountEvent, { type: T }>['data'];

const noPerson: PersonName = { firstName: '', lastName: '' };
const noAddress: PostalAddress = { street: '', postcode: '', town: '', country: '' };

function registered(data: DataOf<'AccountRegistered'>): StoredView {
  return {
    id: data.accountId,
    userName: clear(data.userName, ''),
    email: clear(data.email, ''),
    kind: data.kind,
    person: clear(data.person, noPerson),
    company: clear(data.company, null),
    address: clear(data.address, noAddress),
    language: data.language,
    registeredAt: data.registeredAt,
    acceptedDocuments: [],
    roles: [],
    hasTotp: false,
    emailChange: null,
    erasure: null,
  };
}

function operatorAccount(data: DataOf<'OperatorAccountCreated'>): StoredView {
  return {
    id: data.accountId,
    userName: clear(data.userName, ''),
    email: clear(data.email, ''),
    kind: 'operator',
    person: noPerson,
    company: null,
    address: noAddress,
    language: data.language,
    registeredAt: data.createdAt,
    acceptedDocuments: [],
    roles: [],
    hasTotp: false,
    emailChange: null,
    erasure: null,
  };
}

/** What was projected before the erasure goes now: a row is not read from the log again. */
function erased(view: StoredView, erasedAt: string): StoredView {
  return {
    ...view,
    erasedAt,
    ...{ userName: '', email: '', person: noPerson, company: null, address: noAddress },
    ...{ roles: [], emailChange: null },
  };
}

function withRole(view: StoredView, { data, metadata }: LoggedEvent<AccountEvent & { type: 'OperatorRoleGranted' }>) {
  const { role, grantedAt } = data;
  return { ...view, roles: [...otherRoles(view, role), { role, grantedAt, grantedBy: metadata.actor }] };
}

function otherRoles(view: StoredView, role: OperatorRole): readonly GrantedRole[] {
  return view.roles.filter((granted) => granted.role !== role);
}

function accepted(view: StoredView, { kind, version, acceptedAt }: AcceptedDocument): StoredView {
  const others = view.acceptedDocuments.filter((document) => document.kind !== kind);
  return { ...view, acceptedDocuments: [...others, { kind, version, acceptedAt }] };
}

function clear<T>(value: Personal<T>, blank: T): T {
  return isErased(value) ? blank : (value as T);
}

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
