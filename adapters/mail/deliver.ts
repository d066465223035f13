import type { Clock, EventLog } from '../../commands/ports.js';
import { accountDecider } from '../../domain/account/account.js';
import type { AccountEvent } from '../../domain/account/events.js';
import { fold } from '../../domain/kernel/decider.js';
import { isErased } from '../../domain/kernel/event.js';
import { streamOf } from '../../domain/kernel/ids.js';
import type { ActionPurpose, ActionTokens } from '../crypto/port.js';
import type { OutboxHandler } from '../outbox/port.js';
import { MailPayload, type Mailer, type MailTemplate } from './port.js';
import { activateOperator } from './templates/activate-operator.js';
import { alreadyRegistered } from './templates/already-registered.js';
import type { AccountMailFacts } from './templates/facts.js';
import { renderLetter, type Letter } from './templates/letter.js';
import { validateAccount } from './templates/validate-account.js';

type DeliverMailDeps = {
  readonly log: Pick<EventLog, 'load'>;
  readonly mailer: Mailer;
  readonly tokens: ActionTokens;
  readonly clock: Clock;
  /** Base of the links, without a trailing slash: `https://portal.example`. */
  readonly publicUrl: string;
  readonly operatorName: string;
};

const templates: Readonly<Record<MailTemplate, (facts: AccountMailFacts) => Letter>> = {
  'validate-account': validateAccount,
  'already-registered': alreadyRegistered,
  'activate-operator': activateOperator,
};

/**
 * The outbox handler for mails: looks up the person, makes the link now, so that it counts from the hour in which it is
 * sent, and hands the mail over. Writes to nobody whose data was erased or whose registration expired, and asks nobody to confirm twice. Throws when the
 * mail was not taken.
 */
export function mailDelivery(deps: DeliverMailDeps): OutboxHandler {
  return async function deliverMail({ id, payload }) {
    const { template, accountId } = MailPayload.parse(payload);
    const history = await deps.log.load(streamOf.account(accountId));
    const account = fold(accountDecider, history.events as readonly AccountEvent[]);
    if (account.status === 'unregistered')
      throw new Error(`a mail waits for account ${accountId}, which has no history`);
    const { email, userName, person, language, kind } = account;
    if (isErased(email) || isErased(userName) || isErased(person)) return;
    if (account.status === 'expired') return;
    const isValidated = account.status === 'active';
    if (template !== 'already-registered' && isValidated) return;
    // Whose account waits for a first password has nothing to confirm, and got a mail of another kind.
    if (template === 'already-registered' && kind === 'operator' && !isValidated) return;
    const link = (purpose: ActionPurpose, page: string) =>
      `${deps.publicUrl}/${page}?token=${encodeURIComponent(deps.tokens.issue(purpose, accountId, deps.clock.now()))}`;
    const letter = templates[template]({
      language,
      firstName: person?.firstName ?? userName,
      userName,
      validationUrl: link('validate-account', 'validate'),
      activationUrl: link('activate-operator', 'activate'),
      signInUrl: `${deps.publicUrl}/sign-in`,
      isValidated,
      sender: deps.operatorName,
    });
    await deps.mailer.send({ key: id, to: email, ...renderLetter(letter) });
  };
}
