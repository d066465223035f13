import { z } from 'zod';
import { defineEvent, personal, type EventOf } from '../kernel/event.js';
import { AccountId, PlantId } from '../kernel/ids.js';
import { Instant } from '../kernel/time.js';
import { OperatorRole, TokenScope } from './access.js';
import { deferralCauses } from './check-schedule.js';
import { fieldMatches, verdictOutcomes } from './vat-check.js';

export const AccountKind = z.enum(['consumer', 'business']);
export type AccountKind = z.infer<typeof AccountKind>;

/** Language in which the portal writes to a person. */
export const AccountLanguage = z.enum(['de', 'en']);
export type AccountLanguage = z.infer<typeof AccountLanguage>;

export const DocumentKind = z.enum(['terms', 'privacy']);
export type DocumentKind = z.infer<typeof DocumentKind>;

export const PersonName = z.object({ firstName: z.string(), lastName: z.string() }).readonly();
export type PersonName = z.infer<typeof PersonName>;

export const Company = z.object({ name: z.string(), legalForm: z.string(), vatId: z.string().nullable() }).readonly();
export type Company = z.infer<typeof Company>;

export const PostalAddress = z
  .object({
    street: z.string(),
    postcode: z.string(),
    town: z.string(),
    /** ISO 3166-1 alpha-2, upper case. */
    country: z.string(),
  })
  .readonly();
export type PostalAddress = z.infer<typeof PostalAddress>;

/** For each field that the check of a VAT id compares, its spelling in plain Latin letters where it needs one of its own. */
export const LatinSpelling = z
  .object({
    name: z.string().nullable(),
    street: z.string().nullable(),
    postcode: z.string().nullable(),
    town: z.string().nullable(),
  })
  .readonly();
export type LatinSpelling = z.infer<typeof LatinSpelling>;

const CheckQuestion = z
  .object({ vatId: z.string(), name: z.string(), street: z.string(), postcode: z.string(), town: z.string() })
  .readonly();

const CheckId = z.uuid();
const Authority = z.enum(['VIES', 'BZST']);
const FieldMatch = z.enum(fieldMatches);

const subject = { subjectField: 'accountId' } as const;

/** Somebody filled in the registration form. The account cannot sign in before its address is validated. */
export const AccountRegistered = defineEvent(
  'AccountRegistered',
  z.object({
    accountId: AccountId,
    userName: personal(z.string()),
    email: personal(z.string()),
    kind: AccountKind,
    person: personal(PersonName),
    /** null exactly for a consumer. */
    company: personal(Company.nullable()),
    address: personal(PostalAddress),
    language: AccountLanguage,
    registeredAt: Instant,
  }),
  subject,
);

/** The text that was shown in this version was accepted by a check box. */
export const DocumentAccepted = defineEvent(
  'DocumentAccepted',
  z.object({ accountId: AccountId, kind: DocumentKind, version: z.string(), acceptedAt: Instant }),
);

/** The link of the mail was followed: the address belongs to whoever registered. */
export const EmailValidated = defineEvent('EmailValidated', z.object({ accountId: AccountId, validatedAt: Instant }));

/** A new validation mail was asked for. */
export const ValidationMailRequested = defineEvent(
  'ValidationMailRequested',
  z.object({ accountId: AccountId, requestedAt: Instant }),
);

/** Somebody tried to register with the e-mail address of this account; its owner is told by mail. */
export const RegistrationRepeated = defineEvent(
  'RegistrationRepeated',
  z.object({ accountId: AccountId, repeatedAt: Instant }),
);

/** Nobody followed the link of the mail in time, and somebody else asked for the user name or the address. */
export const RegistrationExpired = defineEvent(
  'RegistrationExpired',
  z.object({ accountId: AccountId, expiredAt: Instant }),
);

/** The operator made an account for somebody who works there. It can be used once its owner has chosen a password. */
export const OperatorAccountCreated = defineEvent(
  'OperatorAccountCreated',
  z.object({
    accountId: AccountId,
    userName: personal(z.string()),
    email: personal(z.string()),
    language: AccountLanguage,
    createdAt: Instant,
  }),
  subject,
);

/** A mail with a link was asked for, by which the owner of an operator's account chooses the first password. */
export const OperatorInvited = defineEvent('OperatorInvited', z.object({ accountId: AccountId, invitedAt: Instant }));

/** The one-time link was followed and a password chosen. */
export const OperatorAccountActivated = defineEvent(
  'OperatorAccountActivated',
  z.object({ accountId: AccountId, activatedAt: Instant }),
);

/** The operator gave a role to the account; the actor is who did it. */
export const OperatorRoleGranted = defineEvent(
  'OperatorRoleGranted',
  z.object({ accountId: AccountId, role: OperatorRole, grantedAt: Instant }),
);

/** The operator took a role back; the actor is who did it. */
export const OperatorRoleRevoked = defineEvent(
  'OperatorRoleRevoked',
  z.object({ accountId: AccountId, role: OperatorRole, revokedAt: Instant }),
);

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
    fields: z.object({ name: FieldMatch, street: FieldMatch, postcode: FieldMatch, town: FieldMatch }).readonly(),
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

