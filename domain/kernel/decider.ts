/** What a decider answers: the facts that follow, or the reason why nothing happens. */
export type Decision<E, R> =
  { readonly ok: true; readonly events: readonly E[] } | { readonly ok: false; readonly rejection: R };

/**
 * An aggregate as three pure parts. Commands carry `at`, ids and actor, so that `decide` needs neither clock nor
 * random. See Chassaing, "Functional Event Sourcing Decider" (2021).
 */
export type Decider<C, S, E, R> = {
  readonly decide: (command: C, state: S) => Decision<E, R>;
  readonly evolve: (state: S, event: E) => S;
  readonly initialState: S;
};

/** A reason with a stable code; the code picks the HTTP status and the text that a person reads. */
export type Rejection = { readonly code: string };

export function accept<E>(...events: readonly E[]): { readonly ok: true; readonly events: readonly E[] } {
  return { ok: true, events };
}

export function reject<R extends Rejection>(rejection: R): { readonly ok: false; readonly rejection: R } {
  return { ok: false, rejection };
}

/** Folds a history into the state of its aggregate. */
export function fold<S, E>(
  decider: { readonly evolve: (state: S, event: E) => S; readonly initialState: S },
  events: Iterable<E>,
): S {
  let state = decider.initialState;
  for (const event of events) state = decider.evolve(state, event);
  return state;
}

/** Makes a `switch` exhaustive: compiles only when nothing is left. */
export function assertNever(value: never): never {
  throw new TypeError(`unexpected value ${JSON.stringify(value)}`);
}
