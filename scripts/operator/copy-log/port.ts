import type { RecordedEvent } from '../../../adapters/event-store/port.js';

/** Consecutive events of one stream. */
export type Run = { readonly streamId: string; readonly events: readonly RecordedEvent[] };

/** Where a log lies, to be read from its first event and to be continued at its end. */
export type Place = {
  read(): AsyncIterable<readonly RecordedEvent[]>;
  /** In this order; a run that stands there already is left as it is. */
  write(runs: readonly Run[]): Promise<void>;
  /** Position of the last event, to tell progress by; 0n when nobody knows. */
  head(): Promise<bigint>;
  close(): Promise<void>;
};
