import { z } from 'zod';
import { PlantId } from '../../domain/kernel/ids.js';
import { AttachmentType } from '../../domain/repair/attachments.js';
import { DayText, InstantText, Language, optionalText, pageOf, ShortPage, text, Uuid } from './common.js';
import { Invoice, LicenceHistory, Money, Order, PowerEvidence, TermDays, ValueCalculation } from './licences.js';

const Way = z.enum(['refund', 'restReceived', 'elsewhere', 'keep', 'end']);

/** Money that does not fit, and that a person has to deal with. */
export const PaymentMatter = z
  .object({
    matterId: z.string(),
    kind: z.enum(['partial', 'excess', 'foreign', 'refundRefused', 'chargeback']),
    provider: z.string(),
    providerRef: z.string(),
    /** In hundredths of the currency. */
    amount: z.object({ cents: z.int(), currency: z.string() }),
    since: InstantText,
    /** How it may be dealt with. */
    ways: z.array(Way),
  })
  .meta({ id: 'PaymentMatter' });

export const OfficeOrder = Order.extend({
  customerKind: z.enum(['consumer', 'business']),
  accountId: Uuid,
  userName: z.string().nullable(),
  /** Null once it was forgotten. */
  buyer: z.object({ name: z.string(), town: z.string(), country: z.string(), email: z.string() }).nullable(),
  /** Null while it has not been cancelled. `note`: why, in the words of the operator. */
  cancellation: z
    .object({
      at: InstantText,
      reason: z.enum(['customer', 'notFulfilled', 'operator']),
      note: z.string().nullable(),
    })
    .nullable(),
  /** What shows the VAT id on which an invoice without German VAT rests; `answer` as it came, null once it was forgotten. */
  vatEvidence: z
    .object({
      vatId: z.string().nullable(),
      authority: z.enum(['VIES', 'BZST']),
      evidenceId: z.string().nullable(),
      checkedAt: InstantText,
      answer: z.string().nullable(),
    })
    .nullable(),
  matters: z.array(PaymentMatter),
  /** Everything that came and did not fit, the latest last. */
  differences: z.array(
    z.object({
      at: InstantText,
      providerRef: z.string(),
      reason: z.enum(['partial', 'late', 'double', 'foreign']),
      amount: z.object({ cents: z.int(), currency: z.string() }),
    }),
  ),
  refunds: z.array(
    z.object({
      refundId: z.string(),
      amount: Money,
      reason: z.enum(['withdrawal', 'cancellation', 'late', 'double', 'credit']),
      state: z.enum(['asked', 'done', 'refused']),
    }),
  ),
  settlements: z.array(
    z.object({ at: InstantText, matterId: z.string(), how: z.enum(['restReceived', 'elsewhere']), reason: z.string() }),
  ),
}).meta({ id: 'OfficeOrder' });

export const OfficeOrders = pageOf(OfficeOrder).meta({ id: 'OfficeOrders' });

/** Charges for power that was not stated: how they stand, and what finds them. */
export const ChargesQuery = z.strictObject({
  state: z.enum(['open', 'paid', 'cancelled']).optional(),
  /** Number of an order or an invoice, a whole user name or e-mail address, or a plant as in `GET /office/plants`. */
  find: text(254).optional(),
  ...ShortPage,
});

export const CancellationBody = z.strictObject({ reason: text(300) }).meta({ id: 'CancellationBody' });

/** What a charge would come to, and how that is found. */
export const SupplementQuote = z
  .object({
    plantName: z.string(),
    /** The document that the charge refers to. */
    invoiceNumber: z.string(),
    buyer: z.object({ name: z.string(), town: z.string(), country: z.string(), email: z.string() }),
    language: Language,
    firstDay: DayText,
    lastDay: DayText,
    termDays: TermDays,
    /** Of the term; fewer where the licence ended early. */
    chargedDays: z.int(),
    statedPowerW: z.int(),
    truePowerW: z.int(),
    priceListVersion: z.string(),
    statedNet: Money,
    trueNet: Money,
    vatTreatment: Order.shape.vatTreatment,
    net: Money,
    vatRatePercent: z.number(),
    vat: Money,
    gross: Money,
    dueOn: DayText,
    /** What the charge would be shown with. */
    shown: PowerEvidence,
  })
  .meta({ id: 'SupplementQuote' });

/** A photo or a PDF that was uploaded for a charge. */
export const ChargeFile = z
  .object({ id: Uuid, mediaType: AttachmentType, sizeBytes: z.int() })
  .meta({ id: 'ChargeFile' });

export const SettlementBody = z
  .discriminatedUnion('how', [
    z.strictObject({ how: z.literal('refund'), matterId: text(200) }),
    z.strictObject({
      how: z.enum(['restReceived', 'elsewhere', 'keep', 'end']),
      matterId: text(200),
      reason: text(300),
    }),
  ])
  .meta({ id: 'SettlementBody' });

