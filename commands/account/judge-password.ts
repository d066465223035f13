import { violations, type PasswordViolation } from '../../domain/account/password-policy.js';
import { isErased, type Personal } from '../../domain/kernel/event.js';
import type { CommonPasswords } from '../ports.js';

/** Why a new password may not be chosen. `password.too-common` is no rule of the policy, and can be switched off. */
export type PasswordFault = PasswordViolation | 'password.too-common';

/** What somebody who knows the owner tries first. */
type Owner = { readonly userName: Personal<string>; readonly email: Personal<string> };

/** Every reason against a new password; empty when it may be used. Only one that keeps the rules is looked up. */
export function faultsOf(
  { commonPasswords }: { readonly commonPasswords: CommonPasswords },
  password: string,
  { userName, email }: Owner,
): readonly PasswordFault[] {
  const broken = violations(password);
  if (broken.length > 0) return broken;
  const ownWords = [userName, email].flatMap((word) => (isErased(word) ? [] : [word, ...word.split(/[@.]/)]));
  return commonPasswords.includes(password, ownWords) ? ['password.too-common'] : [];
}
