import { assertNever } from '../kernel/decider.js';
import type { Personal } from '../kernel/event.js';
import type { AccountId } from '../kernel/ids.js';
import { Temporal } from '../kernel/time.js';
import type { OperatorRole } from './access.js';
import { allRevoked, type ApiToken } from './api-token.js';
import type { AccountEvent, DocumentKind } from './events.js';
import type { AccountKind, AccountLanguage, PersonName } from './person.js';
import { evolveIdentity, registeredIdentity, type Identity } from './identity.js';

/** The wish to be erased, which may be taken back until `dueAt`. */
type Erasure = { readonly requestedAt: Temporal.Instant; readonly dueAt: Temporal.Instant };

/** Another address that waits for the link in its mail to be followed. */
type EmailChange = { readonly email: Personal<string>; readonly requestedAt: Temporal.Instant };

export type Registration = {
  readonly accountId: AccountId;
  readonly userName: Personal<string>;
  readonly email: Personal<string>;
  /** null for an account that the operator made. */
  readonly person: Personal<PersonName> | null;
  /** `operator`: made by the operator for somebody who works there. */
  readonly kind: AccountKind | 'operator';
  readonly language: AccountLanguage;
  /** Version that was accepted last, by kind of document. */
  readonly acceptedVersions: Readonly<Partial<Record<DocumentKind, string>>>;
  readonly registeredAt: Temporal.Instant;
  /** When the last mail was caused whose rate somebody without an account could drive. */
  readonly lastMailCausedAt: Temporal.Instant;
  readonly roles: readonly OperatorRole[];
  /** Whether a registration with the same address was there before, and nobody had validated it. */
  readonly hasReplaced: boolean;
  /** Whom the account stands for; null for an account that the operator made. */
  readonly identity: Identity | null;
  /** Whether signing in takes a code besides the password. */
  readonly hasTotp: boolean;
  /** When the password was chosen, as far as the log knows; the first one by registering or by the operator's link. */
  readonly passwordChosenAt: Temporal.Instant;
  /** When a link to set a new password was asked for last; null = never. */
  readonly resetRequestedAt: Temporal.Instant | null;
  /** null = the address stays. */
  readonly emailChange: EmailChange | null;
  /** The address before the last change; null = there was none. */
  readonly formerEmail: Personal<string> | null;
  /** null = the account stays. */
  readonly erasure: Erasure | null;
  /** Every personal token that was ever made, by id. */
  readonly apiTokens: ReadonlyMap<string, ApiToken>;
};

/**
 * `registered` waits for the link of the mail to be followed; `active` may sign in; `expired` waited in vain and has
 * given its user name and its address up; `erased` is over for ever.
 */
export type AccountState =
  | { readonly status: 'unregistered' }
  | ({ readonly status: 'registered' } & Registration)
  | ({ readonly status: 'active' } & Registration)
  | ({ readonly status: 'expired' } & Registration)
  | ({ readonly status: 'erased'; readonly erasedAt: Temporal.Instant } & Registration);