export const OfficeDeclaration = z
  .object({
    id: Uuid,
    kind: z.enum(['withdrawal', 'ordinaryCancellation', 'extraordinaryCancellation']),
    receivedAt: InstantText,
    name: z.string(),
    contract: z.string(),
    /** A withdrawal that names one plant of an order. */
    plant: z.string().nullable(),
    email: z.string(),
    reason: z.string().nullable(),
    desiredEnd: z.string().nullable(),
    /** The contract that it means; null = nobody knows yet. */
    order: z
      .object({
        id: Uuid,
        status: Order.shape.status,
        acceptedAt: InstantText.nullable(),
        withdrawnAt: InstantText.nullable(),
        /** `isOver`: the contract does not go on for it. `plannedLastDay`: up to which it goes on. */
        plants: z.array(
          z.object({
            plantId: Uuid,
            name: z.string(),
            isOver: z.boolean(),
            firstDay: DayText,
            lastDay: DayText,
            plannedLastDay: DayText.nullable(),
          }),
        ),
      })
      .nullable(),
    handledAt: InstantText.nullable(),
    /** Null when it took effect by itself. */
    handledBy: z.string().nullable(),
    note: z.string().nullable(),
  })
  .meta({ id: 'OfficeDeclaration' });

export const OfficeDeclarations = pageOf(OfficeDeclaration).meta({ id: 'OfficeDeclarations' });
export const DeclarationsQuery = z.strictObject({ state: z.enum(['open', 'handled']).default('open'), ...ShortPage });
export const AssignmentBody = z.strictObject({
  /** The id of an order, or the number of an invoice. */
  contract: text(200),
});
const plantIds = z
  .array(Uuid.transform((id) => PlantId.parse(id)))
  .min(1)
  .max(500);
export const DecisionBody = z
  .discriminatedUnion('how', [
    z.strictObject({ how: z.literal('withdrawal'), plantIds }),
    /** `endsOn`: the first day that does not count as used any more; one that is still to come is planned. */
    z.strictObject({ how: z.literal('cancellation'), plantIds, endsOn: DayText, reason: text(300) }),
  ])
  .meta({ id: 'DecisionBody' });
/** The plants for which the contract is to go on. */
export const ContinuationBody = z.strictObject({ plantIds, reason: text(300) }).meta({ id: 'ContinuationBody' });
export const HandledBody = z.strictObject({ note: optionalText(500).optional() }).optional();

export const OfficePlant = z
  .object({
    plantId: Uuid,
    /** Null of a plant that was removed. */
    name: z.string().nullable(),
    town: z.string().nullable(),
    ownerName: z.string().nullable(),
    nominalPowerW: z.int().nullable(),
    licence: z.enum(['none', 'trial', 'licensed', 'exceeded', 'expired']),
    foundBy: z.enum(['id', 'serialNumber', 'owner', 'name']),
  })
  .meta({ id: 'OfficePlant' });
export const OfficePlants = pageOf(OfficePlant).meta({ id: 'OfficePlants' });

export const OfficeLicenceHistory = LicenceHistory.extend({
  items: z.array(
    LicenceHistory.shape.items.element.extend({
      /** Of an account; null of what the system does by itself. */
      actorName: z.string().nullable(),
      /** Type of the command that led to it; null of events that do not say so. */
      command: z.string().nullable(),
    }),
  ),
  plantId: Uuid,
  plant: OfficePlant.pick({ name: true, town: true, ownerName: true, nominalPowerW: true }).nullable(),
  asOf: InstantText,
  /** Everything is as it should be: hashes, readability, credits. */
  isRight: z.boolean(),
  /** Revision of the first event that is not what was written, or is missing. */
  brokenAt: z.int().nullable(),
  /** Revision of the first event that cannot be read. */
  unreadableAt: z.int().nullable(),
  /** Gross price of all licences that were ever granted. */
  sold: Money,
  value: z.object({ day: DayText, gross: Money, balance: Money, calculations: z.array(ValueCalculation) }),
  licences: z.array(
    z.object({
      licenceId: Uuid,
      orderId: Uuid,
      state: z.enum(['queued', 'running', 'expired', 'exceeded', 'withdrawn', 'cancelled']),
      termDays: TermDays,
      licensedPowerW: z.int(),
      firstDay: DayText,
      lastDay: DayText,
      endedAt: InstantText.nullable(),
      gross: Money,
    }),
  ),
}).meta({ id: 'OfficeLicenceHistory' });

const Kind = Invoice.shape.kind;

export const OfficeInvoice = Invoice.omit({ plantIds: true })
  .extend({
    vatTreatment: Order.shape.vatTreatment,
    vatRatePercent: z.number(),
    /** Null once it was forgotten. */
    customer: z.string().nullable(),
  })
  .meta({ id: 'OfficeInvoice' });
export const OfficeInvoices = pageOf(OfficeInvoice).meta({ id: 'OfficeInvoices' });
export const InvoicesQuery = z.strictObject({
  year: z.coerce.number().int().min(2000).max(2999),
  kind: Kind.optional(),
  ...ShortPage,
});

export const InvoiceYear = z
  .object({
    year: z.int(),
    /** Years that have documents, the newest first. */
    years: z.array(z.int()),
    kinds: z.array(z.object({ kind: Kind, count: z.int(), net: Money, vat: Money, gross: Money })),
    /** What goes back to customers taken off. */
    total: z.object({ net: Money, vat: Money, gross: Money }),
    /** Whether the numbers follow each other without a gap, and each has its document. Lists hold 20 at most. */
    numbering: z.object({
      first: z.string().nullable(),
      last: z.string().nullable(),
      given: z.int(),
      missing: z.array(z.string()),
      withoutDocument: z.array(z.string()),
    }),
    /** The export would name accounts that nobody has chosen. */
    isAccountingExample: z.boolean(),
  })
  .meta({ id: 'InvoiceYear' });

export const ExportQuery = z.strictObject({ format: z.enum(['csv', 'datev']), from: DayText, to: DayText });
