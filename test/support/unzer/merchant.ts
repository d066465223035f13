import { randomInt } from 'node:crypto';

/** What the customer does on the hosted page. */
export type Choice = 'pay' | 'payTooLittle' | 'wait' | 'fail' | 'cancel';

type Cancel = { readonly id: string; readonly cents: number; readonly reference: string | null };
type Charge = {
  readonly id: string;
  cents: number;
  status: 'success' | 'pending' | 'error';
  readonly cancels: Cancel[];
};
export type StoredPayment = {
  readonly id: string;
  orderId: string;
  currency: string;
  readonly totalCents: number;
  stateId: number;
  typeId: string;
  readonly charges: Charge[];
  isChargedBack: boolean;
};
type NewPage = {
  readonly amount: number;
  readonly currency: string;
  readonly orderId: string;
  readonly urls: Readonly<Record<string, string>>;
  readonly paymentMethodsConfigs: Readonly<Record<string, { readonly enabled: boolean; readonly order?: number }>>;
  readonly expiresAt: string;
};
export type StoredPage = { readonly id: string; readonly body: NewPage; readonly payments: StoredPayment[] };

export type Answer = { readonly status: number; readonly body: object };

/** Event and payment of a notification. */
export type Happening = { readonly event: string; readonly paymentId: string };

/** Transactions name an address where nobody must ask. */
const elsewhere = 'https://api.unzer.example/v1';

const typeIds: Readonly<Record<string, string>> = {
  onlineTransfer: 's-obp-x7ejh3tzt8ua',
  creditCard: 's-crd-9wmri5mdlqps',
  debitCard: 's-crd-debit00000000',
  paypal: 's-ppl-xmgqpwdqgdvn',
};

/** One merchant at Unzer: pages, payments, charges and cancellations, and how they look on the wire. */
export function merchant(stage: 's' | 'p') {
  const pages = new Map<string, StoredPage>();
  const payments = new Map<string, StoredPayment>();
  const usedOrderIds = new Set<string>();
  let lastId = randomInt(1_000_000, 1_000_000_000);
  const nextId = (kind: string) => `${stage}-${kind}-${++lastId}`;

  function createPage(body: NewPage, redirectUrl: (id: string) => string): Answer {
    if (!(body.amount > 0) || body.currency === undefined) return problem(400, 'API.600.200.002', 'amount missing');
    if (usedOrderIds.has(body.orderId)) return problem(400, 'API.320.200.138', 'orderId already in use');
    usedOrderIds.add(body.orderId);
    const page = { id: nextId('ppg'), body, payments: [] };
    pages.set(page.id, page);
    return { status: 200, body: { paypageId: page.id, redirectUrl: redirectUrl(page.id) } };
  }

  function showPage(id: string): Answer {
    const page = pages.get(id);
    if (page === undefined) return problem(404, 'API.850.100.001', 'paypage not found');
    const status = ({ stateId }: StoredPayment) => (stateId === 0 ? 'pending' : stateId === 1 ? 'success' : 'failure');
    const list = page.payments.map((one) => ({ paymentId: one.id, transactionStatus: status(one), messages: [] }));
    return { status: 200, body: { paypageId: id, payments: list, total: list.length } };
  }

  function showPayment(idOrOrder: string): Answer {
    const byOrder = [...payments.values()].findLast(({ orderId }) => orderId === idOrOrder);
    const payment = payments.get(idOrOrder) ?? byOrder;
    if (payment === undefined) return problem(404, 'API.310.100.003', 'payment not found');
    return { status: 200, body: wireOf(payment) };
  }

  /** Does what the customer chose; answers what is to be told of it. */
  function act(pageId: string, choice: Choice, method: string): readonly Happening[] {
    const page = pages.get(pageId);
    if (page === undefined) throw new Error(`no page ${pageId}`);
    const totalCents = Math.round(page.body.amount * 100);
    if (choice === 'cancel' && page.payments.length === 0) return [...begin(page, totalCents, method, 'cancel')];
    const waiting = page.payments.find(({ stateId }) => stateId === 0);
    if (waiting !== undefined) return settle(waiting, choice);
    return begin(page, totalCents, method, choice);
  }

  function begin(page: StoredPage, totalCents: number, method: string, choice: Choice): readonly Happening[] {
    const { currency, orderId } = page.body;
    const typeId = (typeIds[method] ?? 's-xyz-1').replace(/^s/, stage);
    const payment: StoredPayment = {
      ...{ id: nextId('pay'), orderId, currency, totalCents, stateId: 0, typeId, charges: [], isChargedBack: false },
    };
    payment.charges.push({ id: `${stage}-chg-1`, cents: totalCents, status: 'pending', cancels: [] });
    payments.set(payment.id, payment);
    page.payments.push(payment);
    const begun = { event: 'payment.pending', paymentId: payment.id };
    return choice === 'wait' ? [begun] : [begun, ...settle(payment, choice)];
  }

  function settle(payment: StoredPayment, choice: Choice): readonly Happening[] {
    const [charge] = payment.charges;
    if (charge === undefined || choice === 'wait') return [];
    const paymentId = payment.id;
    if (choice === 'fail' || choice === 'cancel') {
      if (choice === 'fail') charge.status = 'error';
      else payment.charges.length = 0;
      payment.stateId = 2;
      return [
        { event: 'charge.failed', paymentId },
        { event: 'payment.canceled', paymentId },
      ];
    }
    charge.status = 'success';
    if (choice === 'payTooLittle') charge.cents = Math.floor(charge.cents / 2);
    payment.stateId = choice === 'pay' ? 1 : 3;
    const event = choice === 'pay' ? 'payment.completed' : 'payment.partly';
    return [
      { event: 'charge.succeeded', paymentId },
      { event, paymentId },
    ];
  }

  function cancel(paymentId: string, chargeId: string, body: { amount?: string; paymentReference?: string }): Answer {
    const payment = payments.get(paymentId);
    const charge = payment?.charges.find(({ id }) => id === chargeId);
    if (payment === undefined || charge === undefined) return problem(404, 'API.310.100.003', 'charge not found');
    if (payment.isChargedBack) return problem(400, 'API.340.100.015', 'already charged back');
    const left = charge.cents - total(charge.cancels.map(({ cents }) => cents));
    const cents = body.amount === undefined ? left : Math.round(Number(body.amount) * 100);
    if (left === 0) return problem(400, 'API.340.100.014', 'already cancelled');
    if (cents > left) return problem(400, 'API.340.100.024', 'amount too large');
    const id = `${stage}-cnl-${charge.cancels.length + 1}`;
    charge.cancels.push({ id, cents, reference: body.paymentReference ?? null });
    if (canceledOf(payment) === payment.totalCents) payment.stateId = 2;
    return { status: 200, body: { id, isSuccess: true, amount: body.amount, paymentReference: body.paymentReference } };
  }

  function showCancel(paymentId: string, chargeId: string, cancelId: string): Answer {
    const charge = payments.get(paymentId)?.charges.find(({ id }) => id === chargeId);
    const found = charge?.cancels.find(({ id }) => id === cancelId);
    if (found === undefined) return problem(404, 'API.310.100.003', 'cancel not found');
    return { status: 200, body: { id: found.id, amount: decimal(found.cents), paymentReference: found.reference } };
  }

  function showCard(id: string): Answer {
    if (![...payments.values()].some(({ typeId }) => typeId === id))
      return problem(404, 'API.500.100.001', 'not found');
    return { status: 200, body: { id, cardDetails: { cardType: id.includes('debit') ? 'DEBIT' : 'CREDIT' } } };
  }

  function chargeBack(paymentId: string): Happening {
    const payment = payments.get(paymentId);
    if (payment !== undefined) Object.assign(payment, { stateId: 5, isChargedBack: true });
    return { event: 'payment.chargeback', paymentId };
  }

  return { pages, payments, createPage, showPage, showPayment, act, cancel, showCancel, showCard, chargeBack };
}