export function evolve(state: AccountState, event: AccountEvent): AccountState {
  if (event.type === 'AccountRegistered') {
    const { accountId, userName, email, person, kind, language, registeredAt } = event.data;
    const identity = registeredIdentity(event.data);
    return registered({ accountId, userName, email, person, kind, language, identity }, registeredAt);
  }
  if (event.type === 'OperatorAccountCreated') {
    const { accountId, userName, email, language, createdAt } = event.data;
    const who = { accountId, userName, email, person: null, kind: 'operator', language, identity: null } as const;
    return registered(who, createdAt);
  }
  if (state.status === 'unregistered') return state;
  switch (event.type) {
    case 'DocumentAccepted':
      return { ...state, acceptedVersions: { ...state.acceptedVersions, [event.data.kind]: event.data.version } };
    case 'EarlierRegistrationReplaced':
      return { ...state, hasReplaced: true };
    case 'EmailValidated':
      return { ...state, status: 'active' };
    case 'OperatorAccountActivated':
      return { ...state, status: 'active', passwordChosenAt: Temporal.Instant.from(event.data.activatedAt) };
    case 'RegistrationExpired':
      return { ...state, status: 'expired' };
    case 'ValidationMailRequested':
      return { ...state, lastMailCausedAt: Temporal.Instant.from(event.data.requestedAt) };
    case 'RegistrationRepeated':
      return { ...state, lastMailCausedAt: Temporal.Instant.from(event.data.repeatedAt) };
    case 'OperatorInvited':
      return state;
    case 'OperatorRoleGranted':
      return { ...state, roles: [...state.roles, event.data.role] };
    case 'OperatorRoleRevoked':
      return { ...state, roles: state.roles.filter((role) => role !== event.data.role) };
    case 'AccountDetailsCorrected':
    case 'AccountCountryChanged':
    case 'LatinSpellingGiven':
    case 'VatIdCheckRequested':
    case 'VatIdCheckDeferred':
    case 'VatIdChecked':
    case 'BusinessConfirmed':
      return { ...state, identity: state.identity && evolveIdentity(state.identity, event) };
    case 'PersonNameCorrected':
      return { ...state, person: event.data.person };
    case 'MailLanguageChosen':
      return { ...state, language: event.data.language };
    case 'TotpEnabled':
      return { ...state, hasTotp: true };
    case 'TotpDisabled':
      return { ...state, hasTotp: false };
    case 'SessionsEnded':
    case 'AccountUnlocked':
    case 'RecoveryCodeUsed':
    case 'RecoveryCodesRenewed':
      return state;
    case 'ApiTokenCreated': {
      const { tokenId, name, scopes, plantIds, expiresAt } = event.data;
      const token = { name, scopes, plantIds, expiresAt: Temporal.Instant.from(expiresAt), isRevoked: false };
      return { ...state, apiTokens: new Map([...state.apiTokens, [tokenId, token]]) };
    }
    case 'ApiTokenRevoked': {
      const token = state.apiTokens.get(event.data.tokenId);
      if (token === undefined) return state;
      return {
        ...state,
        apiTokens: new Map([...state.apiTokens, [event.data.tokenId, { ...token, isRevoked: true }]]),
      };
    }
    case 'PasswordChanged':
      return { ...state, passwordChosenAt: Temporal.Instant.from(event.data.changedAt), emailChange: null };
    case 'PasswordReset':
      return {
        ...state,
        passwordChosenAt: Temporal.Instant.from(event.data.resetAt),
        apiTokens: allRevoked(state.apiTokens),
        // Whoever knew the old password may have asked for it.
        emailChange: null,
      };
    case 'PasswordResetRequested':
      return { ...state, resetRequestedAt: Temporal.Instant.from(event.data.requestedAt) };
    case 'EmailChangeRequested': {
      const { email, requestedAt } = event.data;
      return { ...state, emailChange: { email, requestedAt: Temporal.Instant.from(requestedAt) } };
    }
    case 'EmailChangeCancelled':
      return { ...state, emailChange: null };
    case 'EmailChanged':
      // A link to set a new password that lies in the old mailbox opens nothing any more.
      return {
        ...state,
        email: event.data.email,
        formerEmail: state.email,
        emailChange: null,
        resetRequestedAt: null,
      };
    case 'AccountErasureRequested': {
      const { requestedAt, dueAt } = event.data;
      return {
        ...state,
        erasure: { requestedAt: Temporal.Instant.from(requestedAt), dueAt: Temporal.Instant.from(dueAt) },
      };
    }
    case 'AccountErasureCancelled':
      return { ...state, erasure: null };
    case 'AccountErased':
      return {
        ...state,
        status: 'erased',
        erasedAt: Temporal.Instant.from(event.data.erasedAt),
        roles: [],
        apiTokens: allRevoked(state.apiTokens),
        identity: state.identity && evolveIdentity(state.identity, event),
      };
    default:
      return assertNever(event);
  }
}

function registered(
  who: Pick<Registration, 'accountId' | 'userName' | 'email' | 'person' | 'kind' | 'language' | 'identity'>,
  at: string,
): AccountState {
  const registeredAt = Temporal.Instant.from(at);
  return {
    status: 'registered',
    ...who,
    registeredAt,
    lastMailCausedAt: registeredAt,
    hasReplaced: false,
    acceptedVersions: {},
    roles: [],
    hasTotp: false,
    passwordChosenAt: registeredAt,
    resetRequestedAt: null,
    emailChange: null,
    formerEmail: null,
    erasure: null,
    apiTokens: new Map(),
  };
}
