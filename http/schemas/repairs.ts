import { z } from 'zod';
import { expectedPostcode } from '../../domain/kernel/postcode.js';
import { InverterId, PlantId, SerialNumber } from '../../domain/kernel/ids.js';
import { AttachmentType } from '../../domain/repair/attachments.js';
import { CategoryReason, RepairCategory } from '../../domain/repair/category.js';
import { Email } from './accounts.js';
import { Country, DayText, optionalText, pageOf, postcodeIssue, text, Uuid } from './common.js';
import { Money } from './licences.js';

/** A text that may be missing: empty is none. */
const line = (max: number) =>
  z
    .union([optionalText(max), z.null()])
    .default(null)
    .transform((value) => (value === '' ? null : value));

const RemoteMonitoring = z.enum(['siteLink', 'other', 'none']);

/** What a repair request says. A draft may leave anything open; what is missing is said when it is sent. */
export const RepairRequestBody = z
  .strictObject({
    device: z.strictObject({
      plantId: PlantId.nullable().default(null),
      inverterId: InverterId.nullable().default(null),
      serialNumber: SerialNumber.nullable().default(null),
      type: line(80),
      deliveredOn: DayText.nullable().default(null),
      category: RepairCategory.nullable().default(null),
    }),
    report: z.strictObject({
      fault: line(4_000),
      remoteMonitoring: RemoteMonitoring.nullable().default(null),
      specialSettings: line(2_000),
    }),
    contact: z
      .strictObject({
        name: line(120),
        phone: line(40),
        email: Email.nullable().default(null),
        company: line(120),
        street: line(120),
        postcode: line(16),
        town: line(80),
        country: Country.nullable().default(null),
      })
      .superRefine(({ country, postcode }, context) => {
        if (country === null || postcode === null) return;
        const example = expectedPostcode(country, postcode);
        if (example !== null) context.addIssue(postcodeIssue(['postcode'], example));
      }),
  })
  .meta({ id: 'RepairRequestBody' });

const Device = z.object({
  plantId: z.string().nullable(),
  inverterId: z.string().nullable(),
  serialNumber: z.string().nullable(),
  type: z.string().nullable(),
  deliveredOn: z.string().nullable(),
  category: RepairCategory.nullable(),
});
const Report = z.object({
  fault: z.string().nullable(),
  remoteMonitoring: RemoteMonitoring.nullable(),
  specialSettings: z.string().nullable(),
});
const Contact = z.object({
  name: z.string().nullable(),
  phone: z.string().nullable(),
  email: z.string().nullable(),
  company: z.string().nullable(),
  street: z.string().nullable(),
  postcode: z.string().nullable(),
  town: z.string().nullable(),
  country: z.string().nullable(),
});

export const RepairStatus = z.enum([
  'draft',
  'requested',
  'offered',
  'accepted',
  'dispatched',
  'inRepair',
  'sentBack',
  'closed',
  'refused',
  'declined',
  'withdrawn',
]);

export const RepairMessage = z
  .object({
    id: z.string(),
    from: z.enum(['customer', 'office']),
    at: z.string(),
    /** Null once the person was erased. */
    text: z.string().nullable(),
  })
  .meta({ id: 'RepairMessage' });
export const RepairAttachment = z
  .object({
    id: z.string(),
    from: z.enum(['customer', 'office']),
    at: z.string(),
    mediaType: AttachmentType,
    sizeBytes: z.int(),
    /** As the sender calls it; null once the person was erased. */
    name: z.string().nullable(),
  })
  .meta({ id: 'RepairAttachment' });
export const RepairAttachments = z.object({ items: z.array(RepairAttachment), next: z.null() });

export const RepairMessages = z.object({ items: z.array(RepairMessage), next: z.null() });

const Offer = z.object({
  /** Which offer it is: what an answer names. */
  offerNo: z.int(),
  at: z.string(),
  category: RepairCategory,
  positions: z.array(
    z.object({
      code: z.string().nullable(),
      description: z.string(),
      quantity: z.int(),
      /** Of one. */
      unitNet: Money,
      net: Money,
    }),
  ),
  net: Money,
  vatTreatment: z.enum(['domestic', 'reverseCharge', 'notTaxable']),
  vatRatePercent: z.number(),
  vat: Money,
  gross: Money,
  /** The last day on which it can be accepted. */
  validUntil: z.string(),
  isLapsed: z.boolean(),
  note: z.string().nullable(),
});

