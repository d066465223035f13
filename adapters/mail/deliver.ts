import type { Clock, EventLog } from '../../commands/ports.js';
import { accountDecider, type AccountState } from '../../domain/account/account.js';
import type { AccountEvent } from '../../domain/account/events.js';
import { fold } from '../../domain/kernel/decider.js';
import type { Identity } from '../../domain/account/identity.js';
import { differencesOf } from '../../domain/account/vat-check.js';
import { serviceRefusal } from '../../domain/account/services.js';
import { emailChangePeriod } from '../../domain/account/email-change.js';
import { isErased, type Personal } from '../../domain/kernel/event.js';
import { exportLifetime } from '../../domain/account/data-export.js';
import { resetPeriod } from '../../domain/account/password-life.js';
import { streamOf } from '../../domain/kernel/ids.js';
import { Temporal } from '../../domain/kernel/time.js';
import type { ActionPurpose, ActionTokens } from '../crypto/port.js';
import type { OutboxHandler } from '../outbox/port.js';
import { plainLetters } from './plain-letters.js';
import { MailPayload, type Mailer, type MailTemplate } from './port.js';
import { isInForce, type ApiToken } from '../../domain/account/api-token.js';
import { apiTokenCreated } from './templates/api-token-created.js';
import { countryChanged } from './templates/country-changed.js';
import type { AccountMailFacts } from './templates/facts.js';
import { renderLetter, type Letter, type Sender } from './templates/letter.js';
import { erasureRequested } from './templates/erasure.js';
import { vatChecked } from './templates/vat-checked.js';

type DeliverMailDeps = {
  readonly log: Pick<EventLog, 'load'>;
  readonly mailer: Mailer;
  readonly tokens: ActionTokens;
  readonly clock: Clock;
  /** Base of the links, without a trailing slash: `https://portal.example`. */
  readonly publicUrl: string;
  readonly sender: Sender;
};

/** They ask for something that can be done once. */
const askingToConfirm: readonly MailTemplate[] = ['validate-account', 'activate-operator'];

/**
 * The outbox handler for mails: looks up the person, makes the link now, so that it counts from the hour in which it is
 * sent, and hands the mail over. Writes to nobody whose data was erased or whose registration expired, and asks nobody to confirm twice. Throws when the
 * mail was not taken.
 */
export function mailDelivery(deps: DeliverMailDeps): OutboxHandler {
  return async function deliverMail({ id, payload }) {
    const { template, accountId, checkId, tokenId } = MailPayload.parse(payload);
    const history = await deps.log.load(streamOf.account(accountId));
    const account = fold(accountDecider, history.events as readonly AccountEvent[]);
    if (account.status === 'unregistered')
      throw new Error(`a mail waits for account ${accountId}, which has no history`);
    const { userName, person, language, resetRequestedAt, emailChange } = account;
    const email = recipientOf(template, account);
    if (email === null || isErased(email) || isErased(userName) || isErased(person)) return;
    if (isPointless(template, account)) return;
    const now = deps.clock.now();
    const link = (purpose: ActionPurpose, page: string, at: Temporal.Instant) =>
      `${deps.publicUrl}/${page}?token=${encodeURIComponent(deps.tokens.issue(purpose, accountId, at))}`;
    const facts: AccountMailFacts = {
      language,
      firstName: person?.firstName ?? userName,
      userName,
      validationUrl: link('validate-account', 'validate', now),
      activationUrl: link('activate-operator', 'activate', now),
      // Of the time of the request that was made last: by it the newest link is known.
      resetUrl: link('reset-password', 'new-password', resetRequestedAt ?? now),
      resetHours: resetPeriod.total('hours'),
      confirmEmailUrl: link('change-email', 'confirm-email', emailChange?.requestedAt ?? now),
      emailChangeHours: emailChangePeriod.total('hours'),
      exportDays: exportLifetime.total('hours') / 24,
      endingTokens: tokensEnding(template, history.events as readonly AccountEvent[], now),
      forgotPasswordUrl: `${deps.publicUrl}/forgot-password`,
      signInUrl: `${deps.publicUrl}/sign-in`,
      accountUrl: `${deps.publicUrl}/account`,
      sender: deps.sender,
    };
    const letter = letterOf(template, facts, account, { checkId, tokenId });
    if (letter === null) return;
    await deps.mailer.send({ key: id, to: email, ...renderLetter(letter) });
  };
}

