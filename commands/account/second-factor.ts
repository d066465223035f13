import type { BegunTotp, SecondFactors } from '../../adapters/second-factors/port.js';
import type { AttemptRejection } from '../../adapters/sign-in-attempts/port.js';
import type { Sessions } from '../../adapters/sessions/port.js';
import { accountDecider, type AccountRejection } from '../../domain/account/account.js';
import type { SecondFactorCommand } from '../../domain/account/commands.js';
import { reject } from '../../domain/kernel/decider.js';
import { streamOf, type AccountId } from '../../domain/kernel/ids.js';
import { handle, type CommandContext } from '../handle.js';
import type { EventLog } from '../ports.js';
import { provePassword, type PasswordProof, type PasswordRejection, type ProvePasswordDeps } from './prove-password.js';

export type SecondFactorDeps = ProvePasswordDeps & {
  readonly log: EventLog;
  readonly secondFactors: SecondFactors;
  readonly sessions: Pick<Sessions, 'revokeAll' | 'proveSecondFactor' | 'forgetSecondFactors'>;
};

export type SecondFactorRejection =
  | AccountRejection
  | AttemptRejection
  | PasswordRejection
  | { readonly code: 'totp.already-enabled' | 'totp.not-enabled' | 'totp.not-begun' | 'totp.code-wrong' };

type Outcome<T> = ({ readonly ok: true } & T) | { readonly ok: false; readonly rejection: SecondFactorRejection };

type Done = Outcome<{ readonly position: bigint | null }>;

/** Begins the set-up. With the password, because a stolen session must not lock its owner out. */
export async function beginTotp(
  deps: SecondFactorDeps,
  { label, ...proof }: PasswordProof & { readonly label: string },
): Promise<Outcome<{ readonly begun: BegunTotp }>> {
  const proven = await provePassword(deps, proof);
  if (!proven.ok) return proven;
  const begun = await deps.secondFactors.begin(proof.accountId, label, deps.clock.now());
  if (begun === null) {
    // The password alone is not all that this account asks for.
    await proven.attempt.takenBack();
    return reject({ code: 'totp.already-enabled' });
  }
  await proven.attempt.succeeded();
  return { ok: true, begun };
}

/**
 * Ends the set-up with a first code. This session counts as signed in with a second factor from now on; the others, which
 * were opened without one, end.
 */
export async function confirmTotp(
  deps: SecondFactorDeps,
  wish: { readonly accountId: AccountId; readonly sessionId: string; readonly code: string; readonly address: string },
  context: CommandContext,
): Promise<Outcome<{ readonly recoveryCodes: readonly string[]; readonly position: bigint | null }>> {
  const { accountId, sessionId, code, address } = wish;
  const at = deps.clock.now();
  const begun = await deps.attempts.begin({ accountId }, address, at);
  if (!begun.ok) return begun;
  const confirmed = await deps.secondFactors.confirm(accountId, code, at);
  if (!confirmed.ok && confirmed.reason === 'wrong') return reject({ code: 'totp.code-wrong' });
  if (!confirmed.ok) {
    // Nothing was proven: what went wrong before still counts.
    await begun.attempt.takenBack();
    return reject({ code: 'totp.not-begun' });
  }
  await begun.attempt.succeeded();
  await deps.sessions.revokeAll(accountId, at, { except: sessionId });
  await deps.sessions.proveSecondFactor(sessionId, at);
  const noted = await note(deps, accountId, 'EnableTotp', context);
  return noted.ok ? { ...noted, recoveryCodes: confirmed.recoveryCodes } : noted;
}

/** Takes password and code, or a recovery code. Roles of the operator have no effect from now on. */
export async function disableTotp(
  deps: SecondFactorDeps,
  { code, ...proof }: PasswordProof & { readonly code: string },
  context: CommandContext,
): Promise<Done> {
  const { accountId } = proof;
  const proven = await provePassword(deps, proof);
  if (!proven.ok) return proven;
  const { enabled } = await deps.secondFactors.status(accountId);
  if (!enabled) {
    await proven.attempt.succeeded();
    return reject({ code: 'totp.not-enabled' });
  }
  const shown = await deps.secondFactors.prove(accountId, code, deps.clock.now());
  if (shown === null) return reject({ code: 'totp.code-wrong' });
  await proven.attempt.succeeded();
  if (shown === 'recovery-code') await note(deps, accountId, 'NoteRecoveryCode', context);
  await deps.sessions.forgetSecondFactors(accountId);
  // The fact first: what a crash leaves in force is noted again at the next sign-in.
  const noted = await note(deps, accountId, 'DisableTotp', context);
  if (noted.ok) await deps.secondFactors.remove(accountId);
  return noted;
}

/** Notes a fact about the second factor; nothing happens when it is known already. */
export async function note(
  deps: Pick<SecondFactorDeps, 'log' | 'clock'>,
  accountId: AccountId,
  type: SecondFactorCommand['type'],
  { actor, correlationId }: Pick<CommandContext, 'actor' | 'correlationId'>,
): Promise<Done> {
  const command = { type, at: deps.clock.now() } as const;
  const handled = await handle(deps.log, accountDecider, streamOf.account(accountId), command, {
    actor,
    correlationId,
  });
  return handled.ok ? { ok: true, position: handled.position } : handled;
}