const common = {
  id: z.string(),
  /** As people quote it. */
  number: z.string(),
  status: RepairStatus,
  /** Every status that it had, and since when. */
  steps: z.array(z.object({ status: RepairStatus, at: z.string() })),
  changedAt: z.string(),
  device: Device,
  /** Null once the person was erased. */
  report: Report.nullable(),
  contact: Contact.nullable(),
  sentAt: z.string().nullable(),
  /** Day by which the office means to answer. */
  dueOn: z.string().nullable(),
  offer: Offer.nullable(),
  /** What remains to be paid for after a withdrawal from work that had begun. */
  compensation: z.object({ workDonePercent: z.int(), net: Money, gross: Money }).nullable(),
  /** Whether something of it is still to be paid. */
  owes: z.boolean(),
  /** The device was given away, and is not on its way back. */
  isDeviceAway: z.boolean(),
  messages: z.array(RepairMessage),
  attachments: z.array(RepairAttachment),
  /** Why it was refused or declined. */
  endReason: z.string().nullable(),
  shipment: z.object({ carrier: z.string().nullable(), trackingNumber: z.string().nullable() }).nullable(),
  invoice: z.object({ number: z.string(), dueOn: z.string(), gross: Money, paidOn: z.string().nullable() }).nullable(),
};

/** What the portal knows of a device: goes along with a request. */
const RepairEvidence = z
  .object({
    /** The latest first. */
    errors: z.array(z.object({ at: z.string(), code: z.string(), text: z.string(), deviceState: z.int().nullable() })),
    powerCurve: z.object({ from: z.string(), stepS: z.int(), acPowerW: z.array(z.number().nullable()) }).nullable(),
  })
  .meta({ id: 'RepairEvidence' });

export const RepairOrder = z
  .object({
    ...common,
    /** What the portal attached by itself when it was sent; null: it knew nothing of the device. */
    attached: z.object({ errorCount: z.int(), hasPowerCurve: z.boolean() }).nullable(),
  })
  .meta({ id: 'RepairOrder' });

export const OfficeRepairOrder = z
  .object({
    ...common,
    customer: z.object({
      accountId: z.string(),
      userName: z.string().nullable(),
      /** In which what the office writes is read. */
      language: z.enum(['de', 'en']),
    }),
    /** What the portal had proposed to the customer. */
    proposedCategory: RepairCategory.nullable(),
    evidence: RepairEvidence.nullable(),
    /** The customer may withdraw though the work has begun: the office settles what was done. */
    maySettleWithdrawal: z.boolean(),
    advocate: z.object({ accountId: z.string(), userName: z.string().nullable() }).nullable(),
  })
  .meta({ id: 'OfficeRepairOrder' });

const listed = {
  id: z.string(),
  number: z.string(),
  status: RepairStatus,
  serialNumber: z.string().nullable(),
  category: RepairCategory.nullable(),
  createdAt: z.string(),
  sentAt: z.string().nullable(),
  changedAt: z.string(),
  dueOn: z.string().nullable(),
  lastMessageFrom: z.enum(['customer', 'office']).nullable(),
};
export const RepairOrders = pageOf(z.object(listed));
export const OfficeRepairListItem = z.object({
  ...listed,
  customerName: z.string().nullable(),
  advocate: z.object({ accountId: z.string(), userName: z.string().nullable() }).nullable(),
  isOverdue: z.boolean(),
  /** The device of a contract that came to nothing has to go back. */
  awaitsReturn: z.boolean(),
});
export const OfficeRepairOrders = pageOf(OfficeRepairListItem);

const page = {
  limit: z.coerce.number().int().min(1).max(200).default(50),
  cursor: z.string().max(400).optional(),
};
export const RepairOrdersQuery = z.strictObject(page);
export const OfficeRepairOrdersQuery = z.strictObject({
  /** What is open, or one of its stages; or what is over. */
  state: z.enum(['open', 'requested', 'offered', 'agreed', 'inWorkshop', 'over']).default('open'),
  /** Only what this account takes care of, or nobody. */
  advocate: z.union([z.literal('nobody'), Uuid]).optional(),
  /** Only those of this device. */
  serialNumber: SerialNumber.optional(),
  ...page,
});

