import { accept, assertNever, reject, type Decider, type Decision } from '../kernel/decider.js';
import { Temporal } from '../kernel/time.js';
import type { AccountCommand, AccountRejection, RegisterAccount } from './commands.js';
import type { AccountEvent } from './events.js';
import { decideDetails } from './correct-details.js';
import { corrected, decideIdentity, spellingFor, type IdentityCommand } from './decide-identity.js';
import { noSpelling, originalsOf } from './identity.js';
import { isInForce } from './api-token.js';
import { decideApiToken } from './decide-api-token.js';
import { decideAcceptance } from './documents.js';
import { decideEmail } from './email-change.js';
import { decideErasure } from './erasure.js';
import { decideOperator } from './operator.js';
import { decidePassword } from './password.js';
import { decideSecondFactor } from './second-factor.js';
import { evolve, type AccountState, type Registration } from './state.js';

export type { AccountRejection, RegisterAccount } from './commands.js';
export type { AccountState } from './state.js';

/** Nobody can make the portal send mails to one address faster than this. */
const mailInterval = Temporal.Duration.from({ minutes: 1 });

/** How long a registration that nobody validates keeps its user name from others. Its address it keeps from nobody. */
export const validationPeriod = Temporal.Duration.from({ hours: 7 * 24 });

/** So long after it a registration that nobody validated is forgotten, whoever wants its name or not. */
export const unvalidatedKept = Temporal.Duration.from({ hours: 30 * 24 });

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
      return validateEmail(command, state);
    case 'RequestValidationMail':
      return requestValidationMail(command.at, state);
    case 'NoteRepeatedRegistration':
      return noteRepeatedRegistration(command.at, state);
    case 'ReplaceRegistration':
      return replaceRegistration(command.at, state);
    case 'ExpireRegistration':
      return expireRegistration(command.at, state);
    case 'AcceptDocuments':
      return decideAcceptance(command, state);
    case 'CreateOperatorAccount':
    case 'InviteOperator':
    case 'ActivateOperatorAccount':
    case 'GrantOperatorRole':
    case 'RevokeOperatorRole':
      return decideOperator(command, state);
    case 'CorrectDetails':
      return decideDetails(command, state);
    case 'ChangeCountry':
    case 'RequestVatCheck':
    case 'DeferVatCheck':
    case 'RecordVatVerdict':
    case 'ConfirmBusiness':
      return decideForIdentity(command, state);
    case 'EnableTotp':
    case 'DisableTotp':
    case 'NoteRecoveryCode':
    case 'NoteRenewedCodes':
      return decideSecondFactor(command, state);
    case 'RequestPasswordReset':
    case 'NotePasswordChange':
    case 'NotePasswordReset':
      return decidePassword(command, state);
    case 'RequestEmailChange':
    case 'CancelEmailChange':
    case 'NoteEmailChange':
      return decideEmail(command, state);
    case 'EndSessions':
      return endSessions(command.at, state);
    case 'Unlock':
      return unlock(command.at, state);
    case 'RequestErasure':
    case 'CancelErasure':
    case 'EraseAccount':
      return decideErasure(command, state);
    case 'CreateApiToken':
    case 'RevokeApiToken':
      return decideApiToken(command, state);
    default:
      return assertNever(command);
  }
}

function register(command: RegisterAccount, state: AccountState): Decision<AccountEvent, AccountRejection> {
  if (state.status !== 'unregistered') return reject({ code: 'account.already-registered' });
  if (command.kind === 'business' && command.company === null) return reject({ code: 'account.company-required' });
  if (command.kind === 'consumer' && command.company !== null) return reject({ code: 'account.company-not-allowed' });
  const { accountId, userName, email, kind, person, address, language, accepted } = command;
  const company = command.company && corrected(command.company, {});
  const spelling = company === null ? noSpelling : spellingFor(originalsOf(company, address), command.spelling ?? {});
  const isSpelt = Object.values(spelling).some((text) => text !== null);
  const registration = { accountId, userName, email, kind, person, company, address, language };
  const acceptedAt = command.at.toString();
  return accept<AccountEvent>(
    { type: 'AccountRegistered', data: { ...registration, registeredAt: acceptedAt } },
    ...(command.isReplacing === true
      ? [{ type: 'EarlierRegistrationReplaced', data: { accountId, replacedAt: acceptedAt } } as const]
      : []),
    { type: 'DocumentAccepted', data: { accountId, kind: 'terms', version: accepted.terms, acceptedAt } },
    { type: 'DocumentAccepted', data: { accountId, kind: 'privacy', version: accepted.privacy, acceptedAt } },
    ...(isSpelt ? [{ type: 'LatinSpellingGiven', data: { accountId, spelling, givenAt: acceptedAt } } as const] : []),
  );
}

