import { z } from 'zod';
import { AttachmentType } from '../../domain/repair/attachments.js';
import { DayText, InstantText, Language, text, Uuid } from './common.js';
import { LicenceSummary } from './plants.js';

export const Money = z.object({ cents: z.int(), currency: z.literal('EUR') }).meta({ id: 'Money' });
export const TermDays = z.union([z.literal(365), z.literal(730)]);

/** How a licence stands today. */
const LicenceState = z.enum(['queued', 'running', 'expired', 'exceeded', 'withdrawn', 'cancelled']);

const amount = { net: Money, vatRatePercent: z.number(), vat: Money, gross: Money };

export const PriceList = z
  .object({
    version: z.string(),
    validFrom: DayText,
    /** Example figures, not prices of the operator. */
    isExample: z.boolean(),
    /** German rate that the gross prices hold. */
    vatRatePercent: z.number(),
    /** Ascending; beyond the last one a price is made on request. */
    brackets: z.array(z.object({ upToW: z.int(), net365: Money, gross365: Money, net730: Money, gross730: Money })),
  })
  .meta({ id: 'PriceList' });

/** A price list among the others. */
export const OfficePriceList = PriceList.extend({
  state: z.enum(['announced', 'inForce', 'past']),
  /** The first day on which another list is valid instead; null while there is none. */
  until: DayText.nullable(),
  /** Null of the example figures. */
  publishedAt: InstantText.nullable(),
}).meta({ id: 'OfficePriceList' });

export const PriceListBody = z.strictObject({
  validFrom: DayText,
  brackets: z
    .array(
      z.strictObject({
        upToW: z.int().min(1).max(1_000_000_000),
        net365Cents: z.int().min(0).max(100_000_000),
        net730Cents: z.int().min(0).max(100_000_000),
      }),
    )
    .min(1)
    .max(50),
});

/** How what is left of a licence was found: net cost × unused days ÷ term, rounded half up once. */
export const ValueCalculation = z
  .object({
    licenceId: Uuid,
    /** Of the event, in the history of the plant's licence. */
    revision: z.int(),
    day: DayText,
    costNet: Money,
    termDays: TermDays,
    usedDays: z.int(),
    unusedDays: z.int(),
    /** For people: `11900 × 265 ÷ 365 = 8639.73`. */
    formula: z.string(),
    ...amount,
  })
  .meta({ id: 'ValueCalculation' });

export const QuoteBody = z.strictObject({
  items: z
    .array(
      z.strictObject({
        plantId: Uuid,
        termDays: TermDays,
        /** Asks for the price of an extension before it is made. */
        plannedPowerW: z.int().min(1).max(1_000_000_000).optional(),
      }),
    )
    .max(500),
});

export const Quote = z
  .object({
    items: z.array(
      z.object({
        plantId: Uuid,
        plantName: z.string(),
        termDays: TermDays,
        licensedPowerW: z.int(),
        isPowerAssumed: z.boolean(),
        ...amount,
        firstDay: DayText,
        lastDay: DayText,
        because: z.enum(['queued', 'afterTrial', 'extension', 'payment']),
        /**
         * It counts from an extension that is past: how many of its days are left, and from which day on a purchase begins with
         * its payment instead. Null where none of its days is over.
         */
        standstill: z.object({ usableFrom: DayText, usableDays: z.int(), paymentCountsFrom: DayText }).nullable(),
        /** What of this plant's credits is set off. */
        credit: Money,
        calculations: z.array(ValueCalculation),
      }),
    ),
    priceListVersion: z.string(),
    vatTreatment: z.enum(['domestic', 'reverseCharge', 'notTaxable']),
    ...amount,
    credit: Money,
    total: Money,
    customerKind: z.enum(['consumer', 'business']),
    buyer: z.object({
      name: z.string(),
      contactName: z.string().nullable(),
      street: z.string(),
      postcode: z.string(),
      town: z.string(),
      country: z.string(),
      vatId: z.string().nullable(),
    }),
    /** Versions of the documents that belong to an order. */
    documents: z.array(z.object({ kind: z.string(), version: z.string() })),
    /** The consumer has to ask for the beginning before the period of withdrawal is over. */
    needsEarlyStart: z.boolean(),
  })
  .meta({ id: 'Quote' });

