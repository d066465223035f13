import { z } from 'zod';
import { defineEvent, personal, type EventOf } from '../kernel/event.js';
import { AccountId } from '../kernel/ids.js';
import { Instant } from '../kernel/time.js';
import { OperatorRole } from './access.js';

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

export const accountEvents = [
  OperatorAccountCreated,
  OperatorInvited,
  AccountRegistered,
  DocumentAccepted,
  EmailValidated,
  ValidationMailRequested,
  RegistrationRepeated,
  RegistrationExpired,
  OperatorAccountActivated,
  OperatorRoleGranted,
  OperatorRoleRevoked,
] as const;

export type AccountEvent = EventOf<(typeof accountEvents)[number]>;
