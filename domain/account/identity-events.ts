import { z } from 'zod';
import { defineEvent, personal } from '../kernel/event.js';
import { AccountId } from '../kernel/ids.js';
import { Instant } from '../kernel/time.js';
import { deferralCauses } from './check-schedule.js';
import { AccountLanguage, Company, LatinSpelling, PersonName, PostalAddress } from './person.js';
import { fieldMatches, verdictOutcomes } from './vat-check.js';

/** What an authority was asked. */
export const CheckQuestion = z
  .object({ vatId: z.string(), name: z.string(), street: z.string(), postcode: z.string(), town: z.string() })
  .readonly();

export const CheckId = z.uuid();
export const Authority = z.enum(['VIES', 'BZST']);
const FieldMatch = z.enum(fieldMatches);
export const FieldMatches = z
  .object({ name: FieldMatch, street: FieldMatch, postcode: FieldMatch, town: FieldMatch })
  .readonly();

const subject = { subjectField: 'accountId' } as const;

/** The owner corrected company or address; both stand here as they are from now on. */
export const AccountDetailsCorrected = defineEvent(
  'AccountDetailsCorrected',
  z.object({
    accountId: AccountId,
    /** null exactly for a consumer. */
    company: personal(Company.nullable()),
    address: personal(PostalAddress),
    correctedAt: Instant,
  }),
  subject,
);

/** The owner corrected the own name, or that of the contact of a business. */
export const PersonNameCorrected = defineEvent(
  'PersonNameCorrected',
  z.object({ accountId: AccountId, person: personal(PersonName), correctedAt: Instant }),
  subject,
);

/** The owner chose the language of the mails. */
export const MailLanguageChosen = defineEvent(
  'MailLanguageChosen',
  z.object({ accountId: AccountId, language: AccountLanguage, chosenAt: Instant }),
);

/**
 * The office moved the account to another country, with the address there; the actor is who did it. Who may use and buy
 * what depends on the country, and so does the tax.
 */
export const AccountCountryChanged = defineEvent(
  'AccountCountryChanged',
  z.object({
    accountId: AccountId,
    address: personal(PostalAddress),
    /** Why, and what proves it. */
    reason: personal(z.string()),
    changedAt: Instant,
  }),
  subject,
);

/** The owner said how the register spells what holds characters that the check of a VAT id does not take. */
export const LatinSpellingGiven = defineEvent(
  'LatinSpellingGiven',
  z.object({ accountId: AccountId, spelling: personal(LatinSpelling), givenAt: Instant }),
  subject,
);

/** An authority is to be asked about the VAT id, with this data. Replaces a question that is not answered yet. */
export const VatIdCheckRequested = defineEvent(
  'VatIdCheckRequested',
  z.object({
    accountId: AccountId,
    checkId: CheckId,
    authority: Authority,
    question: personal(CheckQuestion),
    reason: z.enum(['registered', 'corrected', 'asked']),
    requestedAt: Instant,
  }),
  subject,
);

/** The authority has no answer yet, or is not asked at this time of day. Says nothing of the VAT id. */
export const VatIdCheckDeferred = defineEvent(
  'VatIdCheckDeferred',
  z.object({
    accountId: AccountId,
    checkId: CheckId,
    /** How often this check was deferred, this time included. */
    deferrals: z.int().min(1),
    cause: z.enum(deferralCauses),
    /** What was met instead of an answer; null when nobody was asked. */
    rawStatus: z.string().nullable(),
    /** null = not before the operator has mended something. */
    nextAttemptAt: Instant.nullable(),
    deferredAt: Instant,
  }),
);

/** The authority answered. What it said is kept as evidence; the answer as it came is personal. */
export const VatIdChecked = defineEvent(
  'VatIdChecked',
  z.object({
    accountId: AccountId,
    checkId: CheckId,
    authority: Authority,
    /** Host that answered; `simulator` in development. */
    service: z.string(),
    outcome: z.enum(verdictOutcomes),
    fields: FieldMatches,
    /** First and last day, where the authority tells them. */
    validFrom: z.string().nullable(),
    validUntil: z.string().nullable(),
    /** Number under which the authority keeps the request. */
    evidenceId: z.string().nullable(),
    /** Time of the answer in the words of the authority. */
    authorityTime: z.string().nullable(),
    rawStatus: z.string(),
    evidence: personal(z.string()),
    checkedAt: Instant,
  }),
  subject,
);

/** The operator confirmed a business that has no VAT id of the EU; the actor is who did it. */
export const BusinessConfirmed = defineEvent(
  'BusinessConfirmed',
  z.object({
    accountId: AccountId,
    /** What proves the business: a register entry, a certificate. */
    evidence: personal(z.string()),
    confirmedAt: Instant,
  }),
  subject,
);

export const identityEvents = [
  AccountDetailsCorrected,
  PersonNameCorrected,
  MailLanguageChosen,
  AccountCountryChanged,
  LatinSpellingGiven,
  VatIdCheckRequested,
  VatIdCheckDeferred,
  VatIdChecked,
  BusinessConfirmed,
] as const;
