import type pg from 'pg';
import { z } from 'zod';
import {
  PaymentRefused,
  PaymentUnavailable,
  type HostedPayment,
  type PaymentGateway,
  type PaymentSnapshot,
} from '../../../commands/order/payment-gateway.js';
import type { Clock } from '../../../commands/ports.js';
import { withLock } from '../../database/locks.js';
import type { UnzerConfig } from '../config.js';
import { openUnzerApi, UnzerRefusal } from './api.js';
import { methodOf, methodsConfig } from './methods.js';
import { notifiedPayment } from './notification.js';
import { postgresPages, type PaymentPage } from './pages.js';
import { refundOn } from './refunds.js';
import { snapshotOf } from './snapshot.js';
import {
  attemptOf,
  isPageId,
  isPaymentId,
  orderNumberOf,
  states,
  WireCard,
  WireNewPage,
  WirePage,
  WirePayment,
} from './wire.js';

type UnzerOptions = {
  readonly config: UnzerConfig;
  readonly pool: pg.Pool;
  readonly clock: Clock;
  readonly shopName: string;
  /** Unzer says no where it should not: the operator has to mend something. */
  readonly onRefused: (message: string) => void;
  readonly timeoutMs?: number;
};

export type UnzerGateway = PaymentGateway & {
  /** Asks Unzer to tell us of changes at this address; it stays so for ever. */
  registerWebhook(url: string): Promise<void>;
  close(): Promise<void>;
};

const notFound = 'API.310.100.003';
const orderNumberInUse = 'API.320.200.138';
const webhookKnown = 'API.510.310.009';

/** States of a payment that was begun under our order number and may still bring money, or has. */
const holdsMoney: readonly number[] = [
  states.pending,
  states.completed,
  states.partly,
  states.review,
  states.chargeback,
];

/** Pages that may be lost between Unzer and us, for one attempt. */
const maxPages = 5;

const paymentStates = ['pending', 'completed', 'canceled', 'partly', 'payment_review', 'chargeback'];
const eventList = [...paymentStates.map((state) => `payment.${state}`), 'chargeback', 'charge.canceled'];

