import { z } from 'zod';
import { MonthText } from '../../domain/reporting/events.js';

/** The months of a plant that are over, the newest first, and whether the caller gets their reports by mail. */
export const MonthReportList = z
  .object({
    items: z.array(z.object({ month: MonthText, energyWh: z.number() })),
    next: z.null(),
    isWanted: z.boolean(),
  })
  .meta({ id: 'MonthReportList' });

export const ReportsBody = z.strictObject({ isWanted: z.boolean() });
