import axe from 'axe-core';
import type { Page } from 'playwright-core';

type Asserts = { same(found: unknown, wanted: unknown, message: string): unknown };

/** Asserts that axe finds nothing on the page as it is now (WCAG 2.2 AA). */
export async function noViolations(t: Asserts, page: Page, where: string): Promise<void> {
  await page.evaluate(axe.source);
  const found = await page.evaluate(() =>
    (globalThis as unknown as { axe: typeof axe }).axe.run({
      runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'],
    }),
  );
  const told = found.violations.map(
    ({ id, nodes }) => `${id}: ${nodes.map(({ target }) => target.join(' ')).join(', ')}`,
  );
  t.same(told, [], `nothing stands in the way on ${where}`);
}
