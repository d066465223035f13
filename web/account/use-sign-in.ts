import { useSession } from '../api/accounts.js';
import { ApiProblem } from '../api/problem.js';
import { useFormat } from '../format/use-format.js';
import { useText } from '../i18n/use-text.js';

const minuteMs = 60_000;

/** Signs in; a lock is said with the time of the reader's clock until which it holds. */
export function useSignIn(): ReturnType<typeof useSession>['signIn'] {
  const text = useText();
  const format = useFormat();
  const { signIn } = useSession();
  return async (credentials) => {
    try {
      await signIn(credentials);
    } catch (error) {
      if (!(error instanceof ApiProblem) || error.code !== 'account.locked') throw error;
      const { problem, retryAfterSeconds } = error;
      if (retryAfterSeconds === undefined) throw error;
      const untilMs = Math.ceil((Date.now() + retryAfterSeconds * 1000) / minuteMs) * minuteMs;
      const time = format.portal(new Date(untilMs).toISOString(), 'time');
      throw new ApiProblem({ ...problem, detail: text('signIn.lockedUntil', { time }) }, retryAfterSeconds);
    }
  };
}
