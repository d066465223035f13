import type { plantsDe } from './messages.de.js';

export const plantsEn: Readonly<Record<keyof typeof plantsDe, string>> = {};
