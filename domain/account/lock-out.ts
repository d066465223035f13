import { Temporal } from '../kernel/time.js';
import { passwordPolicy } from './password-policy.js';

/** How many failed attempts within how long lock for how long. */
export type LockRule = {
  readonly maxFailures: number;
  readonly window: Temporal.Duration;
  readonly lock: Temporal.Duration;
};

/** One account (A4). */
export const accountLock: LockRule = {
  maxFailures: passwordPolicy.maxFailedAttempts,
  window: Temporal.Duration.from({ minutes: passwordPolicy.failureWindowMinutes }),
  lock: Temporal.Duration.from({ minutes: passwordPolicy.lockMinutes }),
};

/** One address, whatever the accounts: more than a household or an office mistypes, too little to guess by. */
export const addressLock: LockRule = {
  maxFailures: 30,
  window: Temporal.Duration.from({ minutes: 5 }),
  lock: Temporal.Duration.from({ minutes: 5 }),
};

/** What is known of failed attempts, the oldest first. */
export type Failures = {
  readonly failedAt: readonly Temporal.Instant[];
  readonly lockedUntil: Temporal.Instant | null;
};

export const noFailures: Failures = { failedAt: [], lockedUntil: null };

/** Until when no attempt is looked at; null when one may be made. The lock has ended at the instant that it names. */
export function lockedUntil({ lockedUntil: until }: Failures, at: Temporal.Instant): Temporal.Instant | null {
  return until !== null && Temporal.Instant.compare(at, until) < 0 ? until : null;
}

/** After another failed attempt. A failure counts as long as the window, its last instant included. */
export function withFailure(failures: Failures, rule: LockRule, at: Temporal.Instant): Failures {
  const since = at.subtract(rule.window);
  // What led to a lock that is over has been paid for.
  const before = failures.lockedUntil === null ? failures.failedAt : [];
  const failedAt = [...before.filter((instant) => Temporal.Instant.compare(instant, since) >= 0), at];
  return { failedAt, lockedUntil: failedAt.length < rule.maxFailures ? null : at.add(rule.lock) };
}

/** As if the attempt of this instant had not been: it was right after all, or was never judged. */
export function withoutFailure(failures: Failures, rule: LockRule, at: Temporal.Instant): Failures {
  const index = failures.failedAt.findIndex((instant) => instant.equals(at));
  if (index < 0) return failures;
  const failedAt = failures.failedAt.toSpliced(index, 1);
  return { failedAt, lockedUntil: failedAt.length < rule.maxFailures ? null : failures.lockedUntil };
}
