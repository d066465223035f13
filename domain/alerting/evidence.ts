import { z } from 'zod';
import { InverterId } from '../kernel/ids.js';
import { Day, Instant } from '../kernel/time.js';

/** A share of the sun that nobody can reach, or an inverter that is far ahead of all others: not what others are held against. */
const SkippedReference = z
  .object({ inverterId: InverterId, kwhPerKw: z.number(), because: z.enum(['aboveClearSky', 'aboveOthers']) })
  .readonly();

/** The numbers that an incident rests on. */
export const Evidence = z.discriminatedUnion('kind', [
  z
    .object({
      kind: z.literal('noData'),
      lastContactAt: Instant,
      /** Since then, without the nights unless they count. */
      silentMinutes: z.number(),
      limitMinutes: z.int(),
      /** That are silent; more than one when the whole plant is. */
      inverters: z.int(),
    })
    .readonly(),
  z
    .object({
      kind: z.literal('deviation'),
      day: Day,
      basis: z.enum(['specific', 'absolute']),
      energyWh: z.number(),
      kwhPerKw: z.number(),
      reference: z.object({ inverterId: InverterId, energyWh: z.number(), kwhPerKw: z.number() }).readonly(),
      deviationPercent: z.number(),
      thresholdPercent: z.int(),
      /** That could be compared, this one included. */
      compared: z.int(),
      /** A nominal power is assumed. */
      isUncertain: z.boolean(),
      skipped: z.array(SkippedReference).readonly(),
    })
    .readonly(),
  z
    .object({
      kind: z.literal('belowForecast'),
      /** A day, or a month by its first day. */
      from: Day,
      period: z.enum(['day', 'month']),
      energyWh: z.number(),
      forecastWh: z.number(),
      source: z.enum(['user', 'model']),
      shortfallPercent: z.number(),
      thresholdPercent: z.int(),
    })
    .readonly(),
  z
    .object({
      kind: z.literal('deviceErrors'),
      errors: z
        .array(
          z
            .object({ code: z.string(), count: z.int(), lastAt: Instant, severity: z.enum(['fault', 'note']) })
            .readonly(),
        )
        .readonly(),
    })
    .readonly(),
]);
export type Evidence = z.infer<typeof Evidence>;
export type EvidenceOf<K extends Evidence['kind']> = Extract<Evidence, { readonly kind: K }>;

/** Points of per cent by which a number must have grown to be worth another event. */
const noteworthyPoints = 5;

/** Whether an incident that stands already looks different enough to be told of. */
export function isWorse(before: Evidence, after: Evidence): boolean {
  if (before.kind === 'deviation' && after.kind === 'deviation') {
    return after.deviationPercent >= before.deviationPercent + noteworthyPoints;
  }
  if (before.kind === 'belowForecast' && after.kind === 'belowForecast') {
    return after.shortfallPercent >= before.shortfallPercent + noteworthyPoints;
  }
  if (before.kind === 'deviceErrors' && after.kind === 'deviceErrors') {
    const known = new Set(before.errors.map(({ code }) => code));
    return after.errors.some(({ code }) => !known.has(code));
  }
  return before.kind === 'noData' && after.kind === 'noData' && after.inverters > before.inverters;
}

/** Whether two findings speak of the same day or month: then only the data can have changed. */
export function isOfSameTime(one: Evidence, other: Evidence): boolean {
  if (one.kind === 'deviation' && other.kind === 'deviation') return one.day === other.day;
  return one.kind === 'belowForecast' && other.kind === 'belowForecast' && one.from === other.from;
}
