import t from 'tap';
import { methodsConfig, methodsIn } from '../../../adapters/payment/unzer/methods.js';
import { hostedPayment, paymentGatewayContract, press, returnUrl } from '../../support/payment-gateway.contract.js';
import { portalHearing } from '../../support/portal-hearing.js';
import { testDatabase } from '../../support/database.js';
import { testUnzer } from '../../support/unzer/gateway.js';

const database = await testDatabase(t);

t.test('Unzer', async (t) => {
  const { server, gateway, refused } = await testUnzer(t, database);
  const { app, told } = await portalHearing(t, 'unzer');
  const url = `${await app.listen({ port: 0, host: '127.0.0.1' })}/api/v1/payments/notifications/unzer`;
  await gateway.registerWebhook(url);
  await gateway.registerWebhook(url);
  await paymentGatewayContract(t, {
    ...{ gateway, told },
    chargeBack: async ({ providerRef }) => {
      server.chargeBack(server.pages.get(providerRef)?.payments.at(-1)?.id ?? '');
    },
  });
  t.strictSame(refused, []);
  t.ok(server.deliveries.every(({ status }) => status === 200));
  t.notOk(
    server.seen.some(({ path }) => path.includes('example')),
    'no address of an answer is followed',
  );
});

t.test('what is sent to Unzer', async (t) => {
  const { server, gateway } = await testUnzer(t, database);
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
  const { server, gateway, time } = await testUnzer(t, database);
  const tokensAsked = () => server.seen.filter(({ path }) => path.endsWith('/auth/token')).length;
  const make = () => gateway.createHostedPayment(hostedPayment());
  await make();
  await make();
  t.equal(tokensAsked(), 1);
  server.revokeTokens();
  await make();
  t.equal(tokensAsked(), 2);
  time.aheadMs = 361_000;
  await make();
  t.equal(tokensAsked(), 3, 'a minute before it ends');
});

t.test('pages and answers that get lost', async (t) => {
  const { server, gateway } = await testUnzer(t, database);
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
  const { server, gateway, refused } = await testUnzer(t, database, { timeoutMs: 300 });
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
  const { gateway, refused } = await testUnzer(t, database, { config: { privateKey: 's-priv-wrong' } });
  await t.rejects(gateway.createHostedPayment(hostedPayment()), { name: 'PaymentUnavailable', message: /API\.710/ });
  await t.rejects(gateway.fetchPayment('s-pay-1'), { name: 'PaymentUnavailable' });
  t.match(refused, [/API\.710\.000\.002/, /API\.710/]);
});
