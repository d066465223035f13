import type { z } from 'zod';
import { vatOn } from '../../domain/kernel/money.js';
import { clear } from '../../domain/kernel/event.js';
import { legalDay } from '../../domain/licence/calendar.js';
import { standardRateOn } from '../../domain/order/vat-treatment.js';
import type { DeviceEvidence } from '../../domain/repair/request.js';
import { deviceError } from '../../domain/production/device-errors.js';
import { demoRepairPriceList, type RepairPriceList } from '../../domain/repair/price-list.js';
import { maySettleWithdrawal, owes } from '../../domain/repair/repair-order.js';
import {
  isDeviceAway,
  repairNumber,
  type RepairFile,
  type RepairOrder as Repair,
  type RepairStatus as Status,
} from '../../domain/repair/state.js';
import type { RepairSummary } from '../../projections/repair-orders.js';
import type { Language } from '../schemas/common.js';
import type {
  OfficeRepairOrder,
  OfficeRepairOrders,
  RepairAttachment,
  RepairDevice,
  RepairMessage,
  RepairOrder,
  RepairOrders,
  RepairPrices,
  RepairStatus,
} from '../schemas/repairs.js';
import { money } from './licence-answers.js';

type Names = ReadonlyMap<string, string>;

/** A repair order as its customer sees it. */
export function repairAnswer(repair: Repair, now: string): z.infer<typeof RepairOrder> {
  const evidence = repair.sent === null ? null : clear(repair.sent.evidence);
  return {
    ...commonAnswer(repair, now),
    attached:
      evidence === null ? null : { errorCount: evidence.errors.length, hasPowerCurve: evidence.powerCurve !== null },
  };
}

/** The same as the office sees it. */
export function officeRepairAnswer(
  repair: Repair,
  {
    now,
    names,
    language,
    customerLanguage,
  }: {
    readonly now: string;
    readonly names: Names;
    readonly language: Language;
    readonly customerLanguage: Language;
  },
): z.infer<typeof OfficeRepairOrder> {
  const { accountId, advocateId, sent } = repair;
  const evidence = sent === null ? null : clear(sent.evidence);
  return {
    ...commonAnswer(repair, now),
    customer: { accountId, userName: names.get(accountId) ?? null, language: customerLanguage },
    proposedCategory: sent?.proposedCategory ?? null,
    evidence: evidence && evidenceAnswer(evidence, language),
    maySettleWithdrawal: maySettleWithdrawal(repair),
    advocate: advocateId === null ? null : { accountId: advocateId, userName: names.get(advocateId) ?? null },
  };
}

/** What the portal knows of a device, with the words for its errors. */
function evidenceAnswer({ errors, powerCurve }: DeviceEvidence, language: Language) {
  return {
    errors: errors.map((error) => ({ ...error, text: deviceError(error.code).text[language] })),
    powerCurve: powerCurve && { ...powerCurve, acPowerW: [...powerCurve.acPowerW] },
  };
}

/** What a request about a device would find. */
export function repairDeviceAnswer(
  openRepairs: readonly RepairSummary[],
  evidence: DeviceEvidence | null,
  language: Language,
): z.infer<typeof RepairDevice> {
  return {
    openRepairs: openRepairs.map(({ repairOrderId, status }) => ({
      ...{ id: repairOrderId, number: repairNumber(repairOrderId), status: shownStatus(status) },
    })),
    evidence: evidence && evidenceAnswer(evidence, language),
  };
}

function commonAnswer(repair: Repair, now: string) {
  const { repairOrderId, changedAt, device, sent, dueOn, shipment, invoice, compensation } = repair;
  return {
    ...{ id: repairOrderId, number: repairNumber(repairOrderId), status: shownStatus(repair.status), changedAt },
    steps: repair.steps.map(({ status, at }) => ({ status: shownStatus(status), at })),
    ...{ device, report: clear(repair.report), contact: clear(repair.contact) },
    ...{ sentAt: sent?.at ?? null, dueOn },
    ...{ owes: owes(repair), isDeviceAway: isDeviceAway(repair) },
    offer: offerAnswer(repair, now),
    compensation: compensation && {
      workDonePercent: compensation.workDonePercent,
      ...{ net: money(compensation.netCents), gross: money(compensation.grossCents) },
    },
    messages: messageAnswers(repair),
    attachments: repair.files.map(attachmentAnswer),
    endReason: clear(repair.endReason),
    shipment,
    invoice: invoice && {
      ...{ number: invoice.number, dueOn: invoice.dueOn },
      ...{ gross: money(invoice.grossCents), paidOn: invoice.paidOn },
    },
  };
}

