/** Who answers for a VAT id: the European Commission, or the German federal tax office. */
export type VatAuthority = 'VIES' | 'BZST';

/** A VAT id of a member state of the EU (or Northern Ireland) whose structure is right. */
export type VatId = {
  /** As in front of the number: ISO 3166-1 but for Greece, `EL`, and Northern Ireland, `XI`. */
  readonly state: VatState;
  /** Without the prefix. */
  readonly number: string;
  /** Prefix and number, upper case, without blanks and punctuation. */
  readonly text: string;
};

/**
 * Structure of the number by state, without the prefix (VIES FAQ 11, as of 2026). A gate against typing errors only: check
 * digits are not looked at, because the published samples of the authorities break them and the authority decides.
 */
export const vatStructures = {
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
} as const satisfies Readonly<Record<string, RegExp>>;

export type VatState = keyof typeof vatStructures;

/** The states whose ids can be checked. */
export const vatStates = Object.keys(vatStructures) as readonly VatState[];

/** Upper case without blanks and the punctuation that people put in; a Greek `GR` becomes the `EL` of its ids. */
export function normalizedVatId(text: string): string {
  return text
    .toUpperCase()
    .replaceAll(/[\s.\-–/,]/g, '')
    .replace(/^GR(?=\d)/, 'EL');
}

/** The VAT id in a text as people write it; null when it is none of the EU, or its structure is wrong. */
export function parseVatId(text: string): VatId | null {
  const id = normalizedVatId(text);
  const state = id.slice(0, 2);
  const number = id.slice(2);
  if (!isVatState(state) || !vatStructures[state].test(number)) return null;
  return { state, number, text: id };
}

/**
 * Which authority is asked (A7): the German tax office confirms foreign ids only, and refuses German ones (evatr-0006);
 * for these there is VIES.
 */
export function authorityFor({ state }: Pick<VatId, 'state'>): VatAuthority {
  return state === 'DE' ? 'VIES' : 'BZST';
}

/**
 * Whether an id is one of this country (ISO 3166-1 alpha-2): only then does its verdict speak of a business there. Ids of
 * Northern Ireland belong to GB.
 */
export function isOfCountry({ state }: Pick<VatId, 'state'>, country: string): boolean {
  return country === (state === 'EL' ? 'GR' : state === 'XI' ? 'GB' : state);
}

/** Whether businesses of this country (ISO 3166-1 alpha-2) have a VAT id of the EU. */
export function isInEu(country: string): boolean {
  const state = country === 'GR' ? 'EL' : country;
  return isVatState(state) && state !== 'XI';
}

function isVatState(text: string): text is VatState {
  return Object.hasOwn(vatStructures, text);
}
