import { z } from 'zod';
import { defineEvent, personal, type EventOf } from '../kernel/event.js';
import { AccountId, RepairOrderId } from '../kernel/ids.js';
import { Cents, VatRate } from '../kernel/money.js';
import { Day, Instant } from '../kernel/time.js';
import { VatTreatment } from '../order/vat-treatment.js';
import { AttachmentType } from './attachments.js';
import { RepairCategory } from './category.js';
import { DeviceEvidence, FaultReport, RepairContact, RepairDevice } from './request.js';

/** `accountId` is the customer's, whose key seals what is personal. */
const ofRepair = { repairOrderId: RepairOrderId, accountId: AccountId, at: Instant };
const ofCustomer = { subjectField: 'accountId' } as const;

/** What the customer has written so far, the first time and whenever it changes. Nobody else has seen it. */
export const RepairDraftSaved = defineEvent(
  'RepairDraftSaved',
  z.object({
    ...ofRepair,
    device: RepairDevice,
    report: personal(FaultReport),
    contact: personal(RepairContact),
  }),
  ofCustomer,
);

/** The customer threw the draft away. */
export const RepairDraftDiscarded = defineEvent('RepairDraftDiscarded', z.object(ofRepair));

/** "Anfrage senden": the draft became a request, with what the portal knew of the device at that moment. */
export const RepairRequested = defineEvent(
  'RepairRequested',
  z.object({
    ...ofRepair,
    /** What the portal had proposed; null where it could not. */
    proposedCategory: RepairCategory.nullable(),
    /** Day by which the office means to answer. */
    dueOn: Day,
    /** Null: the device is in no plant of the customer. */
    evidence: personal(DeviceEvidence.nullable()),
  }),
  ofCustomer,
);

/** Somebody in the office takes care of it, until a day. */
export const RepairAssigned = defineEvent(
  'RepairAssigned',
  z.object({ ...ofRepair, advocateId: AccountId.nullable(), dueOn: Day }),
);

/** Customer or office wrote to the other. */
export const RepairMessageWritten = defineEvent(
  'RepairMessageWritten',
  z.object({
    ...ofRepair,
    messageId: z.uuid(),
    from: z.enum(['customer', 'office']),
    authorId: AccountId,
    text: personal(z.string()),
  }),
  ofCustomer,
);

/** A photo or a PDF, of either side. Its content is kept beside the log, where it can be erased. */
export const RepairFileAttached = defineEvent(
  'RepairFileAttached',
  z.object({
    ...ofRepair,
    fileId: z.uuid(),
    from: z.enum(['customer', 'office']),
    authorId: AccountId,
    /** As its content says. */
    mediaType: AttachmentType,
    sizeBytes: z.int().min(1),
    /** Of the content, in hex. */
    sha256: z.string(),
    /** As the sender calls it. */
    name: personal(z.string()),
  }),
  ofCustomer,
);

/** The customer took a file out of the draft; its content is gone. */
export const RepairFileRemoved = defineEvent('RepairFileRemoved', z.object({ ...ofRepair, fileId: z.uuid() }));

/** One line of an offer. */
export const OfferPosition = z
  .object({
    /** Of the price list; null for what it does not know. */
    code: z.string().nullable(),
    description: z.string(),
    quantity: z.int().min(1).max(999),
    /** Of one. */
    netCents: Cents,
  })
  .readonly();
export type OfferPosition = z.infer<typeof OfferPosition>;

/** The office says what the repair would cost, and until when it stands by that. A later offer replaces it. */
export const RepairOffered = defineEvent(
  'RepairOffered',
  z.object({
    ...ofRepair,
    /** `1`, `2` … of this repair order. */
    offerNo: z.int().min(1),
    /** In which the office puts the device, whatever the customer thought. */
    category: RepairCategory,
    positions: z.array(OfferPosition).min(1).readonly(),
    priceListVersion: z.string(),
    vatTreatment: VatTreatment,
    vatRateBasisPoints: VatRate,
    netCents: Cents,
    vatCents: Cents,
    grossCents: Cents,
    /** The last day on which it can be accepted. */
    validUntil: Day,
    note: personal(z.string().nullable()),
  }),
  ofCustomer,
);

/** The customer accepted that offer: the repair is agreed, and the device is expected. */
export const RepairOfferAccepted = defineEvent(
  'RepairOfferAccepted',
  z.object({
    ...ofRepair,
    offerNo: z.int().min(1),
    grossCents: Cents,
    /** The consumer asked to begin before the period of withdrawal is over; null = not asked, as of a business. */
    earlyStart: z.boolean().nullable(),
  }),
  { upcasters: [(data) => ({ ...data, earlyStart: null })] },
);

