import type { Clock, EventLog } from '../../commands/ports.js';
import { accountDecider } from '../../domain/account/account.js';
import type { AccountEvent } from '../../domain/account/events.js';
import { fold } from '../../domain/kernel/decider.js';
import type { Identity } from '../../domain/account/identity.js';
import { differencesOf } from '../../domain/account/vat-check.js';
import { isErased } from '../../domain/kernel/event.js';
import { streamOf } from '../../domain/kernel/ids.js';
import type { ActionPurpose, ActionTokens } from '../crypto/port.js';
import type { OutboxHandler } from '../outbox/port.js';
import { MailPayload, type Mailer, type MailTemplate } from './port.js';
import { activateOperator } from './templates/activate-operator.js';
import { alreadyRegistered } from './templates/already-registered.js';
import { businessConfirmed } from './templates/business-confirmed.js';
import type { AccountMailFacts } from './templates/facts.js';
import { renderLetter, type Letter } from './templates/letter.js';
import { validateAccount } from './templates/validate-account.js';
import { vatChecked } from './templates/vat-checked.js';

type DeliverMailDeps = {
  readonly log: Pick<EventLog, 'load'>;
  readonly mailer: Mailer;
  readonly tokens: ActionTokens;
  readonly clock: Clock;
  /** Base of the links, without a trailing slash: `https://portal.example`. */
  readonly publicUrl: string;
  readonly operatorName: string;
};

const templates: Readonly<Record<Exclude<MailTemplate, 'vat-checked'>, (facts: AccountMailFacts) => Letter>> = {
  'validate-account': validateAccount,
  'already-registered': alreadyRegistered,
  'activate-operator': activateOperator,
  'business-confirmed': businessConfirmed,
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
    const { template, accountId, checkId } = MailPayload.parse(payload);
    const history = await deps.log.load(streamOf.account(accountId));
    const account = fold(accountDecider, history.events as readonly AccountEvent[]);
    if (account.status === 'unregistered')
      throw new Error(`a mail waits for account ${accountId}, which has no history`);
    const { email, userName, person, language, kind } = account;
    if (isErased(email) || isErased(userName) || isErased(person)) return;
    if (account.status === 'expired') return;
    const isValidated = account.status === 'active';
    if (askingToConfirm.includes(template) && isValidated) return;
    // Whose account waits for a first password has nothing to confirm, and got a mail of another kind.
    if (template === 'already-registered' && kind === 'operator' && !isValidated) return;
    const link = (purpose: ActionPurpose, page: string) =>
      `${deps.publicUrl}/${page}?token=${encodeURIComponent(deps.tokens.issue(purpose, accountId, deps.clock.now()))}`;
    const facts: AccountMailFacts = {
      language,
      firstName: person?.firstName ?? userName,
      userName,
      validationUrl: link('validate-account', 'validate'),
      activationUrl: link('activate-operator', 'activate'),
      signInUrl: `${deps.publicUrl}/sign-in`,
      isValidated,
      sender: deps.operatorName,
    };
    const letter =
      template === 'vat-checked'
        ? vatLetter(facts, account.identity, checkId, `${deps.publicUrl}/account`)
        : templates[template](facts);
    if (letter === null) return;
    await deps.mailer.send({ key: id, to: email, ...renderLetter(letter) });
  };
}

/** Null when another check has taken the place of the one that the mail is about. */
function vatLetter(
  { language, firstName, sender }: AccountMailFacts,
  identity: Identity | null,
  checkId: string | undefined,
  accountUrl: string,
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
