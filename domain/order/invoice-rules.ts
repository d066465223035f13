import { shareOf } from '../kernel/money.js';
import { eInvoice, type EInvoice, type VatBreakdown, type VatCategory } from './e-invoice.js';
import { dueCents, type InvoiceFacts } from './invoice.js';
import { euCountries, type VatTreatment } from './vat-treatment.js';

/** A rule as data: what it is called, what it says, and whether something keeps it. */
type Rule<T> = { readonly id: string; readonly says: string; readonly isKept: (subject: T) => boolean };
export type BrokenRule = { readonly id: string; readonly says: string };

/** Which rules a document would break: of EN 16931, and of German law and this portal. Empty: it may be issued. */
export function brokenRules(facts: InvoiceFacts): readonly BrokenRule[] {
  return [...broken(portalRules, facts), ...brokenStandardRules(eInvoice(facts))];
}

/** The business rules of EN 16931 that concern these documents, by their official names. */
export function brokenStandardRules(invoice: EInvoice): readonly BrokenRule[] {
  return broken(standardRules, invoice);
}

function broken<T>(rules: readonly Rule<T>[], subject: T): readonly BrokenRule[] {
  return rules.filter(({ isKept }) => !isKept(subject)).map(({ id, says }) => ({ id, says }));
}

const isBefore = (one: string, other: string): boolean => one < other;

export const portalRules: readonly Rule<InvoiceFacts>[] = [
  {
    id: 'treatment-rate',
    says: 'Only domestic sales carry VAT, and they do.',
    isKept: ({ vat }) => (vat.treatment === 'domestic') === vat.rateBasisPoints > 0,
  },
  {
    id: 'treatment-country',
    // Work on a movable thing is taxed where it is done, unless a business has it done (§ 3a (3) no. 3 c UStG).
    says: 'The treatment fits the country of the buyer, and of a repair its workshop.',
    isKept: ({ vat, buyer, lines }) =>
      treatmentsOf(buyer.country) === vat.treatment ||
      (vat.treatment === 'domestic' && lines.every(({ kind }) => kind === 'repair')),
  },
  {
    id: 'tax-number',
    says: 'Where the VAT id may not stand in the structured invoice, the tax number does (§ 14 (4) no. 2 UStG).',
    isKept: ({ vat, seller }) => vat.treatment !== 'notTaxable' || seller.taxNumber !== null,
  },
  {
    id: 'reference',
    says: 'Whatever changes an earlier invoice names it (§ 31 (5) UStDV); a first invoice names none.',
    isKept: ({ kind, corrects }) => (kind === 'invoice') === (corrects === null),
  },
  {
    id: 'evidence',
    says: 'A supplementary invoice, and no other, says why it is issued.',
    isKept: ({ kind, evidence }) => (kind === 'supplementary') === (evidence !== null),
  },
  {
    id: 'paid',
    says: 'No more is paid and set off than is charged.',
    isKept: (facts) => dueCents(facts) >= 0,
  },
  {
    id: 'receipt',
    says: 'The day of a payment is named (§ 14 (4) no. 6 UStG).',
    isKept: ({ paidCents, paidOn }) => paidCents === 0 || paidOn !== null,
  },
  {
    id: 'days',
    says: 'Order, payment and earlier invoice are not later than the document.',
    isKept: ({ issuedOn, orderedOn, paidOn, corrects }) =>
      ![orderedOn, paidOn ?? issuedOn, corrects?.issuedOn ?? issuedOn].some((day) => isBefore(issuedOn, day)),
  },
  {
    id: 'year',
    says: 'The number belongs to the year of issue.',
    isKept: ({ number, issuedOn }) => number.slice(0, 4) === issuedOn.slice(0, 4),
  },
];

function treatmentsOf(country: string): VatTreatment {
  if (country === 'DE') return 'domestic';
  return euCountries.has(country) ? 'reverseCharge' : 'notTaxable';
}

const isFilled = (text: string | null): boolean => text !== null && text !== '';
const sum = (cents: readonly number[]): number => cents.reduce((total, each) => total + each, 0);
const isPeriod = ({ firstDay, lastDay }: EInvoice['period']): boolean =>
  isFilled(firstDay) && isFilled(lastDay) && !isBefore(lastDay, firstDay);

