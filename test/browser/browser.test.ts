import t from 'tap';
import { sandboxProvider } from '../../adapters/payment/sandbox/sandbox.js';
import { Temporal } from '../../domain/kernel/time.js';
import { sandboxPaymentRoutes } from '../../http/routes/sandbox-payment.js';
import { noViolations } from '../support/accessibility.js';
import { testApp } from '../support/app.js';
import { testBrowser } from '../support/browser.js';
import { testDatabase } from '../support/database.js';
import { freePort } from '../support/free-port.js';
import { hostedPayment } from '../support/payment-gateway.contract.js';

t.test('a real browser', async (t) => {
  const port = await freePort();
  const publicUrl = `http://127.0.0.1:${port}`;
  const clock = { now: () => Temporal.Now.instant() };
  const database = await testDatabase(t);
  const sandbox = sandboxProvider({ database, clock, publicUrl, onLost: () => undefined });
  t.teardown(() => sandbox.close());
  const app = await testApp(t, {
    routes: [
      async (routes) =>
        void routes.get('/hello', { config: { access: 'public' } }, async (_request, reply) =>
          reply
            .type('text/html; charset=utf-8')
            .send('<title>Hello</title><p id="p">ü</p><script>document.title = "inline"</script>'),
        ),
      sandboxPaymentRoutes({ sandbox }),
    ],
  });
  await app.listen({ port, host: '127.0.0.1' });
  const browser = await testBrowser(t);

  await t.test('opens pages one after the other', async (t) => {
    for (let round = 0; round < 2; round++) {
      const page = await browser.newPage();
      await page.goto(`${publicUrl}/hello`);
      t.equal(await page.locator('#p').textContent(), 'ü');
      t.equal(await page.title(), 'Hello', 'inline scripts do not run');
      await page.close();
    }
  });

  await t.test('pays on the page of the sandbox, with the keyboard, and comes back to the portal', async (t) => {
    const newPayment = (language: 'de' | 'en') => {
      const wish = hostedPayment({
        language,
        returnUrl: `${publicUrl}/hello`,
        description: `SiteLink ${'8d0c7b1e-'.repeat(4)}`,
      });
      return sandbox.createHostedPayment(wish);
    };
    for (const colorScheme of ['light', 'dark'] as const) {
      const context = await browser.newContext({ colorScheme, viewport: { width: 390, height: 844 } });
      const page = await context.newPage();
      const german = await newPayment('de');
      await page.goto(german.redirectUrl);
      await noViolations(t, page, `the payment, ${colorScheme}`);
      t.notOk(await page.evaluate('document.documentElement.scrollWidth > innerWidth'), 'nothing moves sideways');
      await page.getByRole('button', { name: 'Ablehnen lassen' }).press('Enter');
      await page.waitForURL(`${publicUrl}/hello`);
      await page.goto(german.redirectUrl);
      await page.getByRole('status').getByText('Der letzte Versuch wurde abgelehnt.', { exact: false }).waitFor();
      await noViolations(t, page, `a refused payment, ${colorScheme}`);
      await page.getByLabel('Debitkarte').check();
      await page.getByRole('button', { name: 'Bezahlen Der ganze Betrag kommt an.' }).press('Space');
      await page.waitForURL(`${publicUrl}/hello`);
      t.match(await sandbox.fetchPayment(german.providerRef), { state: 'paid', method: 'debitCard' });
      await page.goto(german.redirectUrl);
      await noViolations(t, page, `a payment that is done, ${colorScheme}`);
      await page.goto((await newPayment('en')).redirectUrl);
      await page.getByRole('button', { name: 'Cancel' }).click();
      await page.waitForURL(`${publicUrl}/hello`);
      await context.close();
    }
  });
});
