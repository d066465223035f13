import type { AccountId } from '../../domain/kernel/ids.js';
import type { Temporal } from '../../domain/kernel/time.js';

/** A session as its owner gets it; the refresh token is shown once and stored hashed. */
export type OpenSession = {
  readonly sessionId: string;
  readonly accountId: AccountId;
  readonly refreshToken: string;
  /** When the refresh token stops working. */
  readonly expiresAt: Temporal.Instant;
};

/** How somebody came in. */
type SessionEntry = {
  /** The name of the browser or program, null when it told none. */
  readonly userAgent: string | null;
  /** Whether a second factor was shown. */
  readonly secondFactor: boolean;
  /** Whether somebody visits the demonstration account: for some hours, to look at only. */
  readonly isVisit?: boolean;
};

/** A session that goes on, as its owner sees it. */
type SessionView = {
  readonly sessionId: string;
  readonly userAgent: string | null;
  readonly secondFactor: boolean;
  readonly openedAt: Temporal.Instant;
  /** Known to a quarter of an hour: when it was prolonged last. */
  readonly lastUsedAt: Temporal.Instant;
};

export type RefreshRefusal = 'unknown' | 'expired' | 'reused';

export type Sessions = {
  open(accountId: AccountId, entry: SessionEntry, at: Temporal.Instant): Promise<OpenSession>;
  /** Changes the refresh token for a new one. A token that was changed before is refused; see the adapter. */
  refresh(
    refreshToken: string,
    at: Temporal.Instant,
  ): Promise<
    { readonly ok: true; readonly session: OpenSession } | { readonly ok: false; readonly reason: RefreshRefusal }
  >;
  /** Ends a session of this account; false when it has none with this id. */
  revoke(sessionId: string, accountId: AccountId, at: Temporal.Instant): Promise<boolean>;
  /**
   * Those of an account that go on, the one used last first: without those of its visitors, or only the one of the visitor
   * who asks.
   */
  list(
    accountId: AccountId,
    at: Temporal.Instant,
    options?: { readonly visit: string | null },
  ): Promise<readonly SessionView[]>;
  /** Ends all sessions of an account, but for one that may be named. */
  revokeAll(accountId: AccountId, at: Temporal.Instant, options?: { readonly except: string }): Promise<void>;
  /** Ends the session of a refresh token, whatever its age; quietly nothing when it is unknown. */
  revokeByToken(refreshToken: string, at: Temporal.Instant): Promise<void>;
  /** Forgets sessions that ended or expired more than 30 days ago, and visits that are over; returns how many. To be called now and then. */
  removeOld(at: Temporal.Instant): Promise<number>;
  /** Whether access tokens of this session count. Answers from a short cache: an end is seen at once on this node. */
  isActive(sessionId: string): Promise<boolean>;
  /** Whether the session is a visit; one that is not known (any more) counts as one, because a visit may do less. */
  isVisit(sessionId: string): Promise<boolean>;
  /** Whether the session goes on and a second factor was shown in it within the last 12 hours; never from a cache. */
  hasSecondFactor(sessionId: string, at: Temporal.Instant): Promise<boolean>;
  /** A second factor was shown in the session. */
  proveSecondFactor(sessionId: string, at: Temporal.Instant): Promise<void>;
  /** No session of the account counts as opened with a second factor any more. */
  forgetSecondFactors(accountId: AccountId): Promise<void>;
};
