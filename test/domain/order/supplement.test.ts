import t from 'tap';
import { Erased } from '../../../domain/kernel/event.js';
import { demoPriceList } from '../../../domain/licence/price-list.js';
import type { OrderEvent, OrderEventData } from '../../../domain/order/events.js';
import { openMatters } from '../../../domain/order/matters.js';
import { orderDecider, type ReportedPayment } from '../../../domain/order/order.js';
import { refundableCents } from '../../../domain/order/refunds.js';
import { supplementOf } from '../../../domain/order/supplement.js';
import { anOrder } from '../../support/an-order.js';
import { given } from '../../support/given.js';
import { orderNo, plantId, Story } from '../licence/support.js';

const at = '2026-04-01T10:00:00Z';
const [item] = anOrder.items;
if (item === undefined) throw new Error('an order of nothing');
const orderId = orderNo(2);
const { accountId, customerKind, language, vatTreatment, vatRateBasisPoints, currency, buyer } = anOrder;
const charge: Omit<OrderEventData<'SupplementCharged'>, 'at'> = {
  ...{ orderId, accountId, customerKind, language, boughtWith: anOrder.orderId },
  item: { ...item, licensedPowerW: 45_000, netCents: 7_000, vatCents: 1_330, grossCents: 8_330 },
  ...{ statedPowerW: 30_000, since: '2026-03-01', vatTreatment, vatRateBasisPoints, currency },
  ...{ priceListVersion: 'demo', dueOn: '2026-04-15', evidence: 'Typenschilder', buyer, plantName: 'Scheune' },
};
const charged: OrderEvent = { type: 'SupplementCharged', data: { ...charge, at } };
const file = { fileId: orderNo(9), mediaType: 'image/jpeg', sizeBytes: 4, sha256: 'f' } as const;
const kept = { shown: { lastRevision: 7, devices: [], sums: [] }, file };
const evidenced: OrderEvent = { type: 'PowerEvidenceKept', data: { orderId, at, ...kept } };
const of = { orderId, at, provider: 'sandbox', providerRef: 'p-1' };
const payment: ReportedPayment = {
  ...{ provider: 'sandbox', providerRef: 'p-1', orderRef: orderId, state: 'paid', paidCents: 8_330 },
  ...{ currency: 'EUR', method: 'creditCard' },
};
const note = (more: Partial<ReportedPayment> = {}) =>
  ({ type: 'NotePayment', at, payment: { ...payment, ...more } }) as const;
const paid: OrderEvent = { type: 'PaymentConfirmed', data: { ...of, paidCents: 8_330, method: 'creditCard' } };
const accepted: OrderEvent = { type: 'OrderAccepted', data: { orderId, at } };

t.test('what a licence costs more for the true power', async (t) => {
  const story = new Story();
  story.buy('2026-03-01', 7_900, 30_000);
  const [running] = story.state().licences;
  if (running === undefined) throw new Error('no licence');
  const amount = { netCents: 7_000, vatRateBasisPoints: 1_900, vatCents: 1_330, grossCents: 8_330 };
  const price = { ...amount, statedNetCents: 7_900, trueNetCents: 14_900, chargedDays: 365 };
  t.strictSame(supplementOf(running, 45_000, demoPriceList), { ok: true, price });
  t.match(supplementOf(running, 30_000, demoPriceList), { rejection: { code: 'supplement.within-licence' } });
  t.match(supplementOf({ ...running, licensedPowerW: 11_000 }, 30_000, demoPriceList), {
    rejection: { code: 'supplement.costs-the-same' },
  });
  t.match(supplementOf(running, 900_000_000, demoPriceList), { rejection: { code: 'supplement.price-on-request' } });
  // 14,900 − 7,900 = 7,000; × 100 ÷ 365 = 1,917.8 → 1,918; 19 % of it 364.42 → 364.
  const ended = { ...running, end: { at, reason: 'exceeded', usedDays: 100 } as const };
  t.match(supplementOf(ended, 45_000, demoPriceList), {
    price: { chargedDays: 100, netCents: 1_918, vatCents: 364, grossCents: 2_282 },
  });
  const unused = { ...running, end: { at, reason: 'withdrawn', usedDays: 0 } as const };
  t.match(supplementOf(unused, 45_000, demoPriceList), { rejection: { code: 'supplement.costs-the-same' } });
  const full = { ...running, end: { at, reason: 'expired', usedDays: 365 } as const };
  t.match(supplementOf(full, 45_000, demoPriceList), { ok: true, price });
});

