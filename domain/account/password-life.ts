import { Temporal } from '../kernel/time.js';
import { passwordPolicy } from './password-policy.js';

/** How long the link of a mail may set a new password: shorter than a validation, because it opens what is in use. */
export const resetPeriod = Temporal.Duration.from({ hours: 24 });

/** From when on signing in takes a new password: days of 24 hours since it was chosen, this instant included. */
export function expiresAt(chosenAt: Temporal.Instant): Temporal.Instant {
  return chosenAt.add({ hours: 24 * passwordPolicy.maxAgeDays });
}

/** From when on the owner may choose another one, this instant included. A reset by mail link does not ask. */
export function changeableFrom(chosenAt: Temporal.Instant): Temporal.Instant {
  return chosenAt.add({ hours: 24 * passwordPolicy.minAgeDays });
}

export function hasExpired(chosenAt: Temporal.Instant, at: Temporal.Instant): boolean {
  return Temporal.Instant.compare(at, expiresAt(chosenAt)) >= 0;
}

export function isChangeable(chosenAt: Temporal.Instant, at: Temporal.Instant): boolean {
  return Temporal.Instant.compare(at, changeableFrom(chosenAt)) >= 0;
}

/** Those that may not be chosen again, of the hashes of all that were used, the present one first. */
export function unavailable(used: readonly string[]): readonly string[] {
  return used.slice(0, passwordPolicy.historyLength);
}

/**
 * Whether a link of this time is the one that was asked for last, and no password was chosen since. Links know whole
 * seconds; requests lie further apart.
 */
export function answersLastRequest(
  linkIssuedAt: Temporal.Instant,
  { requestedAt, chosenAt }: { readonly requestedAt: Temporal.Instant | null; readonly chosenAt: Temporal.Instant },
): boolean {
  if (requestedAt === null || Temporal.Instant.compare(chosenAt, requestedAt) > 0) return false;
  return isOfRequest(linkIssuedAt, requestedAt);
}

/** Whether a link bears the time of this request. */
export function isOfRequest(linkIssuedAt: Temporal.Instant, requestedAt: Temporal.Instant): boolean {
  return secondOf(linkIssuedAt) === secondOf(requestedAt);
}

function secondOf(instant: Temporal.Instant): number {
  return Math.floor(instant.epochMilliseconds / 1000);
}
