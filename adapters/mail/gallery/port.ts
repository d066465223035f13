import type { AccountLanguage } from '../../../domain/account/person.js';
import type { Mail } from '../port.js';

/** What a mail says; `html` is null for a mail of text alone. */
export type Said = Pick<Mail, 'subject' | 'text' | 'html'>;

/** A mail of the portal with example values. */
export type MailExample = {
  readonly group: 'account' | 'plant' | 'alert' | 'report' | 'order' | 'licence' | 'declaration' | 'repair' | 'audit';
  /** Name of its template. */
  readonly template: string;
  /** Which of several cases of the template it shows; null where it has one. */
  readonly variant: string | null;
  say(language: AccountLanguage): Said;
};

/** Cases of one template, by name; a single one stands under ''. */
export type Variants<Letter> = Readonly<Record<string, (language: AccountLanguage) => Letter>>;