/** Unzer: payment page v2, payments v1. https://docs.unzer.com/ */
export function unzerGateway({ config, pool, clock, shopName, onRefused, timeoutMs }: UnzerOptions): UnzerGateway {
  const api = openUnzerApi(config, clock, timeoutMs);
  const pages = postgresPages(pool);

  /** A no that nobody outside can do anything about. */
  async function refusable<T>(work: () => Promise<T>): Promise<T> {
    try {
      return await work();
    } catch (error) {
      if (!(error instanceof UnzerRefusal)) throw error;
      onRefused(error.message);
      throw new PaymentUnavailable(error.message, { cause: error });
    }
  }

  /** By its id or our order number; null when there is none. */
  async function findPayment(idOrNumber: string): Promise<WirePayment | null> {
    try {
      return await api.ask({ method: 'GET', path: `/payments/${idOrNumber}`, answer: WirePayment });
    } catch (error) {
      if (error instanceof UnzerRefusal && (error.code === notFound || error.status === 404)) return null;
      throw error;
    }
  }

  async function getPayment(id: string): Promise<WirePayment> {
    const payment = await findPayment(id);
    // An answer about another payment than the one asked for is worth nothing.
    if (payment === null || payment.id !== id) throw unknownPayment(id);
    return payment;
  }

  async function createPage(payment: HostedPayment, orderNumber: string) {
    const { amountCents, currency, language, country, description, returnUrl, expiresAt } = payment;
    const urls = {
      returnSuccess: returnUrl,
      returnPending: returnUrl,
      returnFailure: returnUrl,
      returnCancel: returnUrl,
    };
    const body = {
      ...{ mode: 'charge', type: 'hosted', checkoutType: 'payment_only' },
      ...{ amount: amountCents / 100, currency, orderId: orderNumber, paymentReference: description, shopName },
      ...{ urls, paymentMethodsConfigs: methodsConfig(config.methods, country), expiresAt },
    };
    try {
      return await api.askPage({ method: 'POST', path: '', answer: WireNewPage, body, language });
    } catch (error) {
      if (error instanceof UnzerRefusal && error.code === orderNumberInUse) return null;
      throw error;
    }
  }

  /** A page, by its id or that of a payment on it, with everything that was tried on it. */
  async function load(ref: string) {
    mustBeRef(ref);
    const told = isPaymentId(ref) ? await getPayment(ref) : null;
    const attempt = attemptOf(told?.orderId);
    const page = told === null ? await pages.findByRef(ref) : attempt === null ? null : await pages.find(attempt);
    const providerRef = page?.providerRef ?? ref;
    const payments = await paymentsOn(providerRef, page, told);
    return { page, providerRef, payments };
  }

  /** All that was tried on a page; `told` is the one that we know of already. */
  async function paymentsOn(ref: string, page: PaymentPage | null, told: WirePayment | null) {
    const known = told === null ? [] : [told];
    if (isPaymentId(ref)) return ref === told?.id ? known : [await getPayment(ref), ...known];
    const listed = await listPayments(ref);
    if (listed !== null) {
      const ids = listed.filter((id) => id !== told?.id);
      return [...(await Promise.all(ids.map(getPayment))), ...known];
    }
    if (page === null) throw unknownPayment(ref);
    // The page is gone, and what was paid on it is not.
    for (let number = 1; number <= maxPages && known.length === 0; number++) {
      const begun = await findPayment(orderNumberOf(page, number));
      if (begun !== null) known.push(begun);
    }
    return known;
  }

  /** Null when there is no such page. */
  async function listPayments(pageId: string): Promise<readonly string[] | null> {
    try {
      const { payments } = await api.askPage({ method: 'GET', path: `/${pageId}`, answer: WirePage });
      return [...new Set((payments ?? []).map(({ paymentId }) => paymentId))].filter(isPaymentId);
    } catch (error) {
      if (error instanceof UnzerRefusal && error.status === 404) return null;
      throw error;
    }
  }

  /** The kind of a card is told by the card alone; when it is not, it counts as a credit card. */
  async function cardMethod(typeId: string): Promise<PaymentSnapshot['method']> {
    try {
      const card = await api.ask({ method: 'GET', path: `/types/card/${typeId}`, answer: WireCard });
      return card.cardDetails?.cardType?.toUpperCase() === 'DEBIT' ? 'debitCard' : 'creditCard';
    } catch (error) {
      if (error instanceof UnzerRefusal || error instanceof PaymentUnavailable) return 'creditCard';
      throw error;
    }
  }

  return {
    provider: 'unzer',
    createHostedPayment: (payment) =>
      refusable(async () => {
        const { orderId, attempt, returnUrl } = payment;
        const made = { orderId, attempt, expiresAt: new Date(payment.expiresAt) };
        for (let number = 1; number <= maxPages; number++) {
          const known = await pages.find(payment);
          if (known !== null) return known;
          const orderNumber = orderNumberOf(payment, number);
          const begun = await findPayment(orderNumber);
          // Somebody pays on a page that we have forgotten: nobody is asked to pay twice.
          if (begun !== null && holdsMoney.includes(begun.state.id)) {
            return pages.keep({ ...made, providerRef: begun.id, redirectUrl: returnUrl });
          }
          const page = begun === null ? await createPage(payment, orderNumber) : null;
          if (page !== null) return pages.keep({ ...made, providerRef: page.paypageId, redirectUrl: page.redirectUrl });
        }
        throw new PaymentUnavailable(`Unzer knows ${maxPages} pages of this attempt that we do not.`);
      }),
    fetchPayment: (ref) =>
      refusable(async () => {
        const { page, providerRef, payments } = await load(ref);
        const isExpired = page !== null && page.expiresAt.getTime() <= clock.now().epochMilliseconds;
        const found = snapshotOf({ providerRef, orderId: page?.orderId ?? null, isExpired, payments });
        const { typeId, ...snapshot } = found;
        const method = methodOf(typeId);
        return { ...snapshot, method: method === 'card' ? await cardMethod(typeId ?? '') : method };
      }),
    async refund(ref, wish) {
      mustBeRef(ref);
      const work = () => refusable(async () => refundOn(api, (await load(ref)).payments, wish));
      // Two at once would both find that nothing was given back yet.
      const done = await withLock(pool, `refund/${ref}`, work);
      if (done === null) throw new PaymentUnavailable('Another refund of this payment is under way.');
      return done.result;
    },
    parseNotification(rawBody) {
      const providerRef = notifiedPayment(rawBody, config);
      return providerRef === null ? null : { providerRef };
    },
    registerWebhook: (url) =>
      refusable(async () => {
        const body = { url, eventList };
        await api.ask({ method: 'POST', path: '/webhooks', answer: z.unknown(), body }).catch((error: unknown) => {
          if (!(error instanceof UnzerRefusal) || error.code !== webhookKnown) throw error;
        });
      }),
    close: () => api.close(),
  };
}

function mustBeRef(ref: string): void {
  if (!isPaymentId(ref) && !isPageId(ref)) throw unknownPayment(ref);
}

function unknownPayment(ref: string): PaymentRefused {
  return new PaymentRefused('not-found', `Unzer knows no payment ${ref.slice(0, 100)}.`);
}