t.test('a supplementary charge is owed: it is paid like an order, and does not go by itself', async (t) => {
  const wish = { type: 'ChargeSupplement', at, charge, kept } as const;
  given(orderDecider, []).when(wish).then(t, [charged, evidenced]);
  given(orderDecider, [charged, evidenced]).when(wish).thenNothing(t);
  given(orderDecider, [charged]).when({ type: 'ExpireOrder', at: '2030-01-01T00:00:00Z' }).thenNothing(t);
  given(orderDecider, [charged])
    .when({ type: 'CancelOrder', at, reason: 'customer' })
    .thenRejected(t, { code: 'order.is-owed' });
  given(orderDecider, [charged])
    .when({ type: 'CancelOrder', at, reason: 'operator', note: 'the photo was of another plant' })
    .then(t, [
      { type: 'OrderCancelled', data: { orderId, at, reason: 'operator', note: 'the photo was of another plant' } },
    ]);
  given(orderDecider, [charged]).when(note()).then(t, [paid]);
  given(orderDecider, [charged, paid]).when({ type: 'AcceptOrder', at }).then(t, [accepted]);
  given(orderDecider, [charged, paid, accepted])
    .when({ type: 'WithdrawOrder', at, plantIds: [plantId] })
    .thenRejected(t, { code: 'order.not-paid' });
  t.match(given(orderDecider, [charged, evidenced]).state(), {
    status: 'open',
    placed: { toPayCents: 8_330, plantNames: ['Scheune'], expiresAt: '2026-04-15T22:00:00Z' },
    supplement: { boughtWith: anOrder.orderId, statedPowerW: 30_000, evidence: 'Typenschilder', kept },
  });
  const forgotten: OrderEvent = { type: 'BuyerForgotten', data: { orderId, at } };
  t.match(given(orderDecider, [charged, evidenced, paid, accepted, forgotten]).state(), {
    placed: { buyer: Erased, plantNames: Erased },
    supplement: { evidence: Erased, kept: { shown: kept.shown, file: null } },
  });
});

t.test('a bank takes a payment back: it is noted once, and somebody decides', async (t) => {
  const placed: OrderEvent = { type: 'OrderPlaced', data: { ...anOrder, at } };
  const ofOrder = { ...of, orderId: anOrder.orderId };
  const contract: readonly OrderEvent[] = [
    placed,
    { type: 'PaymentConfirmed', data: { ...ofOrder, paidCents: 9_401, method: 'creditCard' } },
    { type: 'OrderAccepted', data: { orderId: anOrder.orderId, at } },
  ];
  const back: OrderEvent = { type: 'PaymentChargedBack', data: { ...ofOrder, grossCents: 9_401 } };
  const told = note({ state: 'chargeback', paidCents: 9_401, orderRef: anOrder.orderId });
  given(orderDecider, contract).when(told).then(t, [back]);
  given(orderDecider, [...contract, back])
    .when(told)
    .thenNothing(t);
  const state = given(orderDecider, [...contract, back]).state();
  if (state.status === 'none') throw new Error('no order');
  t.equal(refundableCents(state), 0, 'what is gone cannot go back');
  const [matter] = openMatters(state);
  t.match(matter, { kind: 'chargeback', cents: 9_401, ways: ['keep', 'end'] });
  const settle = { type: 'SettleMatter', at, matterId: matter?.matterId ?? '', how: 'end', reason: 'r' } as const;
  const decided: OrderEvent = {
    type: 'ChargebackDecided',
    data: { orderId: anOrder.orderId, at, decision: 'end', grossCents: 9_401, reason: 'r' },
  };
  given(orderDecider, [...contract, back])
    .when(settle)
    .then(t, [decided]);
  given(orderDecider, [...contract, back, decided])
    .when(settle)
    .thenRejected(t, { code: 'order.matter-not-open' });
  given(orderDecider, [...contract, back])
    .when({ ...settle, how: 'refund' })
    .thenRejected(t, { code: 'order.way-not-possible' });
  const returned: OrderEvent = {
    type: 'RefundRequested',
    data: { ...ofOrder, refundId: 'r', grossCents: 9_000, reason: 'withdrawal' },
  };
  given(orderDecider, [...contract, returned])
    .when(told)
    .then(t, [{ type: 'PaymentChargedBack', data: { ...ofOrder, grossCents: 401 } }]);
});
