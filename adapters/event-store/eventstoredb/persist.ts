import { rest } from '../../rest.js';
import { StoreUnavailable } from '../port.js';
import { isAway, portError } from './failures.js';

export type Patience = {
  /** One attempt; after it the outcome is unknown. */
  readonly attemptMs: number;
  /** All attempts of one call. */
  readonly patienceMs: number;
  readonly signal: AbortSignal;
};

/** Repeats what failed because the server was away, with growing jittered pauses; then throws `StoreUnavailable`. */
export async function persist<T>({ patienceMs, signal }: Patience, work: () => Promise<T>): Promise<T> {
  const deadline = performance.now() + patienceMs;
  for (let failures = 0; ; failures++) {
    try {
      return await work();
    } catch (error) {
      const pauseMs = backOff(failures);
      if (!isAway(error) || signal.aborted || performance.now() + pauseMs > deadline) throw portError(error);
      await rest(pauseMs, signal);
    }
  }
}

/** Doubled after each failure, up to 2 s, with jitter so that many callers do not come back together. */
export function backOff(failures: number): number {
  return Math.min(2_000, 25 * 2 ** Math.min(failures, 10)) * (0.5 + Math.random() / 2);
}

/** Settles as `work` does, or throws `StoreUnavailable` after `ms`; a late answer is ignored. */
export async function within<T>(ms: number, work: Promise<T>, onSilence: () => void): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const silence = new Promise<never>((_, reject) => {
    timer = setTimeout(() => {
      onSilence();
      reject(new StoreUnavailable(`no answer within ${ms} ms`));
    }, ms);
  });
  try {
    return await Promise.race([work, silence]);
  } finally {
    clearTimeout(timer);
  }
}
