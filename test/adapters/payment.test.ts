import { randomUUID } from 'node:crypto';
import t, { type Test } from 'tap';
import { readConfig } from '../../adapters/config.js';
import type { UnzerConfig } from '../../adapters/payment/config.js';
import { methodsConfig, methodsIn } from '../../adapters/payment/unzer/methods.js';
import { decimalOf, WireCents } from '../../adapters/payment/unzer/wire.js';
import { sandboxProvider } from '../../adapters/payment/sandbox/sandbox.js';
import { unzerGateway } from '../../adapters/payment/unzer/gateway.js';
import { Temporal } from '../../domain/kernel/time.js';
import { paymentNotificationRoutes } from '../../http/routes/payment-notifications.js';
import { sandboxPaymentRoutes } from '../../http/routes/sandbox-payment.js';
import { testApp } from '../support/app.js';
import { testDatabase } from '../support/database.js';
import { freePort } from '../support/free-port.js';
import { hostedPayment, paymentGatewayContract, press, returnUrl } from '../support/payment-gateway.contract.js';
import { testKeys, unzerServer, type UnzerServer } from '../support/unzer/server.js';

const database = await testDatabase(t);
let aheadMs = 0;
const clock = { now: () => Temporal.Now.instant().add({ milliseconds: aheadMs }) };
const secrets = { JWT_SECRET: 'x'.repeat(32), MASTER_KEY: Buffer.alloc(32, 7).toString('base64') };

/** What reaches the portal, as it came. */
async function portalHearing(t: Test, provider: 'sandbox' | 'unzer', more: Parameters<typeof testApp>[1] = {}) {
  const told: string[] = [];
  const payments = { provider, parseNotification: (body: string) => (told.push(body), null) };
  const counts = { accepted: 0, foreign: 0, unknown: 0 };
  const paymentNotifications = { counts, leave: async () => 'kept' as const };
  const routes = [paymentNotificationRoutes({ payments, paymentNotifications }), ...(more.routes ?? [])];
  const app = await testApp(t, { routes });
  return { app, told };
}

