import type { Db, Tx } from '../../adapters/database/port.js';
import type { LoggedEvent } from '../../domain/kernel/event.js';
import type { KeyedRows } from './keyed-rows.js';

export type { LoggedEvent };

/**
 * A read model: its tables, how events change them. Its tables live in a PostgreSQL schema of the same name, so that a
 * rebuilt version can be swapped in by renaming one schema.
 *
 * While a release with a raised version starts, the old tables go on being read until the new ones are complete: queries
 * must be able to read both. Where they cannot, give the new read model another name (ADR 9).
 */
export type Projection = {
  /** Lower-case snake_case; also the name of its schema. */
  readonly name: string;
  /** Raised when its tables or its meaning change: the next start builds it anew beside the old one. */
  readonly version: number;
  /** Only streams whose name starts with one of these, e.g. `plant-`. */
  readonly prefixes: readonly string[];
  /** Creates the tables, with the keys that `apply` needs. `db` already points at the projection's schema. */
  readonly create: (db: Db) => Promise<void>;
  /** Creates the indexes that only readers need, unless they are there; a rebuild calls it after the fill. */
  readonly createIndexes?: (db: Db) => Promise<void>;
  /**
   * Applies a batch in one transaction together with the checkpoint: fold in memory, then as few statements as
   * possible. `tx` already points at the projection's schema. Must give the same tables for every split into batches.
   */
  readonly apply: (tx: Tx, events: readonly LoggedEvent[]) => Promise<void>;
  /** Where each row has one key: a rebuild folds many batches in memory and writes each row once. */
  readonly rows?: KeyedRows<any>; // eslint-disable-line @typescript-eslint/no-explicit-any
};
