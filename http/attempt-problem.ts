import type { RegistrationRefusal } from '../adapters/registrations/port.js';
import type { AttemptRejection } from '../adapters/sign-in-attempts/port.js';
import type { Temporal } from '../domain/kernel/time.js';
import { rejectionProblem, type ProblemError } from './problem.js';

/** The problem of a refusal at the door: one that ends by itself says when, in `Retry-After` and in its text. */
export function attemptProblem(
  rejection: AttemptRejection | RegistrationRefusal | { readonly code: string },
  now: Temporal.Instant,
): ProblemError {
  if (!('until' in rejection)) return rejectionProblem(rejection);
  const { code, until } = rejection;
  const seconds = Math.max(1, Math.ceil(until.since(now).total('seconds')));
  const params = { minutes: Math.ceil(seconds / 60) };
  return rejectionProblem({ code }, { headers: { 'retry-after': String(seconds) }, params });
}
