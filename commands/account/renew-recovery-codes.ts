import { reject } from '../../domain/kernel/decider.js';
import type { CommandContext } from '../handle.js';
import { proveCode, type CodeRejection } from './prove-code.js';
import { provePassword, type PasswordProof } from './prove-password.js';
import { note, type SecondFactorDeps, type SecondFactorRejection } from './second-factor.js';

type Renewed =
  | { readonly ok: true; readonly recoveryCodes: readonly string[]; readonly position: bigint | null }
  | { readonly ok: false; readonly rejection: SecondFactorRejection | CodeRejection };

/** New recovery codes, with password and code; those before them are worthless, and the second factor stays as it is. */
export async function renewRecoveryCodes(
  deps: SecondFactorDeps,
  { code, ...proof }: PasswordProof & { readonly code: string },
  context: CommandContext,
): Promise<Renewed> {
  const { accountId } = proof;
  const proven = await provePassword(deps, proof);
  if (!proven.ok) return proven;
  const refused = await proveCode(deps, { accountId, code }, proven.attempt, context);
  if (refused !== null) return refused;
  await proven.attempt.succeeded();
  const recoveryCodes = await deps.secondFactors.renewRecoveryCodes(accountId);
  if (recoveryCodes === null) return reject({ code: 'totp.not-enabled' });
  const noted = await note(deps, accountId, 'NoteRenewedCodes', context);
  return noted.ok ? { ...noted, recoveryCodes } : noted;
}
