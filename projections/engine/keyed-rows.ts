import type { Db, Tx } from '../../adapters/database/port.js';
import type { LoggedEvent } from '../../domain/kernel/event.js';

/* eslint-disable @typescript-eslint/no-explicit-any -- each projection has tables and states of its own */

/** Rows that each follow from the events of one key alone, so that many batches can be folded before they are stored. */
export type KeyedRows<State, Event extends LoggedEvent = LoggedEvent> = {
  readonly keyOf: (event: Event) => string;
  /** The states that stand in the tables; keys without one are left out. */
  readonly load: (db: Db, keys: readonly string[]) => Promise<ReadonlyMap<string, State>>;
  readonly evolve: (state: State | undefined, event: Event) => State;
  /** Writes every state, whether or not there was one; what should not be there any more is removed. */
  readonly store: (tx: Tx, states: ReadonlyMap<string, State>) => Promise<void>;
};

/** A projection of such rows: what it does with one batch, and how more than one are folded. */
export function keyedRows<State, Event extends LoggedEvent>(
  rows: KeyedRows<State, Event>,
): {
  readonly rows: KeyedRows<any>;
  readonly apply: (tx: Tx, events: readonly LoggedEvent[]) => Promise<void>;
} {
  // The engine hands over whatever the prefixes let through; which events those are only the projection knows.
  const keyed = rows as unknown as KeyedRows<any>;
  return {
    rows: keyed,
    apply: async (tx, events) => {
      if (events.length === 0) return;
      const states = new Map(await keyed.load(tx, keysOf(keyed, events)));
      fold(keyed, states, events);
      await keyed.store(tx, states);
    },
  };
}

export function keysOf(rows: KeyedRows<any>, events: readonly LoggedEvent[]): readonly string[] {
  return [...new Set(events.map(rows.keyOf))];
}

/** Changes the given map. */
export function fold<State>(rows: KeyedRows<State>, states: Map<string, State>, events: readonly LoggedEvent[]): void {
  for (const event of events) {
    const key = rows.keyOf(event);
    states.set(key, rows.evolve(states.get(key), event));
  }
}
