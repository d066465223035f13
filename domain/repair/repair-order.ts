import { accept, assertNever, reject, type Decider, type Decision } from '../kernel/decider.js';
import { isErased } from '../kernel/event.js';
import { addDays, legalDay } from '../licence/calendar.js';
import { attachmentLimits } from './attachments.js';
import type { RepairCommand, RepairRejection } from './commands.js';
import type { RepairEvent } from './events.js';
import { compensationTotals, mostCompensationCents, offerTotals } from './offer.js';
import { missingIn } from './request.js';
import {
  agreedStatuses,
  evolveRepair,
  isDeviceAway,
  type RepairOrder,
  type RepairState,
  type RepairStatus,
} from './state.js';

export type { RepairCommand, RepairRejection } from './commands.js';
export type { RepairOrder, RepairState, RepairStatus } from './state.js';

type RepairDecision = Decision<RepairEvent, RepairRejection>;
type Of<T extends RepairCommand['type']> = Extract<RepairCommand, { readonly type: T }>;

/** Calendar days within which the office means to answer a request. */
const answerDays = 3;
/** An offer can be bound to be valid for so long. */
const longestValidityDays = 180;
/** Before the work on the device begins, a contract ends without anything being owed. */
const withdrawable: readonly RepairStatus[] = ['accepted', 'dispatched'];
/** The work on the device has begun: from then on it is paid for. */
const begun: readonly RepairStatus[] = ['inRepair', 'sentBack'];
/** A device goes back after its repair, and where there will be none. */
const returnable: readonly RepairStatus[] = ['inRepair', 'withdrawn', 'declined'];
const maxMessages = 500;
/** The highest sum of an offer: ten million euro, so that a slip of the hand is noticed. */
const maxOfferCents = 1_000_000_000;

/** The life of one repair (H1 to H4). Who may command is the door's matter; whose it is, is decided here. */
export const repairDecider: Decider<RepairCommand, RepairState, RepairEvent, RepairRejection> = {
  initialState: { status: 'none' },
  evolve: evolveRepair,
  decide: (command, state) => {
    if (command.type === 'SaveRepairDraft') return saveDraft(command, state);
    if (state.status === 'none' || !maySee(command, state)) return reject({ code: 'repair.not-found' });
    return decideOn(command, state);
  },
};

/** What is somebody else's, or a draft to the office, is not there. */
function maySee({ by }: RepairCommand, { accountId, status }: RepairOrder): boolean {
  if (status === 'discarded') return false;
  return by.kind === 'customer' ? by.accountId === accountId : status !== 'draft';
}

function decideOn(command: Exclude<RepairCommand, Of<'SaveRepairDraft'>>, state: RepairOrder): RepairDecision {
  const data = { repairOrderId: state.repairOrderId, accountId: state.accountId, at: command.at };
  switch (command.type) {
    case 'DiscardRepairDraft':
      return from(state, ['draft'], { type: 'RepairDraftDiscarded', data });
    case 'SendRepairRequest':
      return send(command, state);
    case 'AssignRepair': {
      const { advocateId, dueOn } = command;
      if (state.advocateId === advocateId && state.dueOn === dueOn) return accept<RepairEvent>();
      return isOver(state)
        ? reject({ code: 'repair.wrong-state', status: state.status })
        : accept<RepairEvent>({ type: 'RepairAssigned', data: { ...data, advocateId, dueOn } });
    }
    case 'WriteRepairMessage':
      return write(command, state);
    case 'AttachRepairFile':
      return attach(command, state);
    case 'RemoveRepairFile':
      if (!state.files.some(({ fileId }) => fileId === command.fileId))
        return reject({ code: 'repair.file-not-found' });
      // What was sent with a request is part of it.
      return from(state, ['draft'], { type: 'RepairFileRemoved', data: { ...data, fileId: command.fileId } });
    case 'OfferRepair':
      return offer(command, state);
    case 'AcceptRepairOffer':
    case 'RefuseRepairOffer':
      return answerOffer(command, state);
    case 'DeclineRepair':
      if (state.invoice !== null) return reject({ code: 'repair.invoiced-already' });
      return from(state, ['requested', 'offered', 'accepted', 'dispatched'], {
        type: 'RepairDeclined',
        data: { ...data, reason: command.reason },
      });
    case 'WithdrawRepair':
      return from(state, command.by.kind === 'system' ? withdrawable : ['requested', 'offered'], {
        type: 'RepairWithdrawn',
        data,
      });
    case 'SettleWithdrawal':
      return settleWithdrawal(command, state);
    case 'NoteDispatch':
      return from(state, ['accepted'], { type: 'RepairDeviceDispatched', data });
    case 'NoteArrival':
      return from(state, ['accepted', 'dispatched'], { type: 'RepairDeviceReceived', data });
    case 'SendBack': {
      const { carrier, trackingNumber } = command;
      return from(state, isDeviceAway(state) ? returnable : [], {
        type: 'RepairDeviceSentBack',
        data: { ...data, carrier, trackingNumber },
      });
    }
    case 'InvoiceRepair':
      return invoice(command, state);
    case 'NoteRepairPaid':
      return notePaid(command, state);
    case 'CloseRepair':
      if (owes(state)) return reject({ code: 'repair.not-paid' });
      return from(state, ['sentBack'], { type: 'RepairClosed', data });
    default:
      return assertNever(command);
  }
}

