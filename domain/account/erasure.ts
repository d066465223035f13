import { accept, assertNever, reject, type Decision } from '../kernel/decider.js';
import { Temporal } from '../kernel/time.js';
import type { AccountRejection, ErasureCommand } from './commands.js';
import type { AccountEvent } from './events.js';
import type { AccountState } from './state.js';

/** How long whoever wants an account erased may think better of it. */
export const coolingOffPeriod = Temporal.Duration.from({ hours: 14 * 24 });

/** So long after the erasure the address is still known, for the last mail to arrive. Then the key is destroyed. */
export const farewellTime = Temporal.Duration.from({ hours: 1 });

export function isFarewellOver(state: AccountState, at: Temporal.Instant): boolean {
  return state.status === 'erased' && Temporal.Instant.compare(at, state.erasedAt.add(farewellTime)) >= 0;
}

/**
 * The wish for erasure, and the fact. What is erased lies outside the log, too; the fact comes first, so that whoever is
 * stopped in between knows what is left to do.
 */
export function decideErasure(command: ErasureCommand, state: AccountState): Decision<AccountEvent, AccountRejection> {
  if (state.status === 'unregistered') return reject({ code: 'account.not-registered' });
  if (state.status === 'erased') {
    return command.type === 'EraseAccount' ? accept<AccountEvent>() : reject({ code: 'account.erased' });
  }
  if (state.status !== 'active') return reject({ code: 'account.not-validated' });
  const { accountId, erasure } = state;
  const { at } = command;
  switch (command.type) {
    case 'RequestErasure':
      // The day that was promised first stays.
      if (erasure !== null) return accept<AccountEvent>();
      // Whoever works for the operator leaves that first; nobody locks the last administrator out.
      if (state.roles.length > 0) return reject({ code: 'erasure.holds-roles' });
      return accept<AccountEvent>({
        type: 'AccountErasureRequested',
        data: { accountId, requestedAt: at.toString(), dueAt: at.add(coolingOffPeriod).toString() },
      });
    case 'CancelErasure':
      if (erasure === null) return accept<AccountEvent>();
      return accept<AccountEvent>({ type: 'AccountErasureCancelled', data: { accountId, cancelledAt: at.toString() } });
    case 'EraseAccount':
      if (erasure === null) return reject({ code: 'erasure.not-requested' });
      if (Temporal.Instant.compare(at, erasure.dueAt) < 0) return reject({ code: 'erasure.not-due' });
      return accept<AccountEvent>({ type: 'AccountErased', data: { accountId, erasedAt: at.toString() } });
    default:
      return assertNever(command.type);
  }
}
