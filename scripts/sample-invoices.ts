import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { crossIndustryInvoice } from '../adapters/invoice-document/cross-industry-invoice.js';
import { invoiceDocuments } from '../adapters/invoice-document/invoice-documents.js';
import { eInvoice } from '../domain/order/e-invoice.js';
import { sampleInvoices } from './invoices/samples.js';

const help = `Writes an invoice of each kind into a folder, as PDF and XML, to be looked at and to be checked by the official
validators (Schematron of EN 16931, veraPDF, Mustang). All of it is made up.

  npm run sample-invoices -- <folder>
`;

const [folder, ...more] = process.argv.slice(2);
if (folder === undefined || folder.startsWith('-') || more.length > 0) {
  process.stdout.write(help);
  process.exitCode = folder === '--help' ? 0 : 2;
} else {
  await mkdir(folder, { recursive: true });
  for (const [name, facts] of Object.entries(sampleInvoices)) {
    const { pdf, sha256 } = await invoiceDocuments().make(facts);
    await writeFile(join(folder, `${name}.pdf`), pdf);
    await writeFile(join(folder, `${name}.xml`), crossIndustryInvoice(eInvoice(facts)));
    process.stdout.write(`${sha256}  ${name}.pdf\n`);
  }
}
