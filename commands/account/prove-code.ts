import type { SecondFactors } from '../../adapters/second-factors/port.js';
import type { Attempt } from '../../adapters/sign-in-attempts/port.js';
import { reject } from '../../domain/kernel/decider.js';
import type { AccountId } from '../../domain/kernel/ids.js';
import type { CommandContext } from '../handle.js';
import type { Clock, EventLog } from '../ports.js';
import { note } from './second-factor.js';

export type ProveCodeDeps = {
  readonly log: EventLog;
  readonly secondFactors: Pick<SecondFactors, 'status' | 'prove'>;
  readonly clock: Clock;
};

export type CodeRejection = { readonly code: 'totp.code-required' | 'totp.code-wrong' };

/** `code`: of the authenticator, or a recovery code; null when none was given. */
type CodeProof = { readonly accountId: AccountId; readonly code: string | null };

/**
 * The second step after `provePassword`, where a second factor is set up: null when the code was right, or none is needed.
 * A wrong one counts like a wrong password.
 */
export async function proveCode(
  deps: ProveCodeDeps,
  { accountId, code }: CodeProof,
  attempt: Attempt,
  context: CommandContext,
): Promise<{ readonly ok: false; readonly rejection: CodeRejection } | null> {
  const { enabled } = await deps.secondFactors.status(accountId);
  if (!enabled) return null;
  if (code === null) {
    await attempt.takenBack();
    return reject({ code: 'totp.code-required' });
  }
  const proof = await deps.secondFactors.prove(accountId, code, deps.clock.now());
  if (proof === null) return reject({ code: 'totp.code-wrong' });
  if (proof === 'recovery-code') await note(deps, accountId, 'NoteRecoveryCode', context);
  return null;
}
