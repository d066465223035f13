import { readFileSync } from 'node:fs';
import { z } from 'zod';
import { parseVatId } from '../domain/account/vat-id.js';
import { Seller } from '../domain/order/invoice.js';

/** Who seems to sell where nobody was configured: says of itself that it is made up. */
export const exampleSeller: Seller = {
  name: 'SiteLink Beispiel GmbH (Musterangaben)',
  street: 'Musterstraße 1',
  postcode: '72555',
  town: 'Metzingen',
  country: 'DE',
  vatId: 'DE123456789',
  taxNumber: '99/999/99999',
  registrationCourt: 'Amtsgericht Musterstadt',
  registrationNumber: 'HRB 000000',
  email: 'rechnung@example.org',
  phone: '+49 7123 000-0',
};

/** A German company; the tax number stands where the VAT id may not (BR-O-02). */
const OperatorSeller = Seller.unwrap()
  .extend({
    representedBy: Seller.unwrap().shape.name.nullable().default(null),
    country: z.literal('DE', { error: 'must be DE: the rules of German VAT are applied' }),
    vatId: z.string().refine((text) => parseVatId(text)?.state === 'DE' && !/\s/.test(text), {
      error: 'must be a German VAT id, for example DE123456789',
    }),
    taxNumber: Seller.unwrap().shape.vatId,
  })
  .strict();

/** What the file of the seller says: who issues the invoices, and who speaks for them in the imprint (§ 5 DDG). */
export type SellerFile = { readonly seller: Seller; readonly representedBy: string | null };

/** The seller in a JSON file of the operator; throws an error whose message says what is wrong with it. */
export function readSeller(file: string): SellerFile {
  const parsed = OperatorSeller.safeParse(JSON.parse(readFileSync(file, 'utf8')));
  if (parsed.success) {
    const { representedBy, ...seller } = parsed.data;
    return { seller, representedBy };
  }
  const [issue] = parsed.error.issues;
  throw new TypeError([...(issue?.path ?? []), issue?.message].join(': '));
}