/**
 * What a reset of the password or an end by the office means for programs (A5, A14): before it, the names of the tokens that
 * will end; after it, of those that did. A password that is changed ends none.
 */
function tokensEnding(
  template: MailTemplate,
  events: readonly AccountEvent[],
  now: Temporal.Instant,
): readonly string[] {
  if (template === 'reset-password') return namesInForce(fold(accountDecider, events), now);
  if (template === 'signed-out-everywhere') {
    const index = events.findLastIndex(({ type }) => type === 'SessionsEnded');
    const last = events[index];
    return last?.type === 'SessionsEnded' ? namesBefore(events, index, last.data.endedAt) : [];
  }
  if (template !== 'password-changed') return [];
  const index = events.findLastIndex(({ type }) => type === 'PasswordChanged' || type === 'PasswordReset');
  const last = events[index];
  return last?.type === 'PasswordReset' ? namesBefore(events, index, last.data.resetAt) : [];
}

function namesBefore(events: readonly AccountEvent[], index: number, at: string): readonly string[] {
  return namesInForce(fold(accountDecider, events.slice(0, index)), Temporal.Instant.from(at));
}

function namesInForce(account: AccountState, at: Temporal.Instant): readonly string[] {
  if (account.status === 'unregistered') return [];
  const tokens = [...account.apiTokens.values()].filter((token) => isInForce(token, at));
  return tokens.flatMap(({ name }) => (isErased(name) ? [] : [name]));
}

type Known = Exclude<AccountState, { readonly status: 'unregistered' }>;

/** Null when there is no such address any more: the change was taken back, or made. */
function recipientOf(template: MailTemplate, account: Known): Personal<string> | null {
  if (template === 'confirm-email') return account.emailChange?.email ?? null;
  if (template === 'email-change-asked' && account.emailChange === null) return null;
  return template === 'email-changed' ? account.formerEmail : account.email;
}

/** Null when there is nothing to say any more. */
function letterOf(
  template: MailTemplate,
  facts: AccountMailFacts,
  { identity, apiTokens, erasure }: Known,
  { checkId, tokenId = '' }: Pick<MailPayload, 'checkId' | 'tokenId'>,
): Letter | null {
  if (template === 'vat-checked') return vatLetter(facts, identity, checkId);
  if (template === 'country-changed') return countryLetter(facts, identity);
  if (template === 'api-token-created') return tokenLetter(facts, apiTokens.get(tokenId));
  if (template === 'erasure-requested') return erasure && erasureRequested(facts, erasure.dueAt);
  return plainLetters[template](facts);
}

function countryLetter(facts: AccountMailFacts, identity: Identity | null): Letter | null {
  if (identity === null || isErased(identity.address)) return null;
  return countryChanged(facts, { country: identity.address.country, refusal: serviceRefusal(identity) });
}

function tokenLetter(facts: AccountMailFacts, token: ApiToken | undefined): Letter | null {
  if (token === undefined || isErased(token.name)) return null;
  return apiTokenCreated(facts, { ...token, name: token.name });
}

/** Whether there is nobody, or nothing left, to write to or about. */
function isPointless(template: MailTemplate, account: Known) {
  const { status, resetRequestedAt, passwordChosenAt } = account;
  if (status === 'expired' || (status === 'erased' && template !== 'account-erased')) return true;
  if (askingToConfirm.includes(template) && status === 'active') return true;
  // Whose account waits for a first password got a mail of another kind.
  if (template === 'already-registered' && status !== 'active') return true;
  if (template === 'signed-out-everywhere' && status !== 'active') return true;
  // The link would be worthless once another password was chosen.
  const isOpen = resetRequestedAt !== null && Temporal.Instant.compare(passwordChosenAt, resetRequestedAt) <= 0;
  return template === 'reset-password' && !isOpen;
}

/** Null when another check has taken the place of the one that the mail is about. */
function vatLetter(
  { language, firstName, sender, accountUrl }: AccountMailFacts,
  identity: Identity | null,
  checkId: string | undefined,
): Letter | null {
  const check = identity?.check ?? null;
  if (check === null || check.checkId !== checkId || check.answer === null || isErased(check.question)) return null;
  const { outcome, fields } = check.answer;
  return vatChecked({
    ...{ language, firstName, accountUrl, sender, outcome },
    vatId: check.question.vatId,
    differences: outcome === 'valid' ? differencesOf(fields) : [],
    isAfterNight: check.waitedFor === 'night',
  });
}
