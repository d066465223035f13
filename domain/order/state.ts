import { assertNever } from '../kernel/decider.js';
import { Erased, type Personal } from '../kernel/event.js';
import type { OrderId, PlantId } from '../kernel/ids.js';
import { addDays, instantOf } from '../licence/calendar.js';
import type { OrderEvent, OrderEventData, RefundReason } from './events.js';

export type Placed = OrderEventData<'OrderPlaced'>;
export type Payment = {
  readonly provider: string;
  readonly providerRef: string;
  readonly attempt: number;
  /** What of it has arrived. */
  readonly paidCents: number;
  readonly hasFailed: boolean;
};
export type Refund = {
  readonly refundId: string;
  readonly provider: string;
  readonly providerRef: string;
  readonly grossCents: number;
  readonly reason: RefundReason;
  readonly isDone: boolean;
  /** The provider will not give it back; somebody has to look. Null = not refused. RFC 3339. */
  readonly refusedAt: string | null;
};

/** The contract was over for a plant before its time. */
export type Ending = {
  readonly plantId: PlantId;
  /** RFC 3339. */
  readonly at: string;
  readonly by: 'withdrawal' | 'cancellation';
};

/** The contract ends for a plant on a day that is still to come. */
export type PlannedEnd = {
  readonly plantId: PlantId;
  /** The first day that does not count as used any more. */
  readonly endsOn: string;
  readonly reason: string;
};

/** Why an order that nobody placed is owed (F10). */
export type Supplement = {
  readonly boughtWith: OrderId;
  readonly statedPowerW: number;
  readonly since: string;
  readonly dueOn: string;
  readonly evidence: Personal<string>;
  /** What shows the power; null of charges from before it was kept. */
  readonly kept: Pick<OrderEventData<'PowerEvidenceKept'>, 'shown' | 'file'> | null;
};

/** The repair whose agreed price is owed (H4). */
export type ChargedRepair = Pick<OrderEventData<'RepairCharged'>, 'repairOrderId' | 'device' | 'positions' | 'dueOn'>;

export type Order = {
  /** `open` waits for money; `paid` has it; `accepted` is a contract. */
  readonly status: 'open' | 'paid' | 'accepted' | 'expired' | 'cancelled';
  readonly placed: Placed;
  /** Null: somebody placed it. */
  readonly supplement: Supplement | null;
  /** What shows the VAT id of the buyer; null where no invoice rests on one. */
  readonly vatEvidence: OrderEventData<'VatEvidenceKept'> | null;
  /** Null: it is about licences. */
  readonly repair: ChargedRepair | null;
  readonly payments: readonly Payment[];
  /** Which of them paid the order. */
  readonly paidBy: string | null;
  readonly paidAt: string | null;
  readonly acceptedAt: string | null;
  /** When it was withdrawn from as a whole. */
  readonly withdrawnAt: string | null;
  /** When of a repair only what had been done was left to be paid for. */
  readonly compensatedAt: string | null;
  readonly endings: readonly Ending[];
  readonly plannedEnds: readonly PlannedEnd[];
  /** Why it came to nothing; null while it has not been cancelled. */
  readonly cancellation: Pick<OrderEventData<'OrderCancelled'>, 'at' | 'reason' | 'note'> | null;
  readonly invoices: readonly OrderEventData<'InvoiceIssued'>[];
  readonly refunds: readonly Refund[];
  /** Money that does not fit, for the office to look at. */
  readonly differences: readonly OrderEventData<'PaymentDiffered'>[];
  /** The bank took the payment back; `decision` is null until the operator has decided. */
  readonly chargeback: {
    readonly at: string;
    readonly grossCents: number;
    readonly decision: OrderEventData<'ChargebackDecided'>['decision'] | null;
  } | null;
  /** What somebody has dealt with outside of the portal, the latest last. */
  readonly settlements: readonly OrderEventData<'PaymentMatterSettled'>[];
};
export type OrderState = { readonly status: 'none' } | Order;

