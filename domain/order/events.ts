import { z } from 'zod';
import { Authority, CheckId, CheckQuestion, FieldMatches } from '../account/identity-events.js';
import { defineEvent, personal, type EventOf } from '../kernel/event.js';
import { AccountId, LicenceId, OrderId, PlantId, RepairOrderId } from '../kernel/ids.js';
import { Cents, VatRate } from '../kernel/money.js';
import { Day, Instant } from '../kernel/time.js';
import { TermDays } from '../licence/events.js';
import { RatedDevice, RatedPlant } from '../plant/power-history.js';
import { AttachmentType } from '../repair/attachments.js';
import { OfferPosition } from '../repair/events.js';
import { InvoiceFacts, InvoiceKind, InvoiceNumber } from './invoice.js';
import { VatTreatment } from './vat-treatment.js';

const ofOrder = { orderId: OrderId, at: Instant };
const ofPayment = { ...ofOrder, provider: z.string(), providerRef: z.string() };

/** Who buys, as the invoice names it. Kept as long as the invoice must be, whatever becomes of the account. */
export const Buyer = z
  .object({
    /** The company of a business; the person otherwise. */
    name: z.string(),
    contactName: z.string().nullable(),
    street: z.string(),
    postcode: z.string(),
    town: z.string(),
    country: z.string(),
    vatId: z.string().nullable(),
    email: z.string(),
  })
  .readonly();
export type Buyer = z.infer<typeof Buyer>;

export const OrderItem = z
  .object({
    plantId: PlantId,
    /** Of the licence that the plant gets when the order is paid. */
    licenceId: LicenceId,
    termDays: TermDays,
    licensedPowerW: z.int().min(1),
    netCents: Cents,
    vatCents: Cents,
    grossCents: Cents,
    /** Credits of this plant that are set off, in gross cents. */
    creditCents: Cents,
    /** As quoted; a later payment may move them. */
    firstDay: Day,
    lastDay: Day,
  })
  .readonly();
export type OrderItem = z.infer<typeof OrderItem>;

/** A document that was accepted or handed over with the order. */
const OrderDocument = z.object({ kind: z.string(), version: z.string() }).readonly();
export type OrderDocument = z.infer<typeof OrderDocument>;

/** The button was pressed: an offer of the customer, no contract yet. */
export const OrderPlaced = defineEvent(
  'OrderPlaced',
  z.object({
    ...ofOrder,
    accountId: AccountId,
    customerKind: z.enum(['consumer', 'business']),
    /** Of the contract. */
    language: z.enum(['de', 'en']),
    items: z.array(OrderItem).min(1).readonly(),
    vatTreatment: VatTreatment,
    vatRateBasisPoints: VatRate,
    netCents: Cents,
    vatCents: Cents,
    grossCents: Cents,
    creditCents: Cents,
    toPayCents: Cents,
    currency: z.literal('EUR'),
    priceListVersion: z.string(),
    documents: z.array(OrderDocument).readonly(),
    /** The consumer asked to begin before the period of withdrawal is over; null = not a consumer in Germany. */
    earlyStart: z.boolean().nullable(),
    expiresAt: Instant,
    buyer: personal(Buyer),
    /** In the order of the items. */
    plantNames: personal(z.array(z.string()).readonly()),
  }),
  { subjectField: 'orderId' },
);

/**
 * F10: the power of a plant had been stated too low, and the operator charges what its licence costs more. An order that
 * nobody placed: it is owed, and does not expire.
 */
export const SupplementCharged = defineEvent(
  'SupplementCharged',
  z.object({
    ...ofOrder,
    accountId: AccountId,
    customerKind: z.enum(['consumer', 'business']),
    language: z.enum(['de', 'en']),
    /** The order with which the licence was bought. */
    boughtWith: OrderId,
    /** The true power, and what the licence costs more for it. */
    item: OrderItem,
    statedPowerW: z.int().min(1),
    /** Since when the inverters have the true power. */
    since: Day,
    vatTreatment: VatTreatment,
    vatRateBasisPoints: VatRate,
    currency: z.literal('EUR'),
    priceListVersion: z.string(),
    dueOn: Day,
    /** What shows it, in words: stands on the invoice. */
    evidence: personal(z.string()),
    buyer: personal(Buyer),
    plantName: personal(z.string()),
  }),
  { subjectField: 'orderId' },
);

/**
 * What the history of the plant and the operator's register of devices say of the power for which is charged: a copy, kept as long as
 * the invoice must be, whatever becomes of the plant. Names nobody.
 */
export const PowerEvidence = z
  .object({
    /** Of the last event of the plant's history that was looked at. */
    lastRevision: z.int().min(-1),
    devices: z
      .array(
        z
          .object({
            ...RatedDevice.unwrap().omit({ typeId: true }).shape,
            /** Maker and model. */
            type: z.string().nullable(),
            /** What the register says of the device, whoever has it; null where it does not know it. */
            register: z
              .object({ type: z.string().nullable(), nominalPowerW: z.int().min(1).nullable() })
              .readonly()
              .nullable(),
          })
          .readonly(),
      )
      .readonly(),
    sums: z.array(RatedPlant).readonly(),
  })
  .readonly();
