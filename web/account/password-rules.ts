import type { PasswordPolicy } from '../api/types.js';

/** Rules of the public policy that the form can check by itself; the server checks all of them. */
const checks: Readonly<Record<string, (password: string, policy: PasswordPolicy) => boolean>> = {
  'password.too-short': (password, { minLength }) => [...password].length >= minLength,
  'password.letter-missing': (password) => /\p{L}/u.test(password),
  'password.digit-missing': (password) => /[0-9]/.test(password),
  'password.special-character-missing': (password, { specialCharacters }) =>
    [...password].some((character) => specialCharacters.includes(character)),
};

/** Codes of the rules that the password does not meet yet; rules unknown to this page count as met. */
export function unmetRules(password: string, policy: PasswordPolicy): ReadonlySet<string> {
  const unmet = policy.rules.filter(({ code }) => checks[code]?.(password, policy) === false);
  return new Set(unmet.map(({ code }) => code));
}