/** The customer does not want the repair at that price; it is over. */
export const RepairOfferRefused = defineEvent(
  'RepairOfferRefused',
  z.object({ ...ofRepair, offerNo: z.int().min(1), reason: personal(z.string().nullable()) }),
  ofCustomer,
);

/** The office cannot help, and says why; it is over. */
export const RepairDeclined = defineEvent(
  'RepairDeclined',
  z.object({ ...ofRepair, reason: personal(z.string()) }),
  ofCustomer,
);

/** The customer took the request back before an offer was accepted, or withdrew from the contract after it. */
export const RepairWithdrawn = defineEvent('RepairWithdrawn', z.object(ofRepair));

/**
 * A consumer withdrew after the work had begun, and the office says what of it is to be paid for, and why (§ 357a BGB): at most the
 * agreed price of the share of the work that was done.
 */
export const RepairWithdrawalSettled = defineEvent(
  'RepairWithdrawalSettled',
  z.object({
    ...ofRepair,
    workDonePercent: z.int().min(0).max(100),
    /** What is to be paid for in the end. */
    netCents: Cents,
    vatCents: Cents,
    grossCents: Cents,
    reason: personal(z.string()),
  }),
  ofCustomer,
);

/** The device is on its way to the workshop. */
export const RepairDeviceDispatched = defineEvent('RepairDeviceDispatched', z.object(ofRepair));

/** The device is on the bench. */
export const RepairDeviceReceived = defineEvent('RepairDeviceReceived', z.object(ofRepair));

/** The device is on its way back. */
export const RepairDeviceSentBack = defineEvent(
  'RepairDeviceSentBack',
  z.object({ ...ofRepair, carrier: z.string().nullable(), trackingNumber: z.string().nullable() }),
);

/** The repair was invoiced, under a number of the series of all invoices. */
export const RepairInvoiced = defineEvent(
  'RepairInvoiced',
  z.object({ ...ofRepair, invoiceNumber: z.string(), dueOn: Day, grossCents: Cents }),
);

/** It was paid, by transfer or online. */
export const RepairPaid = defineEvent('RepairPaid', z.object({ ...ofRepair, paidOn: Day }));

/** The device is back, and nothing is owed. */
export const RepairClosed = defineEvent('RepairClosed', z.object(ofRepair));

/** A piece of work: its net price by category; null where it is not offered. */
export const RepairPriceItem = z
  .object({
    code: z
      .string()
      .max(40)
      .regex(/^[a-z0-9]+(?:-[a-z0-9]+)*$/),
    name: z.object({ de: z.string().trim().min(1).max(120), en: z.string().trim().min(1).max(120) }).readonly(),
    netCents: z
      .object({
        ae: Cents.nullable(),
        aeRefu: Cents.nullable(),
        siemens: Cents.nullable(),
        outOfWarranty: Cents.nullable(),
      })
      .readonly(),
  })
  .readonly();
export type RepairPriceItem = z.infer<typeof RepairPriceItem>;

/** The operator's prices for repairs from a day on, until the next list; the only event of its stream. */
export const RepairPriceListPublished = defineEvent(
  'RepairPriceListPublished',
  z.object({
    at: Instant,
    version: z.string(),
    validFrom: Day,
    warrantyYears: z.int().min(0).max(30),
    items: z.array(RepairPriceItem).min(1).readonly(),
  }),
);
export const repairPriceListEvents = [RepairPriceListPublished] as const;
export type RepairPriceListEvent = EventOf<typeof RepairPriceListPublished>;

export const repairEvents = [
  RepairDraftSaved,
  RepairDraftDiscarded,
  RepairRequested,
  RepairAssigned,
  RepairMessageWritten,
  RepairFileAttached,
  RepairFileRemoved,
  RepairOffered,
  RepairOfferAccepted,
  RepairOfferRefused,
  RepairDeclined,
  RepairWithdrawn,
  RepairWithdrawalSettled,
  RepairDeviceDispatched,
  RepairDeviceReceived,
  RepairDeviceSentBack,
  RepairInvoiced,
  RepairPaid,
  RepairClosed,
] as const;

export type RepairEvent = EventOf<(typeof repairEvents)[number]>;
export type RepairEventData<T extends RepairEvent['type']> = Extract<RepairEvent, { readonly type: T }>['data'];