/** A rule for each line. */
const ofLines = (id: string, says: string, isKept: (line: EInvoice['lines'][number]) => boolean): Rule<EInvoice> => ({
  ...{ id, says },
  isKept: ({ lines }) => lines.every(isKept),
});

/** A rule for each sum of a category of VAT. */
const ofCategory = (
  category: VatCategory,
  id: string,
  says: string,
  isKept: (breakdown: VatBreakdown, invoice: EInvoice) => boolean,
): Rule<EInvoice> => ({
  ...{ id, says },
  isKept: (invoice) =>
    invoice.vatBreakdown.every((breakdown) => breakdown.category !== category || isKept(breakdown, invoice)),
});

const uses = ({ lines, vatBreakdown }: EInvoice, category: VatCategory): boolean =>
  [...lines, ...vatBreakdown].some((part) => part.category === category);

/** BR-S-01, BR-AE-01 and BR-O-01: what lines use has one sum, and nothing else has. */
const hasOneSum = (category: VatCategory): Rule<EInvoice> => ({
  id: `BR-${category}-01`,
  says: `Lines of category ${category} have one VAT breakdown.`,
  isKept: ({ lines, vatBreakdown }) => {
    const isUsed = lines.some((line) => line.category === category);
    return vatBreakdown.filter((breakdown) => breakdown.category === category).length === (isUsed ? 1 : 0);
  },
});

/** BR-S-08, BR-AE-08 and BR-O-08. */
const sumsUp = (category: VatCategory): Rule<EInvoice> =>
  ofCategory(category, `BR-${category}-08`, 'The base is the sum of the lines.', ({ baseCents }, { lines }) => {
    const own = lines.filter((line) => line.category === category);
    return baseCents === sum(own.map(({ netCents }) => netCents));
  });

const untaxed = (category: 'AE' | 'O'): readonly Rule<EInvoice>[] => [
  ofCategory(category, `BR-${category}-09`, 'No VAT is charged.', ({ vatCents }) => vatCents === 0),
  ofCategory(category, `BR-${category}-10`, 'The reason is given.', ({ exemption }) =>
    isFilled(exemption?.reason ?? ''),
  ),
];

/** The rounding of each line may move the VAT by a cent; of one line it moves nothing. */
function isVatOn({ baseCents, rateBasisPoints, vatCents }: VatBreakdown, lines: number): boolean {
  return Math.abs(vatCents - shareOf(baseCents, rateBasisPoints ?? 0, 10_000)) <= lines - 1;
}