export type PowerEvidence = z.infer<typeof PowerEvidence>;

/** A photo or a PDF that shows the power; its content is kept beside the log. */
export const EvidenceFile = z
  .object({ fileId: z.uuid(), mediaType: AttachmentType, sizeBytes: z.int().min(1), sha256: z.string() })
  .readonly();
export type EvidenceFile = z.infer<typeof EvidenceFile>;

/** What shows the power for which is charged, as it was when it was charged. */
export const PowerEvidenceKept = defineEvent(
  'PowerEvidenceKept',
  z.object({ ...ofOrder, shown: PowerEvidence, file: EvidenceFile.nullable() }),
);

/**
 * What shows that the VAT id of the buyer was valid, on which invoices without German VAT rest. A copy of what stands in the
 * history of the account, and kept as long as the invoice must be, whatever becomes of the account.
 */
export const VatEvidenceKept = defineEvent(
  'VatEvidenceKept',
  z.object({
    ...ofOrder,
    checkId: CheckId,
    authority: Authority,
    service: z.string(),
    fields: FieldMatches,
    evidenceId: z.string().nullable(),
    authorityTime: z.string().nullable(),
    rawStatus: z.string(),
    checkedAt: Instant,
    question: personal(CheckQuestion),
    /** The answer as it came. */
    raw: personal(z.string()),
  }),
  { subjectField: 'orderId' },
);

/**
 * H4: the agreed price of a repair. As a supplementary charge it is an order that nobody placed in the shop: it is owed, and does
 * not expire.
 */
export const RepairCharged = defineEvent(
  'RepairCharged',
  z.object({
    ...ofOrder,
    accountId: AccountId,
    customerKind: z.enum(['consumer', 'business']),
    language: z.enum(['de', 'en']),
    repairOrderId: RepairOrderId,
    /** Serial number of the device. */
    device: z.string(),
    positions: z.array(OfferPosition).min(1).readonly(),
    vatTreatment: VatTreatment,
    vatRateBasisPoints: VatRate,
    netCents: Cents,
    vatCents: Cents,
    grossCents: Cents,
    currency: z.literal('EUR'),
    priceListVersion: z.string(),
    /** The consumer asked to begin before the period of withdrawal is over; null = no consumer. */
    earlyStart: z.boolean().nullable(),
    dueOn: Day,
    buyer: personal(Buyer),
  }),
  { subjectField: 'orderId' },
);

/** The customer was sent to the provider's page. */
export const PaymentStarted = defineEvent('PaymentStarted', z.object({ ...ofPayment, attempt: z.int().min(1) }));

export const PaymentMethod = z.enum(['onlineTransfer', 'creditCard', 'debitCard', 'credit', 'other']);
export type PaymentMethod = z.infer<typeof PaymentMethod>;

/** The provider says so when asked: the whole sum, in the right currency, for this order. */
export const PaymentConfirmed = defineEvent(
  'PaymentConfirmed',
  z.object({ ...ofPayment, paidCents: Cents, method: PaymentMethod }),
);

/** That attempt came to nothing; another one may follow until the order expires. */
export const PaymentFailed = defineEvent(
  'PaymentFailed',
  z.object({ ...ofPayment, reason: z.enum(['failed', 'canceled', 'expired']) }),
);

/** Money came that does not fit: too little, too late, twice, or in another currency. */
export const PaymentDiffered = defineEvent(
  'PaymentDiffered',
  z.object({
    ...ofPayment,
    paidCents: Cents,
    currency: z.string(),
    reason: z.enum(['partial', 'late', 'double', 'foreign']),
  }),
);

/** It was not paid in time. */
export const OrderExpired = defineEvent('OrderExpired', z.object(ofOrder));

/**
 * The customer took it back before paying, it could not be fulfilled, or the operator drops a supplementary charge. `note`: why, in
 * the words of the operator; it is kept for ever, so it names no person.
 */
export const OrderCancelled = defineEvent(
  'OrderCancelled',
  z.object({
    ...ofOrder,
    reason: z.enum(['customer', 'notFulfilled', 'operator']),
    note: z.string().nullable(),
  }),
  { upcasters: [(data) => ({ ...data, note: null })] },
);

/** The licences are granted and the acceptance goes out: the contract exists. */
export const OrderAccepted = defineEvent('OrderAccepted', z.object(ofOrder));

/** A document with a number of the consecutive series. `facts` is everything that stands on it: the same bytes follow from it. */
export const InvoiceIssued = defineEvent(
  'InvoiceIssued',
  z.object({
    ...ofOrder,
    number: InvoiceNumber,
    kind: InvoiceKind,
    issuedOn: Day,
    vatTreatment: VatTreatment,
    vatRateBasisPoints: VatRate,
    netCents: Cents,
    vatCents: Cents,
    grossCents: Cents,
    /** Number of the earlier document that this one corrects. */
    corrects: InvoiceNumber.nullable(),
    /** The licence whose value is given back by a correction. */
    licenceId: LicenceId.nullable(),
    /** SHA-256 of the PDF file, in hex. */
    sha256: z.string(),
    facts: personal(InvoiceFacts),
  }),
  { subjectField: 'orderId' },
);

