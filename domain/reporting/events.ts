import { z } from 'zod';
import { defineEvent, type EventOf } from '../kernel/event.js';
import { AccountId, PlantId } from '../kernel/ids.js';
import { Instant } from '../kernel/time.js';

/** A calendar month, `2026-10`. */
export const MonthText = z.string().regex(/^\d{4}-(0[1-9]|1[0-2])$/);

const ofPlant = { plantId: PlantId, at: Instant };

/** Somebody wants the report of each month by mail, of `firstMonth` for the first time. */
export const ReportReaderAdded = defineEvent(
  'ReportReaderAdded',
  z.object({ ...ofPlant, accountId: AccountId, firstMonth: MonthText }),
);

/** Somebody does not want the reports any more. */
export const ReportReaderRemoved = defineEvent('ReportReaderRemoved', z.object({ ...ofPlant, accountId: AccountId }));

/** The report of a month goes out: to all who want it when the month is over (`calendar`), or to who asked for it. */
export const MonthReported = defineEvent(
  'MonthReported',
  z.object({
    ...ofPlant,
    month: MonthText,
    because: z.enum(['calendar', 'request']),
    accountIds: z.array(AccountId).min(1).readonly(),
  }),
);

/**
 * What a month that was reported adds up to: as it was seen first, or other than before because values were corrected or came
 * late. Then its readers are told (`accountIds`; nobody the first time).
 */
export const MonthEditionFound = defineEvent(
  'MonthEditionFound',
  z.object({ ...ofPlant, month: MonthText, energyWh: z.int(), accountIds: z.array(AccountId).readonly() }),
);

export const reportingEvents = [ReportReaderAdded, ReportReaderRemoved, MonthReported, MonthEditionFound] as const;

export type ReportingEvent = EventOf<(typeof reportingEvents)[number]>;
