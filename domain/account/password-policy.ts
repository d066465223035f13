/**
 * The rules for passwords (A4) as data: shown on a public page, checked in the form and on the server. Ages, history and
 * the lock are numbers of the same policy, so that one place says it all.
 */
export const passwordPolicy = {
  minLength: 8,
  specialCharacters: '!@#$%^&*_-+=;:|./?()[]{}<>',
  maxAgeDays: 365,
  minAgeDays: 2,
  historyLength: 8,
  maxFailedAttempts: 5,
  failureWindowMinutes: 5,
  lockMinutes: 15,
} as const;

export type PasswordViolation =
  'password.too-short' | 'password.letter-missing' | 'password.digit-missing' | 'password.special-character-missing';

type CompositionRule = {
  readonly violation: PasswordViolation;
  readonly isKept: (password: string) => boolean;
};

const compositionRules: readonly CompositionRule[] = [
  { violation: 'password.too-short', isKept: (password) => [...password].length >= passwordPolicy.minLength },
  { violation: 'password.letter-missing', isKept: (password) => /\p{L}/u.test(password) },
  { violation: 'password.digit-missing', isKept: (password) => /[0-9]/.test(password) },
  {
    violation: 'password.special-character-missing',
    isKept: (password) => [...password].some((character) => passwordPolicy.specialCharacters.includes(character)),
  },
];

/** The rules of composition, in the order in which a page lists them. */
export const passwordRules: readonly PasswordViolation[] = compositionRules.map((rule) => rule.violation);

/** Every rule of composition that a password breaks; empty when it may be used. Length counts characters, not bytes. */
export function violations(password: string): readonly PasswordViolation[] {
  return compositionRules.filter((rule) => !rule.isKept(password)).map((rule) => rule.violation);
}