/** The consumer declared the withdrawal, for these plants of the order, or from a repair; what reached us when is the evidence. */
export const OrderWithdrawn = defineEvent(
  'OrderWithdrawn',
  z.object({ ...ofOrder, plantIds: z.array(PlantId).readonly() }),
);

/**
 * The consumer withdrew from a repair whose work had begun: of its price remains what was done (§ 357a BGB), and stands as one
 * position on what is invoiced from now on.
 */
export const OrderCompensated = defineEvent(
  'OrderCompensated',
  z.object({ ...ofOrder, description: z.string(), netCents: Cents, vatCents: Cents, grossCents: Cents }),
);

/**
 * The operator accepts that the customer cancels for good cause (§ 314 BGB): the licences of these plants end with the day before
 * `endsOn`, and what they were still worth then goes back. The reason is kept for ever, so it names no person.
 */
export const OrderTerminated = defineEvent(
  'OrderTerminated',
  z.object({ ...ofOrder, plantIds: z.array(PlantId).min(1).readonly(), endsOn: Day, reason: z.string() }),
);

/**
 * As `OrderTerminated`, for a day that is still to come: until then the licences go on. A later plan for a plant replaces an earlier
 * one.
 */
export const TerminationPlanned = defineEvent(
  'TerminationPlanned',
  z.object({ ...ofOrder, plantIds: z.array(PlantId).min(1).readonly(), endsOn: Day, reason: z.string() }),
);

/** What was planned for these plants is taken back before its day: their licences go on. The reason names no person. */
export const TerminationLifted = defineEvent(
  'TerminationLifted',
  z.object({ ...ofOrder, plantIds: z.array(PlantId).min(1).readonly(), reason: z.string() }),
);

export const RefundReason = z.enum(['withdrawal', 'cancellation', 'late', 'double', 'credit']);
export type RefundReason = z.infer<typeof RefundReason>;

/** Money is to go back by the way it came. */
export const RefundRequested = defineEvent(
  'RefundRequested',
  z.object({ ...ofPayment, refundId: z.string(), grossCents: Cents, reason: RefundReason }),
);

/** The provider took the refund. */
export const OrderRefunded = defineEvent(
  'OrderRefunded',
  z.object({ ...ofOrder, refundId: z.string(), refundRef: z.string(), grossCents: Cents }),
);

/** The provider will not give it back, however often it is asked: it knows no such payment, or nothing of it is left. */
export const RefundRefused = defineEvent(
  'RefundRefused',
  z.object({ ...ofPayment, refundId: z.string(), reason: z.enum(['not-found', 'not-refundable']) }),
);

/**
 * Somebody in the office dealt with money that did not fit. `restReceived`: what was missing came by another way, and the order
 * is paid; `elsewhere`: outside of the portal. `matterId` is the provider's reference of the payment, or the refund that was
 * refused. The reason is kept for ever, so it names no person.
 */
export const PaymentMatterSettled = defineEvent(
  'PaymentMatterSettled',
  z.object({ ...ofOrder, matterId: z.string(), how: z.enum(['restReceived', 'elsewhere']), reason: z.string() }),
);

/** The bank of the customer took a payment back. What becomes of the licences is for the operator to decide. */
export const PaymentChargedBack = defineEvent('PaymentChargedBack', z.object({ ...ofPayment, grossCents: Cents }));

/** `keep`: the licences stay; `end`: they end, and what they were still worth counts as paid back. */
export const ChargebackDecided = defineEvent(
  'ChargebackDecided',
  z.object({ ...ofOrder, decision: z.enum(['keep', 'end']), grossCents: Cents, reason: z.string() }),
);

/** The account of the buyer was erased, and no invoice has to be kept any more: who bought is not to be known. */
export const BuyerForgotten = defineEvent('BuyerForgotten', z.object(ofOrder));

export const orderEvents = [
  OrderPlaced,
  SupplementCharged,
  PowerEvidenceKept,
  VatEvidenceKept,
  RepairCharged,
  PaymentStarted,
  PaymentConfirmed,
  PaymentFailed,
  PaymentDiffered,
  OrderExpired,
  OrderCancelled,
  OrderAccepted,
  InvoiceIssued,
  OrderWithdrawn,
  OrderCompensated,
  OrderTerminated,
  TerminationPlanned,
  TerminationLifted,
  RefundRequested,
  OrderRefunded,
  RefundRefused,
  PaymentMatterSettled,
  PaymentChargedBack,
  ChargebackDecided,
  BuyerForgotten,
] as const;

export type OrderEvent = EventOf<(typeof orderEvents)[number]>;
export type OrderEventData<T extends OrderEvent['type']> = Extract<OrderEvent, { readonly type: T }>['data'];
