import { Temporal } from '../../domain/kernel/time.js';
import type { InvoiceFacts } from '../../domain/order/invoice.js';
import { invoiceWords } from '../../domain/order/invoice-words.js';
import { escaped } from './cross-industry-invoice.js';
import { labelsOf } from './labels.js';
import { footers, letterhead } from './letterhead.js';
import { lineTable, notes, totals } from './page-body.js';
import { openSheet, type Sheet } from '../pdf/sheet.js';

const attachmentName = 'factur-x.xml';

/** The document as people read it, PDF/A-3b, with the structured invoice in it as Factur-X and ZUGFeRD want it. */
export async function printInvoice(facts: InvoiceFacts, xml: string): Promise<Buffer> {
  const labels = labelsOf(facts);
  const createdAt = new Date(Temporal.PlainDate.from(facts.issuedOn).toZonedDateTime('UTC').epochMilliseconds);
  const sheet = openSheet({
    language: labels.locale,
    info: {
      // Without the names of people: pdfkit copies these into the XMP packet as they are, and "&" would break it.
      Title: `${invoiceWords[facts.language].title[facts.kind]} ${facts.number}`,
      Creator: 'SiteLink',
      Producer: 'SiteLink',
      CreationDate: createdAt,
    },
  });
  attach(sheet, xml, createdAt, facts.seller.name);
  const page = { sheet, facts, labels, words: invoiceWords[facts.language] };
  let y = letterhead(page);
  y = await lineTable(page, y);
  y = totals(page, y);
  notes(page, y);
  footers(page);
  return sheet.close();
}

function attach({ doc }: Sheet, xml: string, createdAt: Date, author: string): void {
  const options = {
    ...{ name: attachmentName, type: 'text/xml', creationDate: createdAt, modifiedDate: createdAt },
    // pdfkit knows this one, its types do not.
    ...{ relationship: 'Alternative', description: 'Factur-X / ZUGFeRD EN 16931' },
  };
  doc.file(Buffer.from(xml), options);
  doc.appendXML(`
    <rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/">
      <dc:creator><rdf:Seq><rdf:li>${escaped(author)}</rdf:li></rdf:Seq></dc:creator>
    </rdf:Description>
    <rdf:Description rdf:about="" xmlns:fx="${facturX}">
      <fx:DocumentType>INVOICE</fx:DocumentType>
      <fx:DocumentFileName>${attachmentName}</fx:DocumentFileName>
      <fx:Version>1.0</fx:Version>
      <fx:ConformanceLevel>EN 16931</fx:ConformanceLevel>
    </rdf:Description>
    ${extensionSchema}`);
}

const facturX = 'urn:factur-x:pdfa:CrossIndustryDocument:invoice:1p0#';

const property = (name: string, description: string) => `
              <rdf:li rdf:parseType="Resource">
                <pdfaProperty:name>${name}</pdfaProperty:name>
                <pdfaProperty:valueType>Text</pdfaProperty:valueType>
                <pdfaProperty:category>external</pdfaProperty:category>
                <pdfaProperty:description>${description}</pdfaProperty:description>
              </rdf:li>`;

/** PDF/A wants every property described that is not its own. */
const extensionSchema = `
    <rdf:Description rdf:about=""
        xmlns:pdfaExtension="http://www.aiim.org/pdfa/ns/extension/"
        xmlns:pdfaSchema="http://www.aiim.org/pdfa/ns/schema#"
        xmlns:pdfaProperty="http://www.aiim.org/pdfa/ns/property#">
      <pdfaExtension:schemas>
        <rdf:Bag>
          <rdf:li rdf:parseType="Resource">
            <pdfaSchema:schema>Factur-X PDFA Extension Schema</pdfaSchema:schema>
            <pdfaSchema:namespaceURI>${facturX}</pdfaSchema:namespaceURI>
            <pdfaSchema:prefix>fx</pdfaSchema:prefix>
            <pdfaSchema:property>
              <rdf:Seq>${[
                property('DocumentFileName', 'The name of the embedded XML document'),
                property('DocumentType', 'The type of the hybrid document, INVOICE'),
                property('Version', 'The version of the standard applying to the embedded XML document'),
                property('ConformanceLevel', 'The conformance level of the embedded XML document'),
              ].join('')}
              </rdf:Seq>
            </pdfaSchema:property>
          </rdf:li>
        </rdf:Bag>
      </pdfaExtension:schemas>
    </rdf:Description>`;
