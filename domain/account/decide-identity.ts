import { accept, assertNever, reject, type Decision } from '../kernel/decider.js';
import { isErased } from '../kernel/event.js';
import type { AccountId } from '../kernel/ids.js';
import { Temporal } from '../kernel/time.js';
import type { DeferralCause } from './check-schedule.js';
import type { AccountEvent } from './events.js';
import type { AccountLanguage, Company, LatinSpelling, PersonName, PostalAddress } from './person.js';
import { evolveIdentity, noSpelling, openCheck, originalsOf, vatDuty, type Identity } from './identity.js';
import { isLatin } from './latin-spelling.js';
import { checkedFields, type CheckedField, type VatCheckQuestion, type VatCheckVerdict } from './vat-check.js';
import { isInEu, isOfCountry, normalizedVatId, parseVatId } from './vat-id.js';

/** Changes of what the owner may correct; what is left out stays. */
export type CorrectDetails = {
  readonly type: 'CorrectDetails';
  readonly person?: Partial<PersonName>;
  /** Of the mails. */
  readonly language?: AccountLanguage;
  readonly company?: Partial<Company>;
  readonly address?: Partial<Omit<PostalAddress, 'country'>>;
  /** Another spelling for the check, where the data holds characters that it does not take. */
  readonly spelling?: Partial<Record<CheckedField, string>>;
  /** For the check that follows. */
  readonly checkId: string;
  readonly at: Temporal.Instant;
};

/** The office moves the account to another country; the address there comes with it. */
export type ChangeCountry = {
  readonly type: 'ChangeCountry';
  readonly address: PostalAddress;
  /** Why, and what proves it. */
  readonly reason: string;
  /** For the check that follows. */
  readonly checkId: string;
  readonly at: Temporal.Instant;
};

export type IdentityCommand =
  | ChangeCountry
  /** `registered`: by itself, once the e-mail address is validated. `asked`: by the owner. */
  | {
      readonly type: 'RequestVatCheck';
      readonly reason: 'registered' | 'asked';
      readonly checkId: string;
      readonly at: Temporal.Instant;
    }
  | {
      readonly type: 'DeferVatCheck';
      readonly checkId: string;
      /** How often this check was deferred, this time included. */
      readonly deferrals: number;
      readonly cause: DeferralCause;
      readonly rawStatus: string | null;
      readonly nextAttemptAt: Temporal.Instant | null;
      readonly at: Temporal.Instant;
    }
  | {
      readonly type: 'RecordVatVerdict';
      readonly checkId: string;
      readonly verdict: VatCheckVerdict;
      readonly at: Temporal.Instant;
    }
  /** The operator knows a business outside the EU; `evidence` says from what. */
  | { readonly type: 'ConfirmBusiness'; readonly evidence: string; readonly at: Temporal.Instant };

export type IdentityRejection =
  | {
      readonly code:
        | 'account.company-not-allowed'
        | 'details.erased'
        | 'details.country-unchanged'
        | VatIdFault
        | 'vat-check.not-needed'
        | 'vat-check.data-incomplete'
        | 'business.no-confirmation-needed';
    }
  | { readonly code: 'details.spelling-not-latin'; readonly field: CheckedField };

type IdentityDecision = Decision<AccountEvent, IdentityRejection>;

/** The same data is not asked for again sooner: each question counts at the authorities. */
const shortestInterval = Temporal.Duration.from({ minutes: 10 });

