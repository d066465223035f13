import type { Text } from '../i18n/use-text.js';

/** The structure of a VAT id behind its prefix, as the server judges it; a test holds both tables equal. */
export const vatStructures: Readonly<Record<string, RegExp>> = {
  AT: /^U\d{8}$/,
  BE: /^[01]\d{9}$/,
  BG: /^\d{9,10}$/,
  CY: /^\d{8}[A-Z]$/,
  CZ: /^\d{8,10}$/,
  DE: /^\d{9}$/,
  DK: /^\d{8}$/,
  EE: /^\d{9}$/,
  EL: /^\d{9}$/,
  ES: /^(?:[A-Z]\d{7}[A-Z0-9]|\d{8}[A-Z])$/,
  FI: /^\d{8}$/,
  FR: /^[A-HJ-NP-Z0-9]{2}\d{9}$/,
  HR: /^\d{11}$/,
  HU: /^\d{8}$/,
  IE: /^(?:\d{7}[A-W][A-I]?|\d[A-Z+*]\d{5}[A-W])$/,
  IT: /^\d{11}$/,
  LT: /^(?:\d{9}|\d{12})$/,
  LU: /^\d{8}$/,
  LV: /^\d{11}$/,
  MT: /^\d{8}$/,
  NL: /^\d{9}B\d{2}$/,
  PL: /^\d{10}$/,
  PT: /^\d{9}$/,
  RO: /^\d{2,10}$/,
  SE: /^\d{10}01$/,
  SI: /^\d{8}$/,
  SK: /^\d{10}$/,
  XI: /^(?:\d{9}|\d{12}|GD\d{3}|HA\d{3})$/,
};

const isInEu = (country: string) => country === 'GR' || (country !== 'XI' && Object.hasOwn(vatStructures, country));

/** The message beside a VAT id of a business in that country; undefined when it may be one. Others have ids of any form. */
export function wrongVatId(text: Text, country: string, vatId: string): string | undefined {
  const id = vatId
    .toUpperCase()
    .replaceAll(/[\s.\-–/,]/g, '')
    .replace(/^GR(?=\d)/, 'EL');
  if (id === '' || !isInEu(country)) return undefined;
  const isRight = vatStructures[id.slice(0, 2)]?.test(id.slice(2)) ?? false;
  if (!isRight) return text('form.vatId');
  return id.startsWith(country === 'GR' ? 'EL' : country) ? undefined : text('form.vatIdElsewhere');
}
