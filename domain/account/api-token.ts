import type { Personal } from '../kernel/event.js';
import type { PlantId } from '../kernel/ids.js';
import { Temporal } from '../kernel/time.js';
import type { TokenScope } from './access.js';

/** How many tokens of one account may be in force at once. */
export const maxApiTokens = 50;

/** None is in force for longer. */
export const longestTokenYears = 2;

/** A personal token for programs, as the log knows it; its secret lies outside. */
export type ApiToken = {
  readonly name: Personal<string>;
  readonly scopes: readonly TokenScope[];
  /** null = every plant of its owner, those of tomorrow included. */
  readonly plantIds: readonly PlantId[] | null;
  readonly expiresAt: Temporal.Instant;
  readonly isRevoked: boolean;
};

/** Whether it was neither revoked nor has expired. */
export function isInForce({ isRevoked, expiresAt }: ApiToken, at: Temporal.Instant): boolean {
  return !isRevoked && Temporal.Instant.compare(at, expiresAt) < 0;
}

/** All of them, as after a password was reset by mail. */
export function allRevoked(tokens: ReadonlyMap<string, ApiToken>): ReadonlyMap<string, ApiToken> {
  return new Map([...tokens].map(([id, token]) => [id, { ...token, isRevoked: true }]));
}
