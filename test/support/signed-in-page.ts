import type { Browser, Page } from 'playwright-core';
import { accessCookie } from '../../http/plugins/auth.js';
import { noViolations } from './accessibility.js';

type Look = { readonly locale: string; readonly viewport?: { readonly width: number; readonly height: number } };

/** A page of somebody who has signed in; in German by day, in English by night, so that both themes are looked at. */
export async function signedInPage(
  browser: Browser,
  url: string,
  accessToken: string,
  { locale, viewport = { width: 1280, height: 900 } }: Look,
): Promise<Page> {
  const colorScheme = locale === 'de-DE' ? 'light' : 'dark';
  const context = await browser.newContext({ locale, timezoneId: 'Europe/Berlin', viewport, colorScheme });
  context.setDefaultTimeout(20_000);
  await context.addCookies([{ name: accessCookie, value: accessToken, url }]);
  // What the pages remember of a sign-in.
  await context.addInitScript("localStorage.setItem('sitelink.signed-in', 'yes')");
  return context.newPage();
}

/** Holds that axe finds nothing, and that nothing is wider than the window. */
export async function looked(t: Parameters<typeof noViolations>[0], page: Page, where: string): Promise<void> {
  await noViolations(t, page, where);
  const isWide = await page.evaluate('document.documentElement.scrollWidth > innerWidth');
  if (isWide === true) throw new Error(`${where} is wider than its window`);
}
