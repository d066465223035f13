import { randomUUID } from 'node:crypto';
import t from 'tap';
import { sandboxProvider } from '../../../adapters/payment/sandbox/sandbox.js';
import { Temporal } from '../../../domain/kernel/time.js';
import { sandboxPaymentRoutes } from '../../../http/routes/sandbox-payment.js';
import { testDatabase } from '../../support/database.js';
import { freePort } from '../../support/free-port.js';
import { hostedPayment, paymentGatewayContract, press, returnUrl } from '../../support/payment-gateway.contract.js';
import { portalHearing } from '../../support/portal-hearing.js';

const database = await testDatabase(t);
let aheadMs = 0;
const clock = { now: () => Temporal.Now.instant().add({ milliseconds: aheadMs }) };

t.test('the provider that is built in', async (t) => {
  const port = await freePort();
  const lost: unknown[] = [];
  const publicUrl = `http://127.0.0.1:${port}`;
  const sandbox = sandboxProvider({ database, clock, publicUrl, onLost: (reason) => void lost.push(reason) });
  t.teardown(() => sandbox.close());
  const { app, told } = await portalHearing(t, 'sandbox', { routes: [sandboxPaymentRoutes({ sandbox })] });
  await app.listen({ port, host: '127.0.0.1' });
  await paymentGatewayContract(t, {
    ...{ gateway: sandbox, told },
    chargeBack: async ({ redirectUrl }) => void (await press(redirectUrl, 'chargeBack')),
  });
  t.strictSame(lost, []);

  await t.test('its page, in the language of the order, marked and without scripts', async (t) => {
    const description = '<script>alert(1)</script> & "Wirt"';
    const show = async (language: 'de' | 'en') => {
      const page = await sandbox.createHostedPayment(hostedPayment({ language, description, country: 'AT' }));
      const answer = await fetch(page.redirectUrl);
      return { ...page, html: await answer.text(), policy: answer.headers.get('content-security-policy') };
    };
    const german = await show('de');
    t.match(german.html, /lang="de"[^]*Sandbox[^]*Hier fließt kein Geld[^]*119,00\s€[^]*eps[^]*Bezahlen/);
    t.match(german.html, '&lt;script&gt;alert(1)&lt;/script&gt; &amp; &quot;Wirt&quot;');
    t.match(german.policy, /default-src 'none'.*form-action 'self'/);
    t.match((await show('en')).html, /lang="en"[^]*No money moves here[^]*€119\.00[^]*Pay/);
    await press(german.redirectUrl, 'payTooLittle');
    t.match(await (await fetch(german.redirectUrl)).text(), /Ein Teil des Betrags[^]*Zurück zum Portal/);
    t.equal(await press(german.redirectUrl, 'pay'), returnUrl, 'too late: back to the portal');
    t.match(await sandbox.fetchPayment(german.providerRef), { state: 'partial', paidCents: 5_950 });
  });

  await t.test('only what was paid is charged back', async (t) => {
    const { redirectUrl, providerRef } = await sandbox.createHostedPayment(hostedPayment());
    await press(redirectUrl, 'chargeBack');
    t.match(await sandbox.fetchPayment(providerRef), { state: 'open' });
    await press(redirectUrl, 'pay');
    t.match(await (await fetch(redirectUrl)).text(), /erledigt[^]*Zurückbuchen/);
    await press(redirectUrl, 'chargeBack');
    t.match(await sandbox.fetchPayment(providerRef), { state: 'chargeback', paidCents: 11_900 });
    t.match(await (await fetch(redirectUrl)).text(), /Die Bank hat diese Zahlung zurückgebucht/);
  });

  await t.test('what is no choice, or no payment', async (t) => {
    const { redirectUrl, providerRef } = await sandbox.createHostedPayment(hostedPayment());
    t.equal(await press(redirectUrl, 'steal' as 'pay'), 'HTTP 400');
    t.equal(await press(redirectUrl, 'pay', 'paypal'), 'HTTP 400');
    t.equal(await press(redirectUrl.replace(providerRef, randomUUID()), 'pay'), 'HTTP 404');
    t.match(await sandbox.fetchPayment(providerRef), { state: 'open' });
  });

  await t.test('a restart forgets nothing', async (t) => {
    const payment = hostedPayment();
    const page = await sandbox.createHostedPayment(payment);
    await press(page.redirectUrl, 'wait');
    const restarted = sandboxProvider({ database, clock, publicUrl, onLost: () => undefined });
    t.teardown(() => restarted.close());
    t.strictSame(await restarted.createHostedPayment(payment), page);
    t.match(await restarted.fetchPayment(page.providerRef), { state: 'pending' });
  });

  await t.test('a payment that waits is confirmed late; one that does not is over', async (t) => {
    const make = () => sandbox.createHostedPayment(hostedPayment());
    const [waiting, open] = [await make(), await make()];
    await press(waiting.redirectUrl, 'wait');
    aheadMs = 7_200_000;
    t.teardown(() => (aheadMs = 0));
    await press(waiting.redirectUrl, 'pay');
    await press(open.redirectUrl, 'pay');
    t.match(await sandbox.fetchPayment(waiting.providerRef), { state: 'paid' });
    t.match(await sandbox.fetchPayment(open.providerRef), { state: 'expired', paidCents: 0 });
  });
});