/** The event, where the repair has come to one of these. */
function from(state: RepairOrder, statuses: readonly RepairStatus[], event: RepairEvent): RepairDecision {
  if (statuses.includes(state.status)) return accept(event);
  return reject({ code: 'repair.wrong-state', status: state.status });
}

/** Nothing happens to it any more. */
export function isOver({ status }: RepairOrder): boolean {
  return (['closed', 'refused', 'declined', 'withdrawn'] as readonly RepairStatus[]).includes(status);
}

/** What is to be paid for in all: of an offer that nobody accepted nothing, of a contract that was withdrawn from what remains. */
function priceCents({ status, offer: agreed, compensation }: RepairOrder): number {
  if (compensation !== null) return compensation.grossCents;
  return isAgreed(status) ? (agreed?.grossCents ?? 0) : 0;
}

/** Whether something of it is still to be paid. */
export function owes(repair: RepairOrder): boolean {
  return priceCents(repair) > 0 && (repair.invoice?.paidOn ?? null) === null;
}

function isAgreed(status: RepairStatus): boolean {
  return agreedStatuses.some((one) => one === status);
}

function saveDraft(command: Of<'SaveRepairDraft'>, state: RepairState): RepairDecision {
  const { at, by, repairOrderId, request } = command;
  if (state.status !== 'none' && !maySee(command, state)) return reject({ code: 'repair.not-found' });
  if (state.status !== 'none' && state.status !== 'draft') {
    return reject({ code: 'repair.wrong-state', status: state.status });
  }
  const data = { repairOrderId, accountId: by.accountId, at, ...request };
  return accept<RepairEvent>({ type: 'RepairDraftSaved', data });
}

function send({ at, proposedCategory, evidence }: Of<'SendRepairRequest'>, state: RepairOrder): RepairDecision {
  if (state.status !== 'draft') return reject({ code: 'repair.wrong-state', status: state.status });
  const { device, report, contact, repairOrderId, accountId } = state;
  if (isErased(report) || isErased(contact)) return reject({ code: 'repair.not-found' });
  const pointers = missingIn({ device, report, contact });
  if (pointers.length > 0) return reject({ code: 'repair.incomplete', pointers });
  const dueOn = addDays(legalDay(at), answerDays);
  const data = { repairOrderId, accountId, at, proposedCategory, dueOn, evidence };
  return accept<RepairEvent>({ type: 'RepairRequested', data });
}

function write({ at, by, messageId, text }: Of<'WriteRepairMessage'>, state: RepairOrder): RepairDecision {
  if (state.status === 'draft') return reject({ code: 'repair.wrong-state', status: state.status });
  if (state.messages.some((message) => message.messageId === messageId)) return accept<RepairEvent>();
  if (state.messages.length >= maxMessages) return reject({ code: 'repair.too-many-messages' });
  const { repairOrderId, accountId } = state;
  const data = { repairOrderId, accountId, at, messageId, from: by.kind, authorId: by.accountId, text };
  return accept<RepairEvent>({ type: 'RepairMessageWritten', data });
}

function attach(command: Of<'AttachRepairFile'>, state: RepairOrder): RepairDecision {
  const { at, by, fileId, name, mediaType, sizeBytes, sha256 } = command;
  if (state.files.some((file) => file.fileId === fileId)) return accept<RepairEvent>();
  if (isOver(state)) return reject({ code: 'repair.wrong-state', status: state.status });
  if (state.files.length >= attachmentLimits.files) return reject({ code: 'repair.too-many-files' });
  const of = { repairOrderId: state.repairOrderId, accountId: state.accountId, at };
  const file = { fileId, from: by.kind, authorId: by.accountId, mediaType, sizeBytes, sha256, name };
  return accept<RepairEvent>({ type: 'RepairFileAttached', data: { ...of, ...file } });
}