/** What is known of an order after one more event. */
export function evolveOrder(state: OrderState, event: OrderEvent): OrderState {
  if (event.type === 'OrderPlaced') return opened(event.data, { supplement: null, repair: null });
  if (event.type === 'SupplementCharged') return charged(event.data);
  if (event.type === 'RepairCharged') return repairCharged(event.data);
  if (state.status === 'none') return state;
  switch (event.type) {
    case 'PowerEvidenceKept': {
      const { shown, file } = event.data;
      return { ...state, supplement: state.supplement && { ...state.supplement, kept: { shown, file } } };
    }
    case 'VatEvidenceKept':
      return { ...state, vatEvidence: event.data };
    case 'PaymentStarted': {
      const { provider, providerRef, attempt } = event.data;
      return {
        ...state,
        payments: [...state.payments, { provider, providerRef, attempt, paidCents: 0, hasFailed: false }],
      };
    }
    case 'PaymentConfirmed': {
      const { providerRef, at } = event.data;
      return { ...withPaid(state, event.data), status: 'paid', paidBy: providerRef, paidAt: at };
    }
    case 'PaymentFailed': {
      const { providerRef } = event.data;
      const failed = (one: Payment) => (one.providerRef === providerRef ? { ...one, hasFailed: true } : one);
      return { ...state, payments: state.payments.map(failed) };
    }
    case 'PaymentDiffered':
      return { ...withPaid(state, event.data), differences: [...state.differences, event.data] };
    case 'PaymentMatterSettled':
      return { ...state, settlements: [...state.settlements, event.data] };
    case 'PaymentChargedBack': {
      const { at, grossCents } = event.data;
      return { ...state, chargeback: { at, grossCents, decision: null } };
    }
    case 'ChargebackDecided': {
      const { chargeback } = state;
      return { ...state, chargeback: chargeback && { ...chargeback, decision: event.data.decision } };
    }
    case 'OrderExpired':
      return { ...state, status: 'expired' };
    case 'OrderCancelled': {
      const { at, reason, note } = event.data;
      return { ...state, status: 'cancelled', cancellation: { at, reason, note } };
    }
    case 'OrderAccepted':
      return { ...state, status: 'accepted', acceptedAt: event.data.at };
    case 'InvoiceIssued':
      return { ...state, invoices: [...state.invoices, event.data] };
    case 'OrderWithdrawn':
      return withEndings(state, event.data, 'withdrawal');
    case 'OrderCompensated':
      return compensated(state, event.data);
    case 'OrderTerminated':
      return withEndings(state, event.data, 'cancellation');
    case 'TerminationPlanned': {
      const { plantIds, endsOn, reason } = event.data;
      const planned = plantIds.map((plantId) => ({ plantId, endsOn, reason }));
      return { ...state, plannedEnds: [...plansWithout(state, plantIds), ...planned] };
    }
    case 'TerminationLifted':
      return { ...state, plannedEnds: plansWithout(state, event.data.plantIds) };
    case 'RefundRequested': {
      const { refundId, provider, providerRef, grossCents, reason } = event.data;
      const asked = { refundId, provider, providerRef, grossCents, reason, isDone: false, refusedAt: null };
      // One that was refused may be asked for again.
      return { ...state, refunds: [...state.refunds.filter((one) => one.refundId !== refundId), asked] };
    }
    case 'OrderRefunded':
      return withRefund(state, event.data.refundId, { isDone: true, refusedAt: null });
    case 'RefundRefused':
      return withRefund(state, event.data.refundId, { refusedAt: event.data.at });
    case 'BuyerForgotten':
      return forgotten(state);
    default:
      return assertNever(event);
  }
}

function opened(placed: Placed, owed: Pick<Order, 'supplement' | 'repair'>): Order {
  const nothing = {
    vatEvidence: null,
    paidBy: null,
    paidAt: null,
    acceptedAt: null,
    withdrawnAt: null,
    compensatedAt: null,
    chargeback: null,
    cancellation: null,
  };
  const empty = {
    endings: [],
    plannedEnds: [],
    payments: [],
    invoices: [],
    refunds: [],
    differences: [],
    settlements: [],
  };
  return { status: 'open', placed, ...owed, ...nothing, ...empty };
}

function charged(data: OrderEventData<'SupplementCharged'>): Order {
  const { boughtWith, item, statedPowerW, since, dueOn, evidence, plantName, ...of } = data;
  const { netCents, vatCents, grossCents } = item;
  const placed: Placed = {
    ...of,
    ...{ items: [item], netCents, vatCents, grossCents, creditCents: 0, toPayCents: grossCents },
    ...{ documents: [], earlyStart: null, expiresAt: instantOf(addDays(dueOn, 1)) },
    plantNames: typeof plantName === 'string' ? [plantName] : plantName,
  };
  return opened(placed, { supplement: { boughtWith, statedPowerW, since, dueOn, evidence, kept: null }, repair: null });
}

