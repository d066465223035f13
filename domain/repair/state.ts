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

/** In these the offer was accepted, and the repair is not over: there is a contract that both sides still keep. */
export const agreedStatuses = ['accepted', 'dispatched', 'inRepair', 'sentBack'] as const;

export type RepairOffer = Omit<RepairEventData<'RepairOffered'>, 'repairOrderId' | 'accountId'>;
export type RepairMessage = Omit<RepairEventData<'RepairMessageWritten'>, 'repairOrderId' | 'accountId'>;

export type RepairFile = Omit<RepairEventData<'RepairFileAttached'>, 'repairOrderId' | 'accountId'>;

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
  /** When the customer accepted it, and whether work may begin before the period of withdrawal is over. */
  readonly agreed: { readonly at: string; readonly earlyStart: boolean | null } | null;
  /** What remains to be paid after a withdrawal from work that had begun. */
  readonly compensation: Pick<
    RepairEventData<'RepairWithdrawalSettled'>,
    'workDonePercent' | 'netCents' | 'vatCents' | 'grossCents'
  > | null;
  readonly messages: readonly RepairMessage[];
  /** Photos and PDFs of both sides. */
  readonly files: readonly RepairFile[];
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

/** To which status an event leads; the others change none. */
export const statusAfter: Readonly<Partial<Record<RepairEvent['type'], RepairStatus>>> = {
  RepairDraftSaved: 'draft',
  RepairDraftDiscarded: 'discarded',
  RepairRequested: 'requested',
  RepairOffered: 'offered',
  RepairOfferAccepted: 'accepted',
  RepairOfferRefused: 'refused',
  RepairDeclined: 'declined',
  RepairWithdrawn: 'withdrawn',
  RepairWithdrawalSettled: 'withdrawn',
  RepairDeviceDispatched: 'dispatched',
  RepairDeviceReceived: 'inRepair',
  RepairDeviceSentBack: 'sentBack',
  RepairClosed: 'closed',
};

/** What is known of a repair after one more event. */
export function evolveRepair(state: RepairState, event: RepairEvent): RepairState {
  if (event.type === 'RepairDraftSaved') return drafted(state, event.data);
  if (state.status === 'none') return state;
  const now = stepped(state, event);
  switch (event.type) {
    case 'RepairRequested': {
      const { at, proposedCategory, evidence, dueOn } = event.data;
      return { ...now, sent: { at, proposedCategory, evidence }, dueOn };
    }
    case 'RepairAssigned': {
      const { advocateId, dueOn } = event.data;
      return { ...now, advocateId, dueOn };
    }
    case 'RepairMessageWritten':
      return { ...now, messages: [...state.messages, event.data] };
    case 'RepairFileAttached':
      return { ...now, files: [...state.files, event.data] };
    case 'RepairFileRemoved':
      return { ...now, files: state.files.filter(({ fileId }) => fileId !== event.data.fileId) };
    case 'RepairOffered':
      return { ...now, offer: event.data };
    case 'RepairOfferRefused':
    case 'RepairDeclined':
      return { ...now, endReason: event.data.reason };
    case 'RepairWithdrawalSettled': {
      const { workDonePercent, netCents, vatCents, grossCents, reason } = event.data;
      // What was paid goes back; what was not is less from now on.
      const invoice = state.invoice?.paidOn === null ? { ...state.invoice, grossCents } : state.invoice;
      return { ...now, compensation: { workDonePercent, netCents, vatCents, grossCents }, endReason: reason, invoice };
    }
    case 'RepairDeviceSentBack': {
      const { carrier, trackingNumber } = event.data;
      return { ...now, shipment: { carrier, trackingNumber } };
    }
    case 'RepairInvoiced': {
      const { invoiceNumber, dueOn, grossCents } = event.data;
      return { ...now, invoice: { number: invoiceNumber, dueOn, grossCents, paidOn: null } };
    }
    case 'RepairPaid':
      return { ...now, invoice: state.invoice && { ...state.invoice, paidOn: event.data.paidOn } };
    case 'RepairOfferAccepted': {
      const { at, earlyStart } = event.data;
      return { ...now, agreed: { at, earlyStart } };
    }
    case 'RepairDraftDiscarded':
    case 'RepairWithdrawn':
    case 'RepairDeviceDispatched':
    case 'RepairDeviceReceived':
    case 'RepairClosed':
      return now;
    default:
      return assertNever(event);
  }
}

function stepped(state: RepairOrder, { type, data: { at } }: RepairEvent): RepairOrder {
  const step = statusAfter[type];
  if (step === undefined) return { ...state, changedAt: at };
  return {
    ...state,
    changedAt: at,
    status: statusOn(state.status, type),
    steps: [...state.steps, { status: step, at }],
  };
}

/** The status after an event. A device that comes back after the contract came to nothing changes nothing about that. */
export function statusOn(status: RepairStatus, type: RepairEvent['type']): RepairStatus {
  const next = statusAfter[type] ?? status;
  return next === 'sentBack' && (status === 'withdrawn' || status === 'declined') ? status : next;
}

const whereabouts: readonly RepairStatus[] = ['dispatched', 'inRepair', 'sentBack'];

/** The device was given away and is not on its way back: it has to come back also where the contract came to nothing. */
export function isDeviceAway({ steps }: Pick<RepairOrder, 'steps'>): boolean {
  const last = steps.findLast(({ status }) => whereabouts.includes(status));
  return last !== undefined && last.status !== 'sentBack';
}

/** The number by which people quote a repair: the end of its id. */
export function repairNumber(repairOrderId: RepairOrderId): string {
  return `R-${repairOrderId.slice(-8).toUpperCase()}`;
}

function drafted(state: RepairState, data: RepairEventData<'RepairDraftSaved'>): RepairOrder {
  const { repairOrderId, accountId, at, device, report, contact } = data;
  if (state.status !== 'none') return { ...state, changedAt: at, device, report, contact };
  return {
    ...{ status: 'draft', steps: [{ status: 'draft', at }], changedAt: at },
    ...{ repairOrderId, accountId, device, report, contact },
    ...{
      sent: null,
      advocateId: null,
      dueOn: null,
      offer: null,
      agreed: null,
      compensation: null,
      messages: [],
      files: [],
    },
    ...{ endReason: null, shipment: null, invoice: null },
  };
}