function offer(command: Of<'OfferRepair'>, state: RepairOrder): RepairDecision {
  if (state.status !== 'requested' && state.status !== 'offered') {
    return reject({ code: 'repair.wrong-state', status: state.status });
  }
  const { at, category, positions, priceListVersion, vat, validUntil, note } = command;
  const today = legalDay(at);
  if (validUntil < today) return reject({ code: 'repair.validity-over' });
  if (validUntil > addDays(today, longestValidityDays)) return reject({ code: 'repair.validity-too-long' });
  const totals = offerTotals(positions, vat.rateBasisPoints);
  if (totals.grossCents > maxOfferCents) return reject({ code: 'repair.offer-too-high' });
  return accept<RepairEvent>({
    type: 'RepairOffered',
    data: {
      ...{ repairOrderId: state.repairOrderId, accountId: state.accountId, at },
      ...{ offerNo: (state.offer?.offerNo ?? 0) + 1, category, positions, priceListVersion },
      ...{ vatTreatment: vat.treatment, vatRateBasisPoints: vat.rateBasisPoints, ...totals, validUntil, note },
    },
  });
}

/** An answer names the offer that was read: one that was replaced meanwhile is neither accepted nor refused. */
function answerOffer(
  command: Of<'AcceptRepairOffer'> | Of<'RefuseRepairOffer'>,
  { status, offer: present, repairOrderId, accountId }: RepairOrder,
): RepairDecision {
  const { at, offerNo } = command;
  if (status !== 'offered' || present === null) return reject({ code: 'repair.wrong-state', status });
  if (present.offerNo !== offerNo) return reject({ code: 'repair.offer-replaced' });
  const data = { repairOrderId, accountId, at, offerNo };
  if (command.type === 'RefuseRepairOffer') {
    return accept<RepairEvent>({ type: 'RepairOfferRefused', data: { ...data, reason: command.reason } });
  }
  if (present.validUntil < legalDay(at)) return reject({ code: 'repair.offer-lapsed' });
  const { grossCents } = present;
  const { earlyStart } = command;
  return accept<RepairEvent>({ type: 'RepairOfferAccepted', data: { ...data, grossCents, earlyStart } });
}

function invoice({ at, invoiceNumber, dueOn }: Of<'InvoiceRepair'>, state: RepairOrder): RepairDecision {
  const { repairOrderId, accountId, status } = state;
  if (state.invoice?.number === invoiceNumber) return accept<RepairEvent>();
  if (state.invoice !== null) return reject({ code: 'repair.invoiced-already' });
  if (!isAgreed(status) && state.compensation === null) return reject({ code: 'repair.wrong-state', status });
  const grossCents = priceCents(state);
  if (grossCents === 0) return reject({ code: 'repair.nothing-to-pay' });
  const data = { repairOrderId, accountId, at, invoiceNumber, dueOn, grossCents };
  return accept<RepairEvent>({ type: 'RepairInvoiced', data });
}

/** Whether it is for the office to say what a withdrawal costs. */
export function maySettleWithdrawal({ status, agreed }: RepairOrder): boolean {
  return begun.includes(status) && isConsumers(agreed);
}

/** Only they are asked whether the work may begin at once. */
function isConsumers(agreed: RepairOrder['agreed']): boolean {
  return agreed !== null && agreed.earlyStart !== null;
}

/** A consumer may withdraw also when the work has begun, and then pays for what was done until then. */
function settleWithdrawal(command: Of<'SettleWithdrawal'>, state: RepairOrder): RepairDecision {
  const { at, workDonePercent, netCents, reason, isInvoiced } = command;
  const { repairOrderId, accountId, status, offer: contract, agreed } = state;
  if (!begun.includes(status) || contract === null) return reject({ code: 'repair.wrong-state', status });
  if (!isConsumers(agreed)) return reject({ code: 'repair.not-a-consumer' });
  if (netCents > mostCompensationCents(contract.netCents, workDonePercent)) {
    return reject({ code: 'repair.compensation-too-high' });
  }
  const totals = compensationTotals(contract, netCents, isInvoiced);
  const data = { repairOrderId, accountId, at, workDonePercent, ...totals, reason };
  return accept<RepairEvent>({ type: 'RepairWithdrawalSettled', data });
}

function notePaid({ at, paidOn }: Of<'NoteRepairPaid'>, state: RepairOrder): RepairDecision {
  const { repairOrderId, accountId, invoice: billed } = state;
  if (billed === null) return reject({ code: 'repair.not-invoiced' });
  if (billed.paidOn !== null) return reject({ code: 'repair.paid-already' });
  if (paidOn > legalDay(at)) return reject({ code: 'repair.paid-in-future' });
  return accept<RepairEvent>({ type: 'RepairPaid', data: { repairOrderId, accountId, at, paidOn } });
}
