import { accept, assertNever, reject, type Decision } from '../kernel/decider.js';
import { isErased } from '../kernel/event.js';
import { Temporal } from '../kernel/time.js';
import type { AccountRejection, EmailCommand } from './commands.js';
import type { AccountEvent } from './events.js';
import type { AccountState } from './state.js';

/** How long the link of the mail may be followed. */
export const emailChangePeriod = Temporal.Duration.from({ hours: 24 });

/** Nobody can make the portal send links to foreign addresses faster than this. */
const requestInterval = Temporal.Duration.from({ minutes: 1 });

/** The address is changed where signing in looks it up, outside the log; here are the wish and the fact. */
export function decideEmail(command: EmailCommand, state: AccountState): Decision<AccountEvent, AccountRejection> {
  if (state.status === 'unregistered') return reject({ code: 'account.not-registered' });
  if (state.status !== 'active') return reject({ code: 'account.not-validated' });
  const { accountId, email, emailChange } = state;
  const { at } = command;
  switch (command.type) {
    case 'RequestEmailChange':
      if (!isErased(email) && isSameAddress(command.email, email)) return reject({ code: 'email.unchanged' });
      if (emailChange !== null && Temporal.Instant.compare(at, emailChange.requestedAt.add(requestInterval)) < 0)
        return reject({ code: 'email.too-soon' });
      return accept<AccountEvent>({
        type: 'EmailChangeRequested',
        data: { accountId, email: command.email, requestedAt: at.toString() },
      });
    case 'CancelEmailChange':
      if (emailChange === null) return accept<AccountEvent>();
      return accept<AccountEvent>({ type: 'EmailChangeCancelled', data: { accountId, cancelledAt: at.toString() } });
    case 'NoteEmailChange':
      // Noted before: a link that is followed twice. A wish that was taken back meanwhile came too late.
      if (isErased(email) || isSameAddress(command.email, email)) return accept<AccountEvent>();
      return accept<AccountEvent>({
        type: 'EmailChanged',
        data: { accountId, email: command.email, changedAt: at.toString() },
      });
    default:
      return assertNever(command);
  }
}

/** Case does not tell addresses apart here: no provider gives two people addresses that differ in nothing else. */
function isSameAddress(one: string, other: string): boolean {
  return one.toLowerCase() === other.toLowerCase();
}
