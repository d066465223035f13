/**
 * Which elements a Cross Industry Invoice (D16B, profile EN 16931) may have below which, in their order: an own list, because the
 * official schema is not ours to spread. `!` marks those that must be there, `*` those that may come again.
 */
export const ciiOrder: Readonly<Record<string, string>> = {
  CrossIndustryInvoice: 'ExchangedDocumentContext! ExchangedDocument! SupplyChainTradeTransaction!',
  ExchangedDocumentContext:
    'BusinessProcessSpecifiedDocumentContextParameter GuidelineSpecifiedDocumentContextParameter!',
  GuidelineSpecifiedDocumentContextParameter: 'ID!',
  ExchangedDocument: 'ID! TypeCode! IssueDateTime! IncludedNote*',
  IssueDateTime: 'DateTimeString!',
  IncludedNote: 'Content! SubjectCode',
  SupplyChainTradeTransaction:
    'IncludedSupplyChainTradeLineItem!* ApplicableHeaderTradeAgreement! ApplicableHeaderTradeDelivery! ApplicableHeaderTradeSettlement!',
  IncludedSupplyChainTradeLineItem:
    'AssociatedDocumentLineDocument! SpecifiedTradeProduct! SpecifiedLineTradeAgreement! SpecifiedLineTradeDelivery SpecifiedLineTradeSettlement!',
  AssociatedDocumentLineDocument: 'LineID! IncludedNote',
  SpecifiedTradeProduct: 'GlobalID SellerAssignedID BuyerAssignedID Name! Description',
  SpecifiedLineTradeAgreement: 'BuyerOrderReferencedDocument GrossPriceProductTradePrice NetPriceProductTradePrice!',
  NetPriceProductTradePrice: 'ChargeAmount! BasisQuantity',
  SpecifiedLineTradeDelivery: 'BilledQuantity!',
  SpecifiedLineTradeSettlement:
    'ApplicableTradeTax! BillingSpecifiedPeriod SpecifiedTradeAllowanceCharge* SpecifiedTradeSettlementLineMonetarySummation!',
  SpecifiedTradeSettlementLineMonetarySummation: 'LineTotalAmount!',
  ApplicableTradeTax:
    'CalculatedAmount TypeCode! ExemptionReason BasisAmount CategoryCode! ExemptionReasonCode TaxPointDate DueDateTypeCode RateApplicablePercent',
  BillingSpecifiedPeriod: 'StartDateTime EndDateTime',
  StartDateTime: 'DateTimeString!',
  EndDateTime: 'DateTimeString!',
  ApplicableHeaderTradeAgreement:
    'BuyerReference SellerTradeParty! BuyerTradeParty! SellerTaxRepresentativeTradeParty SellerOrderReferencedDocument BuyerOrderReferencedDocument ContractReferencedDocument',
  SellerTradeParty:
    'ID* GlobalID* Name Description SpecifiedLegalOrganization DefinedTradeContact PostalTradeAddress URIUniversalCommunication SpecifiedTaxRegistration*',
  BuyerTradeParty:
    'ID* GlobalID* Name Description SpecifiedLegalOrganization DefinedTradeContact PostalTradeAddress URIUniversalCommunication SpecifiedTaxRegistration*',
  SpecifiedLegalOrganization: 'ID TradingBusinessName',
  DefinedTradeContact: 'PersonName DepartmentName TelephoneUniversalCommunication EmailURIUniversalCommunication',
  TelephoneUniversalCommunication: 'CompleteNumber!',
  EmailURIUniversalCommunication: 'URIID!',
  PostalTradeAddress: 'PostcodeCode LineOne LineTwo LineThree CityName CountryID! CountrySubDivisionName',
  SpecifiedTaxRegistration: 'ID!',
  SellerOrderReferencedDocument: 'IssuerAssignedID',
  ApplicableHeaderTradeDelivery: 'ShipToTradeParty ActualDeliverySupplyChainEvent',
  ApplicableHeaderTradeSettlement:
    'CreditorReferenceID PaymentReference TaxCurrencyCode InvoiceCurrencyCode! PayeeTradeParty SpecifiedTradeSettlementPaymentMeans* ApplicableTradeTax!* BillingSpecifiedPeriod SpecifiedTradeAllowanceCharge* SpecifiedTradePaymentTerms SpecifiedTradeSettlementHeaderMonetarySummation! InvoiceReferencedDocument',
  SpecifiedTradePaymentTerms: 'Description DueDateDateTime DirectDebitMandateID',
  DueDateDateTime: 'DateTimeString!',
  SpecifiedTradeSettlementHeaderMonetarySummation:
    'LineTotalAmount! ChargeTotalAmount AllowanceTotalAmount TaxBasisTotalAmount! TaxTotalAmount* RoundingAmount GrandTotalAmount! TotalPrepaidAmount DuePayableAmount!',
  InvoiceReferencedDocument: 'IssuerAssignedID FormattedIssueDateTime',
  FormattedIssueDateTime: 'DateTimeString!',
};

/** An element as fast-xml-parser gives it where the order is kept. */
export type OrderedXml = readonly Readonly<Record<string, unknown>>[];

/** What is not as the list says; each an element with its path. */
export function orderFaults(nodes: OrderedXml, path = ''): readonly string[] {
  return nodes.flatMap((node) => {
    const [name = ''] = Object.keys(node).filter((key) => key !== ':@');
    if (name === '#text' || name === '?xml') return [];
    const children = (node[name] as OrderedXml).filter((child) => !('#text' in child));
    const here = `${path}/${name}`;
    const allowed = ciiOrder[name];
    if (allowed === undefined) return children.length > 0 ? [`${here} is unknown`] : [];
    return [...sequenceFaults(here, namesOf(children), allowed.split(' ')), ...orderFaults(children, here)];
  });
}

const namesOf = (nodes: OrderedXml): readonly string[] =>
  nodes.map((node) => Object.keys(node).find((key) => key !== ':@') ?? '');

function sequenceFaults(path: string, found: readonly string[], allowed: readonly string[]): readonly string[] {
  const left = [...found];
  const faults = allowed.flatMap((pattern) => {
    const name = pattern.replaceAll(/[!*]/g, '');
    let count = 0;
    while (left[0] === name && (count === 0 || pattern.includes('*'))) {
      left.shift();
      count++;
    }
    return pattern.includes('!') && count === 0 ? [`${path}/${name} is missing`] : [];
  });
  return [...faults, ...left.map((name) => `${path}/${name} stands in a wrong place`)];
}
