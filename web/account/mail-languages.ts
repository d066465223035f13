import type { Language } from '../api/types.js';

/** Each in its own words, as whoever looks for it knows it. */
export const mailLanguages: Readonly<Record<Language, string>> = { de: 'Deutsch', en: 'English' };