function offerAnswer({ offer, status }: Repair, now: string) {
  if (offer === null) return null;
  const { offerNo, at, category, positions, vatTreatment, vatRateBasisPoints, validUntil } = offer;
  return {
    ...{ offerNo, at, category, vatTreatment, validUntil, vatRatePercent: vatRateBasisPoints / 100 },
    positions: positions.map(({ code, description, quantity, netCents }) => ({
      ...{ code, description, quantity },
      ...{ unitNet: money(netCents), net: money(quantity * netCents) },
    })),
    ...{ net: money(offer.netCents), vat: money(offer.vatCents), gross: money(offer.grossCents) },
    isLapsed: status === 'offered' && validUntil < legalDay(now),
    note: clear(offer.note),
  };
}

/** What customer and office wrote to each other, the latest last. */
export function messageAnswers({ messages }: Repair): z.infer<typeof RepairMessage>[] {
  return messages.map(({ messageId, from, at, text }) => ({ id: messageId, from, at, text: clear(text) }));
}

/** A photo or PDF without its content. */
export function attachmentAnswer({ fileId, from, at, mediaType, sizeBytes, name }: RepairFile) {
  return { id: fileId, from, at, mediaType, sizeBytes, name: clear(name) } satisfies z.infer<typeof RepairAttachment>;
}

/** A row of the customer's list. */
export function listedRepair(summary: RepairSummary): z.infer<typeof RepairOrders>['items'][number] {
  const { repairOrderId, status, serialNumber, category, createdAt, sentAt, changedAt, dueOn } = summary;
  return {
    ...{ id: repairOrderId, number: repairNumber(repairOrderId), status: shownStatus(status), serialNumber, category },
    ...{ createdAt, sentAt, changedAt, dueOn, lastMessageFrom: summary.lastMessageFrom },
  };
}

/** Whose user names the rows of the queue tell. */
export function namesInQueue(repairs: readonly RepairSummary[]): readonly string[] {
  const people = repairs.flatMap(({ accountId, advocateId }) =>
    advocateId === null ? [accountId] : [accountId, advocateId],
  );
  return [...new Set(people)];
}

/** A row of the queue: it is overdue while the customer waits for an answer that was due before today. */
export function queuedRepair(
  summary: RepairSummary,
  { names, today }: { readonly names: Names; readonly today: string },
): z.infer<typeof OfficeRepairOrders>['items'][number] {
  const { accountId, advocateId, dueOn, status, isDeviceAway: isAway } = summary;
  return {
    ...listedRepair(summary),
    customerName: names.get(accountId) ?? null,
    advocate: advocateId === null ? null : { accountId: advocateId, userName: names.get(advocateId) ?? null },
    isOverdue: status === 'requested' && dueOn !== null && dueOn < today,
    awaitsReturn: isAway && (status === 'withdrawn' || status === 'declined'),
  };
}

/** A price list for repairs, with the German standard rate of the day. */
export function repairPricesAnswer(
  { version, validFrom, warrantyYears, items }: RepairPriceList,
  today: string,
): z.infer<typeof RepairPrices> {
  const rate = standardRateOn(validFrom > today ? validFrom : today);
  const net = (cents: number | null) => (cents === null ? null : money(cents));
  const gross = (cents: number | null) => (cents === null ? null : money(cents + vatOn(cents, rate)));
  return {
    ...{ version, validFrom, warrantyYears, isExample: version === demoRepairPriceList.version },
    vatRatePercent: rate / 100,
    items: items.map(({ code, name, netCents: { ae, aeRefu, siemens, outOfWarranty } }) => ({
      ...{ code, name },
      net: { ae: net(ae), aeRefu: net(aeRefu), siemens: net(siemens), outOfWarranty: net(outOfWarranty) },
      gross: { ae: gross(ae), aeRefu: gross(aeRefu), siemens: gross(siemens), outOfWarranty: gross(outOfWarranty) },
    })),
  };
}

/** Nobody sees what was thrown away. */
function shownStatus(status: Status): z.infer<typeof RepairStatus> {
  return status === 'discarded' ? 'draft' : status;
}