export const OrderBody = z.strictObject({
  items: z
    .array(z.strictObject({ plantId: Uuid, termDays: TermDays }))
    .min(1)
    .max(500),
  /** Of the contract. */
  language: Language,
  accepted: z.strictObject({
    terms: z.string().max(40),
    generalTerms: z.string().max(40),
    earlyStart: z.boolean().optional(),
  }),
  /** The total of the quote that the customer saw. */
  quoteTotal: Money,
});

/** What the office has found out about the power of a plant (F10). */
export const SupplementBody = z.strictObject({
  truePowerW: z.int().min(1).max(1_000_000_000),
  /** Since when the inverters have it. */
  since: DayText,
  /** What shows it; stands on the invoice. */
  evidence: text(300),
  /** Of a photo or PDF that was uploaded before. */
  fileId: Uuid.optional(),
});

const during = {
  from: InstantText,
  to: InstantText.nullable(),
  /** Place of the event that says so in the history of the plant. */
  revision: z.int(),
};

/** What the history of a plant and the register of devices say of its power, since the licence began. */
export const PowerEvidence = z
  .object({
    /** Of the last event that was looked at. */
    lastRevision: z.int(),
    devices: z.array(
      z.object({
        ...during,
        serialNumber: z.string(),
        type: z.string().nullable(),
        nominalPowerW: z.int(),
        isAssumed: z.boolean(),
        since: z.enum(['added', 'exchanged', 'chosen', 'reported', 'catalogueCorrected']),
        /** Null where the register does not know the device. */
        register: z.object({ type: z.string().nullable(), nominalPowerW: z.int().nullable() }).nullable(),
      }),
    ),
    sums: z.array(z.object({ ...during, nominalPowerW: z.int(), assumedPowerW: z.int() })),
  })
  .meta({ id: 'PowerEvidence' });

export const Order = z
  .object({
    id: Uuid,
    status: z.enum(['open', 'paid', 'accepted', 'expired', 'cancelled']),
    placedAt: InstantText,
    expiresAt: InstantText,
    paidAt: InstantText.nullable(),
    acceptedAt: InstantText.nullable(),
    withdrawnAt: InstantText.nullable(),
    language: Language,
    items: z.array(
      z.object({
        plantId: Uuid,
        plantName: z.string(),
        termDays: TermDays,
        licensedPowerW: z.int(),
        net: Money,
        gross: Money,
        credit: Money,
        /** As quoted; from the payment on, as granted. */
        firstDay: DayText,
        lastDay: DayText,
        /** Null while the licence is not granted. */
        licenceState: LicenceState.nullable(),
        /** What gives the right of use until the licence begins; null where nothing has to end first. */
        follows: z.enum(['trial', 'licence']).nullable(),
        /** What ended the contract for it before its time. */
        endedBy: z.enum(['withdrawal', 'cancellation']).nullable(),
        /** It was cancelled for good cause, and its licence goes on up to this day. Null: nothing of that kind is planned. */
        plannedLastDay: DayText.nullable(),
      }),
    ),
    vatTreatment: z.enum(['domestic', 'reverseCharge', 'notTaxable']),
    ...amount,
    credit: Money,
    total: Money,
    refunded: Money,
    /** Asked for, and not gone back yet. */
    refunding: Money,
    /** Null: somebody placed the order. Else it is owed: the power of the plant was stated too low. */
    supplement: z
      .object({
        boughtWith: Uuid,
        statedPowerW: z.int(),
        since: DayText,
        dueOn: DayText,
        /** Null once the buyer is forgotten. */
        evidence: z.string().nullable(),
        /** What shows it, as it was when it was charged; null of charges from before it was kept. */
        shown: PowerEvidence.nullable(),
        /** What the operator has added to it. */
        file: z.object({ mediaType: AttachmentType, sizeBytes: z.int() }).nullable(),
      })
      .nullable(),
    /** Null: it is about licences. Else the agreed price of a repair, which is owed. */
    repair: z
      .object({
        id: Uuid,
        number: z.string(),
        /** Serial number. */
        device: z.string(),
        positions: z.array(z.object({ description: z.string(), quantity: z.int(), net: Money })),
        dueOn: DayText,
      })
      .nullable(),
    /** The bank took the payment back. */
    chargedBack: Money.nullable(),
    /** Money came that does not fit; the operator looks at it. */
    differs: z.boolean(),
    invoices: z.array(
      z.object({
        number: z.string(),
        kind: z.enum(['invoice', 'correction', 'cancellation', 'supplementary']),
        issuedOn: DayText,
        gross: Money,
      }),
    ),
  })
  .meta({ id: 'Order' });

