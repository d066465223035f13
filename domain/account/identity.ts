import { Erased, isErased, type Personal } from '../kernel/event.js';
import type { DeferralCause } from './check-schedule.js';
import type { AccountEvent } from './events.js';
import type { AccountKind, Company, LatinSpelling, PostalAddress } from './person.js';
import { isLatin } from './latin-spelling.js';
import {
  checkedFields,
  differencesOf,
  type CheckedField,
  type VatCheckQuestion,
  type VatCheckVerdict,
} from './vat-check.js';
import { authorityFor, isInEu, isOfCountry, parseVatId, type VatAuthority } from './vat-id.js';

/** Who an account stands for, as far as taxes and services depend on it: part of the state of an account. Plain JSON. */
export type Identity = {
  readonly kind: AccountKind;
  readonly company: Personal<Company | null>;
  readonly address: Personal<PostalAddress>;
  readonly spelling: Personal<LatinSpelling>;
  /** The last check of the VAT id; null before the first, and when the data no longer allows one. */
  readonly check: VatCheck | null;
  /** An authority found this very VAT id valid, whatever became of the data beside it. */
  readonly isIdValid: boolean;
  /** The operator knows this business, which has no VAT id of the EU. */
  readonly isConfirmed: boolean;
};

export type VatCheck = {
  readonly checkId: string;
  readonly authority: VatAuthority;
  readonly question: Personal<VatCheckQuestion>;
  readonly requestedAt: string;
  /** Attempts in vain, and nights that were waited for. */
  readonly deferrals: number;
  /** Why it waits, or waited last; null when it never did. */
  readonly waitedFor: DeferralCause | null;
  /** When something happened last. */
  readonly touchedAt: string;
  /** The next attempt; null when only the operator can bring it on, or when it is answered. */
  readonly nextAttemptAt: string | null;
  readonly answer: Pick<VatCheckVerdict, 'outcome' | 'fields' | 'validFrom' | 'validUntil' | 'service'> | null;
};

/** Nothing is known in another spelling. */
export const noSpelling: LatinSpelling = { name: null, street: null, postcode: null, town: null };

/** Legal forms that are no part of a name. */
const namelessForms =
  /^(einzelunternehm\w*|einzelfirma|freiberufl\w*|selbst(st)?ändig\w*|gewerbe\w*|sole (trader|proprietor\w*)|self-employed|freelanc\w*|-|–)$/i;

/** The name of a business as registers hold it, with its legal form. */
export function registeredName({ name, legalForm }: Pick<Company, 'name' | 'legalForm'>): string {
  const core = (text: string) =>
    ` ${text
      .toLowerCase()
      .replaceAll(/[^\p{L}\p{N}&]+/gu, ' ')
      .trim()} `;
  const isPartOfName = core(name).includes(core(legalForm)) || namelessForms.test(legalForm.trim());
  return isPartOfName ? name : `${name} ${legalForm}`;
}

/** The data that is compared, as its owner spells it. */
export function originalsOf(company: Company, address: PostalAddress): Readonly<Record<CheckedField, string>> {
  const { street, postcode, town } = address;
  return { name: registeredName(company), street, postcode, town };
}

/** What has to happen with a VAT id, by what is known of the account. */
type VatDuty =
  /** Consumers have none. */
  | { readonly kind: 'none' }
  /** The person was erased. */
  | { readonly kind: 'unknown' }
  /** A business outside the EU: the operator confirms it (A9). */
  | { readonly kind: 'confirmation' }
  | {
      readonly kind: 'incomplete';
      /** `refused`: the authority says that it does not fit the pattern of its state, and so does not know it. */
      readonly vatId: 'missing' | 'malformed' | 'otherCountry' | 'refused' | 'fine';
      /** Fields that the check does not take as they are, and of which no other spelling is given (A8). */
      readonly unspelt: readonly CheckedField[];
    }
  | { readonly kind: 'check'; readonly authority: VatAuthority; readonly question: VatCheckQuestion };

export function vatDuty({ kind, company, address, spelling }: Identity): VatDuty {
  if (kind === 'consumer') return { kind: 'none' };
  if (isErased(company) || company === null || isErased(address) || isErased(spelling)) return { kind: 'unknown' };
  const vatId = company.vatId === null ? null : parseVatId(company.vatId);
  const isOfPlace = vatId !== null && isOfCountry(vatId, address.country);
  // Of whom an id of another country is, no authority says.
  if (!isOfPlace && !isInEu(address.country)) return { kind: 'confirmation' };
  const originals = originalsOf(company, address);
  const unspelt = checkedFields.filter((field) => !isLatin(originals[field]) && spelling[field] === null);
  if (vatId === null) {
    return { kind: 'incomplete', vatId: company.vatId === null ? 'missing' : 'malformed', unspelt };
  }
  if (!isOfPlace) return { kind: 'incomplete', vatId: 'otherCountry', unspelt };
  if (unspelt.length > 0) return { kind: 'incomplete', vatId: 'fine', unspelt };
  const spelt = (field: CheckedField) => spelling[field] ?? originals[field];
  return {
    kind: 'check',
    authority: authorityFor(vatId),
    question: {
      vatId: vatId.text,
      name: spelt('name'),
      street: spelt('street'),
      postcode: spelt('postcode'),
      town: spelt('town'),
    },
  };
}

