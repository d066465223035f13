import { setTimeout as pause } from 'node:timers/promises';

/** Waits for `ms`; ends early, without an error, when `signal` aborts. */
export async function rest(ms: number, signal: AbortSignal): Promise<void> {
  try {
    await pause(ms, undefined, { signal });
  } catch (error) {
    if (!signal.aborted) throw error;
  }
}