/** Data of a business and the checks of its VAT id, for an account whose e-mail address is validated. */
export function decideIdentity(command: IdentityCommand, accountId: AccountId, identity: Identity): IdentityDecision {
  switch (command.type) {
    case 'ChangeCountry':
      return changeCountry(command, accountId, identity);
    case 'RequestVatCheck':
      return request(command, accountId, identity);
    case 'DeferVatCheck': {
      const { checkId, deferrals, cause, rawStatus, nextAttemptAt } = command;
      const check = openCheck(identity);
      // Another node was faster, or the question is no longer asked.
      if (check?.checkId !== checkId || check.deferrals + 1 !== deferrals) return accept<AccountEvent>();
      if (nextAttemptAt === null && check.nextAttemptAt === null && check.waitedFor === cause) {
        return accept<AccountEvent>();
      }
      const times = { nextAttemptAt: nextAttemptAt?.toString() ?? null, deferredAt: command.at.toString() };
      return accept<AccountEvent>({
        type: 'VatIdCheckDeferred',
        data: { accountId, checkId, deferrals, cause, rawStatus, ...times },
      });
    }
    case 'RecordVatVerdict': {
      const { checkId, verdict, at } = command;
      if (openCheck(identity)?.checkId !== checkId) return accept<AccountEvent>();
      const { raw, ...facts } = verdict;
      return accept<AccountEvent>({
        type: 'VatIdChecked',
        data: { accountId, checkId, ...facts, evidence: raw, checkedAt: at.toString() },
      });
    }
    case 'ConfirmBusiness': {
      if (vatDuty(identity).kind !== 'confirmation') return reject({ code: 'business.no-confirmation-needed' });
      if (identity.isConfirmed) return accept<AccountEvent>();
      const { evidence, at } = command;
      return accept<AccountEvent>({
        type: 'BusinessConfirmed',
        data: { accountId, evidence, confirmedAt: at.toString() },
      });
    }
    default:
      return assertNever(command);
  }
}

/** Company, address and their spelling; a business is asked about again. */
export function correctIdentity(command: CorrectDetails, accountId: AccountId, before: Identity): IdentityDecision {
  const { company: oldCompany, address: oldAddress } = before;
  if (isErased(oldCompany) || isErased(oldAddress) || isErased(before.spelling))
    return reject({ code: 'details.erased' });
  const given = command.company;
  if (oldCompany === null && (given !== undefined || command.spelling !== undefined)) {
    return reject({ code: 'account.company-not-allowed' });
  }
  const address: PostalAddress = { ...oldAddress, ...command.address };
  const company = oldCompany === null ? null : corrected(oldCompany, given ?? {});
  const fault = given?.vatId == null ? null : vatIdFault(given.vatId, address);
  if (fault !== null) return reject({ code: fault });
  const wrong = checkedFields.find((field) => !isLatin(command.spelling?.[field] ?? ''));
  if (wrong !== undefined) return reject({ code: 'details.spelling-not-latin', field: wrong });

  const correction: AccountEvent = {
    type: 'AccountDetailsCorrected',
    data: { accountId, company, address, correctedAt: command.at.toString() },
  };
  const isCorrected = !isSame({ company, address }, { company: oldCompany, address: oldAddress });
  return withWhatFollows(isCorrected ? [correction] : [], command, accountId, before);
}

/** Where the account is by now decides anew who may use and buy what; a business is asked about again. */
function changeCountry(command: ChangeCountry, accountId: AccountId, before: Identity): IdentityDecision {
  const { address, reason, at } = command;
  if (isErased(before.company) || isErased(before.address)) return reject({ code: 'details.erased' });
  if (address.country === before.address.country) return reject({ code: 'details.country-unchanged' });
  const data = { accountId, address, reason, changedAt: at.toString() };
  return withWhatFollows([{ type: 'AccountCountryChanged', data }], command, accountId, before);
}

/** Changed data, with the spelling that it needs from now on and the question to an authority, where one is possible. */
function withWhatFollows(
  changes: readonly AccountEvent[],
  { spelling = {}, checkId, at }: Pick<CorrectDetails, 'spelling' | 'checkId' | 'at'>,
  accountId: AccountId,
  before: Identity,
): IdentityDecision {
  const respelling = respelt(spelling, before, changes.reduce(evolveIdentity, before));
  const events: readonly AccountEvent[] = isSame(respelling, before.spelling)
    ? changes
    : [...changes, { type: 'LatinSpellingGiven', data: { accountId, spelling: respelling, givenAt: at.toString() } }];
  if (events.length === 0) return accept<AccountEvent>();
  const duty = vatDuty(events.reduce(evolveIdentity, before));
  if (duty.kind !== 'check') return accept<AccountEvent>(...events);
  return accept<AccountEvent>(...events, requested(checkId, accountId, duty, 'corrected', at.toString()));
}

