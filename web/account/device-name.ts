import type { Text } from '../i18n/use-text.js';

/** Order matters: what pretends to be another browser names that one, too. */
const browsers: readonly (readonly [RegExp, string])[] = [
  [/\bEdgA?\//, 'Edge'],
  [/\bOPR\//, 'Opera'],
  [/\bSamsungBrowser\//, 'Samsung Internet'],
  [/\b(?:Firefox|FxiOS)\//, 'Firefox'],
  [/\b(?:Chrome|CriOS|HeadlessChrome)\//, 'Chrome'],
  [/\bVersion\/.*\bSafari\//, 'Safari'],
];

const systems: readonly (readonly [RegExp, string])[] = [
  [/\biPhone\b/, 'iPhone'],
  [/\biPad\b/, 'iPad'],
  [/\bAndroid\b/, 'Android'],
  [/\bWindows\b/, 'Windows'],
  [/\bMac OS X\b/, 'macOS'],
  [/\bCrOS\b/, 'ChromeOS'],
  [/\bLinux\b/, 'Linux'],
];

type DeviceName = { readonly browser: string | undefined; readonly system: string | undefined };

/** What a program says of itself, as people call it. A program that is no browser is called by its first word. */
export function deviceName(userAgent: string | null): DeviceName {
  const agent = userAgent ?? '';
  const find = (known: typeof browsers) => known.find(([pattern]) => pattern.test(agent))?.[1];
  const program = /^(?!Mozilla\/)[\w.-]+/.exec(agent)?.[0];
  return { browser: find(browsers) ?? program, system: find(systems) };
}

/** The device in the words of the reader. */
export function deviceWords(text: Text, userAgent: string | null): string {
  const { browser, system } = deviceName(userAgent);
  if (browser === undefined || system === undefined) return browser ?? system ?? text('sessions.unknown');
  return text('sessions.device', { browser, system });
}