function repairCharged(data: OrderEventData<'RepairCharged'>): Order {
  const { repairOrderId, device, positions, dueOn, ...of } = data;
  const placed: Placed = {
    ...of,
    ...{ items: [], plantNames: [], creditCents: 0, toPayCents: of.grossCents },
    ...{ documents: [], expiresAt: instantOf(addDays(dueOn, 1)) },
  };
  return opened(placed, { supplement: null, repair: { repairOrderId, device, positions, dueOn } });
}

/** Less is owed; a page of the provider that asks for the whole price is not used any more. */
function compensated(order: Order, data: OrderEventData<'OrderCompensated'>): Order {
  const { at, description, netCents, vatCents, grossCents } = data;
  return {
    ...order,
    compensatedAt: at,
    placed: { ...order.placed, netCents, vatCents, grossCents, toPayCents: grossCents },
    repair: order.repair && { ...order.repair, positions: [{ code: null, description, quantity: 1, netCents }] },
    payments: order.payments.map((one) => (one.providerRef === order.paidBy ? one : { ...one, hasFailed: true })),
  };
}

/** Nobody placed it in the shop: it does not expire, and the customer cannot take it back. */
export function isOwed({ supplement, repair }: Pick<Order, 'supplement' | 'repair'>): boolean {
  return supplement !== null || repair !== null;
}

type Ended = { readonly at: string; readonly plantIds: readonly PlantId[] };

function withEndings(order: Order, { at, plantIds }: Ended, by: Ending['by']): Order {
  const endings = [...order.endings, ...plantIds.map((plantId) => ({ plantId, at, by }))];
  const isWithdrawn = order.placed.items.every(({ plantId }) =>
    endings.some((one) => one.plantId === plantId && one.by === 'withdrawal'),
  );
  const plannedEnds = plansWithout(order, plantIds);
  return { ...order, endings, plannedEnds, withdrawnAt: isWithdrawn ? at : null };
}

/** Up to which day the contract goes on for a plant for which it was cancelled; null when nothing of that kind is planned. */
export function plannedLastDay({ plannedEnds }: Order, plantId: PlantId): string | null {
  const plan = plannedEnds.find((one) => one.plantId === plantId);
  return plan === undefined ? null : addDays(plan.endsOn, -1);
}

function plansWithout({ plannedEnds }: Order, plantIds: readonly PlantId[]): readonly PlannedEnd[] {
  return plannedEnds.filter(({ plantId }) => !plantIds.includes(plantId));
}

/** The plants for which the contract goes on. */
export function plantsOf({ placed, endings }: Pick<Order, 'placed' | 'endings'>): readonly PlantId[] {
  return placed.items.map(({ plantId }) => plantId).filter((id) => !endings.some(({ plantId }) => plantId === id));
}

function withPaid(order: Order, paid: { provider: string; providerRef: string; paidCents: number }): Order {
  const { provider, providerRef, paidCents } = paid;
  const known = order.payments.find((one) => one.providerRef === providerRef);
  const rest = order.payments.filter((one) => one !== known);
  const attempt = known?.attempt ?? order.payments.length + 1;
  return { ...order, payments: [...rest, { provider, providerRef, attempt, paidCents, hasFailed: false }] };
}

function withRefund(order: Order, refundId: string, change: Partial<Refund>): Order {
  const refunds = order.refunds.map((one) => (one.refundId === refundId ? { ...one, ...change } : one));
  return { ...order, refunds };
}

function forgotten(order: Order): Order {
  return {
    ...order,
    placed: { ...order.placed, buyer: Erased, plantNames: Erased },
    supplement: order.supplement && {
      ...order.supplement,
      evidence: Erased,
      kept: order.supplement.kept && { ...order.supplement.kept, file: null },
    },
    vatEvidence: order.vatEvidence && { ...order.vatEvidence, question: Erased, raw: Erased },
    invoices: order.invoices.map((invoice) => ({ ...invoice, facts: Erased })),
  };
}
