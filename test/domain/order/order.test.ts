import t from 'tap';
import { shopMails } from '../../../commands/policies/shop-mails.js';
import { Erased } from '../../../domain/kernel/event.js';
import { InvoiceIssued, VatEvidenceKept, type OrderEvent } from '../../../domain/order/events.js';
import { openMatters } from '../../../domain/order/matters.js';
import { orderDecider, type ReportedPayment } from '../../../domain/order/order.js';
import { refundableCents } from '../../../domain/order/refunds.js';
import { eventFixture } from '../../support/event-fixtures.js';
import { given } from '../../support/given.js';
import { anOrder } from '../../support/an-order.js';
import { orderNo, plantId } from '../licence/support.js';

const { orderId } = anOrder;
const at = '2026-03-01T10:00:00Z';
const order = anOrder;
const placed: OrderEvent = { type: 'OrderPlaced', data: { ...order, at } };
const of = { orderId, at, provider: 'sandbox', providerRef: 'p-1' };
const started: OrderEvent = { type: 'PaymentStarted', data: { ...of, attempt: 1 } };
const paid: OrderEvent = { type: 'PaymentConfirmed', data: { ...of, paidCents: 9_401, method: 'creditCard' } };
const accepted: OrderEvent = { type: 'OrderAccepted', data: { orderId, at } };
const expired: OrderEvent = { type: 'OrderExpired', data: { orderId, at: order.expiresAt } };

const payment: ReportedPayment = {
  ...{ provider: 'sandbox', providerRef: 'p-1', orderRef: orderId, state: 'paid', paidCents: 9_401 },
  ...{ currency: 'EUR', method: 'creditCard' },
};
const note = (more: Partial<ReportedPayment> = {}) =>
  ({ type: 'NotePayment', at, payment: { ...payment, ...more } }) as const;

t.test('an order is paid once, whatever comes how often', async (t) => {
  given(orderDecider, []).when({ type: 'PlaceOrder', at, order }).then(t, [placed]);
  given(orderDecider, [placed])
    .when({ type: 'StartPayment', at, provider: 'sandbox', providerRef: 'p-1' })
    .then(t, [started]);
  given(orderDecider, [placed, started]).when(note()).then(t, [paid]);
  for (const state of ['open', 'pending'] as const) {
    given(orderDecider, [placed, started])
      .when(note({ state, paidCents: 0 }))
      .thenNothing(t);
  }
  given(orderDecider, [placed, started, paid]).when(note()).thenNothing(t);
  given(orderDecider, [placed, started, paid, accepted]).when(note()).thenNothing(t);
  given(orderDecider, [placed]).when(note()).then(t, [paid]);
  given(orderDecider, [placed, started, paid]).when({ type: 'AcceptOrder', at }).then(t, [accepted]);
  given(orderDecider, [placed, started]).when({ type: 'AcceptOrder', at }).thenRejected(t, { code: 'order.not-paid' });
  given(orderDecider, []).when(note()).thenRejected(t, { code: 'order.not-found' });
});

t.test('what shows the VAT id is kept with the order, until its buyer is forgotten', async (t) => {
  const data = VatEvidenceKept.schema.parse((await eventFixture('VatEvidenceKept', 1)).data);
  const { orderId: _of, at: _at, ...vatEvidence } = data;
  const evidence: OrderEvent = { type: 'VatEvidenceKept', data: { ...vatEvidence, orderId, at } };
  given(orderDecider, []).when({ type: 'PlaceOrder', at, order, vatEvidence }).then(t, [placed, evidence]);
  const forgotten: OrderEvent = { type: 'BuyerForgotten', data: { orderId, at: order.expiresAt } };
  const state = given(orderDecider, [placed, evidence]).state();
  t.match(state, { vatEvidence: { raw: data.raw, evidenceId: 'c4e53ec694b7c2a6' } });
  const after = given(orderDecider, [placed, evidence, expired, forgotten]).state();
  t.match(after, { vatEvidence: { raw: Erased, question: Erased, evidenceId: 'c4e53ec694b7c2a6' } });
});

