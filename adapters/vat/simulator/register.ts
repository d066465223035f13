import { checkedFields, type CheckedField, type VatCheckQuestion } from '../../../domain/account/vat-check.js';

/** A business as the register of its state has it. */
export type RegisteredBusiness = VatCheckQuestion & {
  /** Days, `2026-01-31`; left out: since and for ever. */
  readonly validFrom?: string;
  readonly validUntil?: string;
};

/** The samples of the authorities, and the operator of the original portal. */
export const sampleBusinesses: readonly RegisteredBusiness[] = [
  { vatId: 'DE147167387', name: 'AEI Power GmbH', street: 'Uracher Strasse 91', postcode: '72555', town: 'Metzingen' },
  {
    vatId: 'ATU12345678',
    name: 'Musterhaus GmbH & Co KG',
    street: 'Musterstrasse 22',
    postcode: '1010',
    town: 'Musterort',
  },
  {
    vatId: 'CZ00177041',
    name: 'SKODA AUTO a.s.',
    street: 'tr. Vaclava Klementa 869',
    postcode: '293 01',
    town: 'Mlada Boleslav',
  },
  { vatId: 'IT00743110157', name: 'Solare Italia S.p.A.', street: 'Via Roma 1', postcode: '20121', town: 'Milano' },
];

/**
 * The numbers of the test service of VIES, which mean the same for each state: 100 valid, 200 invalid, the rest errors.
 * The simulator takes them filled up with zeros, too, so that they have the structure of their state (`DE000000301`).
 */
export const testNumbers: Readonly<Record<string, string>> = {
  '100': 'valid',
  '200': 'invalid',
  '201': 'INVALID_INPUT',
  '202': 'INVALID_REQUESTER_INFO',
  '300': 'SERVICE_UNAVAILABLE',
  '301': 'MS_UNAVAILABLE',
  '302': 'TIMEOUT',
  '400': 'VAT_BLOCKED',
  '401': 'IP_BLOCKED',
  '500': 'GLOBAL_MAX_CONCURRENT_REQ',
  '501': 'GLOBAL_MAX_CONCURRENT_REQ_TIME',
  '600': 'MS_MAX_CONCURRENT_REQ',
  '601': 'MS_MAX_CONCURRENT_REQ_TIME',
};

/** The test number in an id: `DE000000301` and `ATU00000301` hold 301. */
export function testNumberIn(number: string): string | undefined {
  const digits = /^\D?0+([1-6]0[0-2])$/.exec(number)?.[1];
  return digits !== undefined && Object.hasOwn(testNumbers, digits) ? digits : undefined;
}

/** What a state tells: everything, only whether fields match, or nothing. As VIES was observed in 2026. */
export function disclosureOf(state: string): 'full' | 'matchOnly' | 'none' {
  if (state === 'DE') return 'none';
  return state === 'ES' ? 'matchOnly' : 'full';
}

/** Fields that some states do not tell the German tax office. */
const withheld: Readonly<Record<string, readonly CheckedField[]>> = { ES: ['street', 'postcode'], IT: ['street'] };

/** A, B, C or D for each field, as the German tax office answers. */
export function lettersFor(
  state: string,
  business: RegisteredBusiness | undefined,
  asked: Partial<Record<CheckedField, string | undefined>>,
  isSame: (one: string, other: string) => boolean,
): Readonly<Record<CheckedField, 'A' | 'B' | 'C' | 'D'>> {
  const letters = checkedFields.map((field) => {
    const text = asked[field];
    if (text === undefined || text === '') return [field, 'C'] as const;
    if (withheld[state]?.includes(field) === true) return [field, 'D'] as const;
    return [field, business === undefined || isSame(business[field], text) ? 'A' : 'B'] as const;
  });
  return Object.fromEntries(letters) as Record<CheckedField, 'A' | 'B' | 'C' | 'D'>;
}

/** Case, blanks and punctuation do not count; how the authorities compare is not published. */
export function looseComparison(one: string, other: string): boolean {
  const core = (text: string) => text.toLowerCase().replaceAll(/[^\p{L}\p{N}]/gu, '');
  return core(one) === core(other);
}
