import { z } from 'zod';
import { defineEvent, personal } from '../kernel/event.js';
import { AccountId, PlantId } from '../kernel/ids.js';
import { Instant } from '../kernel/time.js';
import { TokenScope } from './access.js';

const subject = { subjectField: 'accountId' } as const;

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

/** A personal token ended before its time: by its owner, or with everything else when the office signed the account out. */
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

/** The other address is not wanted any more, by the owner or since the office signed the account out; its link is worthless. */
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

/** Somebody of the office signed the account out everywhere; the actor is who did it. Tokens and a change of the address end with it. */
export const SessionsEnded = defineEvent('SessionsEnded', z.object({ accountId: AccountId, endedAt: Instant }));

/** Somebody of the office lifted the lock that failed attempts to sign in had caused; the actor is who did it. */
export const AccountUnlocked = defineEvent('AccountUnlocked', z.object({ accountId: AccountId, unlockedAt: Instant }));

export const signInEvents = [
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
] as const;
