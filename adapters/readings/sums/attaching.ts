import type pg from 'pg';
import type { SerialNumber } from '../../../domain/kernel/ids.js';
import { isDatabaseAway } from '../../database/port.js';
import type { PostgresIntake } from '../intake.js';
import { attachable, attachUnclaimed } from './reconcile.js';

const firstPauseMs = 10_000;
const longestPauseMs = 3_600_000;

type AttachingOptions = {
  readonly pool: pg.Pool;
  readonly intake: PostgresIntake;
  readonly onError: (error: unknown) => void;
};

/**
 * Attaches what is kept of devices that stand somewhere. A device of which that fails is told and left alone for a while,
 * longer each time; the others go on.
 */
export function attaching({ pool, intake, onError }: AttachingOptions) {
  const paused = new Map<SerialNumber, { readonly untilMs: number; readonly pauseMs: number }>();
  return async (nowMs = Date.now()): Promise<void> => {
    for (const { serialNumber, place } of await attachable(pool)) {
      const pause = paused.get(serialNumber);
      if (pause !== undefined && pause.untilMs > nowMs) continue;
      try {
        await attachUnclaimed(pool, intake, serialNumber, place);
        paused.delete(serialNumber);
      } catch (error) {
        if (isDatabaseAway(error)) throw error;
        onError(new Error(`what is kept of device ${serialNumber} could not be attached`, { cause: error }));
        const pauseMs = pause === undefined ? firstPauseMs : Math.min(longestPauseMs, 2 * pause.pauseMs);
        paused.set(serialNumber, { untilMs: nowMs + pauseMs, pauseMs });
      }
    }
  };
}
