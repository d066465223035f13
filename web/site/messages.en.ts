import type { siteDe } from './messages.de.js';

export const siteEn: Readonly<Record<keyof typeof siteDe, string>> = {};