t.test('credits alone may pay', async (t) => {
  const free = { ...order, creditCents: 9_401, toPayCents: 0 };
  given(orderDecider, [])
    .when({ type: 'PlaceOrder', at, order: free })
    .then(t, [
      { type: 'OrderPlaced', data: { ...free, at } },
      {
        type: 'PaymentConfirmed',
        data: { orderId, at, provider: 'credit', providerRef: orderId, paidCents: 0, method: 'credit' },
      },
    ]);
});

t.test('an attempt may fail, and another one follow', async (t) => {
  const failed: OrderEvent = { type: 'PaymentFailed', data: { ...of, reason: 'canceled' } };
  given(orderDecider, [placed, started])
    .when(note({ state: 'canceled', paidCents: 0 }))
    .then(t, [failed]);
  given(orderDecider, [placed, started, failed])
    .when(note({ state: 'canceled', paidCents: 0 }))
    .thenNothing(t);
  given(orderDecider, [placed, started, failed])
    .when({ type: 'StartPayment', at, provider: 'sandbox', providerRef: 'p-2' })
    .then(t, [{ type: 'PaymentStarted', data: { ...of, providerRef: 'p-2', attempt: 2 } }]);
  given(orderDecider, [placed, started, failed]).when(note()).then(t, [paid]);
});

t.test('money that does not fit is noted, and goes back where that is clear', async (t) => {
  const differed = (reason: 'partial' | 'late' | 'double' | 'foreign', more: object = {}): OrderEvent => ({
    type: 'PaymentDiffered',
    data: { ...of, paidCents: 9_401, currency: 'EUR', reason, ...more },
  });
  const partial = differed('partial', { paidCents: 400 });
  given(orderDecider, [placed, started])
    .when(note({ state: 'partial', paidCents: 400 }))
    .then(t, [partial]);
  given(orderDecider, [placed, started, partial])
    .when(note({ state: 'partial', paidCents: 400 }))
    .thenNothing(t);
  given(orderDecider, [placed, started, partial]).when(note()).then(t, [paid]);
  given(orderDecider, [placed, started])
    .when(note({ paidCents: 9_400 }))
    .then(t, [differed('partial', { paidCents: 9_400 })]);
  given(orderDecider, [placed, started])
    .when(note({ currency: 'USD' }))
    .then(t, [differed('foreign', { currency: 'USD' })]);
  given(orderDecider, [placed, started])
    .when(note({ orderRef: orderNo(2) }))
    .then(t, [differed('foreign')]);
  given(orderDecider, [placed, started])
    .when(note({ paidCents: 9_500 }))
    .then(t, [
      { type: 'PaymentConfirmed', data: { ...of, paidCents: 9_500, method: 'creditCard' } },
      differed('double', { paidCents: 9_500 }),
    ]);
  const late = differed('late');
  const back: OrderEvent = {
    type: 'RefundRequested',
    data: { ...of, refundId: 'p-1/late', grossCents: 9_401, reason: 'late' },
  };
  given(orderDecider, [placed, started, expired]).when(note()).then(t, [late, back]);
  given(orderDecider, [placed, started, expired, late, back]).when(note()).thenNothing(t);
  const second = { providerRef: 'p-2' };
  given(orderDecider, [placed, started, paid])
    .when(note(second))
    .then(t, [
      differed('double', second),
      {
        type: 'RefundRequested',
        data: { ...of, ...second, refundId: 'p-2/double', grossCents: 9_401, reason: 'double' },
      },
    ]);
});

