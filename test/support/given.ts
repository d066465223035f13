import type { Decider, Rejection } from '../../domain/kernel/decider.js';
import { fold } from '../../domain/kernel/decider.js';

type Assertions = {
  strictSame(found: unknown, wanted: unknown, ...message: [string]): unknown;
  match(found: unknown, pattern: unknown, ...message: [string]): unknown;
};

/** What a command led to, ready to be compared. */
type Outcome<E, R> = {
  /** Exactly these events, in this order. */
  then(t: Assertions, events: readonly E[]): void;
  /** Rejected; the rejection holds at least these members. */
  thenRejected(t: Assertions, rejection: Partial<R>): void;
  /** Accepted, and nothing happened: the wish was fulfilled already. */
  thenNothing(t: Assertions): void;
};

/**
 * A decider's history, for `given(decider, events).when(command).then(t, events)`; any number of commands may be
 * tried on one history.
 */
export function given<C, S, E, R extends Rejection>(decider: Decider<C, S, E, R>, history: readonly E[]) {
  return {
    when(command: C): Outcome<E, R> {
      const decision = decider.decide(command, fold(decider, history));
      return {
        then: (t, events) => void t.strictSame(decision, { ok: true, events }, 'these events follow'),
        thenRejected: (t, rejection) => void t.match(decision, { ok: false, rejection }, 'rejected with this reason'),
        thenNothing: (t) => void t.strictSame(decision, { ok: true, events: [] }, 'nothing follows'),
      };
    },
    /** The state that the history leads to. */
    state: (): S => fold(decider, history),
  };
}
