import { noteEditions } from '../../commands/reporting/month-reports.js';
import type { Clock, EventLog } from '../../commands/ports.js';
import type { PlantId } from '../../domain/kernel/ids.js';
import type { Page } from '../../projections/engine/page.js';
import { plantsWithReports } from '../../projections/reporting.js';
import { isTableMissing, type Db } from '../database/port.js';
import type { NightlyJob } from '../jobs/nightly.js';
import type { MonthReports } from './port.js';

const portion = 500;

/** Each day it is looked whether months that were reported add up to something else now: corrected, or completed by late values. */
export function revisedReportsJob({
  db,
  log,
  clock,
  reports,
  onError,
}: {
  readonly db: Db;
  readonly log: EventLog;
  readonly clock: Clock;
  readonly reports: Pick<MonthReports, 'months'>;
  readonly onError: (error: unknown) => void;
}): NightlyJob {
  return {
    name: 'revised reports',
    // After the reports themselves.
    notBefore: '07:00',
    onError,
    run: async (signal) => {
      for (let after: string | null = null; !signal.aborted;) {
        const page: Page<PlantId, string> = await plantsWithReports(db, { after, limit: portion }).catch(noneYet);
        for (const plantId of page.items) {
          if (signal.aborted) return;
          await noteEditions({ log, clock }, plantId, (latest) => reports.months(plantId, latest));
        }
        if (page.next === null) return;
        after = page.next;
      }
    },
  };
}

/** The read model is made at the first start. */
function noneYet(error: unknown): Page<PlantId, string> {
  if (isTableMissing(error)) return { items: [], next: null };
  throw error;
}