t.test('the provider that is built in', async (t) => {
  const port = await freePort();
  const lost: unknown[] = [];
  const publicUrl = `http://127.0.0.1:${port}`;
  const sandbox = sandboxProvider({ database, clock, publicUrl, onLost: (reason) => void lost.push(reason) });
  t.teardown(() => sandbox.close());
  const { app, told } = await portalHearing(t, 'sandbox', { routes: [sandboxPaymentRoutes({ sandbox })] });
  await app.listen({ port, host: '127.0.0.1' });
  await paymentGatewayContract(t, { gateway: sandbox, told });
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

async function testUnzer(t: Test, given: { readonly config?: Partial<UnzerConfig>; readonly timeoutMs?: number } = {}) {
  const server = await unzerServer(t);
  const refused: string[] = [];
  const config = { ...configAt(server), ...given.config };
  const gateway = unzerGateway({
    ...{ config, pool: database.pool, clock, shopName: 'Solarbetrieb Test' },
    onRefused: (message) => void refused.push(message),
    ...(given.timeoutMs === undefined ? {} : { timeoutMs: given.timeoutMs }),
  });
  t.teardown(() => gateway.close());
  return { server, gateway, refused, config };
}

function configAt({ apiUrl, tokenUrl, pageUrl }: UnzerServer): UnzerConfig {
  const environment = { UNZER_PRIVATE_KEY: testKeys.privateKey, UNZER_PUBLIC_KEY: testKeys.publicKey };
  const urls = { UNZER_API_URL: `${apiUrl}/`, UNZER_TOKEN_URL: tokenUrl, UNZER_PAGE_URL: pageUrl };
  const { payment } = readConfig({ ...secrets, ...environment, ...urls });
  if (payment.provider !== 'unzer') throw new Error('Unzer was configured');
  return payment;
}

t.test('Unzer', async (t) => {
  const { server, gateway, refused } = await testUnzer(t);
  const { app, told } = await portalHearing(t, 'unzer');
  const url = `${await app.listen({ port: 0, host: '127.0.0.1' })}/api/v1/payments/notifications/unzer`;
  await gateway.registerWebhook(url);
  await gateway.registerWebhook(url);
  await paymentGatewayContract(t, { gateway, told });
  t.strictSame(refused, []);
  t.ok(server.deliveries.every(({ status }) => status === 200));
  t.notOk(
    server.seen.some(({ path }) => path.includes('example')),
    'no address of an answer is followed',
  );
});

t.test('what is sent to Unzer', async (t) => {
  const { server, gateway } = await testUnzer(t);
  const sent = async (country: string, language: 'de' | 'en') => {
    await gateway.createHostedPayment(hostedPayment({ country, language, amountCents: 11_999 }));
    const asked = server.seen.find(
      ({ method, path, body }) => method === 'POST' && path.includes('paypage') && body.includes('"charge"'),
    );
    const { headers = {}, body = '{}' } = asked ?? {};
    server.seen.length = 0;
    return { language: headers['accept-language'], authorization: headers.authorization, ...JSON.parse(body) };
  };
  const austria = await sent('AT', 'de');
  t.match(austria, {
    ...{
      mode: 'charge',
      type: 'hosted',
      amount: 119.99,
      currency: 'EUR',
      shopName: 'Solarbetrieb Test',
      language: 'de',
    },
    ...{ orderId: /^[0-9a-f-]{36}-1$/, paymentReference: 'SiteLink, Bestellung 1', authorization: /^Bearer / },
    urls: { returnSuccess: returnUrl, returnPending: returnUrl, returnFailure: returnUrl, returnCancel: returnUrl },
  });
  const methods = (body: { paymentMethodsConfigs: object }) => body.paymentMethodsConfigs;
  t.strictSame(methods(austria), {
    default: { enabled: false },
    eps: { enabled: true, order: 1 },
    cards: { enabled: true, order: 2 },
  });
  t.strictSame(Object.keys(methods(await sent('PL', 'en'))), ['default', 'przelewy24', 'cards']);
  t.strictSame(Object.keys(methods(await sent('DE', 'en'))), ['default', 'openbankingpis', 'wero', 'cards']);
  t.strictSame(Object.keys(methods(await sent('CH', 'en'))), ['default', 'cards']);
  t.strictSame(Object.keys(methodsConfig(methodsIn('CH:twint *:openbankingpis,wero') ?? {}, 'FR')), [
    'default',
    'openbankingpis',
    'wero',
    'cards',
  ]);
  for (const text of ['', 'AT', 'AT:', 'at:eps', 'AT:eps,', 'AT;eps']) t.equal(methodsIn(text), null, text);
});

t.test('a token is used until shortly before its end, and replaced when it was taken back', async (t) => {
  const { server, gateway } = await testUnzer(t);
  const tokensAsked = () => server.seen.filter(({ path }) => path.endsWith('/auth/token')).length;
  const make = () => gateway.createHostedPayment(hostedPayment());
  await make();
  await make();
  t.equal(tokensAsked(), 1);
  server.revokeTokens();
  await make();
  t.equal(tokensAsked(), 2);
  aheadMs = 361_000;
  t.teardown(() => (aheadMs = 0));
  await make();
  t.equal(tokensAsked(), 3, 'a minute before it ends');
});

t.test('pages and answers that get lost', async (t) => {
  const { server, gateway } = await testUnzer(t);
  const payment = hostedPayment();
  server.inject('answerLost', /^POST .*paypage/, 2);
  await t.rejects(gateway.createHostedPayment(payment), { name: 'PaymentUnavailable' });
  await t.rejects(gateway.createHostedPayment(payment), { name: 'PaymentUnavailable' });
  const page = await gateway.createHostedPayment(payment);
  t.equal(server.pages.size, 2, 'nobody has seen the first one');
  t.strictSame(await gateway.createHostedPayment(payment), page);
  await press(page.redirectUrl, 'pay');
  t.match(await gateway.fetchPayment(page.providerRef), {
    orderRef: payment.orderId,
    state: 'paid',
    paidCents: 11_900,
  });

  // A restored database has forgotten the page, on which somebody has paid.
  await database.pool.query('delete from payment_pages where provider_ref = $1', [page.providerRef]);
  await database.pool.query('delete from payment_pages where order_id = $1', [payment.orderId]);
  const again = await gateway.createHostedPayment(payment);
  t.equal(again.redirectUrl, returnUrl, 'nobody is asked to pay twice');
  t.match(await gateway.fetchPayment(again.providerRef), {
    orderRef: payment.orderId,
    state: 'paid',
    paidCents: 11_900,
  });

  // Unzer has forgotten the page itself.
  const [used, unused] = [hostedPayment(), hostedPayment()];
  const [usedPage, unusedPage] = [await gateway.createHostedPayment(used), await gateway.createHostedPayment(unused)];
  await press(usedPage.redirectUrl, 'pay');
  server.pages.clear();
  const stillPaid = { providerRef: usedPage.providerRef, orderRef: used.orderId, state: 'paid', paidCents: 11_900 };
  t.match(await gateway.fetchPayment(usedPage.providerRef), stillPaid);
  const [lastPayment] = [...server.payments.keys()].slice(-1);
  t.match(await gateway.fetchPayment(lastPayment ?? ''), stillPaid, 'also by the payment');
  t.match(await gateway.fetchPayment(unusedPage.providerRef), {
    orderRef: unused.orderId,
    state: 'open',
    paidCents: 0,
  });

  const { providerRef, redirectUrl } = await gateway.createHostedPayment(hostedPayment());
  await press(redirectUrl, 'pay');
  server.inject('answerLost', /^POST .*cancels/, 1);
  const wish = { amountCents: 500, reason: 'cancellation', key: 'k-1' } as const;
  await t.rejects(gateway.refund(providerRef, wish), { name: 'PaymentUnavailable' });
  t.match(await gateway.refund(providerRef, wish), { refundRef: /cancels\/s-cnl-1$/ });
  t.match(await gateway.fetchPayment(providerRef), { refundedCents: 500 });
  const cancels = server.seen.filter(({ method, path }) => method === 'POST' && path.endsWith('/cancels'));
  t.strictSame(JSON.parse(cancels[0]?.body ?? ''), { amount: '5.00', paymentReference: 'k-1', reasonCode: 'CANCEL' });
  t.equal(cancels.length, 1);
});

t.test('Unzer is away, slow or broken', async (t) => {
  const { server, gateway, refused } = await testUnzer(t, { timeoutMs: 300 });
  const { providerRef, redirectUrl } = await gateway.createHostedPayment(hostedPayment());
  await press(redirectUrl, 'pay');
  for (const fault of ['maintenance', 'serverError', 'silence', 'dropped', 'broken'] as const) {
    server.inject(fault);
    await t.rejects(gateway.fetchPayment(providerRef), { name: 'PaymentUnavailable' }, fault);
    server.recover();
  }
  t.match(await gateway.fetchPayment(providerRef), { state: 'paid' });
  let open: () => void = () => undefined;
  server.holdUntil(new Promise<void>((resolve) => (open = resolve)));
  const slow = gateway.fetchPayment(providerRef);
  open();
  t.match(await slow, { state: 'paid' });
  server.inject('dropped', /paypage/);
  for (let n = 0; n < 6; n++) await t.rejects(gateway.fetchPayment(providerRef), { name: 'PaymentUnavailable' });
  const askedBefore = server.seen.length;
  await t.rejects(gateway.fetchPayment(providerRef), { name: 'PaymentUnavailable', message: /CIRCUIT_OPEN/ });
  t.equal(server.seen.length, askedBefore, 'it is left in peace for a while');
  t.strictSame(refused, []);
});

t.test('a wrong key is for the operator to mend', async (t) => {
  const { gateway, refused } = await testUnzer(t, { config: { privateKey: 's-priv-wrong' } });
  await t.rejects(gateway.createHostedPayment(hostedPayment()), { name: 'PaymentUnavailable', message: /API\.710/ });
  await t.rejects(gateway.fetchPayment('s-pay-1'), { name: 'PaymentUnavailable' });
  t.match(refused, [/API\.710\.000\.002/, /API\.710/]);
});

t.test('what was paid does not fit: amount, currency, order, twice, charged back', async (t) => {
  const { server, gateway } = await testUnzer(t);
  const paid = async () => {
    const payment = hostedPayment();
    const page = await gateway.createHostedPayment(payment);
    await press(page.redirectUrl, 'pay', 'creditCard');
    const stored = server.pages.get(page.providerRef)?.payments[0];
    if (stored === undefined) throw new Error('it was paid');
    const fetched = () => gateway.fetchPayment(page.providerRef);
    return { ...payment, ...page, stored, fetched };
  };
  const cheaper = await paid();
  Object.assign(cheaper.stored.charges[0] ?? {}, { cents: 100 });
  t.match(await cheaper.fetched(), { state: 'paid', paidCents: 100 }, 'the sum is what came, not what was asked for');
  const foreign = await paid();
  foreign.stored.currency = 'USD';
  t.match(await foreign.fetched(), { currency: 'USD', paidCents: 11_900 });
  const others = await paid();
  const otherOrder = randomUUID();
  others.stored.orderId = `${otherOrder}-1`;
  t.match(await others.fetched(), { orderRef: otherOrder });
  others.stored.orderId = 'shop-4711';
  t.match(await gateway.fetchPayment(others.stored.id), { orderRef: 'shop-4711', providerRef: others.stored.id });
  const twice = await paid();
  const page = server.pages.get(twice.providerRef);
  const second = {
    ...twice.stored,
    id: 's-pay-777',
    charges: twice.stored.charges.map((one) => ({ ...one, cancels: [] })),
  };
  page?.payments.push(second);
  server.payments.set(second.id, second);
  t.match(await twice.fetched(), { state: 'paid', paidCents: 23_800 });
  await gateway.refund(twice.providerRef, { amountCents: 20_000, reason: 'double', key: 'both' });
  t.match(await twice.fetched(), { state: 'paid', paidCents: 23_800, refundedCents: 20_000 });
  await gateway.refund(twice.providerRef, { amountCents: 20_000, reason: 'double', key: 'both' });
  t.match(await twice.fetched(), { refundedCents: 20_000 }, 'also over two charges');
  const back = await paid();
  server.chargeBack(back.stored.id);
  t.match(await back.fetched(), { state: 'chargeback', paidCents: 11_900 });
  const wish = { amountCents: 11_900, reason: 'cancellation', key: 'back' } as const;
  await t.rejects(gateway.refund(back.providerRef, wish), { reason: 'not-refundable', message: /API\.340\.100\.015/ });
  const reviewed = await paid();
  reviewed.stored.stateId = 4;
  t.match(await reviewed.fetched(), { state: 'review' });
});

t.test('which notifications are ours', async (t) => {
  const { server, gateway, config } = await testUnzer(t);
  const ours = { event: 'payment.completed', publicKey: testKeys.publicKey, paymentId: 's-pay-774' };
  const body = (more: object = {}) =>
    JSON.stringify({ ...ours, retrieveUrl: `${server.apiUrl}/payments/s-pay-774`, ...more });
  t.strictSame(gateway.parseNotification(body()), { providerRef: 's-pay-774' });
  const foreign = [
    { publicKey: 's-pub-somebody' },
    { publicKey: undefined },
    { retrieveUrl: 'https://api.unzer.com/v1/payments/s-pay-774' },
    { retrieveUrl: `http://127.0.0.1:1/v1/payments/s-pay-774` },
    { retrieveUrl: '/v1/payments/s-pay-774' },
    { paymentId: 'p-pay-774' },
    { paymentId: '../webhooks' },
    { paymentId: 's-pay-1/../2' },
    { paymentId: undefined },
  ];
  for (const more of foreign) t.equal(gateway.parseNotification(body(more)), null, JSON.stringify(more));

  const atUnzer = unzerGateway({
    ...{ config: { ...config, apiUrl: 'https://sbx-api.unzer.com/v1' }, pool: database.pool, clock },
    ...{ shopName: 'Test', onRefused: () => undefined },
  });
  t.teardown(() => atUnzer.close());
  const retrieveUrl = 'https://api.unzer.com/v1/payments/s-pay-774';
  t.ok(atUnzer.parseNotification(body({ retrieveUrl })), 'the sandbox names production, too');
  t.notOk(atUnzer.parseNotification(body({ retrieveUrl: 'https://api.unzer.com.example/v1' })));
});

t.test('amounts on the wire', (t) => {
  const cents = (value: unknown) => WireCents.safeParse(value).data;
  t.strictSame(['119.0000', '119', 119, 119.99, '0.10', '-5.5000', '0.0000'].map(cents), [
    ...[11_900, 11_900, 11_900, 11_999, 10, -550, 0],
  ]);
  for (const value of ['119.0001', '1e3', '', 'x', '1,5', Number.NaN, Infinity, null]) t.equal(cents(value), undefined);
  t.strictSame([11_900, 5, 99, 100_000].map(decimalOf), ['119.00', '0.05', '0.99', '1000.00']);
  t.end();
});