export const standardRules: readonly Rule<EInvoice>[] = [
  { id: 'BR-02', says: 'There is a number.', isKept: ({ number }) => isFilled(number) },
  { id: 'BR-03', says: 'There is a day of issue.', isKept: ({ issuedOn }) => isFilled(issuedOn) },
  { id: 'BR-05', says: 'There is a currency.', isKept: ({ currency }) => isFilled(currency) },
  { id: 'BR-06', says: 'The seller has a name.', isKept: ({ seller }) => isFilled(seller.name) },
  { id: 'BR-07', says: 'The buyer has a name.', isKept: ({ buyer }) => isFilled(buyer.name) },
  { id: 'BR-09', says: 'The seller has a country.', isKept: ({ seller }) => isFilled(seller.address.country) },
  { id: 'BR-11', says: 'The buyer has a country.', isKept: ({ buyer }) => isFilled(buyer.address.country) },
  { id: 'BR-16', says: 'There is a line.', isKept: ({ lines }) => lines.length > 0 },
  ofLines('BR-21', 'A line has an identifier.', ({ id }) => isFilled(id)),
  ofLines('BR-22', 'A line has a quantity.', ({ quantity }) => quantity !== 0),
  ofLines('BR-25', 'An item has a name.', ({ name }) => isFilled(name)),
  ofLines('BR-27', 'A price is not negative.', ({ priceCents }) => priceCents >= 0),
  { id: 'BR-29', says: 'The period ends after it begins.', isKept: ({ period }) => isPeriod(period) },
  ofLines('BR-30', 'The period of a line ends after it begins.', ({ period }) => isPeriod(period)),
  {
    id: 'BR-55',
    says: 'A preceding invoice has a number.',
    isKept: ({ preceding }) => preceding === null || isFilled(preceding.number),
  },
  {
    id: 'BR-CO-09',
    says: 'VAT ids begin with the code of a country.',
    isKept: ({ seller, buyer }) => [seller.vatId, buyer.vatId].every((id) => id === null || /^[A-Z]{2}./.test(id)),
  },
  {
    id: 'BR-CO-10',
    says: 'The sum of the lines is the sum of their amounts.',
    isKept: ({ lines, totals }) => totals.linesCents === sum(lines.map(({ netCents }) => netCents)),
  },
  {
    id: 'BR-CO-13',
    says: 'Without allowances and charges the net total is the sum of the lines.',
    isKept: ({ totals }) => totals.netCents === totals.linesCents,
  },
  {
    id: 'BR-CO-14',
    says: 'The VAT total is the sum of the categories.',
    isKept: ({ totals, vatBreakdown }) => totals.vatCents === sum(vatBreakdown.map(({ vatCents }) => vatCents)),
  },
  {
    id: 'BR-CO-15',
    says: 'Gross is net and VAT.',
    isKept: ({ totals }) => totals.grossCents === totals.netCents + totals.vatCents,
  },
  {
    id: 'BR-CO-16',
    says: 'Due is what is not prepaid.',
    isKept: ({ totals }) => totals.dueCents === totals.grossCents - totals.prepaidCents,
  },
  {
    id: 'BR-CO-17',
    says: 'VAT is base times rate, rounded.',
    isKept: ({ vatBreakdown, lines }) => vatBreakdown.every((breakdown) => isVatOn(breakdown, lines.length)),
  },
  { id: 'BR-CO-18', says: 'There is a VAT breakdown.', isKept: ({ vatBreakdown }) => vatBreakdown.length > 0 },
  {
    id: 'BR-CO-25',
    says: 'What is due has terms of payment.',
    isKept: ({ totals, terms }) => totals.dueCents <= 0 || isFilled(terms?.text ?? ''),
  },
  {
    id: 'BR-CO-26',
    says: 'The seller can be identified.',
    isKept: ({ seller }) => isFilled(seller.vatId) || isFilled(seller.registrationNumber),
  },
  hasOneSum('S'),
  {
    id: 'BR-S-02',
    says: 'The seller has a VAT id or a tax number.',
    isKept: (invoice) => !uses(invoice, 'S') || isFilled(invoice.seller.vatId) || isFilled(invoice.seller.taxNumber),
  },
  ofLines(
    'BR-S-05',
    'A standard rate is above zero.',
    ({ category, rateBasisPoints }) => category !== 'S' || (rateBasisPoints ?? 0) > 0,
  ),
  sumsUp('S'),
  ofCategory('S', 'BR-S-10', 'Taxed sales give no reason for an exemption.', ({ exemption }) => exemption === null),
  hasOneSum('AE'),
  {
    id: 'BR-AE-02',
    says: 'Both parties have a VAT id, the seller at least a tax number.',
    isKept: (invoice) => {
      const { seller, buyer } = invoice;
      const isSellerKnown = isFilled(seller.vatId) || isFilled(seller.taxNumber);
      return !uses(invoice, 'AE') || (isSellerKnown && isFilled(buyer.vatId));
    },
  },
  ofLines(
    'BR-AE-05',
    'The rate of reverse charge is zero.',
    ({ category, rateBasisPoints }) => category !== 'AE' || rateBasisPoints === 0,
  ),
  sumsUp('AE'),
  ...untaxed('AE'),
  hasOneSum('O'),
  {
    id: 'BR-O-02',
    says: 'Neither party has a VAT id.',
    isKept: (invoice) => !uses(invoice, 'O') || (invoice.seller.vatId === null && invoice.buyer.vatId === null),
  },
  ofLines(
    'BR-O-05',
    'There is no rate.',
    ({ category, rateBasisPoints }) => category !== 'O' || rateBasisPoints === null,
  ),
  sumsUp('O'),
  ...untaxed('O'),
  {
    id: 'BR-O-11',
    says: 'Category O stands alone.',
    isKept: (invoice) => !uses(invoice, 'O') || (!uses(invoice, 'S') && !uses(invoice, 'AE')),
  },
];
