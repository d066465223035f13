import { accept, assertNever, reject, type Decision } from '../kernel/decider.js';
import type { AccountRejection, SecondFactorCommand } from './commands.js';
import type { AccountEvent } from './events.js';
import type { AccountState } from './state.js';

/** The facts about the second factor of an account; its secret lies outside the log. */
export function decideSecondFactor(
  { type, at }: SecondFactorCommand,
  state: AccountState,
): Decision<AccountEvent, AccountRejection> {
  if (state.status === 'unregistered') return reject({ code: 'account.not-registered' });
  if (state.status !== 'active') return reject({ code: 'account.not-validated' });
  const { accountId, hasTotp } = state;
  switch (type) {
    case 'EnableTotp':
      if (hasTotp) return accept<AccountEvent>();
      return accept<AccountEvent>({ type: 'TotpEnabled', data: { accountId, enabledAt: at.toString() } });
    case 'DisableTotp':
      if (!hasTotp) return accept<AccountEvent>();
      return accept<AccountEvent>({ type: 'TotpDisabled', data: { accountId, disabledAt: at.toString() } });
    case 'NoteRecoveryCode':
      return accept<AccountEvent>({ type: 'RecoveryCodeUsed', data: { accountId, usedAt: at.toString() } });
    case 'NoteRenewedCodes':
      return accept<AccountEvent>({ type: 'RecoveryCodesRenewed', data: { accountId, renewedAt: at.toString() } });
    default:
      return assertNever(type);
  }
}
