import type { AccountLanguage } from '../../../domain/account/events.js';

/** What the mails about an account may say. */
export type AccountMailFacts = {
  readonly language: AccountLanguage;
  readonly firstName: string;
  readonly userName: string;
  readonly validationUrl: string;
  readonly signInUrl: string;
  readonly isValidated: boolean;
  /** Name of whoever runs the portal. */
  readonly sender: string;
};
