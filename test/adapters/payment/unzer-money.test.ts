import { randomUUID } from 'node:crypto';
import t from 'tap';
import { unzerGateway } from '../../../adapters/payment/unzer/gateway.js';
import { decimalOf, WireCents } from '../../../adapters/payment/unzer/wire.js';
import { hostedPayment, press } from '../../support/payment-gateway.contract.js';
import { testDatabase } from '../../support/database.js';
import { testUnzer } from '../../support/unzer/gateway.js';
import { testKeys } from '../../support/unzer/server.js';

const database = await testDatabase(t);

t.test('what was paid does not fit: amount, currency, order, twice, charged back', async (t) => {
  const { server, gateway } = await testUnzer(t, database);
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
  const { server, gateway, config, clock } = await testUnzer(t, database);
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
