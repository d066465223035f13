import type { AccountLanguage } from '../domain/account/person.js';

/** How numbers and days are written in a language (BCP 47). */
export const localeOf = (language: AccountLanguage) => (language === 'de' ? 'de-DE' : 'en-GB');
