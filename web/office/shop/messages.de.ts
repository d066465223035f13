import { chargesDe } from './messages.charges.de.js';
import { declarationsDe } from './messages.declarations.de.js';
import { invoicesDe } from './messages.invoices.de.js';
import { licencesDe } from './messages.licences.de.js';
import { ordersDe } from './messages.orders.de.js';
import { pricesDe } from './messages.prices.de.js';

/** Texts of the office's side of the shop. */
export const officeShopDe = {
  ...pricesDe,
  ...ordersDe,
  ...declarationsDe,
  ...licencesDe,
  ...chargesDe,
  ...invoicesDe,
} as const;
