import { accept, assertNever, reject, type Decision } from '../kernel/decider.js';
import type { AccountRejection, CreateOperatorAccount, OperatorCommand } from './commands.js';
import type { AccountEvent } from './events.js';
import type { AccountState, Registration } from './state.js';

type OperatorDecision = Decision<AccountEvent, AccountRejection>;

/** Accounts of those who work for the operator, and the roles that the operator gives. */
export function decideOperator(command: OperatorCommand, state: AccountState): OperatorDecision {
  if (command.type === 'CreateOperatorAccount') return create(command, state);
  if (state.status === 'unregistered') return reject({ code: 'account.not-registered' });
  if (state.status === 'expired') return reject({ code: 'validation.registration-expired' });
  if (state.status === 'erased') return reject({ code: 'account.erased' });
  const { accountId } = state;
  const at = command.at.toString();
  switch (command.type) {
    case 'InviteOperator':
      if (state.kind !== 'operator') return reject({ code: 'account.not-validated' });
      if (state.status === 'active') return reject({ code: 'validation.used' });
      return accept<AccountEvent>({ type: 'OperatorInvited', data: { accountId, invitedAt: at } });
    case 'ActivateOperatorAccount':
      if (state.kind !== 'operator' || state.status === 'active') return reject({ code: 'validation.used' });
      return accept<AccountEvent>({ type: 'OperatorAccountActivated', data: { accountId, activatedAt: at } });
    case 'GrantOperatorRole':
      if (!isKnownPerson(state)) return reject({ code: 'account.not-validated' });
      if (state.roles.includes(command.role)) return accept<AccountEvent>();
      // Nobody locks the last administrator out by waiting.
      if (state.erasure !== null) return reject({ code: 'erasure.waiting' });
      return accept<AccountEvent>({
        type: 'OperatorRoleGranted',
        data: { accountId, role: command.role, grantedAt: at, ...reasonOf(command) },
      });
    case 'RevokeOperatorRole':
      if (!state.roles.includes(command.role)) return accept<AccountEvent>();
      return accept<AccountEvent>({
        type: 'OperatorRoleRevoked',
        data: { accountId, role: command.role, revokedAt: at, ...reasonOf(command) },
      });
    default:
      return assertNever(command);
  }
}

const reasonOf = ({ reason }: { readonly reason?: string }) => (reason === undefined ? {} : { reason });

function create(command: CreateOperatorAccount, state: AccountState): OperatorDecision {
  if (state.status !== 'unregistered') return reject({ code: 'account.already-registered' });
  const { accountId, userName, email, language } = command;
  return accept<AccountEvent>({
    type: 'OperatorAccountCreated',
    data: { accountId, userName, email, language, createdAt: command.at.toString() },
  });
}

/** Whoever registered without following the link may have given the address of somebody else. */
function isKnownPerson({ status, kind }: { readonly status: string } & Pick<Registration, 'kind'>): boolean {
  return status === 'active' || kind === 'operator';
}
