import type { Kysely, Transaction } from 'kysely';
import type {
  AccountEvent,
  AccountKind,
  AccountLanguage,
  Company,
  DocumentKind,
  PersonName,
  PostalAddress,
} from '../domain/account/events.js';
import { assertNever } from '../domain/kernel/decider.js';
import { isErased, type Personal } from '../domain/kernel/event.js';
import type { AccountId } from '../domain/kernel/ids.js';
import type { LoggedEvent, Projection } from './engine/projection.js';
import { isOneOf, upsertRows } from './engine/rows.js';

/* eslint-disable @typescript-eslint/no-explicit-any -- database handles, as in the engine */

/** An account as its owner sees it. Personal data is in clear here; where it was erased it is blank. */
export type AccountView = {
  readonly id: string;
  readonly userName: string;
  readonly email: string;
  readonly kind: AccountKind;
  readonly person: PersonName;
  /** null for a consumer. */
  readonly company: Company | null;
  readonly address: PostalAddress;
  readonly language: AccountLanguage;
  readonly registeredAt: string;
  /** The version of each document that was accepted last. */
  readonly acceptedDocuments: readonly AcceptedDocument[];
  readonly revision: bigint;
};

type AcceptedDocument = {
  readonly kind: DocumentKind;
  readonly version: string;
  readonly acceptedAt: string;
};

type StoredView = Omit<AccountView, 'revision'>;
type Row = { readonly view: StoredView; readonly revision: bigint; readonly isValidated: boolean };

/** One row an account. */
export const accountsProjection: Projection = {
  name: 'accounts',
  version: 1,
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

/** The account with this id; null when there is none, or the read model does not know it yet. */
export async function findAccount(db: Kysely<any>, accountId: AccountId): Promise<AccountView | null> {
  const row = await db
    .withSchema('accounts')
    .selectFrom('accounts')
    .select(['revision', 'view'])
    .where('account_id', '=', accountId)
    .executeTakeFirst();
  return row === undefined ? null : { ...(row['view'] as StoredView), revision: row['revision'] };
}

function evolve(row: Row | null, event: LoggedEvent<AccountEvent>): Row | null {
  if (event.type === 'AccountRegistered') {
    return { view: registered(event.data), revision: event.revision, isValidated: false };
  }
  if (row === null) return null;
  switch (event.type) {
    case 'DocumentAccepted':
      return { ...row, view: accepted(row.view, event.data) };
    case 'EmailValidated':
      return { ...row, isValidated: true };
    case 'ValidationMailRequested':
    case 'RegistrationRepeated':
    case 'RegistrationExpired':
      return row;
    default:
      return assertNever(event);
  }
}

function registered(data: Extract<AccountEvent, { type: 'AccountRegistered' }>['data']): StoredView {
  return {
    id: data.accountId,
    userName: clear(data.userName, ''),
    email: clear(data.email, ''),
    kind: data.kind,
    person: clear(data.person, { firstName: '', lastName: '' }),
    company: clear(data.company, null),
    address: clear(data.address, { street: '', postcode: '', town: '', country: '' }),
    language: data.language,
    registeredAt: data.registeredAt,
    acceptedDocuments: [],
  };
}

function accepted(view: StoredView, { kind, version, acceptedAt }: AcceptedDocument): StoredView {
  const others = view.acceptedDocuments.filter((document) => document.kind !== kind);
  return { ...view, acceptedDocuments: [...others, { kind, version, acceptedAt }] };
}

function clear<T>(value: Personal<T>, blank: T): T {
  return isErased(value) ? blank : (value as T);
}

async function load(tx: Transaction<any>, accountIds: readonly AccountId[]): Promise<Map<AccountId, Row>> {
  if (accountIds.length === 0) return new Map();
  const rows = await tx.selectFrom('accounts').selectAll().where(isOneOf('account_id', accountIds)).execute();
  return new Map(
    rows.map((row) => [
      row['account_id'],
      { view: row['view'], revision: row['revision'], isValidated: row['is_validated'] },
    ]),
  );
}

async function store(tx: Transaction<any>, rows: ReadonlyMap<AccountId, Row>): Promise<void> {
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
