import type { AccountId } from '../../domain/kernel/ids.js';
import type { Temporal } from '../../domain/kernel/time.js';

/** Whose password or code is tried: an account, or a name that nobody has. Both are treated alike. */
export type Tried = { readonly accountId: AccountId } | { readonly userName: string };

export type AttemptRejection = {
  /** The account is locked, or too much failed from this address. */
  readonly code: 'account.locked' | 'request.rate-limited';
  /** Until when no attempt is looked at. */
  readonly until: Temporal.Instant;
};

/** An attempt that may be judged. It counts as failed until something else is said of it. */
export type Attempt = {
  /** It was right: what failed before at this account does not count any more. */
  succeeded(): Promise<void>;
  /** It was neither right nor wrong. */
  takenBack(): Promise<void>;
};

type Begun =
  { readonly ok: true; readonly attempt: Attempt } | { readonly ok: false; readonly rejection: AttemptRejection };

/** Counts failed attempts by account and by address, for all nodes. */
export type SignInAttempts = {
  /** Counts the attempt before it is judged, so that many at the same moment are not more than were allowed. */
  begin(tried: Tried, address: string, at: Temporal.Instant): Promise<Begun>;
  /** Something was tried that belongs to no account, as a token that nobody has: counts against the address alone. */
  countAgainst(address: string, at: Temporal.Instant): Promise<void>;
  /** Whoever owns the account has proven it by other means: what failed there does not count any more, a lock is lifted. */
  forgive(accountId: AccountId): Promise<void>;
  /** Until when nothing that is tried at the account is looked at; null when it is not locked. */
  lockedUntil(accountId: AccountId, at: Temporal.Instant): Promise<Temporal.Instant | null>;
  /** Forgets what nobody asks for any more; returns how many. To be called now and then. */
  removeOld(at: Temporal.Instant): Promise<number>;
};
