import { z } from 'zod';
import { AccountLanguage } from '../account/person.js';
import { AccountId, type AlertRuleId } from '../kernel/ids.js';

/** A time of day on the wall of the plant, `07:00`. */
export const TimeOfDay = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/);

const Percent = z.int().min(1).max(100);

/** E1: an inverter has sent nothing for so long, counted while the sun is up. */
const NoData = z
  .object({
    kind: z.literal('noData'),
    silentMinutes: z.int().min(15).max(10_080),
    /** For devices that report at night, too: the night counts. */
    countsNight: z.boolean(),
  })
  .readonly();

/** E2: an inverter produced less on a day than the best one beside it. */
const Deviation = z
  .object({
    kind: z.literal('deviation'),
    thresholdPercent: Percent,
    /** `specific`: energy per installed kilowatt; `absolute`: energy. */
    basis: z.enum(['specific', 'absolute']),
    /** With which inverters one is compared: all of the plant, or those whose modules look the same way. */
    among: z.enum(['plant', 'orientation']),
    /** On days on which the best made less (kWh/kW) nothing is judged: too dark, or snow. */
    leastBestKwhPerKw: z.number().min(0.1).max(5),
    /** Days in a row. */
    days: z.int().min(1).max(2),
  })
  .readonly();

/** E3: plant or inverters produced less than was forecast for a day or a month. */
const BelowForecast = z
  .object({
    kind: z.literal('belowForecast'),
    of: z.enum(['plant', 'inverters']),
    period: z.enum(['day', 'month']),
    thresholdPercent: Percent,
  })
  .readonly();

/** E4: a device reports errors; `fault` leaves out what is only worth a note. */
const DeviceErrors = z.object({ kind: z.literal('deviceErrors'), severity: z.enum(['fault', 'note']) }).readonly();

/** What a rule watches for. */
export const AlertCondition = z.discriminatedUnion('kind', [NoData, Deviation, BelowForecast, DeviceErrors]);
export type AlertCondition = z.infer<typeof AlertCondition>;
export type AlertKind = AlertCondition['kind'];
export type ConditionOf<K extends AlertKind> = Extract<AlertCondition, { readonly kind: K }>;

/** An account that sees the plant, and in which language it is written to. */
export const Recipient = z.object({ accountId: AccountId, language: AccountLanguage }).readonly();
export type Recipient = z.infer<typeof Recipient>;

/** Whom a rule tells what it found, and when. Times are those of the plant. */
export const AlertDelivery = z
  .object({
    recipients: z.array(Recipient).max(20).readonly(),
    /** At once, or once a day at this time. */
    dailyAt: TimeOfDay.nullable(),
    /** Nothing is told from `from` to `to`, over midnight when `to` is earlier; it is told at `to`. */
    quietHours: z.object({ from: TimeOfDay, to: TimeOfDay }).readonly().nullable(),
    /** How often it is told again while nobody acknowledges; 0 = never. */
    reminders: z.int().min(0).max(10),
    reminderDays: z.int().min(1).max(30),
  })
  .readonly();
export type AlertDelivery = z.infer<typeof AlertDelivery>;

export type AlertRuleSettings = {
  readonly condition: AlertCondition;
  readonly delivery: AlertDelivery;
  readonly isOn: boolean;
};

/** A rule of a plant. Whatever it found names the version that found it. */
export type AlertRule = AlertRuleSettings & { readonly ruleId: AlertRuleId; readonly version: number };

/** The condition of a rule when it watches for that, else null. */
export function conditionOf<K extends AlertKind>(kind: K, { condition }: AlertRule): ConditionOf<K> | null {
  return condition.kind === kind ? (condition as ConditionOf<K>) : null;
}
