import type { AccountLanguage } from '../../../domain/account/person.js';
import type { Sender } from './letter.js';

/** What the mails about an account may say. */
export type AccountMailFacts = {
  readonly language: AccountLanguage;
  /** How the person is addressed: the first name, or the user name where no other is known. */
  readonly firstName: string;
  readonly userName: string;
  readonly validationUrl: string;
  /** Where the owner of an account that the operator made chooses the first password. */
  readonly activationUrl: string;
  /** Where a forgotten password is replaced, for `resetHours` hours. */
  readonly resetUrl: string;
  readonly resetHours: number;
  /** Names of the access tokens that end with a reset, or ended with it. */
  readonly endingTokens: readonly string[];
  /** Where another such link is asked for. */
  readonly forgotPasswordUrl: string;
  /** Where another address is confirmed, for `emailChangeHours` hours. */
  readonly confirmEmailUrl: string;
  readonly emailChangeHours: number;
  /** For how long an archive of one's own data can be fetched. */
  readonly exportDays: number;
  readonly signInUrl: string;
  readonly accountUrl: string;
  readonly sender: Sender;
};

/** The paragraph on personal tokens that end with what the letter tells of; none where none does. */
export function endedTokens({
  endingTokens,
}: Pick<AccountMailFacts, 'endingTokens'>): Readonly<Record<AccountLanguage, readonly string[]>> {
  if (endingTokens.length === 0) return { de: [], en: [] };
  const names = quoted(endingTokens);
  return {
    de: [
      `Diese Zugriffsschlüssel für Programme gelten nicht mehr: ${names.de}. Legen Sie auf der Kontoseite neue an, wo Sie sie noch brauchen.`,
    ],
    en: [
      `These access tokens for programs are no longer valid: ${names.en}. Make new ones on the account page where you still need them.`,
    ],
  };
}

/** Names as they stand in a sentence of each language. */
export function quoted(names: readonly string[]): Readonly<Record<AccountLanguage, string>> {
  return {
    de: names.map((name) => `„${name}“`).join(', '),
    en: names.map((name) => `“${name}”`).join(', '),
  };
}
