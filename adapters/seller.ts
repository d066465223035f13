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
    country: z.literal('DE', { error: 'must be DE: the rules of German VAT are applied' }),
    vatId: z.string().refine((text) => parseVatId(text)?.state === 'DE' && !/\s/.test(text), {
      error: 'must be a German VAT id, for example DE123456789',
    }),
    taxNumber: Seller.unwrap().shape.vatId,
  })
  .strict();

/** The seller in a JSON file of the operator; throws an error whose message says what is wrong with it. */
export function readSeller(file: string): Seller {
  const parsed = OperatorSeller.safeParse(JSON.parse(readFileSync(file, 'utf8')));
  if (parsed.success) return parsed.data;
  const [issue] = parsed.error.issues;
  throw new TypeError([...(issue?.path ?? []), issue?.message].join(': '));
}
