import { NoReply, type Ask, type Reply } from './ask.js';

type BreakerOptions = {
  /** Failures in a row after which nobody asks for a while. */
  readonly failuresToOpen?: number;
  readonly coolDownMs?: number;
  /** Monotonic, milliseconds. */
  readonly nowMs?: () => number;
};

/**
 * Spares a service that is down: after some failures in a row, questions fail at once; after a pause one is let through,
 * and its outcome decides. A failure is no reply, or an error page; an error that the service words itself is an answer.
 */
export function withCircuitBreaker(ask: Ask, options: BreakerOptions = {}): Ask {
  const { failuresToOpen = 5, coolDownMs = 60_000, nowMs = () => performance.now() } = options;
  let failures = 0;
  let closedUntilMs = -Infinity;

  const failed = () => {
    failures += 1;
    if (failures >= failuresToOpen) closedUntilMs = nowMs() + coolDownMs;
  };

  return async (question) => {
    if (failures >= failuresToOpen) {
      if (nowMs() < closedUntilMs) throw new NoReply('CIRCUIT_OPEN');
      // This one tries; others wait for its outcome, or for the next pause.
      closedUntilMs = nowMs() + coolDownMs;
    }
    try {
      const reply = await ask(question);
      if (isErrorPage(reply)) failed();
      else failures = 0;
      return reply;
    } catch (error) {
      failed();
      throw error;
    }
  };
}

function isErrorPage({ status, contentType }: Reply): boolean {
  return status >= 500 && !/\b(?:json|xml)\b/i.test(contentType);
}
