import type { PaymentSnapshot } from '../../../commands/order/payment-gateway.js';

/** The means that the payment page offers beside cards, by country of the customer, in the names of the page. */
export type MethodsByCountry = Readonly<Record<string, readonly string[]>>;

/**
 * Online transfer as each country knows it; elsewhere there are cards. SOFORT and giropay, which the original portal
 * offered, have left the market.
 */
export const defaultMethods: MethodsByCountry = {
  AT: ['eps'],
  DE: ['openbankingpis', 'wero'],
  PL: ['przelewy24'],
};

/** `AT:eps DE:openbankingpis,wero *:openbankingpis`; `*` is every other country. Null when it cannot be read. */
export function methodsIn(text: string): MethodsByCountry | null {
  const entries = text.split(/\s+/).filter((part) => part !== '');
  const pattern = /^([A-Z]{2}|\*):([a-z][A-Za-z0-9]*(?:,[a-z][A-Za-z0-9]*)*)$/;
  const found = entries.map((entry) => pattern.exec(entry));
  if (found.length === 0 || found.some((one) => one === null)) return null;
  return Object.fromEntries(found.map((one) => [one?.[1] ?? '', (one?.[2] ?? '').split(',')]));
}

/** `paymentMethodsConfigs` of a page: nothing but what is named, cards last. */
export function methodsConfig(methods: MethodsByCountry, country: string): object {
  const names = [...(methods[country] ?? methods['*'] ?? []), 'cards'];
  const enabled = names.map((name, index) => [name, { enabled: true, order: index + 1 }]);
  return { default: { enabled: false }, ...Object.fromEntries(enabled) };
}

const transfers = new Set(['eps', 'p24', 'obp', 'wro', 'idl']);

/** From the id of the means that was used, `s-crd-…`; cards only say elsewhere of which kind they are. */
export function methodOf(typeId: string | undefined): PaymentSnapshot['method'] | 'card' {
  if (typeId === undefined) return null;
  const kind = /^[sp]-([a-z0-9]+)-/.exec(typeId)?.[1] ?? '';
  if (kind === 'crd') return 'card';
  return transfers.has(kind) ? 'onlineTransfer' : 'other';
}