/** Whether an authority found the id valid, and it is one of the country where the business is. */
export function hasValidVatId({ isIdValid, company, address }: Identity): boolean {
  if (!isIdValid || isErased(company) || company?.vatId == null || isErased(address)) return false;
  const vatId = parseVatId(company.vatId);
  return vatId !== null && isOfCountry(vatId, address.country);
}

/** The question that waits for an answer; null when none does. */
export function openCheck(identity: Identity): (VatCheck & { readonly question: VatCheckQuestion }) | null {
  const { check } = identity;
  if (check === null || check.answer !== null || isErased(check.question)) return null;
  return { ...check, question: check.question as VatCheckQuestion };
}

export function evolveIdentity(identity: Identity, event: AccountEvent): Identity {
  switch (event.type) {
    case 'AccountErased':
    case 'RegistrationExpired':
      return { ...identity, company: Erased, address: Erased, spelling: Erased, check: null };
    case 'AccountDetailsCorrected': {
      const { company, address } = event.data;
      const isSameId = vatIdOf(company) === vatIdOf(identity.company);
      const isSameName = nameOf(company) === nameOf(identity.company);
      return {
        ...identity,
        ...{ company, address },
        // What was found no longer speaks of this data; a new question follows, if the data allows one.
        check: null,
        isIdValid: identity.isIdValid && isSameId,
        isConfirmed: identity.isConfirmed && isSameId && isSameName,
      };
    }
    case 'AccountCountryChanged':
      // The operator confirmed a business of the former country.
      return { ...identity, address: event.data.address, check: null, isConfirmed: false };
    case 'LatinSpellingGiven':
      return { ...identity, spelling: event.data.spelling, check: null };
    case 'VatIdCheckRequested': {
      const { checkId, authority, question, requestedAt } = event.data;
      const due = { touchedAt: requestedAt, nextAttemptAt: requestedAt };
      return {
        ...identity,
        check: { checkId, authority, question, requestedAt, ...due, deferrals: 0, waitedFor: null, answer: null },
      };
    }
    case 'VatIdCheckDeferred': {
      if (identity.check === null) return identity;
      const { deferrals, cause, deferredAt, nextAttemptAt } = event.data;
      return {
        ...identity,
        check: { ...identity.check, deferrals, waitedFor: cause, touchedAt: deferredAt, nextAttemptAt },
      };
    }
    case 'VatIdChecked': {
      if (identity.check === null) return identity;
      const { outcome, fields, validFrom, validUntil, service, checkedAt } = event.data;
      const answer = { outcome, fields, validFrom, validUntil, service };
      return {
        ...identity,
        // That the authority cannot read a number says nothing of the number.
        isIdValid: outcome === 'valid' || (outcome === 'malformed' && identity.isIdValid),
        check: { ...identity.check, touchedAt: checkedAt, nextAttemptAt: null, answer },
      };
    }
    case 'BusinessConfirmed':
      return { ...identity, isConfirmed: true };
    default:
      return identity;
  }
}

export function registeredIdentity({
  kind,
  company,
  address,
}: Pick<Identity, 'kind' | 'company' | 'address'>): Identity {
  return { kind, company, address, spelling: noSpelling, check: null, isIdValid: false, isConfirmed: false };
}

/** Where a business stands with its VAT id (A7). */
type VatStanding =
  | { readonly state: 'notNeeded' | 'unknown' | 'awaitingConfirmation' | 'confirmed' }
  | (Extract<VatDuty, { kind: 'incomplete' }> & { readonly state: 'incomplete' })
  | { readonly state: 'pending'; readonly cause: DeferralCause | null; readonly nextAttemptAt: string | null }
  | { readonly state: 'valid' }
  | { readonly state: 'differences'; readonly fields: readonly CheckedField[] }
  | { readonly state: 'invalid'; readonly outcome: Exclude<VatCheckVerdict['outcome'], 'valid' | 'malformed'> };

export function vatStanding(identity: Identity): VatStanding {
  const duty = vatDuty(identity);
  switch (duty.kind) {
    case 'none':
      return { state: 'notNeeded' };
    case 'unknown':
      return { state: 'unknown' };
    case 'confirmation':
      return { state: identity.isConfirmed ? 'confirmed' : 'awaitingConfirmation' };
    case 'incomplete':
      return { state: 'incomplete', ...duty };
    case 'check':
      return standingOf(identity.check);
  }
}

function standingOf(check: VatCheck | null): VatStanding {
  if (check === null) return { state: 'pending', cause: null, nextAttemptAt: null };
  const { answer, waitedFor, nextAttemptAt } = check;
  if (answer === null) return { state: 'pending', cause: waitedFor, nextAttemptAt };
  if (answer.outcome === 'malformed') return { state: 'incomplete', kind: 'incomplete', vatId: 'refused', unspelt: [] };
  if (answer.outcome !== 'valid') return { state: 'invalid', outcome: answer.outcome };
  const fields = differencesOf(answer.fields);
  return fields.length === 0 ? { state: 'valid' } : { state: 'differences', fields };
}

function vatIdOf(company: Identity['company']): string | null {
  return isErased(company) || company === null ? null : company.vatId;
}

function nameOf(company: Identity['company']): string | null {
  return isErased(company) || company === null ? null : registeredName(company);
}
