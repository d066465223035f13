import { dueCents, givesBack, type InvoiceFacts, type InvoiceLine } from './invoice.js';
import { dueOn, invoiceWords } from './invoice-words.js';
import type { VatTreatment } from './vat-treatment.js';

/** VAT category codes (UNTDID 5305): standard rate, reverse charge, outside the scope of tax. */
export type VatCategory = 'S' | 'AE' | 'O';

export type Period = { readonly firstDay: string; readonly lastDay: string };

type PostalAddress = {
  readonly street: string;
  readonly postcode: string;
  readonly town: string;
  readonly country: string;
};

export type EInvoiceLine = {
  /** BT-126. */
  readonly id: string;
  /** BT-153, BT-154. */
  readonly name: string;
  readonly description: string;
  /** BT-129, in the unit "one" (C62). */
  readonly quantity: number;
  /** BT-146. */
  readonly priceCents: number;
  /** BT-131. */
  readonly netCents: number;
  readonly period: Period;
  /** BT-151, BT-152; category O has no rate. */
  readonly category: VatCategory;
  readonly rateBasisPoints: number | null;
};

export type VatBreakdown = {
  readonly category: VatCategory;
  readonly rateBasisPoints: number | null;
  /** BT-116, BT-117. */
  readonly baseCents: number;
  readonly vatCents: number;
  /** BT-120, and its code BT-121. */
  readonly exemption: { readonly reason: string; readonly code: string } | null;
};

/** The semantic model of EN 16931-1, as far as these documents use it. */
export type EInvoice = {
  readonly number: string;
  /** BT-3: 380 invoice, 381 credit note. */
  readonly typeCode: '380' | '381';
  readonly issuedOn: string;
  readonly currency: string;
  /** BT-22. */
  readonly notes: readonly string[];
  /** BT-14: the order as the seller knows it. */
  readonly salesOrder: string;
  /** BG-3. */
  readonly preceding: { readonly number: string; readonly issuedOn: string } | null;
  /** BG-4. */
  readonly seller: {
    readonly name: string;
    readonly address: PostalAddress;
    /** BT-30, BT-33. */
    readonly registrationNumber: string;
    readonly registration: string;
    readonly email: string;
    readonly phone: string;
    /** BT-31, BT-32. */
    readonly vatId: string | null;
    readonly taxNumber: string | null;
  };
  /** BG-7. */
  readonly buyer: {
    readonly name: string;
    readonly contactName: string | null;
    readonly address: PostalAddress;
    /** BT-48. */
    readonly vatId: string | null;
  };
  /** BG-14: the time of the service. */
  readonly period: Period;
  readonly lines: readonly EInvoiceLine[];
  readonly vatBreakdown: readonly VatBreakdown[];
  /** BT-20, BT-9. */
  readonly terms: { readonly text: string; readonly dueOn: string | null } | null;
  /** BG-22: BT-106, 109, 110, 112, 113, 115. */
  readonly totals: {
    readonly linesCents: number;
    readonly netCents: number;
    readonly vatCents: number;
    readonly grossCents: number;
    readonly prepaidCents: number;
    readonly dueCents: number;
  };
};

const categories = {
  domestic: 'S',
  reverseCharge: 'AE',
  notTaxable: 'O',
} as const satisfies Readonly<Record<VatTreatment, VatCategory>>;

const exemptionCodes = { reverseCharge: 'VATEX-EU-AE', notTaxable: 'VATEX-EU-O' } as const;

/** A document in the terms of EN 16931. */
export function eInvoice(facts: InvoiceFacts): EInvoice {
  const { seller, buyer, vat } = facts;
  const category = categories[vat.treatment];
  const rateBasisPoints = category === 'O' ? null : vat.rateBasisPoints;
  // Category O forbids the VAT ids of both (BR-O-02); the printed page still names them.
  const isIdNamed = category !== 'O';
  return {
    number: facts.number,
    typeCode: givesBack(facts) ? '381' : '380',
    issuedOn: facts.issuedOn,
    currency: facts.currency,
    notes: invoiceWords[facts.language].notes(facts),
    salesOrder: facts.orderId,
    preceding: facts.corrects,
    seller: {
      name: seller.name,
      address: addressOf(seller),
      registrationNumber: seller.registrationNumber,
      registration: `${seller.registrationCourt}, ${seller.registrationNumber}`,
      email: seller.email,
      phone: seller.phone,
      vatId: isIdNamed ? seller.vatId : null,
      taxNumber: seller.taxNumber,
    },
    buyer: {
      name: buyer.name,
      contactName: buyer.contactName,
      address: addressOf(buyer),
      vatId: isIdNamed ? buyer.vatId : null,
    },
    period: wholePeriod(facts.lines),
    lines: facts.lines.map((line) => lineOf(line, facts, category, rateBasisPoints)),
    vatBreakdown: [
      {
        ...{ category, rateBasisPoints, baseCents: facts.netCents, vatCents: facts.vatCents },
        exemption: exemptionOf(facts),
      },
    ],
    terms: termsOf(facts),
    totals: {
      linesCents: facts.lines.reduce((sum, line) => sum + line.netCents, 0),
      netCents: facts.netCents,
      vatCents: facts.vatCents,
      grossCents: facts.grossCents,
      prepaidCents: facts.creditCents + facts.paidCents,
      dueCents: dueCents(facts),
    },
  };
}

/** From the first to the last day of all lines. */
export function wholePeriod(lines: readonly InvoiceLine[]): Period {
  const firstDays = lines.map(({ firstDay }) => firstDay).toSorted();
  const lastDays = lines.map(({ lastDay }) => lastDay).toSorted();
  return { firstDay: firstDays[0] ?? '', lastDay: lastDays.at(-1) ?? '' };
}

function addressOf({ street, postcode, town, country }: PostalAddress): PostalAddress {
  return { street, postcode, town, country };
}

function lineOf(
  line: InvoiceLine,
  { kind, language }: InvoiceFacts,
  category: VatCategory,
  rateBasisPoints: number | null,
): EInvoiceLine {
  const { id, netCents, firstDay, lastDay } = line;
  const { item, itemDetail } = invoiceWords[language];
  const price =
    line.kind === 'repair'
      ? { quantity: line.quantity, priceCents: line.unitNetCents }
      : { quantity: 1, priceCents: netCents };
  return {
    ...{ id, name: item(line), description: itemDetail(line, kind), ...price, netCents },
    ...{ period: { firstDay, lastDay }, category, rateBasisPoints },
  };
}

function exemptionOf({ vat: { treatment }, language }: InvoiceFacts): VatBreakdown['exemption'] {
  if (treatment === 'domestic') return null;
  return { reason: invoiceWords[language].taxNotice[treatment], code: exemptionCodes[treatment] };
}

function termsOf(facts: InvoiceFacts): EInvoice['terms'] {
  const text = invoiceWords[facts.language].terms(facts);
  if (text === null) return null;
  return { text, dueOn: givesBack(facts) ? null : dueOn(facts) };
}
