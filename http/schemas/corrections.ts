import { z } from 'zod';
import { CorrectionBasis } from '../../domain/correction/events.js';
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
