import type { NewPasswordRejection } from '../commands/account/replace-password.js';
import type { AttemptRejection } from '../adapters/sign-in-attempts/port.js';
import type { Temporal } from '../domain/kernel/time.js';
import { attemptProblem } from './attempt-problem.js';
import { ProblemError, rejectionProblem } from './problem.js';

type Expired = { readonly code: 'password.expired'; readonly needsCode: boolean };
type TooYoung = { readonly code: 'password.too-young'; readonly changeableFrom: Temporal.Instant };

/** The problem of a password that was not taken: what is wrong with the new one stands beside its field. */
export function newPasswordProblem(
  rejection: NewPasswordRejection | Expired | TooYoung | AttemptRejection | { readonly code: string },
  pointer: string,
  now: Temporal.Instant,
): ProblemError {
  const { code } = rejection;
  if ('violations' in rejection) {
    return new ProblemError(code, { errors: rejection.violations.map((broken) => ({ pointer, code: broken })) });
  }
  if (code === 'password.used-before') return new ProblemError(code, { errors: [{ pointer, code }] });
  if ('needsCode' in rejection) return rejectionProblem({ code }, { members: { totpRequired: rejection.needsCode } });
  if ('changeableFrom' in rejection) {
    const hours = Math.max(1, Math.ceil(rejection.changeableFrom.since(now).total('hours')));
    return rejectionProblem({ code }, { params: { hours } });
  }
  return attemptProblem(rejection, now);
}
