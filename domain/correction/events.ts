import { z } from 'zod';
import { defineEvent, personal, type EventOf } from '../kernel/event.js';
import { AccountId, CorrectionId, InverterId, PlantId } from '../kernel/ids.js';
import { Instant } from '../kernel/time.js';

/** Whether somebody knows what the inverter made, or has thought about what it must have been. */
export const CorrectionBasis = z.enum(['corrected', 'estimated']);
export type CorrectionBasis = z.infer<typeof CorrectionBasis>;

const ofPlant = { plantId: PlantId, at: Instant, accountId: AccountId, correctionId: CorrectionId };

/**
 * The energy of each of these days of an inverter counts as written, whatever its devices told; null = it counts as not
 * known. What was measured stays as it is.
 */
export const EnergyCorrected = defineEvent(
  'EnergyCorrected',
  z.object({
    ...ofPlant,
    inverterId: InverterId,
    firstDay: z.iso.date(),
    lastDay: z.iso.date(),
    energyWhPerDay: z.number().nonnegative().nullable(),
    basis: CorrectionBasis,
    reason: personal(z.string()),
  }),
  { subjectField: 'accountId' },
);

/**
 * Energy of days before the portal knew of them, from a file: it counts where nothing was measured. A list for each inverter,
 * one value a day from `firstDay` on, null = not told.
 */
export const HistoryImported = defineEvent(
  'HistoryImported',
  z.object({
    ...ofPlant,
    fileName: personal(z.string()),
    parts: z
      .array(
        z.object({
          inverterId: InverterId,
          firstDay: z.iso.date(),
          energyWh: z.array(z.number().nonnegative().nullable()).min(1).readonly(),
        }),
      )
      .min(1)
      .readonly(),
  }),
  { subjectField: 'accountId' },
);

/** The correction, or the history, counts no more: what was measured, or an older one, does again. */
export const EnergyCorrectionUndone = defineEvent('EnergyCorrectionUndone', z.object(ofPlant));

export const correctionEvents = [EnergyCorrected, HistoryImported, EnergyCorrectionUndone] as const;

export type CorrectionEvent = EventOf<(typeof correctionEvents)[number]>;
