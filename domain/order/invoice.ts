import { z } from 'zod';
import { OrderId } from '../kernel/ids.js';
import { Cents, VatRate } from '../kernel/money.js';
import { Day } from '../kernel/time.js';
import { TermDays } from '../licence/events.js';
import { VatTreatment } from './vat-treatment.js';

/** Of the one consecutive series that all kinds of documents share: year and running number, `2026-000123`. */
export const InvoiceNumber = z.string().regex(/^\d{4}-\d{6,}$/);

/**
 * `invoice` asks for the full price of an order. `correction` takes back a part of an earlier one, the remaining value of a licence;
 * `cancellation` takes it back as a whole. `supplementary` asks for what a licence cost more than was charged (F10).
 */
export const InvoiceKind = z.enum(['invoice', 'correction', 'cancellation', 'supplementary']);
export type InvoiceKind = z.infer<typeof InvoiceKind>;

/**
 * One line of text as people typed it, without what neither XML nor a printed line can carry: control characters, halves of
 * characters, line breaks.
 */
const Line = z.string().overwrite(oneLine).min(1).max(500);
/** ISO 3166-1 alpha-2. */
const Country = z.string().regex(/^[A-Z]{2}$/);

const address = {
  street: Line,
  /** Empty where a country has none. */
  postcode: z.string().overwrite(oneLine).max(20),
  town: Line,
  country: Country,
};

/** Who issues the document. */
export const Seller = z
  .object({
    name: Line,
    ...address,
    vatId: Line,
    /** Steuernummer. Needed for customers outside the EU, whose structured invoice may not carry the VAT id. */
    taxNumber: Line.nullable(),
    registrationCourt: Line,
    registrationNumber: Line,
    email: Line,
    phone: Line,
  })
  .readonly();
export type Seller = z.infer<typeof Seller>;

export const InvoiceBuyer = z
  .object({ name: Line, contactName: Line.nullable(), ...address, vatId: Line.nullable() })
  .readonly();
export type InvoiceBuyer = z.infer<typeof InvoiceBuyer>;

/**
 * The right of use of one plant. The days are those that the amount is for: of a correction, those that are given back and not the whole
 * term.
 */
const LicenceLine = z
  .object({
    id: z.string().min(1).max(50),
    kind: z.literal('licence'),
    plantName: Line,
    termDays: TermDays,
    licensedPowerW: z.int().min(1),
    firstDay: Day,
    lastDay: Day,
    netCents: Cents,
  })
  .readonly();

/** One position of a repair; the days are those of the whole repair. */
const RepairLine = z
  .object({
    id: z.string().min(1).max(50),
    kind: z.literal('repair'),
    description: Line,
    /** Serial number. */
    device: Line,
    quantity: z.int().min(1),
    /** Of one. */
    unitNetCents: Cents,
    firstDay: Day,
    lastDay: Day,
    netCents: Cents,
  })
  .readonly();

export const InvoiceLine = z.union([LicenceLine, RepairLine]);
export type InvoiceLine = z.infer<typeof InvoiceLine>;
export type LicenceLine = z.infer<typeof LicenceLine>;

/**
 * Everything that stands on a document. All amounts are positive: corrections and cancellations say by their kind that
 * the amount goes back. What has to agree with what is checked by `brokenRules` in `invoice-rules.ts`.
 */
export const InvoiceFacts = z
  .object({
    number: InvoiceNumber,
    kind: InvoiceKind,
    issuedOn: Day,
    language: z.enum(['de', 'en']),
    currency: z.literal('EUR'),
    seller: Seller,
    buyer: InvoiceBuyer,
    orderId: OrderId,
    orderedOn: Day,
    lines: z.array(InvoiceLine).min(1).readonly(),
    vat: z.object({ treatment: VatTreatment, rateBasisPoints: VatRate }).readonly(),
    netCents: Cents,
    vatCents: Cents,
    grossCents: Cents,
    /** Set off: credits of earlier licences, gross, against an invoice; of a correction, what was set off elsewhere. */
    creditCents: Cents,
    /** Paid by the customer; of a correction or cancellation, paid back. */
    paidCents: Cents,
    /** Says nothing where all was set off and nothing paid. */
    paidOn: Day.nullable(),
    /** The earlier document that this one refers to; null on a first invoice. */
    corrects: z.object({ number: InvoiceNumber, issuedOn: Day }).readonly().nullable(),
    /** Why a supplementary invoice is issued. */
    evidence: z
      .object({
        statedPowerW: z.int().min(1),
        measuredPowerW: z.int().min(1),
        since: Day,
        /** What shows it, in words. */
        source: Line.optional(),
      })
      .readonly()
      .nullable(),
  })
  .readonly();
export type InvoiceFacts = z.infer<typeof InvoiceFacts>;

function oneLine(text: string): string {
  const whole = text.replaceAll(/\p{Cs}/gu, '\uFFFD').normalize('NFC');
  return whole.replaceAll(/[\p{Cc}\s\uFFFE\uFFFF]+/gu, ' ').trim();
}

/** What is still to be paid, or to be paid back. */
export function dueCents({ grossCents, creditCents, paidCents }: InvoiceFacts): number {
  return grossCents - creditCents - paidCents;
}

/** Whether the amount goes back to the customer. */
export function givesBack({ kind }: Pick<InvoiceFacts, 'kind'>): boolean {
  return kind === 'correction' || kind === 'cancellation';
}
