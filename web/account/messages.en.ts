import type { accountDe } from './messages.de.js';

export const accountEn: Readonly<Record<keyof typeof accountDe, string>> = {};