t.test('orders expire, are cancelled and given back', async (t) => {
  given(orderDecider, [placed]).when({ type: 'ExpireOrder', at: '2026-03-01T10:59:59Z' }).thenNothing(t);
  given(orderDecider, [placed]).when({ type: 'ExpireOrder', at: '2026-03-01T11:00:00Z' }).then(t, [expired]);
  given(orderDecider, [placed, started, paid]).when({ type: 'ExpireOrder', at: '2026-03-02T11:00:00Z' }).thenNothing(t);
  given(orderDecider, [placed])
    .when({ type: 'CancelOrder', at, reason: 'customer' })
    .then(t, [{ type: 'OrderCancelled', data: { orderId, at, reason: 'customer', note: null } }]);
  given(orderDecider, [placed, started, paid])
    .when({ type: 'CancelOrder', at, reason: 'customer' })
    .thenRejected(t, { code: 'order.not-open' });
  given(orderDecider, [placed, started, paid])
    .when({ type: 'CancelOrder', at, reason: 'notFulfilled' })
    .then(t, [
      { type: 'OrderCancelled', data: { orderId, at, reason: 'notFulfilled', note: null } },
      {
        type: 'RefundRequested',
        data: { ...of, refundId: 'p-1/cancellation', grossCents: 9_401, reason: 'cancellation' },
      },
    ]);
  const history = [placed, started, paid, accepted];
  const ask = { type: 'RequestRefund', at, refundId: 'r-1', reason: 'withdrawal' } as const;
  given(orderDecider, history)
    .when({ ...ask, grossCents: 9_402 })
    .thenRejected(t, { code: 'order.refund-too-large' });
  const asked: OrderEvent = {
    type: 'RefundRequested',
    data: { ...of, refundId: 'r-1', grossCents: 9_401, reason: 'withdrawal' },
  };
  given(orderDecider, history)
    .when({ ...ask, grossCents: 9_401 })
    .then(t, [asked]);
  given(orderDecider, [...history, asked])
    .when({ ...ask, grossCents: 9_401 })
    .thenNothing(t);
  given(orderDecider, [...history, asked])
    .when({ ...ask, refundId: 'r-2', grossCents: 1 })
    .thenRejected(t, { code: 'order.refund-too-large' });
  const done: OrderEvent = {
    type: 'OrderRefunded',
    data: { orderId, at, refundId: 'r-1', refundRef: 'c-1', grossCents: 9_401 },
  };
  given(orderDecider, [...history, asked])
    .when({ type: 'NoteRefund', at, refundId: 'r-1', refundRef: 'c-1' })
    .then(t, [done]);
  given(orderDecider, [...history, asked, done])
    .when({ type: 'NoteRefund', at, refundId: 'r-1', refundRef: 'c-1' })
    .thenNothing(t);
  const state = given(orderDecider, [...history, asked]).state();
  t.strictSame(state.status === 'none' ? null : refundableCents(state), 0);
});

t.test('a buyer is forgotten once nothing is under way and no invoice has to be kept', async (t) => {
  const forget = (when: string) => ({ type: 'ForgetBuyer', at: when }) as const;
  const forgotten = (when: string): OrderEvent => ({ type: 'BuyerForgotten', data: { orderId, at: when } });
  given(orderDecider, [placed, started]).when(forget(at)).thenNothing(t);
  given(orderDecider, [placed, started, paid]).when(forget(at)).thenNothing(t);
  given(orderDecider, [placed, expired])
    .when(forget(at))
    .then(t, [forgotten(at)]);
  given(orderDecider, [placed, expired, forgotten(at)])
    .when(forget(at))
    .thenNothing(t);
  const { data } = await eventFixture('InvoiceIssued', 1);
  const invoiced = {
    type: 'InvoiceIssued',
    data: { ...InvoiceIssued.schema.parse(data), orderId, issuedOn: '2026-03-01' },
  } as const;
  const contract = [placed, started, paid, accepted, invoiced];
  given(orderDecider, contract).when(forget('2034-12-31T22:59:59Z')).thenNothing(t);
  given(orderDecider, contract)
    .when(forget('2034-12-31T23:00:00Z'))
    .then(t, [forgotten('2034-12-31T23:00:00Z')]);
  t.match(given(orderDecider, [...contract, forgotten(at)]).state(), {
    placed: { buyer: Erased, plantNames: Erased },
    invoices: [{ facts: Erased, issuedOn: '2026-03-01' }],
  });
});

