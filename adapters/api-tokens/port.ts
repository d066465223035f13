import type { TokenScope } from '../../domain/account/access.js';
import type { AccountId, PlantId } from '../../domain/kernel/ids.js';
import type { Temporal } from '../../domain/kernel/time.js';

/** What a token in force allows. */
export type TokenGrant = {
  readonly tokenId: string;
  readonly accountId: AccountId;
  readonly scopes: readonly TokenScope[];
  /** null = every plant of its owner. */
  readonly plantIds: readonly PlantId[] | null;
};

export type NewToken = TokenGrant & {
  readonly name: string;
  readonly createdAt: Temporal.Instant;
  readonly expiresAt: Temporal.Instant;
};

/** A token as its owner sees it: without its text, which nobody has but whoever it was shown to. */
export type TokenView = Omit<NewToken, 'accountId'> & {
  /** Known to a minute; null = never. */
  readonly lastUsedAt: Temporal.Instant | null;
};

/** Personal tokens for programs (A14); they live outside the log. */
export type ApiTokens = {
  /** Keeps a new token; answers its text, which is shown once. Null when there is one with this id. */
  add(token: NewToken): Promise<string | null>;
  /** Those that were not revoked, the newest first; for a while also those that have expired. */
  list(accountId: AccountId): Promise<readonly TokenView[]>;
  /** Ends a token of this account; quietly nothing when it has none with this id. */
  revoke(accountId: AccountId, tokenId: string, at: Temporal.Instant): Promise<void>;
  /** Ends all tokens of an account. */
  revokeAll(accountId: AccountId, at: Temporal.Instant): Promise<void>;
  /**
   * What the text of a token allows now, which counts as a use of it; null when it is none, or none any more. Answers from
   * a memory of half a second: an end is seen at once on this node. A token that nobody ever made counts against the address.
   */
  use(text: string, address: string): Promise<TokenGrant | null>;
  /** Whether a token is in force, from the same memory. */
  isActive(tokenId: string): Promise<boolean>;
  /** Forgets tokens that ended more than a year ago; returns how many. To be called now and then. */
  removeOld(at: Temporal.Instant): Promise<number>;
  /** Writes down what was used last. */
  close(): Promise<void>;
};
