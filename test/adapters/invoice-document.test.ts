import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { fc } from '../support/properties.js';
import { XMLParser, XMLValidator } from 'fast-xml-parser';
import t from 'tap';
import { extractText, getDocumentProxy } from 'unpdf';
import { crossIndustryInvoice } from '../../adapters/invoice-document/cross-industry-invoice.js';
import { invoiceDocuments } from '../../adapters/invoice-document/invoice-documents.js';
import { eInvoice, type EInvoice } from '../../domain/order/e-invoice.js';
import type { InvoiceFacts } from '../../domain/order/invoice.js';
import { invoiceFacts, sampleInvoices } from '../../scripts/invoices/samples.js';
import { orderFaults, type OrderedXml } from '../support/cii-order.js';
import { anyInvoice } from '../support/invoices.js';

const documents = invoiceDocuments();
const options = { removeNSPrefix: true, ignoreAttributes: false, parseTagValue: false } as const;
const inOrder = new XMLParser({ ...options, preserveOrder: true });
const asTree = new XMLParser({ ...options, isArray: (name) => lists.includes(name) });
const lists = ['IncludedSupplyChainTradeLineItem', 'IncludedNote', 'SpecifiedTaxRegistration'];

const euros = (cents: number) => (cents / 100).toFixed(2);
const format102 = (day: string) => ({ '#text': day.replaceAll('-', ''), '@_format': '102' });
const period = ({ firstDay, lastDay }: EInvoice['period']) => ({
  StartDateTime: { DateTimeString: format102(firstDay) },
  EndDateTime: { DateTimeString: format102(lastDay) },
});

/** What of the model stands in the XML, as a parser of somebody else reads it. */
function readBack(xml: string) {
  const { CrossIndustryInvoice: root } = asTree.parse(xml);
  const { ExchangedDocument: head, SupplyChainTradeTransaction: trade } = root;
  const { ApplicableHeaderTradeAgreement: agreement, ApplicableHeaderTradeSettlement: settlement } = trade;
  return { root, head, trade, agreement, settlement };
}

function assertReadBack(xml: string, invoice: EInvoice): void {
  const { head, trade, agreement, settlement } = readBack(xml);
  const { seller, buyer, totals, preceding } = invoice;
  const { SellerTradeParty, BuyerTradeParty } = agreement;
  const notes = (head.IncludedNote ?? []).map(({ Content }: { Content: string }) => Content);
  const lines = trade.IncludedSupplyChainTradeLineItem as Record<string, Record<string, unknown>>[];
  const ids = ({ SpecifiedTaxRegistration = [] }: { SpecifiedTaxRegistration?: { ID: unknown }[] }) =>
    SpecifiedTaxRegistration.map(({ ID }) => ID);
  const id = (scheme: string, text: string | null) => (text === null ? [] : [{ '#text': text, '@_schemeID': scheme }]);
  const { street, postcode, town, country } = buyer.address;
  assert.deepEqual([head.ID, head.TypeCode, notes], [invoice.number, invoice.typeCode, invoice.notes]);
  assert.deepEqual([SellerTradeParty.Name, BuyerTradeParty.Name], [seller.name, buyer.name]);
  assert.deepEqual(BuyerTradeParty.DefinedTradeContact?.PersonName, buyer.contactName ?? undefined);
  const address = { PostcodeCode: postcode, LineOne: street, CityName: town, CountryID: country };
  assert.deepEqual(BuyerTradeParty.PostalTradeAddress, address);
  assert.deepEqual(ids(SellerTradeParty), [...id('FC', seller.taxNumber), ...id('VA', seller.vatId)]);
  assert.deepEqual(ids(BuyerTradeParty), id('VA', buyer.vatId));
  assert.deepEqual(
    lines.map((line) => [
      line['SpecifiedTradeProduct'],
      line['SpecifiedLineTradeSettlement']?.['BillingSpecifiedPeriod'],
    ]),
    invoice.lines.map((line) => [{ Name: line.name, Description: line.description }, period(line.period)]),
  );
  assert.deepEqual(settlement.BillingSpecifiedPeriod, period(invoice.period));
  assert.deepEqual(settlement.SpecifiedTradeSettlementHeaderMonetarySummation, {
    ...{ LineTotalAmount: euros(totals.linesCents), TaxBasisTotalAmount: euros(totals.netCents) },
    TaxTotalAmount: { '#text': euros(totals.vatCents), '@_currencyID': 'EUR' },
    ...{ GrandTotalAmount: euros(totals.grossCents), TotalPrepaidAmount: euros(totals.prepaidCents) },
    DuePayableAmount: euros(totals.dueCents),
  });
  assert.equal(settlement.InvoiceReferencedDocument?.IssuerAssignedID, preceding?.number);
}

