import type { EInvoice, EInvoiceLine, Period, VatBreakdown } from '../../domain/order/e-invoice.js';

/** The profile of Factur-X and ZUGFeRD whose rules are those of the standard itself. */
const guideline = 'urn:cen.eu:en16931:2017';

const namespace = (name: string) => `urn:un:unece:uncefact:data:standard:${name}:100`;
const namespaces = [
  `xmlns:rsm="${namespace('CrossIndustryInvoice')}"`,
  `xmlns:ram="${namespace('ReusableAggregateBusinessInformationEntity')}"`,
  `xmlns:qdt="${namespace('QualifiedDataType')}"`,
  `xmlns:udt="${namespace('UnqualifiedDataType')}"`,
].join(' ');

/** A piece of XML; null where an optional element has nothing to say. */
type Xml = string | null;

/**
 * The invoice as a UN/CEFACT Cross Industry Invoice (D16B). Elements stand in the order of its schema, empty optional ones
 * are left out.
 */
export function crossIndustryInvoice(invoice: EInvoice): string {
  const { lines } = invoice;
  const root = element(
    'rsm:CrossIndustryInvoice',
    [
      element('rsm:ExchangedDocumentContext', [
        ram('GuidelineSpecifiedDocumentContextParameter', [text('ID', guideline)]),
      ]),
      element('rsm:ExchangedDocument', [
        text('ID', invoice.number),
        text('TypeCode', invoice.typeCode),
        ram('IssueDateTime', [day('udt:DateTimeString', invoice.issuedOn)]),
        ...invoice.notes.map((note) => ram('IncludedNote', [text('Content', note)])),
      ]),
      element('rsm:SupplyChainTradeTransaction', [
        ...lines.map(lineItem),
        agreement(invoice),
        // Must exist, also without anything in it; the time of the service is the billing period.
        '<ram:ApplicableHeaderTradeDelivery/>',
        settlement(invoice),
      ]),
    ],
    namespaces,
  );
  return `<?xml version="1.0" encoding="UTF-8"?>\n${root}\n`;
}

function lineItem(line: EInvoiceLine): Xml {
  return ram('IncludedSupplyChainTradeLineItem', [
    ram('AssociatedDocumentLineDocument', [text('LineID', line.id)]),
    ram('SpecifiedTradeProduct', [text('Name', line.name), text('Description', line.description)]),
    ram('SpecifiedLineTradeAgreement', [
      ram('NetPriceProductTradePrice', [text('ChargeAmount', money(line.priceCents))]),
    ]),
    ram('SpecifiedLineTradeDelivery', [text('BilledQuantity', String(line.quantity), 'unitCode="C62"')]),
    ram('SpecifiedLineTradeSettlement', [
      ram('ApplicableTradeTax', [
        text('TypeCode', 'VAT'),
        text('CategoryCode', line.category),
        text('RateApplicablePercent', percent(line.rateBasisPoints)),
      ]),
      billingPeriod(line.period),
      ram('SpecifiedTradeSettlementLineMonetarySummation', [text('LineTotalAmount', money(line.netCents))]),
    ]),
  ]);
}

function agreement({ seller, buyer, salesOrder }: EInvoice): Xml {
  return ram('ApplicableHeaderTradeAgreement', [
    ram('SellerTradeParty', [
      text('Name', seller.name),
      text('Description', seller.registration),
      ram('SpecifiedLegalOrganization', [text('ID', seller.registrationNumber)]),
      ram('DefinedTradeContact', [
        text('PersonName', seller.name),
        ram('TelephoneUniversalCommunication', [text('CompleteNumber', seller.phone)]),
        ram('EmailURIUniversalCommunication', [text('URIID', seller.email)]),
      ]),
      address(seller.address),
      taxRegistration('FC', seller.taxNumber),
      taxRegistration('VA', seller.vatId),
    ]),
    ram('BuyerTradeParty', [
      text('Name', buyer.name),
      buyer.contactName === null ? null : ram('DefinedTradeContact', [text('PersonName', buyer.contactName)]),
      address(buyer.address),
      taxRegistration('VA', buyer.vatId),
    ]),
    ram('SellerOrderReferencedDocument', [text('IssuerAssignedID', salesOrder)]),
  ]);
}

