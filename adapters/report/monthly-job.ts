import { reportMonth } from '../../commands/reporting/month-reports.js';
import type { Clock, EventLog } from '../../commands/ports.js';
import type { PlantId } from '../../domain/kernel/ids.js';
import { lastMonthOver } from '../../domain/reporting/reporting.js';
import type { Page } from '../../projections/engine/page.js';
import { plantsToReport, type ReportingCursor } from '../../projections/reporting.js';
import { isTableMissing, type Db } from '../database/port.js';
import type { NightlyJob } from '../jobs/nightly.js';

type PlantsToReport = Page<PlantId, ReportingCursor>;

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
      for (let after: ReportingCursor | null = null; !signal.aborted;) {
        const wish = { after, limit: portion };
        const page: PlantsToReport = await plantsToReport(db, month, wish).catch(noneYet);
        for (const plantId of page.items) {
          if (signal.aborted) return;
          await reportMonth({ log, clock }, { plantId, month });
        }
        if (page.next === null) return;
        after = page.next;
      }
    },
  };
}

/** The read model is made at the first start. */
function noneYet(error: unknown): PlantsToReport {
  if (isTableMissing(error)) return { items: [], next: null };
  throw error;
}