export const CategoryQuery = z.strictObject({
  serialNumber: SerialNumber,
  type: text(80).optional(),
  deliveredOn: DayText.optional(),
});
export const CategoryProposal = z
  .object({
    category: RepairCategory.nullable(),
    /** Why it is proposed, or why none is. */
    reason: CategoryReason,
    /** The last day under warranty. */
    warrantyUntil: z.string().nullable(),
  })
  .meta({ id: 'CategoryProposal' });

export const RepairDeviceQuery = z.strictObject({ serialNumber: SerialNumber });
/** What a request about a device would find. */
export const RepairDevice = z
  .object({
    /** Own repairs of it that are not over. */
    openRepairs: z.array(z.object({ id: z.string(), number: z.string(), status: RepairStatus })),
    /** What would go along; null where the portal knows nothing of it, or it is not the caller's. */
    evidence: RepairEvidence.nullable(),
  })
  .meta({ id: 'RepairDevice' });

export const RepairMessageBody = z.strictObject({ text: text(4_000) });
const offerNo = z.int().min(1).max(10_000);
export const OfferAcceptanceBody = z.strictObject({
  offerNo,
  /** A consumer asks that the work begins before the period of withdrawal is over; needed where the repair costs something. */
  earlyStart: z.boolean().default(false),
});
export const OfferRefusalBody = z.strictObject({ offerNo, reason: line(1_000) });

export const RepairAssignmentBody = z.strictObject({ advocateId: Uuid.nullable(), dueOn: DayText });
/** Who may take care of repairs. */
export const Advocates = z
  .object({ items: z.array(z.object({ accountId: z.string(), userName: z.string() })), next: z.null() })
  .meta({ id: 'Advocates' });
export const OfferBody = z.strictObject({
  category: RepairCategory,
  positions: z
    .array(
      z.strictObject({
        /** Of the price list; left out for what it does not know. */
        code: text(40).nullable().default(null),
        /** Left out: as the price list says, in the language of the customer. */
        description: text(200).nullable().default(null),
        quantity: z.int().min(1).max(999).default(1),
        /** Of one. Left out: as the price list says for the category. */
        netCents: z.int().min(0).max(100_000_000).nullable().default(null),
      }),
    )
    .min(1)
    .max(100),
  validUntil: DayText,
  note: line(4_000),
});
export const DeclineBody = z.strictObject({ reason: text(1_000) });
export const RepairWithdrawalBody = z.strictObject({
  workDonePercent: z.int().min(0).max(100),
  /** What is to be paid for that: at most so much of the agreed price. */
  netCents: z.int().min(0).max(1_000_000_000),
  /** How it was calculated; the customer reads it. */
  reason: text(1_000),
});
export const SendBackBody = z.strictObject({ carrier: line(80), trackingNumber: line(80) });
export const RepairPaymentBody = z.strictObject({ paidOn: DayText });

const names = z.object({ de: z.string(), en: z.string() });
const price = Money.nullable();
export const RepairPrices = z
  .object({
    version: z.string(),
    validFrom: z.string(),
    /** Example figures, until the operator publishes a list. */
    isExample: z.boolean(),
    /** How long after its delivery a device is repaired under warranty. */
    warrantyYears: z.int(),
    vatRatePercent: z.number(),
    items: z.array(
      z.object({
        code: z.string(),
        name: names,
        /** By category; null where the work is not offered. */
        net: z.object({ ae: price, aeRefu: price, siemens: price, outOfWarranty: price }),
        gross: z.object({ ae: price, aeRefu: price, siemens: price, outOfWarranty: price }),
      }),
    ),
  })
  .meta({ id: 'RepairPrices' });
export const OfficeRepairPriceLists = z.object({ items: z.array(RepairPrices), next: z.null() });

const cents = z.int().min(0).max(100_000_000).nullable();
export const RepairPriceListBody = z.strictObject({
  validFrom: DayText,
  warrantyYears: z.int().min(0).max(30),
  items: z
    .array(
      z.strictObject({
        code: z
          .string()
          .max(40)
          .regex(/^[a-z0-9]+(?:-[a-z0-9]+)*$/),
        name: z.strictObject({ de: text(120), en: text(120) }),
        netCents: z.strictObject({ ae: cents, aeRefu: cents, siemens: cents, outOfWarranty: cents }),
      }),
    )
    .min(1)
    .max(200),
});