function request(
  { reason, checkId, at }: Extract<IdentityCommand, { type: 'RequestVatCheck' }>,
  accountId: AccountId,
  identity: Identity,
): IdentityDecision {
  const duty = vatDuty(identity);
  const { check } = identity;
  if (duty.kind === 'check') {
    const isSoon =
      check !== null && Temporal.Instant.compare(at, Temporal.Instant.from(check.touchedAt).add(shortestInterval)) < 0;
    if (check !== null && (reason === 'registered' || isSoon)) return accept<AccountEvent>();
    return accept<AccountEvent>(requested(checkId, accountId, duty, reason, at.toString()));
  }
  if (reason === 'registered') return accept<AccountEvent>();
  return reject({ code: duty.kind === 'incomplete' ? 'vat-check.data-incomplete' : 'vat-check.not-needed' });
}

function requested(
  checkId: string,
  accountId: AccountId,
  { authority, question }: { readonly authority: 'VIES' | 'BZST'; readonly question: VatCheckQuestion },
  reason: 'registered' | 'asked' | 'corrected',
  requestedAt: string,
): AccountEvent {
  return { type: 'VatIdCheckRequested', data: { accountId, checkId, authority, question, reason, requestedAt } };
}

/** VAT ids are kept without blanks and punctuation. */
export function corrected(company: Company, changes: Partial<Company>): Company {
  const vatId = changes.vatId === undefined ? company.vatId : changes.vatId;
  return { ...company, ...changes, vatId: vatId === null ? null : normalizedVatId(vatId) || null };
}

export type VatIdFault = 'details.vat-id-malformed' | 'details.vat-id-other-country';

/** What is wrong with the VAT id that a business of the EU gave; others may have ids of another kind. */
export function vatIdFault(text: string, { country }: Pick<PostalAddress, 'country'>): VatIdFault | null {
  if (normalizedVatId(text) === '' || !isInEu(country)) return null;
  const vatId = parseVatId(text);
  if (vatId === null) return 'details.vat-id-malformed';
  return isOfCountry(vatId, country) ? null : 'details.vat-id-other-country';
}

/** The spelling from now on; of a consumer, and of whoever was erased, it stays as it is. */
function respelt(
  given: Partial<Record<CheckedField, string>>,
  before: Identity,
  after: Identity,
): Identity['spelling'] {
  const [old, now] = [before, after].map(({ company, address }) =>
    isErased(company) || company === null || isErased(address) ? null : originalsOf(company, address),
  );
  if (old == null || now == null || isErased(before.spelling)) return before.spelling;
  return spellingFor(now, given, stillFitting(before.spelling, old, now));
}

/** Spellings belong to texts that need one; of a text that needs none, none is kept. */
export function spellingFor(
  originals: Readonly<Record<CheckedField, string>>,
  given: Partial<Record<CheckedField, string | null>>,
  old: LatinSpelling = noSpelling,
): LatinSpelling {
  const entries = checkedFields.map((field): readonly [CheckedField, string | null] => [
    field,
    isLatin(originals[field]) ? null : given[field]?.trim() || old[field],
  ]);
  return Object.fromEntries(entries) as LatinSpelling;
}

/** The spellings of the texts that stay as they are: a changed text needs one of its own. */
function stillFitting(
  old: LatinSpelling,
  before: Readonly<Record<CheckedField, string>>,
  originals: Readonly<Record<CheckedField, string>>,
): LatinSpelling {
  const entries = checkedFields.map((field) => [field, originals[field] === before[field] ? old[field] : null]);
  return Object.fromEntries(entries) as LatinSpelling;
}

/** Equality of plain data whose members stand in the same order. */
function isSame(one: object, other: object): boolean {
  return JSON.stringify(one) === JSON.stringify(other);
}
