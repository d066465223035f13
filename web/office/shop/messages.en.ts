import { chargesEn } from './messages.charges.en.js';
import { declarationsEn } from './messages.declarations.en.js';
import type { officeShopDe } from './messages.de.js';
import { invoicesEn } from './messages.invoices.en.js';
import { licencesEn } from './messages.licences.en.js';
import { ordersEn } from './messages.orders.en.js';
import { pricesEn } from './messages.prices.en.js';

export const officeShopEn: Readonly<Record<keyof typeof officeShopDe, string>> = {
  ...pricesEn,
  ...ordersEn,
  ...declarationsEn,
  ...licencesEn,
  ...chargesEn,
  ...invoicesEn,
};
