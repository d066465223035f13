import type { Seller } from '../domain/order/invoice.js';
import { exampleAccounting, readAccounting, type Accounting } from './accounting/settings.js';
import { ConfigError } from './config-error.js';
import { operatorEditions } from './documents/editions.js';
import type { Edition } from './documents/port.js';
import { exampleSeller, readSeller, type SellerFile } from './seller.js';
import { readServicePartners, type ServicePartner } from './service-partners.js';

type Named = {
  readonly SELLER?: string | undefined;
  readonly ACCOUNTING?: string | undefined;
  readonly SERVICE_PARTNERS?: string | undefined;
  readonly DOCUMENTS_DIR?: string | undefined;
  readonly UNZER_PRIVATE_KEY?: string | undefined;
};

/** What the operator keeps in files, or what stands in where none is named. */
export type OperatorFiles = {
  /** Who issues the invoices and answers for the portal; made up, and saying so, as long as no real money is taken. */
  readonly seller: Seller;
  /** Who speaks for the seller; null when the file does not say. */
  readonly representedBy: SellerFile['representedBy'];
  /** Accounts of the export for accounting. */
  readonly accounting: Accounting;
  /** Who helps consumers of other countries. */
  readonly servicePartners: readonly ServicePartner[];
  /** Editions of the legal documents that the operator has published. */
  readonly documents: readonly Edition[];
};

/** Reads the files that the environment names; throws a `ConfigError` that names the variable. */
export function operatorFiles(env: Named): OperatorFiles {
  const { SELLER, ACCOUNTING, SERVICE_PARTNERS, DOCUMENTS_DIR, UNZER_PRIVATE_KEY: key } = env;
  if (SELLER === undefined && key?.startsWith('p') === true) {
    throw new ConfigError('SELLER must be set when UNZER_PRIVATE_KEY takes real money: invoices name who sells.');
  }
  const read = <T>(path: string | undefined, otherwise: T, reader: (path: string) => T, must: string): T => {
    if (path === undefined) return otherwise;
    try {
      return reader(path);
    } catch (error) {
      throw new ConfigError(`${must}: ${(error as Error).message}.`);
    }
  };
  return {
    ...read(
      SELLER,
      { seller: exampleSeller, representedBy: 'Erika Musterfrau' },
      readSeller,
      'SELLER must name a JSON file with the seller on invoices',
    ),
    accounting: read(
      ACCOUNTING,
      exampleAccounting,
      readAccounting,
      'ACCOUNTING must name a JSON file with accounts for the export',
    ),
    servicePartners: read(
      SERVICE_PARTNERS,
      [],
      readServicePartners,
      'SERVICE_PARTNERS must name a JSON file with service partners',
    ),
    documents: read(DOCUMENTS_DIR, [], operatorEditions, 'DOCUMENTS_DIR must name a folder with documents'),
  };
}
