import { createHash } from 'node:crypto';
import { eInvoice } from '../../domain/order/e-invoice.js';
import { InvoiceFacts } from '../../domain/order/invoice.js';
import { brokenRules } from '../../domain/order/invoice-rules.js';
import { invoiceWords } from '../../domain/order/invoice-words.js';
import { crossIndustryInvoice } from './cross-industry-invoice.js';
import type { InvoiceDocuments } from './port.js';

export function invoiceDocuments(): InvoiceDocuments {
  return {
    async make(given) {
      const facts = InvoiceFacts.parse(given);
      const broken = brokenRules(facts);
      if (broken.length > 0) {
        const list = broken.map(({ id, says }) => `${id}: ${says}`).join(' ');
        throw new TypeError(`${facts.kind} ${facts.number} cannot be issued. ${list}`);
      }
      // The printer is big: only a process that prints loads it.
      const { printInvoice } = await import('./print.js');
      const pdf = await printInvoice(facts, crossIndustryInvoice(eInvoice(facts)));
      const sha256 = createHash('sha256').update(pdf).digest('hex');
      const title = invoiceWords[facts.language].title[facts.kind].replaceAll(' ', '-');
      return { pdf, sha256, fileName: `${title}-${facts.number}.pdf` };
    },
  };
}