export function problem(status: number, code: string, merchantMessage: string): Answer {
  const errors = [{ code, merchantMessage, customerMessage: 'Etwas ging schief.' }];
  return { status, body: { id: 's-err-1', timestamp: '2026-11-27 12:00:00', errors } };
}

function wireOf(payment: StoredPayment): object {
  const { id, orderId, currency, stateId, totalCents, typeId, charges } = payment;
  const charged = total(charges.filter(({ status }) => status === 'success').map(({ cents }) => cents));
  const url = `${elsewhere}/payments/${id}`;
  const transactions = charges.flatMap((charge) => [
    {
      ...{ date: '2026-11-27 12:00:00', type: 'charge', status: charge.status },
      url: `${url}/charges/${charge.id}`,
      amount: decimal(charge.cents),
    },
    ...charge.cancels.map((one) => ({
      ...{ date: '2026-11-27 12:00:00', type: 'cancel-charge', status: 'success', amount: decimal(one.cents) },
      url: `${url}/charges/${charge.id}/cancels/${one.id}`,
    })),
  ]);
  return {
    ...{ id, orderId, currency, transactions, state: { id: stateId, name: 'as its id says' } },
    amount: {
      total: decimal(totalCents),
      charged: decimal(charged),
      canceled: decimal(canceledOf(payment)),
      remaining: decimal(totalCents - charged),
    },
    resources: { typeId, traceId: '70ddf3152a798c554d9751a6d77812ae' },
  };
}

const canceledOf = ({ charges }: StoredPayment) =>
  total(charges.flatMap(({ cancels }) => cancels.map(({ cents }) => cents)));
const total = (amounts: readonly number[]) => amounts.reduce((sum, cents) => sum + cents, 0);
/** Four decimals, as the real ones. */
const decimal = (cents: number) => `${Math.trunc(cents / 100)}.${String(cents % 100).padStart(2, '0')}00`;
