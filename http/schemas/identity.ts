import { z } from 'zod';
import { InstantText, Language, pageOf, text } from './common.js';

/** Spelling for the check of the VAT id, for texts with characters that it does not take. */
export const Spelling = z
  .strictObject({ name: text(200), street: text(200), postcode: text(40), town: text(160) })
  .partial()
  .meta({ id: 'Spelling' });

/**
 * What is left out stays; `vatId: null` takes it away. A check of the VAT id follows where company or address changed. The country
 * is changed by the office.
 */
export const MePatch = z
  .strictObject({
    /** The owner, or the contact of a business. */
    person: z
      .strictObject({ firstName: text(80), lastName: text(80) })
      .partial()
      .optional(),
    /** Of the mails. */
    language: Language.optional(),
    company: z
      .strictObject({ name: text(160), legalForm: text(40), vatId: z.string().trim().max(20).nullable() })
      .partial()
      .optional(),
    address: z
      .strictObject({ street: text(120), postcode: text(16), town: text(80) })
      .partial()
      .optional(),
    spelling: Spelling.optional(),
  })
  .meta({ id: 'MePatch' });

const FieldFinding = z.object({
  /** Field of `GET /me`: `/company/vatId`, `/company/name`, `/address/street` ... */
  pointer: z.string(),
  code: z.string(),
  message: z.string(),
  /** Proposed spelling, for a text with characters that the check does not take. */
  suggestion: z.string().nullable(),
});

export const VatCheck = z
  .object({
    /**
     * `notNeeded`: a consumer. `incomplete`: `findings` say what is missing. `pending`: no verdict yet. `differences`: the
     * id is valid, and `findings` say what differs. `awaitingConfirmation`, `confirmed`: a business outside the EU.
     */
    state: z.enum([
      'notNeeded',
      'incomplete',
      'pending',
      'valid',
      'differences',
      'invalid',
      'awaitingConfirmation',
      'confirmed',
    ]),
    vatId: z.string().nullable(),
    authority: z.enum(['VIES', 'BZST']).nullable(),
    findings: z.array(FieldFinding),
    /** Name with legal form, as it is compared. */
    registeredName: z.string().nullable(),
    /** Spelling that is used for the check, where one was given. */
    spelling: z.object({
      name: z.string().nullable(),
      street: z.string().nullable(),
      postcode: z.string().nullable(),
      town: z.string().nullable(),
    }),
    /** Why a pending check waits; null = it is about to be made. */
    cause: z.enum(['night', 'unavailable', 'busy', 'refused', 'notConfigured']).nullable(),
    /** Null = the check is made, or it waits for the operator. */
    nextAttemptAt: InstantText.nullable(),
    checkedAt: InstantText.nullable(),
    /** True when a simulator answered, in development. */
    simulated: z.boolean(),
    /** Null, or the code of the problem that calls for monitoring and purchases are answered with. */
    services: z.string().nullable(),
    purchases: z.string().nullable(),
  })
  .meta({ id: 'VatCheck' });

const optionalText = z.string().max(200).default('');

export const SpellingsBody = z.strictObject({
  name: optionalText,
  legalForm: optionalText,
  street: optionalText,
  postcode: optionalText,
  town: optionalText,
});

const SpelledText = z.object({
  /** What is compared; the name with its legal form. */
  text: z.string(),
  /** Characters that the check of a VAT id does not take; empty = fine as it is. */
  characters: z.array(z.string()),
  suggestion: z.string().nullable(),
});

export const Spellings = z
  .object({ name: SpelledText, street: SpelledText, postcode: SpelledText, town: SpelledText })
  .meta({ id: 'Spellings' });

export const ConfirmationBody = z
  .strictObject({
    /** What proves the business, for example an entry in a register. */
    evidence: text(500),
  })
  .meta({ id: 'ConfirmationBody' });

export const UnconfirmedBusinesses = pageOf(
  z.object({
    accountId: z.string(),
    userName: z.string(),
    name: z.string(),
    vatId: z.string().nullable(),
    ...{ street: z.string(), postcode: z.string(), town: z.string(), country: z.string() },
  }),
).meta({ id: 'UnconfirmedBusinesses' });

export const ServicePartners = z
  .object({
    items: z.array(
      z.object({
        country: z.string(),
        name: z.string(),
        email: z.string().nullable(),
        phone: z.string().nullable(),
        website: z.string().nullable(),
      }),
    ),
  })
  .meta({ id: 'ServicePartners' });