t.test('ends that are noted long after they came are no news', async (t) => {
  const ended = { type: 'TrialEnded', data: { plantId, at: '2026-03-01T00:00:00Z' } };
  const noted = (recordedAt: string) => {
    const metadata = { actor: { kind: 'policy', id: 'licence-clock' }, correlationId: 'c' } as const;
    const stored = { id: 'e', streamId: 's', revision: 0n, position: 1n, recordedAt, metadata };
    return shopMails.react({ ...ended, ...stored }, metadata);
  };
  t.match(await noted('2026-03-07T23:59:59Z'), [{ kind: 'shop-mail', payload: { template: 'trialEnded', plantId } }]);
  t.strictSame(await noted('2026-03-08T00:00:00Z'), []);
});

const mattersOf = (history: readonly OrderEvent[]) => {
  const state = given(orderDecider, history).state();
  return state.status === 'none' ? [] : openMatters(state).map(({ matterId, kind, cents }) => [matterId, kind, cents]);
};
const differs = (
  reason: 'partial' | 'late' | 'double' | 'foreign',
  paidCents: number,
  currency = 'EUR',
): OrderEvent => ({
  type: 'PaymentDiffered',
  data: { ...of, paidCents, currency, reason },
});
const settle = (matterId: string, how: 'refund' | 'restReceived' | 'elsewhere', reason: string | null = null) =>
  ({ type: 'SettleMatter', at, matterId, how, reason }) as const;
const settledBy = (matterId: string, how: 'restReceived' | 'elsewhere', reason: string): OrderEvent => ({
  type: 'PaymentMatterSettled',
  data: { orderId, at, matterId, how, reason },
});
const refundOf = (
  refundId: string,
  grossCents: number,
  reason: 'cancellation' | 'double' | 'withdrawal',
): OrderEvent => ({
  type: 'RefundRequested',
  data: { ...of, refundId, grossCents, reason },
});

t.test('money that came in part waits for a person, who gives it back, takes it or settles it elsewhere', async (t) => {
  const history = [placed, started, differs('partial', 400)];
  t.strictSame(mattersOf(history), [['p-1', 'partial', 400]]);
  t.strictSame(mattersOf([...history, paid]), [], 'the rest came by the same way');
  given(orderDecider, history)
    .when(settle('p-1', 'refund'))
    .then(t, [
      { type: 'OrderCancelled', data: { orderId, at, reason: 'notFulfilled', note: null } },
      refundOf('p-1/cancellation', 400, 'cancellation'),
    ]);
  given(orderDecider, [...history, expired])
    .when(settle('p-1', 'refund'))
    .then(t, [refundOf('p-1/cancellation', 400, 'cancellation')]);
  given(orderDecider, history)
    .when(settle('p-1', 'restReceived', 'transfer'))
    .then(t, [
      settledBy('p-1', 'restReceived', 'transfer'),
      { type: 'PaymentConfirmed', data: { ...of, paidCents: 400, method: 'other' } },
    ]);
  given(orderDecider, [...history, expired])
    .when(settle('p-1', 'restReceived', 'transfer'))
    .thenRejected(t, { code: 'order.way-not-possible' });
  const elsewhere = settledBy('p-1', 'elsewhere', 'paid back in cash');
  given(orderDecider, history)
    .when(settle('p-1', 'elsewhere', 'paid back in cash'))
    .then(t, [elsewhere]);
  t.strictSame(mattersOf([...history, elsewhere]), []);
  given(orderDecider, [...history, elsewhere])
    .when({ type: 'CancelOrder', at, reason: 'customer' })
    .then(t, [{ type: 'OrderCancelled', data: { orderId, at, reason: 'customer', note: null } }]);
  given(orderDecider, [...history, elsewhere])
    .when(settle('p-1', 'refund'))
    .thenRejected(t, { code: 'order.matter-not-open' });
  const later: OrderEvent = {
    type: 'PaymentDiffered',
    data: { ...of, at: '2026-03-01T10:30:00Z', paidCents: 500, currency: 'EUR', reason: 'partial' },
  };
  t.strictSame(
    mattersOf([...history, elsewhere, later]),
    [['p-1', 'partial', 500]],
    'what differs anew is a new matter',
  );
});

