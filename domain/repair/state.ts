import { assertNever } from '../kernel/decider.js';
import type { Personal } from '../kernel/event.js';
import type { AccountId, RepairOrderId } from '../kernel/ids.js';
import type { RepairCategory } from './category.js';
import type { RepairEvent, RepairEventData } from './events.js';
import type { DeviceEvidence, FaultReport, RepairContact, RepairDevice } from './request.js';

/**
 * How far a repair has come: `draft`, `requested`, `offered`, `accepted`, `dispatched`, `inRepair`, `sentBack`, `closed`; or how it
 * ended otherwise: `discarded`, `withdrawn` and `refused` by the customer, `declined` by the office.
 */
export type RepairStatus =
  | 'draft'
  | 'discarded'
  | 'requested'
  | 'offered'
  | 'accepted'
  | 'dispatched'
  | 'inRepair'
  | 'sentBack'
  | 'closed'
  | 'refused'
  | 'declined'
  | 'withdrawn';

export type RepairOffer = Omit<RepairEventData<'RepairOffered'>, 'repairOrderId' | 'accountId'>;
export type RepairMessage = Omit<RepairEventData<'RepairMessageWritten'>, 'repairOrderId' | 'accountId'>;

export type RepairOrder = {
  readonly status: RepairStatus;
  readonly repairOrderId: RepairOrderId;
  readonly accountId: AccountId;
  readonly device: RepairDevice;
  readonly report: Personal<FaultReport>;
  readonly contact: Personal<RepairContact>;
  /** Every status that it had, and since when (RFC 3339). */
  readonly steps: readonly { readonly status: RepairStatus; readonly at: string }[];
  readonly changedAt: string;
  /** Of a request that was sent. */
  readonly sent: {
    readonly at: string;
    readonly proposedCategory: RepairCategory | null;
    readonly evidence: Personal<DeviceEvidence | null>;
  } | null;
  readonly advocateId: AccountId | null;
  readonly dueOn: string | null;
  /** The present one. */
  readonly offer: RepairOffer | null;
  readonly messages: readonly RepairMessage[];
  /** Why the customer refused, or the office declined. */
  readonly endReason: Personal<string | null>;
  readonly shipment: { readonly carrier: string | null; readonly trackingNumber: string | null } | null;
  readonly invoice: {
    readonly number: string;
    readonly dueOn: string;
    readonly grossCents: number;
    readonly paidOn: string | null;
  } | null;
};
export type RepairState = { readonly status: 'none' } | RepairOrder;

/** What is known of a repair after one more event. */
export function evolveRepair(state: RepairState, event: RepairEvent): RepairState {
  if (event.type === 'RepairDraftSaved') return drafted(state, event.data);
  if (state.status === 'none') return state;
  const { at } = event.data;
  const now = { ...state, changedAt: at };
  const step = (status: RepairStatus, more: Partial<RepairOrder> = {}): RepairOrder => ({
    ...now,
    ...more,
    status,
    steps: [...state.steps, { status, at }],
  });
  switch (event.type) {
    case 'RepairDraftDiscarded':
      return step('discarded');
    case 'RepairRequested': {
      const { proposedCategory, evidence, dueOn } = event.data;
      return step('requested', { sent: { at, proposedCategory, evidence }, dueOn });
    }
    case 'RepairAssigned': {
      const { advocateId, dueOn } = event.data;
      return { ...now, advocateId, dueOn };
    }
    case 'RepairMessageWritten':
      return { ...now, messages: [...state.messages, event.data] };
    case 'RepairOffered':
      return step('offered', { offer: event.data });
    case 'RepairOfferAccepted':
      return step('accepted');
    case 'RepairOfferRefused':
      return step('refused', { endReason: event.data.reason });
    case 'RepairDeclined':
      return step('declined', { endReason: event.data.reason });
    case 'RepairWithdrawn':
      return step('withdrawn');
    case 'RepairDeviceDispatched':
      return step('dispatched');
    case 'RepairDeviceReceived':
      return step('inRepair');
    case 'RepairDeviceSentBack': {
      const { carrier, trackingNumber } = event.data;
      return step('sentBack', { shipment: { carrier, trackingNumber } });
    }
    case 'RepairInvoiced': {
      const { invoiceNumber, dueOn, grossCents } = event.data;
      return { ...now, invoice: { number: invoiceNumber, dueOn, grossCents, paidOn: null } };
    }
    case 'RepairPaid':
      return { ...now, invoice: state.invoice && { ...state.invoice, paidOn: event.data.paidOn } };
    case 'RepairClosed':
      return step('closed');
    default:
      return assertNever(event);
  }
}

function drafted(state: RepairState, data: RepairEventData<'RepairDraftSaved'>): RepairOrder {
  const { repairOrderId, accountId, at, device, report, contact } = data;
  if (state.status !== 'none') return { ...state, changedAt: at, device, report, contact };
  return {
    ...{ status: 'draft', steps: [{ status: 'draft', at }], changedAt: at },
    ...{ repairOrderId, accountId, device, report, contact },
    ...{ sent: null, advocateId: null, dueOn: null, offer: null, messages: [] },
    ...{ endReason: null, shipment: null, invoice: null },
  };
}
