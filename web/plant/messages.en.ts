import type { plantDe } from './messages.de.js';

export const plantEn: Readonly<Record<keyof typeof plantDe, string>> = {};
