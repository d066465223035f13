import { z } from 'zod';
import { defineEvent, personal, type EventOf } from '../kernel/event.js';
import { AccountId } from '../kernel/ids.js';
import { Instant } from '../kernel/time.js';
import { OperatorRole } from './access.js';
import { identityEvents } from './identity-events.js';
import { AccountKind, AccountLanguage, Company, PersonName, PostalAddress } from './person.js';
import { signInEvents } from './sign-in-events.js';

export const DocumentKind = z.enum(['terms', 'privacy']);
export type DocumentKind = z.infer<typeof DocumentKind>;

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

/** A registration with the same address, which nobody had validated, made room for this one. */
export const EarlierRegistrationReplaced = defineEvent(
  'EarlierRegistrationReplaced',
  z.object({ accountId: AccountId, replacedAt: Instant }),
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

/**
 * Nobody followed the link of the mail, and it opens nothing any more: somebody registered with the same address since, or
 * the time was over. Whatever holds personal data of the registration drops it now.
 */
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

/** Version 1 had no reason. */
const withReason = { ...subject, upcasters: [(data: Readonly<Record<string, unknown>>) => data] };

/** The operator gave a role to the account; the actor is who did it. On the command line nobody is asked for the reason. */
export const OperatorRoleGranted = defineEvent(
  'OperatorRoleGranted',
  z.object({ accountId: AccountId, role: OperatorRole, grantedAt: Instant, reason: personal(z.string()).optional() }),
  withReason,
);

/** The operator took a role back; the actor is who did it, as when it was given. */
export const OperatorRoleRevoked = defineEvent(
  'OperatorRoleRevoked',
  z.object({ accountId: AccountId, role: OperatorRole, revokedAt: Instant, reason: personal(z.string()).optional() }),
  withReason,
);

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

/** In the order of a life: an account that is erased is the end of it. */
export const accountEvents = [
  OperatorAccountCreated,
  OperatorInvited,
  AccountRegistered,
  EarlierRegistrationReplaced,
  DocumentAccepted,
  ValidationMailRequested,
  RegistrationRepeated,
  EmailValidated,
  OperatorAccountActivated,
  OperatorRoleGranted,
  OperatorRoleRevoked,
  ...identityEvents,
  RegistrationExpired,
  ...signInEvents,
  AccountErasureRequested,
  AccountErasureCancelled,
  AccountErased,
] as const;

export type AccountEvent = EventOf<(typeof accountEvents)[number]>;
