import { z } from 'zod';
import { CorrectionBasis } from '../../domain/correction/events.js';
import type { HistoryVerdict } from '../../domain/correction/history-file.js';
import { DayText, InstantText, pageOf, text, Uuid } from './common.js';

const EnergyWh = z.number().nonnegative().max(1e9).nullable();

export const CorrectionBody = z.strictObject({
  inverterId: Uuid,
  /** Days of the plant, both included. */
  firstDay: DayText,
  lastDay: DayText,
  /** Of each of the days; null = it counts as not known. */
  energyWhPerDay: EnergyWh,
  basis: CorrectionBasis,
  reason: text(500),
});

const ByWhom = z.object({
  at: InstantText,
  /** Null when the person is not known any more. */ by: z.string().nullable(),
});

/** What somebody wrote about the energy of an inverter; a later one over the same day counts instead of an earlier one. */
export const Correction = z
  .object({
    id: Uuid,
    inverterId: Uuid,
    /** Null for an inverter that was removed. */
    inverterName: z.string().nullable(),
    firstDay: DayText,
    lastDay: DayText,
    energyWhPerDay: EnergyWh,
    basis: CorrectionBasis,
    reason: z.string().nullable(),
    made: ByWhom,
    undone: ByWhom.nullable(),
    /** What the devices told of these days altogether; null when they told nothing. */
    measuredWh: z.number().nullable(),
  })
  .meta({ id: 'Correction' });

export const CorrectionList = pageOf(Correction);

const historyVerdicts = [
  ...(['taken', 'known', 'empty', 'dayUnreadable', 'notDaily', 'repeated', 'inFuture'] as const),
  ...(['valueUnreadable', 'impossible'] as const),
] as const satisfies readonly HistoryVerdict[];

/** What of a file is taken, and why the rest is not. */
export const HistoryPreview = z
  .object({
    fileName: z.string(),
    /** The columns of values, and what each is taken for; `of` null = for nothing. */
    columns: z.array(z.object({ title: z.string(), of: z.string().nullable(), name: z.string().nullable() })),
    /** How many rows came to which verdict. */
    counts: z.array(z.object({ verdict: z.enum(historyVerdicts), rows: z.int() })),
    firstDay: DayText.nullable(),
    lastDay: DayText.nullable(),
    /** Of the rows that are taken, year by year. */
    years: z.array(z.object({ year: z.int(), days: z.int(), energyWh: z.number() })),
    rows: z.array(
      z.object({
        line: z.int(),
        day: DayText.nullable(),
        verdict: z.enum(historyVerdicts),
        column: z.string().nullable(),
        energyWh: z.number().nullable(),
      }),
    ),
  })
  .meta({ id: 'HistoryPreview' });

export const HistoryImport = z
  .object({
    id: Uuid,
    /** Null when the person is not known any more. */
    fileName: z.string().nullable(),
    firstDay: DayText,
    lastDay: DayText,
    /** Values, one for each day and inverter. */
    values: z.int(),
    energyWh: z.number(),
    made: ByWhom,
    undone: ByWhom.nullable(),
  })
  .meta({ id: 'HistoryImport' });

export const HistoryImportList = pageOf(HistoryImport);