/** From now on signing in takes a code of an authenticator, or a recovery code. */
export const TotpEnabled = defineEvent('TotpEnabled', z.object({ accountId: AccountId, enabledAt: Instant }));

/** Signing in takes the password only. */
export const TotpDisabled = defineEvent('TotpDisabled', z.object({ accountId: AccountId, disabledAt: Instant }));

/** A recovery code was used instead of one of the authenticator; it is used up. */
export const RecoveryCodeUsed = defineEvent('RecoveryCodeUsed', z.object({ accountId: AccountId, usedAt: Instant }));

/** The owner was given new recovery codes; those before them are worthless. */
export const RecoveryCodesRenewed = defineEvent(
  'RecoveryCodesRenewed',
  z.object({ accountId: AccountId, renewedAt: Instant }),
);

/** The owner made a personal token for a program. Its secret lies outside the log. */
export const ApiTokenCreated = defineEvent(
  'ApiTokenCreated',
  z.object({
    accountId: AccountId,
    tokenId: z.uuid(),
    name: personal(z.string()),
    scopes: z.array(TokenScope).readonly(),
    /** null = every plant of the owner. */
    plantIds: z.array(PlantId).readonly().nullable(),
    expiresAt: Instant,
    createdAt: Instant,
  }),
  subject,
);

/** The owner ended a personal token before its time. */
export const ApiTokenRevoked = defineEvent(
  'ApiTokenRevoked',
  z.object({ accountId: AccountId, tokenId: z.uuid(), revokedAt: Instant }),
);

/** The owner chose another password, of their own accord or because it had expired; the other sessions ended. */
export const PasswordChanged = defineEvent('PasswordChanged', z.object({ accountId: AccountId, changedAt: Instant }));

/** Somebody asked for a link to set a new password; it is mailed to the owner, and older links are worthless. */
export const PasswordResetRequested = defineEvent(
  'PasswordResetRequested',
  z.object({ accountId: AccountId, requestedAt: Instant }),
);

/** The link of the mail was followed and a new password set; all sessions and all personal tokens ended. The second factor stays. */
export const PasswordReset = defineEvent('PasswordReset', z.object({ accountId: AccountId, resetAt: Instant }));

/** The owner wants to be reached at another address, which a link mailed there has to confirm. */
export const EmailChangeRequested = defineEvent(
  'EmailChangeRequested',
  z.object({ accountId: AccountId, email: personal(z.string()), requestedAt: Instant }),
  subject,
);

/** The owner does not want the other address any more; its link is worthless. */
export const EmailChangeCancelled = defineEvent(
  'EmailChangeCancelled',
  z.object({ accountId: AccountId, cancelledAt: Instant }),
);

/** The link was followed: from now on this is the address of the account. */
export const EmailChanged = defineEvent(
  'EmailChanged',
  z.object({ accountId: AccountId, email: personal(z.string()), changedAt: Instant }),
  subject,
);

/** Somebody of the office signed the account out everywhere; the actor is who did it. */
export const SessionsEnded = defineEvent('SessionsEnded', z.object({ accountId: AccountId, endedAt: Instant }));

/** Somebody of the office lifted the lock that failed attempts to sign in had caused; the actor is who did it. */
export const AccountUnlocked = defineEvent('AccountUnlocked', z.object({ accountId: AccountId, unlockedAt: Instant }));

/** The owner wants the account erased. Until `dueAt` this may be taken back. */
export const AccountErasureRequested = defineEvent(
  'AccountErasureRequested',
  z.object({ accountId: AccountId, requestedAt: Instant, dueAt: Instant }),
);

/** The owner thought better of it: the account stays. */
export const AccountErasureCancelled = defineEvent(
  'AccountErasureCancelled',
  z.object({ accountId: AccountId, cancelledAt: Instant }),
);

/** The account is over: whatever holds personal data of its owner drops it now. The key is destroyed last. */
export const AccountErased = defineEvent('AccountErased', z.object({ accountId: AccountId, erasedAt: Instant }));

export const accountEvents = [
  OperatorAccountCreated,
  OperatorInvited,
  AccountRegistered,
  DocumentAccepted,
  ValidationMailRequested,
  RegistrationRepeated,
  EmailValidated,
  OperatorAccountActivated,
  OperatorRoleGranted,
  OperatorRoleRevoked,
  AccountDetailsCorrected,
  AccountCountryChanged,
  LatinSpellingGiven,
  VatIdCheckRequested,
  VatIdCheckDeferred,
  VatIdChecked,
  BusinessConfirmed,
  RegistrationExpired,
  TotpEnabled,
  RecoveryCodeUsed,
  RecoveryCodesRenewed,
  TotpDisabled,
  ApiTokenCreated,
  ApiTokenRevoked,
  PasswordChanged,
  PasswordResetRequested,
  PasswordReset,
  EmailChangeRequested,
  EmailChangeCancelled,
  EmailChanged,
  SessionsEnded,
  AccountUnlocked,
  AccountErasureRequested,
  AccountErasureCancelled,
  AccountErased,
] as const;

export type AccountEvent = EventOf<(typeof accountEvents)[number]>;
