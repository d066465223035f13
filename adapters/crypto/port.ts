import type { AccountId, InvitationId } from '../../domain/kernel/ids.js';
import type { Temporal } from '../../domain/kernel/time.js';

/** What a link may be used for; a token of one purpose is worthless for every other. */
export type ActionPurpose =
  'validate-account' | 'activate-operator' | 'reset-password' | 'change-email' | 'accept-invitation';

/** Whom or what a link is about. */
export type ActionSubject<P extends ActionPurpose> = P extends 'accept-invitation' ? InvitationId : AccountId;

type ActionTokenCheck<P extends ActionPurpose> =
  /** `issuedAt` in whole seconds. */
  | { readonly ok: true; readonly subject: ActionSubject<P>; readonly issuedAt: Temporal.Instant }
  | { readonly ok: false; readonly reason: 'forged' | 'expired' };

/** Tokens in the links of mails. Nothing is stored; single use follows from the state of their subject. */
export type ActionTokens = {
  issue<P extends ActionPurpose>(purpose: P, subject: ActionSubject<P>, at: Temporal.Instant): string;
  check<P extends ActionPurpose>(purpose: P, token: string, at: Temporal.Instant): ActionTokenCheck<P>;
};
