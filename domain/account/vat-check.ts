import type { VatAuthority } from './vat-id.js';

/** The data of a business that the authorities compare, in the order in which a form shows them. */
export const checkedFields = ['name', 'street', 'postcode', 'town'] as const;
export type CheckedField = (typeof checkedFields)[number];

/** What is asked: a VAT id with its prefix, and the data of the business in a spelling that the check takes. */
export type VatCheckQuestion = Readonly<Record<CheckedField, string>> & { readonly vatId: string };

export const fieldMatches = ['match', 'mismatch', 'notAsked', 'notDisclosed'] as const;
/** `notDisclosed`: the member state does not tell. */
export type FieldMatch = (typeof fieldMatches)[number];
export type FieldMatches = Readonly<Record<CheckedField, FieldMatch>>;

export const verdictOutcomes = ['valid', 'invalid', 'notYetValid', 'expired', 'malformed'] as const;
/** What an authority said of the id itself. `malformed`: it does not fit the pattern of its state. */
export type VerdictOutcome = (typeof verdictOutcomes)[number];

/** An answer of an authority, with what proves it. */
export type VatCheckVerdict = {
  readonly authority: VatAuthority;
  /** Host that answered; `simulator` in development. */
  readonly service: string;
  readonly outcome: VerdictOutcome;
  readonly fields: FieldMatches;
  /** Days, for an id that is not valid yet or no more, where the authority tells them. */
  readonly validFrom: string | null;
  readonly validUntil: string | null;
  /** Number under which the authority keeps the request. */
  readonly evidenceId: string | null;
  /** When the authority says that it answered, as it wrote it. */
  readonly authorityTime: string | null;
  /** Status or outcome in the words of the authority. */
  readonly rawStatus: string;
  /** The answer as it came. */
  readonly raw: string;
};

/** No verdict. Never says anything of the id. */
export type VatCheckFailure = {
  readonly outcome: 'unavailable' | 'busy' | 'refused' | 'notConfigured';
  /** What was met instead, for the operator. */
  readonly rawStatus: string;
};

export type VatCheckResult = VatCheckVerdict | VatCheckFailure;

export function isVerdict(result: VatCheckResult): result is VatCheckVerdict {
  return 'fields' in result;
}

/** The fields that differ from what the authority has. */
export function differencesOf(fields: FieldMatches): readonly CheckedField[] {
  return checkedFields.filter((field) => fields[field] === 'mismatch');
}

export function allFields(match: FieldMatch): FieldMatches {
  return { name: match, street: match, postcode: match, town: match };
}
