import { z } from 'zod';
import { actions, OperatorRole } from '../../domain/account/access.js';
import { Address, Country, InstantText, Language, text } from './common.js';
import { DueDocument } from './documents.js';
import { Spelling } from './identity.js';

const Person = z.strictObject({ firstName: text(80), lastName: text(80) });
const Company = z.strictObject({
  name: text(160),
  legalForm: text(40),
  vatId: z.string().trim().max(20).optional(),
});

export const UserName = z
  .string()
  .trim()
  .min(3)
  .max(64)
  .regex(/^[\p{L}\p{N}][\p{L}\p{N}._@+-]*$/u);

export const Email = z.email().max(254);

/** The rules of the password (A4) are checked by the domain, so that every violated rule is named. */
export const Password = z.string().min(1).max(200);

/** `company` is required exactly when `kind` is `business`. */
export const RegisterBody = z
  .strictObject({
    userName: UserName,
    email: Email,
    password: Password,
    kind: z.enum(['consumer', 'business']),
    person: Person,
    company: Company.optional(),
    address: Address,
    /** For a business whose data holds characters that the check of its VAT id does not take. */
    spelling: Spelling.optional(),
    language: Language,
    /** The versions that were shown, as `GET /documents` names them; those that need no consent may be left out. */
    accepted: z.strictObject({
      ...{ terms: text(40), privacy: text(40) },
      ...z.strictObject({ 'general-terms': text(40), withdrawal: text(40), faq: text(40) }).partial().shape,
    }),
  })
  .meta({ id: 'RegisterBody' });

export const RegisterAnswer = z.object({ userName: z.string(), email: z.string() }).meta({ id: 'RegisterAnswer' });

/**
 * With the link comes the password of the registration, or another one that takes its place. The token alone is enough where
 * nobody else has registered with the address, for programs that registered themselves.
 */
export const ValidationBody = z
  .strictObject({
    token: z.string().min(1).max(500),
    password: Password.optional(),
    newPassword: Password.optional(),
  })
  .refine(({ password, newPassword }) => password === undefined || newPassword === undefined, {
    path: ['newPassword'],
    error: 'only one of both: the password of the registration, or a new one',
  });
/** The rules of the password are checked by the domain. */
export const ActivationBody = z.strictObject({ token: z.string().min(1).max(500), password: Password });
export const ResendBody = z.strictObject({ email: Email });

export const SignInBody = z
  .strictObject({
    userName: text(254),
    password: Password,
    totp: z.string().trim().min(1).max(40).optional(),
    /** Takes the place of a password that has expired, and is taken in no other case. */
    newPassword: Password.optional(),
  })
  .meta({ id: 'SignInBody' });

/** Also set as HttpOnly cookies, which the web application uses instead. */
export const Session = z
  .object({
    sessionId: z.string(),
    accessToken: z.string(),
    expiresAt: InstantText,
    refreshToken: z.string(),
  })
  .meta({ id: 'Session' });

export const SessionList = z
  .object({
    items: z.array(
      z.object({
        id: z.string(),
        /** The session that asks. */
        current: z.boolean(),
        /** As the browser or program named itself. */
        userAgent: z.string().nullable(),
        secondFactor: z.boolean(),
        openedAt: InstantText,
        /** Known to a quarter of an hour. */
        lastUsedAt: InstantText,
      }),
    ),
    next: z.null(),
  })
  .meta({ id: 'SessionList' });

export const RefreshBody = z.strictObject({ refreshToken: z.string().max(500).optional() }).optional();

/** The age of the caller's password; it may be changed and has expired from these instants on. */
const PasswordAge = z.object({ chosenAt: InstantText, changeableFrom: InstantText, expiresAt: InstantText });

/** The account is erased at `dueAt`; until then the wish may be taken back. */
export const Erasure = z.object({ requestedAt: InstantText, dueAt: InstantText }).meta({ id: 'Erasure' });

export const Me = z
  .object({
    id: z.string(),
    userName: z.string(),
    email: z.string(),
    /** Another address, until its link is followed, `expiresAt` at the latest; null when none waits. */
    emailChange: z.object({ email: z.string(), expiresAt: InstantText }).nullable(),
    /** When it will be erased; null when nobody asked for it. */
    erasure: Erasure.nullable(),
    /** `operator`: made for somebody who works for the operator; without a person’s name and address. */
    kind: z.enum(['consumer', 'business', 'operator']),
    person: z.object({ firstName: z.string(), lastName: z.string() }),
    company: z.object({ name: z.string(), legalForm: z.string(), vatId: z.string().optional() }).optional(),
    address: z.object({ street: z.string(), postcode: z.string(), town: z.string(), country: z.string() }),
    language: Language,
    registeredAt: InstantText,
    acceptedDocuments: z.array(z.object({ kind: z.string(), version: z.string(), acceptedAt: InstantText })),
    /** What has to be accepted before everything else is open again. */
    documentsDue: z.array(DueDocument),
    sessionId: z.string(),
    /** What the operator made of this account. */
    roles: z.array(OperatorRole),
    /** Whether signing in takes a second factor. */
    totpEnabled: z.boolean(),
    password: PasswordAge,
    /** What this session may do beyond one’s own things; empty without a second factor. */
    actions: z.array(z.enum(actions)),
  })
  .meta({ id: 'Me' });

export const PasswordPolicy = z
  .object({
    minLength: z.int(),
    specialCharacters: z.string(),
    maxAgeDays: z.int(),
    minAgeDays: z.int(),
    historyLength: z.int(),
    maxFailedAttempts: z.int(),
    failureWindowMinutes: z.int(),
    lockMinutes: z.int(),
    /** Whether passwords that attackers try first are refused on top of the rules. */
    refusesCommonPasswords: z.boolean(),
    rules: z.array(z.object({ code: z.string(), text: z.string() })),
  })
  .meta({ id: 'PasswordPolicy' });

export { Country };
