import { reportMonth } from '../../commands/reporting/month-reports.js';
import type { Clock, EventLog } from '../../commands/ports.js';
import type { PlantId } from '../../domain/kernel/ids.js';
import { lastMonthOver } from '../../domain/reporting/reporting.js';
import { plantsToReport } from '../../projections/reporting.js';
import { isTableMissing, type Db } from '../database/port.js';
import type { NightlyJob } from '../jobs/nightly.js';

const portion = 500;

/**
 * On the second day of each month, early, the reports of the month before go out; later when nobody ran then. Of months
 * that were missed altogether only the last one is sent.
 */
export function monthlyReportsJob({
  db,
  log,
  clock,
  onError,
}: {
  readonly db: Db;
  readonly log: EventLog;
  readonly clock: Clock;
  readonly onError: (error: unknown) => void;
}): NightlyJob {
  return {
    name: 'monthly reports',
    notBefore: '06:30',
    onError,
    run: async (signal) => {
      const month = lastMonthOver(clock.now());
      for (let after: PlantId | null = null; !signal.aborted;) {
        const plantIds: readonly PlantId[] = await plantsToReport(db, month, { after, limit: portion }).catch(noneYet);
        for (const plantId of plantIds) {
          if (signal.aborted) return;
          await reportMonth({ log, clock }, { plantId, month });
        }
        if (plantIds.length < portion) return;
        after = plantIds.at(-1) ?? null;
      }
    },
  };
}

/** The read model is made at the first start. */
function noneYet(error: unknown): readonly PlantId[] {
  if (isTableMissing(error)) return [];
  throw error;
}
