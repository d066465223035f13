import t from 'tap';
import { RepairOrderId } from '../../../domain/kernel/ids.js';
import type { OrderEvent, OrderEventData } from '../../../domain/order/events.js';
import { orderDecider } from '../../../domain/order/order.js';
import { anOrder } from '../../support/an-order.js';
import { given } from '../../support/given.js';

const { orderId, accountId, buyer } = anOrder;
const at = '2026-03-01T10:00:00Z';
const later = '2026-03-05T10:00:00Z';
const charge: Omit<OrderEventData<'RepairCharged'>, 'at'> = {
  ...{ orderId, accountId, buyer, customerKind: 'consumer', language: 'de', currency: 'EUR', priceListVersion: 'demo' },
  repairOrderId: RepairOrderId.parse('0d5e1c20-0000-4000-8000-0000000000c7'),
  ...{ device: 'A0264', earlyStart: true, dueOn: '2026-03-15', vatTreatment: 'domestic', vatRateBasisPoints: 1_900 },
  positions: [{ code: null, description: 'Reparatur', quantity: 1, netCents: 10_000 }],
  ...{ netCents: 10_000, vatCents: 1_900, grossCents: 11_900 },
};
const charged: OrderEvent = { type: 'RepairCharged', data: { ...charge, at } };
const payment = { provider: 'sandbox', providerRef: 'p1' } as const;
const started: OrderEvent = { type: 'PaymentStarted', data: { orderId, at, ...payment, attempt: 1 } };
const confirmed: OrderEvent = {
  type: 'PaymentConfirmed',
  data: { orderId, at, ...payment, paidCents: 11_900, method: 'creditCard' },
};
const accepted: OrderEvent = { type: 'OrderAccepted', data: { orderId, at } };
const paid = [charged, started, confirmed, accepted];
const withdrawn: OrderEvent = { type: 'OrderWithdrawn', data: { orderId, at: later, plantIds: [] } };
const withdraw = { type: 'WithdrawOrder', at: later, plantIds: [] } as const;

t.test('a repair is charged once, is owed, and does not expire', async (t) => {
  given(orderDecider, []).when({ type: 'ChargeRepair', at, charge }).then(t, [charged]);
  given(orderDecider, [charged]).when({ type: 'ChargeRepair', at, charge }).thenNothing(t);
  given(orderDecider, [charged]).when({ type: 'ExpireOrder', at: '2027-01-01T00:00:00Z' }).thenNothing(t);
  const cancel = { type: 'CancelOrder', at: later, reason: 'customer' } as const;
  given(orderDecider, [charged]).when(cancel).thenRejected(t, { code: 'order.is-owed' });
  t.match(given(orderDecider, [charged]).state(), {
    placed: { items: { length: 0 }, toPayCents: 11_900 },
    repair: { device: 'A0264' },
  });
});

t.test('it is never paid twice: what comes again, by whatever way, goes back', async (t) => {
  const again = { provider: 'transfer', providerRef: 'r1', orderRef: orderId, state: 'paid' } as const;
  const transfer = { ...again, paidCents: 11_900, currency: 'EUR', method: 'other' } as const;
  const of = { orderId, at: later, provider: 'transfer', providerRef: 'r1' };
  given(orderDecider, paid)
    .when({ type: 'NotePayment', at: later, payment: transfer })
    .then(t, [
      { type: 'PaymentDiffered', data: { ...of, paidCents: 11_900, currency: 'EUR', reason: 'double' } },
      { type: 'RefundRequested', data: { ...of, refundId: 'r1/double', grossCents: 11_900, reason: 'double' } },
    ]);
  given(orderDecider, paid)
    .when({ type: 'StartPayment', at: later, ...payment, providerRef: 'p2' })
    .thenRejected(t, { code: 'order.not-open' });
});

t.test('a withdrawal before the work ends it: nothing is owed, and what was paid goes back', async (t) => {
  given(orderDecider, [charged])
    .when(withdraw)
    .then(t, [withdrawn, { type: 'OrderCancelled', data: { orderId, at: later, reason: 'customer', note: null } }]);
  const back = { ...payment, refundId: 'p1/withdrawal', grossCents: 11_900, reason: 'withdrawal' } as const;
  given(orderDecider, paid)
    .when(withdraw)
    .then(t, [withdrawn, { type: 'RefundRequested', data: { orderId, at: later, ...back } }]);
  given(orderDecider, [...paid, withdrawn])
    .when(withdraw)
    .thenNothing(t);
});

t.test('a withdrawal after the work has begun leaves what was done', async (t) => {
  const amounts = { netCents: 4_000, vatCents: 760, grossCents: 4_760 };
  const compensate = { type: 'CompensateOrder', at: later, description: 'Wertersatz', ...amounts } as const;
  const compensated: OrderEvent = {
    type: 'OrderCompensated',
    data: { orderId, at: later, description: 'Wertersatz', ...amounts },
  };
  given(orderDecider, [charged, started]).when(compensate).then(t, [compensated]);
  const open = given(orderDecider, [charged, started, compensated]);
  t.match(open.state(), {
    ...{ status: 'open', placed: { toPayCents: 4_760 }, payments: [{ hasFailed: true }] },
    repair: { positions: [{ description: 'Wertersatz', netCents: 4_000 }] },
  });
  open.when(compensate).thenNothing(t);
  const back = { ...payment, refundId: 'p1/withdrawal', grossCents: 7_140, reason: 'withdrawal' } as const;
  given(orderDecider, paid)
    .when(compensate)
    .then(t, [compensated, { type: 'RefundRequested', data: { orderId, at: later, ...back } }]);
});

t.test('who has it repaired is known until it is over', async (t) => {
  const forget = { type: 'ForgetBuyer', at: '2030-01-01T00:00:00Z' } as const;
  given(orderDecider, [charged]).when(forget).thenNothing(t);
  const dropped: OrderEvent = { type: 'OrderCancelled', data: { orderId, at: later, reason: 'operator', note: 'x' } };
  given(orderDecider, [charged, dropped])
    .when(forget)
    .then(t, [{ type: 'BuyerForgotten', data: { orderId, at: forget.at } }]);
});