t.test('what went back in part does not go back twice', async (t) => {
  const cancelled: OrderEvent = { type: 'OrderCancelled', data: { orderId, at, reason: 'notFulfilled', note: null } };
  const back = refundOf('p-1/cancellation', 400, 'cancellation');
  given(orderDecider, [placed, started, differs('partial', 400), cancelled, back])
    .when(note())
    .then(t, [
      differs('late', 9_401),
      { type: 'RefundRequested', data: { ...of, refundId: 'p-1/late', grossCents: 9_001, reason: 'late' } },
    ]);
});

t.test('what came too much waits for a person', async (t) => {
  const more: OrderEvent = { type: 'PaymentConfirmed', data: { ...of, paidCents: 9_500, method: 'creditCard' } };
  const history = [placed, started, more, differs('double', 9_500), accepted];
  t.strictSame(mattersOf(history), [['p-1', 'excess', 99]]);
  const back = refundOf('p-1/double', 99, 'double');
  given(orderDecider, history).when(settle('p-1', 'refund')).then(t, [back]);
  t.strictSame(mattersOf([...history, back]), []);
  t.strictSame(mattersOf([...history, settledBy('p-1', 'elsewhere', 'kept as tip')]), []);
});

t.test('money of another currency or for another order can only be settled elsewhere', async (t) => {
  const history = [placed, started, differs('foreign', 9_401, 'USD')];
  t.strictSame(mattersOf(history), [['p-1', 'foreign', 9_401]]);
  given(orderDecider, history).when(settle('p-1', 'refund')).thenRejected(t, { code: 'order.way-not-possible' });
  given(orderDecider, history)
    .when({ type: 'CancelOrder', at, reason: 'customer' })
    .then(t, [{ type: 'OrderCancelled', data: { orderId, at, reason: 'customer', note: null } }]);
});

t.test('a refund that the provider refuses waits for a person, who may try again', async (t) => {
  const asked = refundOf('r-1', 9_401, 'withdrawal');
  const refused: OrderEvent = { type: 'RefundRefused', data: { ...of, refundId: 'r-1', reason: 'not-refundable' } };
  const history = [placed, started, paid, accepted, asked];
  const noteRefused = { type: 'NoteRefundRefused', at, refundId: 'r-1', reason: 'not-refundable' } as const;
  given(orderDecider, history).when(noteRefused).then(t, [refused]);
  given(orderDecider, [...history, refused])
    .when(noteRefused)
    .thenNothing(t);
  t.strictSame(mattersOf([...history, refused]), [['r-1', 'refundRefused', 9_401]]);
  given(orderDecider, [...history, refused])
    .when(settle('r-1', 'refund'))
    .then(t, [asked]);
  t.strictSame(mattersOf([...history, refused, asked]), [], 'it is tried again');
  given(orderDecider, [...history, refused, asked])
    .when(noteRefused)
    .then(t, [refused]);
  given(orderDecider, [...history, refused])
    .when(settle('r-1', 'elsewhere', 'bank transfer'))
    .then(t, [settledBy('r-1', 'elsewhere', 'bank transfer')]);
  t.strictSame(mattersOf([...history, refused, settledBy('r-1', 'elsewhere', 'bank transfer')]), []);
});
