import type { AccountId } from '../../domain/kernel/ids.js';
import type { Temporal } from '../../domain/kernel/time.js';

/** What a link may be used for; a token of one purpose is worthless for every other. */
export type ActionPurpose = 'validate-account' | 'activate-operator' | 'reset-password' | 'change-email';

type ActionTokenCheck =
  /** `issuedAt` in whole seconds. */
  | { readonly ok: true; readonly accountId: AccountId; readonly issuedAt: Temporal.Instant }
  | { readonly ok: false; readonly reason: 'forged' | 'expired' };

/** Tokens in the links of mails. Nothing is stored; single use follows from the account's own state. */
export type ActionTokens = {
  issue(purpose: ActionPurpose, accountId: AccountId, at: Temporal.Instant): string;
  check(purpose: ActionPurpose, token: string, at: Temporal.Instant): ActionTokenCheck;
};
