import type { OperatorRole } from '../domain/account/access.js';
import type { AccountEvent, DocumentKind } from '../domain/account/events.js';
import type { AccountKind, AccountLanguage, Company, PersonName, PostalAddress } from '../domain/account/person.js';
import { assertNever } from '../domain/kernel/decider.js';
import { isErased, type Actor, type Personal } from '../domain/kernel/event.js';
import type { LoggedEvent } from './engine/projection.js';

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

export type StoredView = Omit<AccountView, 'revision'> & {
  readonly roles: readonly GrantedRole[];
  readonly hasTotp: boolean;
  /** Left out while the account or its registration is there. */
  readonly erasedAt?: string;
};
/** A row as the projection keeps it. */
export type Row = { readonly view: StoredView; readonly revision: bigint; readonly isValidated: boolean };

/** The row after an event; null while there is no account. */
export function evolveAccount(row: Row | null, event: LoggedEvent<AccountEvent>): Row | null {
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
      return { ...row, view: erased(row.view, event.data.expiredAt) };
    case 'AccountDetailsCorrected': {
      const company = clear(event.data.company, null);
      return { ...row, view: { ...row.view, company, address: clear(event.data.address, noAddress) } };
    }
    case 'PersonNameCorrected':
      return { ...row, view: { ...row.view, person: clear(event.data.person, noPerson) } };
    case 'MailLanguageChosen':
      return { ...row, view: { ...row.view, language: event.data.language } };
    case 'AccountCountryChanged':
      return { ...row, view: { ...row.view, address: clear(event.data.address, noAddress) } };
    case 'LatinSpellingGiven':
    case 'VatIdCheckRequested':
    case 'VatIdCheckDeferred':
    case 'VatIdChecked':
    case 'BusinessConfirmed':
    case 'ValidationMailRequested':
    case 'RegistrationRepeated':
    case 'EarlierRegistrationReplaced':
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