function settlement({ currency, vatBreakdown, period, terms, totals, preceding }: EInvoice): Xml {
  return ram('ApplicableHeaderTradeSettlement', [
    text('InvoiceCurrencyCode', currency),
    ...vatBreakdown.map(tradeTax),
    billingPeriod(period),
    terms === null
      ? null
      : ram('SpecifiedTradePaymentTerms', [
          text('Description', terms.text),
          terms.dueOn === null ? null : ram('DueDateDateTime', [day('udt:DateTimeString', terms.dueOn)]),
        ]),
    ram('SpecifiedTradeSettlementHeaderMonetarySummation', [
      text('LineTotalAmount', money(totals.linesCents)),
      text('TaxBasisTotalAmount', money(totals.netCents)),
      text('TaxTotalAmount', money(totals.vatCents), `currencyID="${currency}"`),
      text('GrandTotalAmount', money(totals.grossCents)),
      text('TotalPrepaidAmount', money(totals.prepaidCents)),
      text('DuePayableAmount', money(totals.dueCents)),
    ]),
    preceding === null
      ? null
      : ram('InvoiceReferencedDocument', [
          text('IssuerAssignedID', preceding.number),
          ram('FormattedIssueDateTime', [day('qdt:DateTimeString', preceding.issuedOn)]),
        ]),
  ]);
}

function tradeTax({ vatCents, exemption, baseCents, category, rateBasisPoints }: VatBreakdown): Xml {
  return ram('ApplicableTradeTax', [
    text('CalculatedAmount', money(vatCents)),
    text('TypeCode', 'VAT'),
    text('ExemptionReason', exemption?.reason ?? null),
    text('BasisAmount', money(baseCents)),
    text('CategoryCode', category),
    text('ExemptionReasonCode', exemption?.code ?? null),
    text('RateApplicablePercent', percent(rateBasisPoints)),
  ]);
}

function address({ postcode, street, town, country }: EInvoice['buyer']['address']): Xml {
  return ram('PostalTradeAddress', [
    text('PostcodeCode', postcode === '' ? null : postcode),
    text('LineOne', street),
    text('CityName', town),
    text('CountryID', country),
  ]);
}

/** FC is the tax number of the tax office, VA the VAT id. */
function taxRegistration(scheme: 'FC' | 'VA', id: string | null): Xml {
  return id === null ? null : ram('SpecifiedTaxRegistration', [text('ID', id, `schemeID="${scheme}"`)]);
}

function billingPeriod({ firstDay, lastDay }: Period): Xml {
  return ram('BillingSpecifiedPeriod', [
    ram('StartDateTime', [day('udt:DateTimeString', firstDay)]),
    ram('EndDateTime', [day('udt:DateTimeString', lastDay)]),
  ]);
}

function day(name: string, isoDay: string): Xml {
  return `<${name} format="102">${isoDay.replaceAll('-', '')}</${name}>`;
}

const money = (cents: number): string => `${Math.trunc(cents / 100)}.${String(cents % 100).padStart(2, '0')}`;
const percent = (basisPoints: number | null): string | null => (basisPoints === null ? null : money(basisPoints));

const ram = (name: string, children: readonly Xml[]): Xml => element(`ram:${name}`, children);

function text(name: string, content: string | null, attributes = ''): Xml {
  if (content === null) return null;
  const blank = attributes === '' ? '' : ' ';
  return `<ram:${name}${blank}${attributes}>${escaped(content)}</ram:${name}>`;
}

function element(name: string, children: readonly Xml[], attributes = ''): string {
  const inner = children.filter((child) => child !== null).flatMap((child) => child.split('\n'));
  const open = attributes === '' ? name : `${name} ${attributes}`;
  return [`<${open}>`, ...inner.map((line) => `  ${line}`), `</${name}>`].join('\n');
}

const entities: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;' };

/** Text as the content of an XML element. */
export function escaped(content: string): string {
  return content.replaceAll(/[&<>]/g, (character) => entities[character] ?? character);
}
