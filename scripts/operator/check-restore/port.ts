import type { Database } from '../../../adapters/database/database.js';
import type { OpenEventLog } from '../../../adapters/event-log/event-log.js';
import type { DailyRoot } from '../../../adapters/event-log/verification.js';
import type { EventStore } from '../../../adapters/event-store/port.js';
import type { EventDefinition } from '../../../domain/kernel/event.js';
import type { Projection } from '../../../projections/engine/projection.js';
import type { RebuildProgress } from '../../../projections/engine/rebuild-progress.js';

/** A restored copy, opened as it is. */
export type RestoredCopy = {
  readonly database: Database;
  readonly store: EventStore;
  readonly log: OpenEventLog;
  readonly masterKey: Buffer;
  readonly projections: readonly Projection[];
  readonly catalogue: readonly EventDefinition[];
  close(): Promise<void>;
};

export type CheckOptions = {
  /** Roots that were kept elsewhere. */
  readonly against: readonly DailyRoot[];
  /** Devices whose sums are computed anew. */
  readonly devices: number | 'all';
  readonly signal: AbortSignal;
  readonly onProgress: (text: string) => void;
  readonly onRebuildProgress: (progress: RebuildProgress) => void;
};

/** What was looked at and what is wrong with it, one sentence each. */
export type Finding = { readonly looked: string; readonly faults: readonly string[] };

export type Check = (copy: RestoredCopy, options: CheckOptions) => Promise<Finding>;

/** Somebody stopped the check. */
export class Stopped extends Error {
  override readonly name = 'Stopped';
}

export function goOn(signal: AbortSignal): void {
  if (signal.aborted) throw new Stopped('stopped');
}
