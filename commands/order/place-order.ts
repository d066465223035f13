import { v5 as uuidV5, v7 as uuidV7 } from 'uuid';
import { LicenceId, OrderId, streamOf, type AccountId } from '../../domain/kernel/ids.js';
import { Temporal } from '../../domain/kernel/time.js';
import type { OrderDocument, OrderItem } from '../../domain/order/events.js';
import { orderDecider, type OrderRejection } from '../../domain/order/order.js';
import type { Quote } from '../../domain/order/quote.js';
import { licenceDecider } from '../../domain/licence/licence.js';
import { handle, type CommandContext } from '../handle.js';
import { askQuote, type PurchaseRejection, type QuoteWish } from './ask-quote.js';
import { loadOrder } from './load-order.js';
import type { OrderDeps } from './ports.js';
import { startPayment } from './start-payment.js';

/** Namespace of ids that are derived from an idempotency key, or from an order. */
const orderNamespace = '9a4b7a0e-64a3-4d52-9b3f-6f0a7b8c1d2e';
/** How long an order waits for its payment, and how much longer it holds what it reserved. */
const minutesToPay = 60;
const minutesMore = 30;

export type OrderWish = Omit<QuoteWish, 'at' | 'orderId'> & {
  readonly accountId: AccountId;
  readonly language: 'de' | 'en';
  /** Versions that were read and accepted. */
  readonly accepted: { readonly terms: string; readonly generalTerms: string };
  /** The consumer asks to begin before the period of withdrawal is over. */
  readonly earlyStart: boolean;
  /** What the customer saw and agreed to pay, in cents. */
  readonly quoteTotalCents: number;
};

export type OrderPlacementRejection =
  | PurchaseRejection
  | OrderRejection
  /** What is to be paid is another sum than the customer saw. */
  | { readonly code: 'order.price-changed' }
  | { readonly code: 'order.documents-outdated'; readonly kind: 'terms' | 'general-terms' }
  | { readonly code: 'order.early-start-required' };

type PlacedOrder =
  | {
      readonly ok: true;
      readonly orderId: OrderId;
      readonly paymentUrl: string | null;
      readonly position: bigint | null;
    }
  | { readonly ok: false; readonly rejection: OrderPlacementRejection };

/**
 * Places an order at the price that the customer saw, takes its plants and credits, and opens a payment page. The same
 * account and idempotency key mean the same order. `paymentUrl` is null when credits cover everything, and while the provider
 * is not there; the order can be paid later then.
 */
export async function placeOrder(deps: OrderDeps, wish: OrderWish, context: CommandContext): Promise<PlacedOrder> {
  const key = context.idempotencyKey;
  const orderId = OrderId.parse(key === undefined ? uuidV7() : uuidV5(`${wish.accountId}/${key}`, orderNamespace));
  const before = await loadOrder(deps.log, orderId);
  if (before.status !== 'none') return paymentOf(deps, orderId, null, context);
  const at = deps.clock.now().toString();
  const asked = await askQuote(deps, { ...wish, at, orderId });
  if (!asked.ok) return asked;
  const { quote, customerKind, buyer, plantNames, vatEvidence } = asked.quoted;
  const documents = documentsFor(deps.documentsInForce(at), customerKind);
  const objection = objectionTo(wish, quote, documents, { isGermanConsumer: customerKind === 'consumer' });
  if (objection !== null) return { ok: false, rejection: objection };

  const expires = Temporal.Instant.from(at).add({ minutes: minutesToPay });
  const held = await reserve(
    deps,
    orderId,
    quote,
    { at, until: expires.add({ minutes: minutesMore }).toString() },
    context,
  );
  if (!held.ok) return held;
  const { vat, priceListVersion, netCents, vatCents, grossCents, creditCents, toPayCents } = quote;
  const placed = await handle(
    deps.log,
    orderDecider,
    streamOf.order(orderId),
    {
      type: 'PlaceOrder',
      at,
      vatEvidence,
      order: {
        ...{ orderId, accountId: wish.accountId, customerKind, language: wish.language },
        items: quote.items.map((item) => orderItem(orderId, item)),
        ...{ vatTreatment: vat.treatment, vatRateBasisPoints: vat.rateBasisPoints },
        ...{ netCents, vatCents, grossCents, creditCents, toPayCents, currency: 'EUR', priceListVersion },
        documents,
        earlyStart: customerKind === 'consumer' ? wish.earlyStart : null,
        expiresAt: expires.toString(),
        ...{ buyer, plantNames },
      },
    },
    withoutRevision(context),
  );
  if (!placed.ok) return placed;
  return paymentOf(deps, orderId, placed.position, context);
}

