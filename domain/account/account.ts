import { accept, assertNever, reject, type Decider, type Decision } from '../kernel/decider.js';
import type { Personal } from '../kernel/event.js';
import type { AccountId } from '../kernel/ids.js';
import { Temporal } from '../kernel/time.js';
import type {
  AccountEvent,
  AccountKind,
  AccountLanguage,
  Company,
  DocumentKind,
  PersonName,
  PostalAddress,
} from './events.js';

export type RegisterAccount = {
  readonly type: 'RegisterAccount';
  readonly accountId: AccountId;
  readonly userName: string;
  readonly email: string;
  readonly kind: AccountKind;
  readonly person: PersonName;
  /** Given exactly for a business. */
  readonly company: Company | null;
  readonly address: PostalAddress;
  readonly language: AccountLanguage;
  /** Versions of the documents whose texts were shown and accepted. */
  readonly accepted: Readonly<Record<DocumentKind, string>>;
  readonly at: Temporal.Instant;
};

type AccountCommand =
  | RegisterAccount
  | { readonly type: 'ValidateEmail'; readonly at: Temporal.Instant }
  | { readonly type: 'RequestValidationMail'; readonly at: Temporal.Instant }
  | { readonly type: 'NoteRepeatedRegistration'; readonly at: Temporal.Instant }
  /** Somebody else wants the user name or the address: a registration that was never validated may be over. */
  | { readonly type: 'ExpireRegistration'; readonly at: Temporal.Instant };

export type AccountRejection = {
  readonly code:
    | 'account.already-registered'
    | 'account.not-registered'
    | 'account.company-required'
    | 'account.company-not-allowed'
    | 'validation.used'
    | 'validation.registration-expired';
};

type Registration = {
  readonly accountId: AccountId;
  readonly userName: Personal<string>;
  readonly email: Personal<string>;
  readonly person: Personal<PersonName>;
  readonly kind: AccountKind;
  readonly language: AccountLanguage;
  /** Version that was accepted last, by kind of document. */
  readonly acceptedVersions: Readonly<Partial<Record<DocumentKind, string>>>;
  readonly registeredAt: Temporal.Instant;
  /** When the last mail was caused whose rate somebody without an account could drive. */
  readonly lastMailCausedAt: Temporal.Instant;
};

/**
 * `registered` waits for the link of the mail to be followed; `active` may sign in; `expired` waited in vain and has
 * given its user name and its address up.
 */
export type AccountState =
  | { readonly status: 'unregistered' }
  | ({ readonly status: 'registered' } & Registration)
  | ({ readonly status: 'active' } & Registration)
  | ({ readonly status: 'expired' } & Registration);

/** Nobody can make the portal send mails to one address faster than this. */
const mailInterval = Temporal.Duration.from({ minutes: 1 });

/** How long a registration that nobody validates keeps its user name and its address from others. */
export const validationPeriod = Temporal.Duration.from({ hours: 7 * 24 });

export const accountDecider: Decider<AccountCommand, AccountState, AccountEvent, AccountRejection> = {
  decide,
  evolve,
  initialState: { status: 'unregistered' },
};

function decide(command: AccountCommand, state: AccountState): Decision<AccountEvent, AccountRejection> {
  switch (command.type) {
    case 'RegisterAccount':
      return register(command, state);
    case 'ValidateEmail':
      return validateEmail(command.at, state);
    case 'RequestValidationMail':
      return requestValidationMail(command.at, state);
    case 'NoteRepeatedRegistration':
      return noteRepeatedRegistration(command.at, state);
    case 'ExpireRegistration':
      return expireRegistration(command.at, state);
    default:
      return assertNever(command);
  }
}

function register(command: RegisterAccount, state: AccountState): Decision<AccountEvent, AccountRejection> {
  if (state.status !== 'unregistered') return reject({ code: 'account.already-registered' });
  if (command.kind === 'business' && command.company === null) return reject({ code: 'account.company-required' });
  if (command.kind === 'consumer' && command.company !== null) return reject({ code: 'account.company-not-allowed' });
  const { accountId, userName, email, kind, person, company, address, language, accepted } = command;
  const registration = { accountId, userName, email, kind, person, company, address, language };
  const acceptedAt = command.at.toString();
  return accept<AccountEvent>(
    { type: 'AccountRegistered', data: { ...registration, registeredAt: acceptedAt } },
    { type: 'DocumentAccepted', data: { accountId, kind: 'terms', version: accepted.terms, acceptedAt } },
    { type: 'DocumentAccepted', data: { accountId, kind: 'privacy', version: accepted.privacy, acceptedAt } },
  );
}

function validateEmail(at: Temporal.Instant, state: AccountState): Decision<AccountEvent, AccountRejection> {
  if (state.status === 'unregistered') return reject({ code: 'account.not-registered' });
  if (state.status === 'active') return reject({ code: 'validation.used' });
  if (state.status === 'expired') return reject({ code: 'validation.registration-expired' });
  return accept<AccountEvent>({
    type: 'EmailValidated',
    data: { accountId: state.accountId, validatedAt: at.toString() },
  });
}

function requestValidationMail(at: Temporal.Instant, state: AccountState): Decision<AccountEvent, AccountRejection> {
  if (state.status !== 'registered' || isTooSoon(at, state)) return accept<AccountEvent>();
  return accept<AccountEvent>({
    type: 'ValidationMailRequested',
    data: { accountId: state.accountId, requestedAt: at.toString() },
  });
}

function noteRepeatedRegistration(at: Temporal.Instant, state: AccountState): Decision<AccountEvent, AccountRejection> {
  if (state.status === 'unregistered' || state.status === 'expired') return accept<AccountEvent>();
  if (isTooSoon(at, state)) return accept<AccountEvent>();
  return accept<AccountEvent>({
    type: 'RegistrationRepeated',
    data: { accountId: state.accountId, repeatedAt: at.toString() },
  });
}

function expireRegistration(at: Temporal.Instant, state: AccountState): Decision<AccountEvent, AccountRejection> {
  if (state.status !== 'registered') return accept<AccountEvent>();
  if (Temporal.Instant.compare(at, state.registeredAt.add(validationPeriod)) < 0) return accept<AccountEvent>();
  return accept<AccountEvent>({
    type: 'RegistrationExpired',
    data: { accountId: state.accountId, expiredAt: at.toString() },
  });
}

function isTooSoon(at: Temporal.Instant, state: Registration): boolean {
  return Temporal.Instant.compare(at, state.lastMailCausedAt.add(mailInterval)) < 0;
}

function evolve(state: AccountState, event: AccountEvent): AccountState {
  if (event.type === 'AccountRegistered') {
    const { accountId, userName, email, person, kind, language } = event.data;
    const registeredAt = Temporal.Instant.from(event.data.registeredAt);
    const registration = { accountId, userName, email, person, kind, language, registeredAt };
    return { status: 'registered', ...registration, lastMailCausedAt: registeredAt, acceptedVersions: {} };
  }
  if (state.status === 'unregistered') return state;
  switch (event.type) {
    case 'DocumentAccepted':
      return { ...state, acceptedVersions: { ...state.acceptedVersions, [event.data.kind]: event.data.version } };
    case 'EmailValidated':
      return { ...state, status: 'active' };
    case 'RegistrationExpired':
      return { ...state, status: 'expired' };
    case 'ValidationMailRequested':
      return { ...state, lastMailCausedAt: Temporal.Instant.from(event.data.requestedAt) };
    case 'RegistrationRepeated':
      return { ...state, lastMailCausedAt: Temporal.Instant.from(event.data.repeatedAt) };
    default:
      return assertNever(event);
  }
}