function assertWellMade(xml: string): void {
  assert.equal(XMLValidator.validate(xml), true);
  assert.deepEqual(orderFaults(inOrder.parse(xml) as OrderedXml), []);
}

t.test('XML: in the order of the schema, and everything can be read back', async (t) => {
  for (const [name, facts] of Object.entries(sampleInvoices)) {
    const invoice = eInvoice(facts);
    const xml = crossIndustryInvoice(invoice);
    t.match(readBack(xml).root, {
      ExchangedDocumentContext: { GuidelineSpecifiedDocumentContextParameter: { ID: 'urn:cen.eu:en16931:2017' } },
    });
    assertWellMade(xml);
    assertReadBack(xml, invoice);
    t.pass(name);
  }
});

t.test('XML: the same for whatever people call themselves', async () => {
  fc.assert(
    fc.property(anyInvoice, (facts) => {
      const invoice = eInvoice(facts);
      const xml = crossIndustryInvoice(invoice);
      assertWellMade(xml);
      assertReadBack(xml, invoice);
    }),
    { numRuns: 50 },
  );
});

t.test('XML: the list of the order finds what is wrong', async (t) => {
  const xml = crossIndustryInvoice(eInvoice(invoiceFacts()));
  const faults = (spoilt: string) => orderFaults(inOrder.parse(spoilt) as OrderedXml);
  t.match(faults(xml.replace('<ram:ApplicableHeaderTradeDelivery/>', '')), [/TradeDelivery is missing/]);
  t.match(faults(xml.replaceAll('ram:LineTotalAmount', 'ram:Total')).join(), /Total stands in a wrong place/);
  const name = /<ram:Name>Müller.*<\/ram:Name>/.exec(xml)?.[0] ?? '';
  t.not(name, '');
  t.match(
    faults(xml.replace(name, '').replace(/(<ram:BuyerTradeParty>[^]*?)(<\/ram:BuyerTradeParty>)/, `$1${name}$2`)),
    [/BuyerTradeParty\/Name stands in a wrong place/],
  );
});

const letters = (text: string) => text.replaceAll(/\s+/g, '');

async function read(pdf: Buffer) {
  const document = await getDocumentProxy(new Uint8Array(pdf));
  const { text, totalPages } = await extractText(document, { mergePages: true });
  return { document, text: letters(text), totalPages };
}

/** The file is not compressed: its objects can be looked at as text. */
const raw = (pdf: Buffer) => pdf.toString('latin1');