export const Invoice = z
  .object({
    number: z.string(),
    kind: z.enum(['invoice', 'correction', 'cancellation', 'supplementary']),
    issuedOn: DayText,
    orderId: Uuid,
    plantIds: z.array(Uuid),
    net: Money,
    vat: Money,
    gross: Money,
    /** Number of the earlier document. */
    corrects: z.string().nullable(),
    /** Of the PDF file, in hex. */
    sha256: z.string(),
  })
  .meta({ id: 'Invoice' });

export const PlacedOrder = z.object({
  id: Uuid,
  /** Page of the payment provider; null when nothing is to be paid, or while the provider is not there. */
  paymentUrl: z.string().nullable(),
});

export const PlantLicence = z
  .object({
    plantId: Uuid,
    summary: LicenceSummary,
    nominalPowerW: z.int(),
    assumedPowerW: z.int(),
    licences: z.array(
      z.object({
        licenceId: Uuid,
        orderId: Uuid,
        state: LicenceState,
        termDays: TermDays,
        licensedPowerW: z.int(),
        firstDay: DayText,
        lastDay: DayText,
        endedAt: InstantText.nullable(),
        /** It was cancelled for good cause, and goes on up to this day. Null: nothing of that kind is planned. */
        plannedLastDay: DayText.nullable(),
        ...amount,
      }),
    ),
    /** What the licences that run or queue are worth today. */
    value: z.object({ day: DayText, net: Money, gross: Money, calculations: z.array(ValueCalculation) }),
    /** What of ended licences was credited, and is still there. */
    balance: Money,
    credits: z.array(z.object({ calculation: ValueCalculation, used: Money, paidOut: Money, open: Money })),
    /** The plant exceeds its licence on the strength of an assumed power only. */
    announcedExcess: z.object({ installedPowerW: z.int(), effectiveAt: InstantText }).nullable(),
    /**
     * An order that waits for its payment until then: the owner's own, or that of somebody else with the right to order, of which
     * no more is told.
     */
    openOrder: z
      .discriminatedUnion('whose', [
        z.object({ whose: z.literal('own'), orderId: Uuid, until: InstantText }),
        z.object({ whose: z.literal('other'), until: InstantText }),
      ])
      .nullable(),
    /** Why no licence can be bought now; null when one can. */
    notOrderable: z.enum(['queued', 'ordered', 'noPower']).nullable(),
    /** From this day on the end is near; null without an end. */
    renewFrom: DayText.nullable(),
  })
  .meta({ id: 'PlantLicence' });

export const LicenceHistory = z
  .object({
    items: z.array(
      z.object({
        revision: z.int(),
        id: Uuid,
        type: z.string(),
        recordedAt: InstantText,
        actor: z.object({ kind: z.string(), id: z.string() }),
        correlationId: z.string(),
        causationId: z.string().nullable(),
        hash: z.string().nullable(),
        data: z.record(z.string(), z.unknown()),
        /** Of a credit: the same computed again from the events before it. */
        recomputed: z.object({ calculation: ValueCalculation, isEqual: z.boolean() }).nullable(),
      }),
    ),
    /** Every credit is what it should be. */
    isConsistent: z.boolean(),
  })
  .meta({ id: 'LicenceHistory' });