/** A provider that does not answer does not undo the order: it is paid from its page, while it waits. */
async function paymentOf(
  deps: OrderDeps,
  orderId: OrderId,
  position: bigint | null,
  context: CommandContext,
): Promise<PlacedOrder> {
  const started = await startPayment(deps, orderId, withoutRevision(context));
  if (started.ok) return { ok: true, orderId, paymentUrl: started.redirectUrl, position: started.position ?? position };
  const isWaiting =
    started.rejection.code === 'order.provider-unavailable' || started.rejection.code === 'order.not-open';
  if (isWaiting) return { ok: true, orderId, paymentUrl: null, position };
  return { ok: false, rejection: { code: 'order.not-found' } };
}

/** Everybody gets the contract documents; how to withdraw concerns consumers only. */
export function documentsFor(
  inForce: readonly OrderDocument[],
  customerKind: 'consumer' | 'business',
): readonly OrderDocument[] {
  return inForce.filter(({ kind }) => kind !== 'withdrawal' || customerKind === 'consumer');
}

function objectionTo(
  { accepted, earlyStart, quoteTotalCents }: OrderWish,
  { toPayCents }: Quote,
  documents: readonly OrderDocument[],
  { isGermanConsumer }: { readonly isGermanConsumer: boolean },
): OrderPlacementRejection | null {
  const version = (kind: string) => documents.find((document) => document.kind === kind)?.version;
  if (accepted.terms !== version('terms')) return { code: 'order.documents-outdated', kind: 'terms' };
  if (accepted.generalTerms !== version('general-terms')) {
    return { code: 'order.documents-outdated', kind: 'general-terms' };
  }
  if (isGermanConsumer && !earlyStart) return { code: 'order.early-start-required' };
  return toPayCents === quoteTotalCents ? null : { code: 'order.price-changed' };
}

/** Takes every plant, or none. */
async function reserve(
  { log }: OrderDeps,
  orderId: OrderId,
  { items }: Quote,
  { at, until }: { readonly at: string; readonly until: string },
  context: CommandContext,
): Promise<{ readonly ok: true } | { readonly ok: false; readonly rejection: OrderPlacementRejection }> {
  for (const [index, { plantId, credits }] of items.entries()) {
    const command = { type: 'ReserveLicence', plantId, at, orderId, until, credits } as const;
    const taken = await handle(log, licenceDecider, streamOf.licence(plantId), command, withoutRevision(context));
    if (taken.ok) continue;
    for (const other of items.slice(0, index)) {
      const release = { type: 'ReleaseReservation', plantId: other.plantId, at, orderId } as const;
      await handle(log, licenceDecider, streamOf.licence(other.plantId), release, withoutRevision(context));
    }
    return { ok: false, rejection: whyNotTaken(taken.rejection, index) };
  }
  return { ok: true };
}

function whyNotTaken(rejection: { readonly code: string }, index: number): OrderPlacementRejection {
  if (rejection.code === 'licence.in-other-order' && 'orderId' in rejection) {
    return { code: 'order.in-other-order', index, orderId: String(rejection.orderId) };
  }
  if (rejection.code === 'licence.already-queued' && 'firstDay' in rejection) {
    return { code: 'order.already-queued', index, firstDay: String(rejection.firstDay) };
  }
  // Another order has taken the credit since: what is to be paid is another sum now.
  return { code: 'order.price-changed' };
}

function orderItem(orderId: OrderId, item: Quote['items'][number]): OrderItem {
  const { plantId, termDays, licensedPowerW, netCents, vatCents, grossCents, firstDay, lastDay, credits } = item;
  return {
    licenceId: LicenceId.parse(uuidV5(`${orderId}/${plantId}`, orderNamespace)),
    ...{ plantId, termDays, licensedPowerW, netCents, vatCents, grossCents, firstDay, lastDay },
    creditCents: credits.reduce((sum, part) => sum + part.grossCents, 0),
  };
}

/** If-Match and Idempotency-Key speak of the order as a whole, not of the streams that it touches. */
function withoutRevision({ actor, correlationId }: CommandContext): CommandContext {
  return { actor, correlationId };
}