t.test('PDF: PDF/A-3b with the XML in it, all fonts embedded, colours with their profile', async (t) => {
  const facts = sampleInvoices['domestic-business'] ?? invoiceFacts();
  const { pdf, sha256, fileName } = await documents.make(facts);
  t.equal(fileName, 'Rechnung-2026-000123.pdf');
  t.equal(sha256, createHash('sha256').update(pdf).digest('hex'));
  const { document } = await read(pdf);
  const attachments = (await document.getAttachments()) as Record<string, { filename: string; content: Uint8Array }>;
  t.strictSame(Object.keys(attachments), ['factur-x.xml']);
  t.equal(Buffer.from(attachments['factur-x.xml']?.content ?? []).toString(), crossIndustryInvoice(eInvoice(facts)));
  t.match(raw(pdf), /\/AF \[\d+ 0 R\]/);
  t.match(raw(pdf), '/AFRelationship /Alternative');
  t.match(raw(pdf), '/Subtype /text#2Fxml');
  t.match(raw(pdf), /\/ModDate \(D:20261128000000Z\)/);
  t.match(raw(pdf), '/GTS_PDFA1');
  t.match(raw(pdf), '/N 3');
  t.match(raw(pdf), /trailer[^]*\/ID \[/);
  const fonts = raw(pdf).match(/\/BaseFont \/\S+/g) ?? [];
  t.ok(fonts.length > 0 && fonts.every((font) => /\/[A-Z]{6}\+Inter-/.test(font)), fonts.join());
  const descriptors = raw(pdf).match(/\/Type \/FontDescriptor/g)?.length;
  t.equal(raw(pdf).match(/\/FontFile2 /g)?.length, descriptors, 'every font is in the file');
  t.notMatch(raw(pdf), /\/(JavaScript|Launch|Encrypt|SMask|CA|ca) /);

  const packet = /<\?xpacket begin[^]*?<\?xpacket end="w"\?>/.exec(pdf.toString('utf8'))?.[0] ?? '';
  const xmp = packet.replaceAll(/<\?xpacket[^]*?\?>/g, '');
  t.equal(XMLValidator.validate(xmp.trim()), true);
  t.match(xmp, '<pdfaid:part>3</pdfaid:part>');
  t.match(xmp, '<pdfaid:conformance>B</pdfaid:conformance>');
  t.match(xmp, 'xmlns:fx="urn:factur-x:pdfa:CrossIndustryDocument:invoice:1p0#"');
  t.match(xmp, '<fx:ConformanceLevel>EN 16931</fx:ConformanceLevel>');
  t.match(xmp, '<fx:DocumentFileName>factur-x.xml</fx:DocumentFileName>');
  t.match(xmp, '<pdfaSchema:prefix>fx</pdfaSchema:prefix>');
  t.match(await document.getMarkInfo(), { Marked: true });
  const tree = JSON.stringify(await (await document.getPage(1)).getStructTree());
  for (const role of ['Document', 'H1', 'P', 'Table', 'TR', 'TH', 'TD']) t.match(tree, `"role":"${role}"`);
});

t.test('PDF: a seller with & in the name does not break the metadata', async (t) => {
  const seller = { ...invoiceFacts().seller, name: 'Sonne & Söhne <AG>' };
  const { pdf } = await documents.make(invoiceFacts({ seller }));
  const { metadata } = await (await read(pdf)).document.getMetadata();
  t.match(metadata?.get('dc:creator'), ['Sonne & Söhne <AG>']);
});

/** What the law wants on the page, and where the facts say it. */
const expected: Readonly<Record<string, readonly string[]>> = {
  'domestic-business': [
    ...['Rechnung 2026-000123', '28.11.2026', 'Müller & Söhne <Solar> GmbH', 'Bärbel Weiß', 'Straße des 17. Juni 1'],
    ...['10623 Berlin', 'Reithalle „Ost“ & <West>', '01.12.2026 –', '29.11.2028', '125,25 kW', '1.269,00'],
    ...['Umsatzsteuer 19 %', '256,12 €', '1.604,12 €', 'Zahlung erhalten am 28.11.2026.', 'DE136695976'],
    ...['USt-IdNr. DE123456789', 'Steuernummer 99/999/99999', 'Amtsgericht Musterstadt', 'HRB 000000', 'Musterangaben'],
    ...['Bestellung 0198a000-0000-7000-8001-000000000001 vom 27.11.2026', 'Seite 1 von 1'],
  ],
  'domestic-set-off': ['177,31 €', 'Verrechnetes Guthaben', '−68,26 €', '−109,05 €', 'Noch zu zahlen 0,00 €'],
  'reverse-charge-pl': [
    ...['Steuerschuldnerschaft des Leistungsempfängers', 'PL5260250274', 'DE123456789', 'Umsatzsteuer 0 %'],
    ...['Energia Słoneczna Łódź Sp. z o.o.', 'Grzegorz Brzęczyszczykiewicz', 'ul. Żółkiewskiego 12/14', 'POLEN'],
  ],
  'reverse-charge-gr-en': [
    ...['Invoice 2026-000123', '28 November 2026', 'Reverse charge', 'Ηλιακή Ενέργεια Α.Ε.', 'Λεωφόρος Κηφισίας 1'],
    ...['GREECE', 'Πάρκο Солнце TaiYang', '€1,234,567.89', 'VAT 0%', 'Your VAT ID EL094014201', 'Page 1 of 1'],
  ],
  'not-taxable-ch': ['Nicht im Inland steuerbare Leistung', 'SCHWEIZ', 'CHE-123.456.788 MWST', 'Umsatzsteuer 0,00 €'],
  'not-taxable-ch-en': ['Service not taxable in Germany', 'SWITZERLAND'],
  correction: [
    ...['Rechnungskorrektur 2026-000124', 'Zu Rechnung 2026-000123 28.11.2026', 'Restwert: 265 von 365 Tagen'],
    ...['Erstattungsbetrag 68,26 €', 'Mit anderer Rechnung verrechnet −68,26 €', 'mindert sich um diesen Betrag'],
  ],
  'correction-balance-en': [
    'Invoice correction 2026-000125',
    'Amount given back €57.36',
    'set off against your next order',
  ],
  cancellation: [
    'Stornorechnung 2026-000126',
    'wird hiermit in voller Höhe storniert',
    'Betrag erstattet am 28.11.2026.',
  ],
  supplementary: ['Nachberechnung 2026-000128', '36,5 kW', '83,30 €', 'bis zum 11.01.2027'],
};

t.test('PDF: what the law wants can be read on the page', async (t) => {
  for (const [name, texts] of Object.entries(expected)) {
    const { text } = await read((await documents.make(sampleInvoices[name] ?? invoiceFacts())).pdf);
    const missing = texts.filter((wanted) => !text.includes(letters(wanted)));
    t.strictSame(missing, [], name);
    t.notMatch(text, /Gutschrift/i);
  }
});

t.test('PDF: many lines go on over pages, each with the head of the table and the foot', async (t) => {
  const facts = sampleInvoices['many-lines'] ?? invoiceFacts();
  const { document, text, totalPages } = await read((await documents.make(facts)).pdf);
  t.ok(totalPages > 2);
  for (const line of facts.lines) t.ok(line.kind === 'licence' && text.includes(letters(line.plantName)), line.id);
  const { text: pages } = await extractText(document, { mergePages: false });
  for (const [index, page] of pages.entries()) {
    t.match(letters(page), `Seite${index + 1}von${totalPages}`);
    t.match(page, 'Amtsgericht Musterstadt');
  }
  t.equal(pages.filter((page) => page.includes('Nennleistung')).length >= totalPages - 1, true);
});

/** Of the whole file: they change with what is printed, and with pdfkit, and with nothing else. */
const hashes: Readonly<Record<string, string>> = {
  'domestic-consumer': 'daaa8d182d49c4b076e2930e21dee8e0cc9bc7cd27effc00fdfc7da3517289f0',
  'reverse-charge-gr-en': '5cb173d732aa0b1e8ae6ffcf2ab7c73aac8cbef40bcd0fd0c671f03fc58869a8',
  'not-taxable-ch': '851dca7cc1051a8bb9d13eea05541e32ca19c82422b29c81cada906c76a4ed5d',
  correction: 'b6b7817212d111541d89c95ac1e8aa91fa27e4b47be01353bd0e670ce1955f04',
  'supplementary-en': '49ac1f4e0c98dd6b0663bb8540c2b6eb027cbe7752f28bfac82bdae9522817e4',
};

t.test('the same facts are the same bytes, on every machine', async (t) => {
  for (const [name, hash] of Object.entries(hashes)) {
    const facts = sampleInvoices[name] ?? invoiceFacts();
    const { pdf, sha256 } = await documents.make(facts);
    t.equal(sha256, hash, name);
    t.ok(pdf.equals((await invoiceDocuments().make(structuredClone(facts))).pdf));
  }
});

/** The numbers of all glyphs that are shown. */
function glyphs(pdf: Buffer): readonly string[] {
  const shown = [...raw(pdf).matchAll(/\[(<[^\]]*)\] TJ/g)].flatMap(
    ([, strings = '']) => strings.match(/<[0-9a-f]+>/g) ?? [],
  );
  return shown.flatMap((hex) => hex.slice(1, -1).match(/.{4}/g) ?? []);
}

t.test('whatever people call themselves, there is a file without missing letters', async (t) => {
  await fc.assert(
    fc.asyncProperty(anyInvoice, async (facts: InvoiceFacts) => {
      const { pdf } = await documents.make(facts);
      const { text } = await read(pdf);
      // Glyph 0 is the box for characters that a font does not have; PDF/A forbids it.
      return text.includes(facts.number) && glyphs(pdf).length > 200 && !glyphs(pdf).includes('0000');
    }),
    { numRuns: 12 },
  );
  const name = 'Ж'.repeat(500);
  const { pdf } = await documents.make(invoiceFacts({ buyer: { ...invoiceFacts().buyer, name } }));
  t.match((await read(pdf)).text, name, 'a long name moves down what follows');
});

t.test('what breaks a rule is not issued', async (t) => {
  const wrong = { ...invoiceFacts(), netCents: 7_901, corrects: { number: '2026-000001', issuedOn: '2026-01-01' } };
  await t.rejects(documents.make(wrong), {
    message: /^invoice 2026-000123 cannot be issued\. reference: .* BR-CO-13: /,
  });
});
