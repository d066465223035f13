import { accept, assertNever, reject, type Decision } from '../kernel/decider.js';
import { Temporal } from '../kernel/time.js';
import type { AccountRejection, PasswordCommand } from './commands.js';
import type { AccountEvent } from './events.js';
import type { AccountState } from './state.js';

/** Nobody can make the portal send links to one address faster than this. */
const requestInterval = Temporal.Duration.from({ minutes: 1 });

/** The facts about the password of an account; hashes lie outside the log, and so does what is compared with them. */
export function decidePassword(
  { type, at }: PasswordCommand,
  state: AccountState,
): Decision<AccountEvent, AccountRejection> {
  if (type === 'RequestPasswordReset') return requestReset(at, state);
  if (state.status === 'unregistered') return reject({ code: 'account.not-registered' });
  if (state.status !== 'active') return reject({ code: 'account.not-validated' });
  const { accountId, passwordChosenAt } = state;
  // Noted before: by the change itself, or by the sign-in that made a crash good.
  if (Temporal.Instant.compare(at, passwordChosenAt) <= 0) return accept<AccountEvent>();
  switch (type) {
    case 'NotePasswordChange':
      return accept<AccountEvent>({ type: 'PasswordChanged', data: { accountId, changedAt: at.toString() } });
    case 'NotePasswordReset':
      return accept<AccountEvent>({ type: 'PasswordReset', data: { accountId, resetAt: at.toString() } });
    default:
      return assertNever(type);
  }
}

/**
 * Whether a link may set a new password. Also before the address was validated: whoever reads its mail may not be who
 * registered, and must not activate an account whose password somebody else has chosen.
 */
export function isResettable(state: AccountState): state is Extract<AccountState, { status: 'active' | 'registered' }> {
  return state.status === 'active' || (state.status === 'registered' && state.kind !== 'operator');
}

/** Quietly nothing where there is nothing to reset: nobody hears the answer. */
function requestReset(at: Temporal.Instant, state: AccountState): Decision<AccountEvent, AccountRejection> {
  if (!isResettable(state)) return accept<AccountEvent>();
  const { accountId, resetRequestedAt } = state;
  const isTooSoon =
    resetRequestedAt !== null && Temporal.Instant.compare(at, resetRequestedAt.add(requestInterval)) < 0;
  if (isTooSoon) return accept<AccountEvent>();
  return accept<AccountEvent>({
    type: 'PasswordResetRequested',
    data: { accountId, requestedAt: at.toString() },
  });
}
