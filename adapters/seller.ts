import { readFileSync } from 'node:fs';
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

/** The seller in a JSON file of the operator; throws an error whose message says what is wrong with it. */
export function readSeller(file: string): Seller {
  const parsed = Seller.safeParse(JSON.parse(readFileSync(file, 'utf8')));
  if (parsed.success) return parsed.data;
  const [issue] = parsed.error.issues;
  throw new TypeError(`${issue?.path.join('.')}: ${issue?.message}`);
}