/** What concerns taxes and services waits until the e-mail address is validated. */
function decideForIdentity(command: IdentityCommand, state: AccountState): Decision<AccountEvent, AccountRejection> {
  if (state.status === 'unregistered' || state.identity === null) return reject({ code: 'account.not-registered' });
  if (state.status !== 'active') return reject({ code: 'account.not-validated' });
  return decideIdentity(command, state.accountId, state.identity);
}

/**
 * Who reads the mail need not be who registered last: where several have used the address, the link alone says nothing of whose
 * password this is.
 */
function validateEmail(
  { at, proof }: Extract<AccountCommand, { readonly type: 'ValidateEmail' }>,
  state: AccountState,
): Decision<AccountEvent, AccountRejection> {
  if (state.status === 'unregistered') return reject({ code: 'account.not-registered' });
  if (state.status === 'active') return reject({ code: 'validation.used' });
  if (state.status === 'expired') return reject({ code: 'validation.registration-expired' });
  if (state.status === 'erased') return reject({ code: 'account.erased' });
  // Made by the operator: it becomes active with the password that its owner chooses.
  if (state.kind === 'operator') return reject({ code: 'account.not-validated' });
  if (proof === 'link' && state.hasReplaced) return reject({ code: 'validation.password-required' });
  return accept<AccountEvent>({
    type: 'EmailValidated',
    data: { accountId: state.accountId, validatedAt: at.toString() },
  });
}

function requestValidationMail(at: Temporal.Instant, state: AccountState): Decision<AccountEvent, AccountRejection> {
  if (state.status !== 'registered' || state.kind === 'operator') return accept<AccountEvent>();
  if (isTooSoon(at, state)) return accept<AccountEvent>();
  return accept<AccountEvent>({
    type: 'ValidationMailRequested',
    data: { accountId: state.accountId, requestedAt: at.toString() },
  });
}

function noteRepeatedRegistration(at: Temporal.Instant, state: AccountState): Decision<AccountEvent, AccountRejection> {
  if (state.status === 'unregistered' || state.status === 'expired' || state.status === 'erased')
    return accept<AccountEvent>();
  if (state.status === 'registered' && state.kind !== 'operator') return replaceRegistration(at, state);
  if (isTooSoon(at, state)) return accept<AccountEvent>();
  return accept<AccountEvent>({
    type: 'RegistrationRepeated',
    data: { accountId: state.accountId, repeatedAt: at.toString() },
  });
}

/**
 * Nobody has shown that the address is theirs, so whoever comes later has as good a claim to it: a stranger who registers
 * it first must not have its owner activate an account with the password of the stranger. What the operator made was given
 * to its owner, and has a password that nobody knows.
 */
function replaceRegistration(at: Temporal.Instant, state: AccountState): Decision<AccountEvent, AccountRejection> {
  if (state.status !== 'registered') return accept<AccountEvent>();
  return state.kind === 'operator' ? expireRegistration(at, state) : accept<AccountEvent>(expired(at, state));
}

function expireRegistration(at: Temporal.Instant, state: AccountState): Decision<AccountEvent, AccountRejection> {
  if (state.status !== 'registered') return accept<AccountEvent>();
  if (Temporal.Instant.compare(at, state.registeredAt.add(validationPeriod)) < 0) return accept<AccountEvent>();
  return accept<AccountEvent>(expired(at, state));
}

function expired(at: Temporal.Instant, { accountId }: Registration): AccountEvent {
  return { type: 'RegistrationExpired', data: { accountId, expiredAt: at.toString() } };
}

/** Whoever took an account over may have made tokens, and asked for another address: both end with the sessions. */
function endSessions(at: Temporal.Instant, state: AccountState): Decision<AccountEvent, AccountRejection> {
  if (state.status === 'unregistered') return reject({ code: 'account.not-registered' });
  const { accountId, apiTokens, emailChange } = state;
  const time = at.toString();
  const inForce = [...apiTokens].filter(([, token]) => isInForce(token, at));
  return accept<AccountEvent>(
    { type: 'SessionsEnded', data: { accountId, endedAt: time } },
    ...inForce.map(
      ([tokenId]) => ({ type: 'ApiTokenRevoked', data: { accountId, tokenId, revokedAt: time } }) as const,
    ),
    ...(emailChange === null
      ? []
      : [{ type: 'EmailChangeCancelled', data: { accountId, cancelledAt: time } } as const]),
  );
}

/** What failed lies outside the log: that a lock is lifted stands here because somebody did it. */
function unlock(at: Temporal.Instant, state: AccountState): Decision<AccountEvent, AccountRejection> {
  if (state.status === 'unregistered') return reject({ code: 'account.not-registered' });
  if (state.status === 'erased') return reject({ code: 'account.erased' });
  const { accountId } = state;
  return accept<AccountEvent>({ type: 'AccountUnlocked', data: { accountId, unlockedAt: at.toString() } });
}

function isTooSoon(at: Temporal.Instant, state: Registration): boolean {
  return Temporal.Instant.compare(at, state.lastMailCausedAt.add(mailInterval)) < 0;
}
