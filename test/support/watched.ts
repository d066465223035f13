import { AlertRuleId, InverterId } from '../../domain/kernel/ids.js';
import type { AlertCondition, AlertDelivery, AlertRule } from '../../domain/alerting/rule.js';
import type { InverterDay, Span, SunAbove, Watched, WatchedInverter } from '../../domain/alerting/watched.js';
import { evaluateRules } from '../../domain/alerting/evaluate.js';
import { dayNumber, startOfDayS } from '../../domain/production/device-clock.js';
import { sunPosition } from '../../scripts/simulation/sun.js';

/** Metzingen. */
const here = { latitudeDeg: 48.54, longitudeDeg: 9.28 };

/** The sun over a place by the minute. */
export function sunOver({ latitudeDeg, longitudeDeg }: typeof here = here): SunAbove {
  return ({ fromS, toS }, elevationDeg) => {
    const spans: { fromS: number; toS: number }[] = [];
    for (let atS = fromS; atS < toS; atS += 60) {
      if (sunPosition(latitudeDeg, longitudeDeg, atS).elevationDeg <= elevationDeg) continue;
      const last = spans.at(-1);
      const endS = Math.min(toS, atS + 60);
      if (last?.toS === atS) last.toS = endS;
      else spans.push({ fromS: atS, toS: endS });
    }
    return spans;
  };
}

export const inverterId = (n: number) => InverterId.parse(`0198a000-0000-7000-8000-0000000000${10 + n}`);
export const ruleId = (n: number) => AlertRuleId.parse(`0198a000-0000-7000-8000-0000000002${10 + n}`);
export const seconds = (instant: string) => Date.parse(instant) / 1_000;
export const berlin = 'Europe/Berlin';
/** Days since 1970-01-01. */
export const dayOf = (text: string) => Date.parse(text) / 86_400_000;

export const atOnce: AlertDelivery = {
  recipients: [],
  dailyAt: null,
  quietHours: null,
  reminders: 0,
  reminderDays: 1,
};

export function rule(condition: AlertCondition, delivery: Partial<AlertDelivery> = {}, n = 1): AlertRule {
  return { ruleId: ruleId(n), version: 1, condition, delivery: { ...atOnce, ...delivery }, isOn: true };
}

export function inverter(n: number, changes: Partial<WatchedInverter> = {}): WatchedInverter {
  return {
    ...{ inverterId: inverterId(n), nominalPowerW: 10_000, powerAssumed: false, orientation: '180/30' },
    ...{ standsSinceS: -Infinity, lastContactS: null },
    ...changes,
  };
}

/** Recorded from midnight to midnight. */
export function wholeDay(day: number, timeZone = berlin): readonly Span[] {
  return [{ fromS: startOfDayS(timeZone, day), toS: startOfDayS(timeZone, day + 1) }];
}

/** A day by hours at nominal power, of inverters of 10 kW unless it says otherwise. */
export function produced(
  kwhPerKw: number,
  { recorded = wholeDay(dayOf('2026-07-21')), powerKw = 10 }: { recorded?: readonly Span[]; powerKw?: number } = {},
): InverterDay {
  return { kwhPerKw, energyWh: kwhPerKw * powerKw * 1_000, recorded };
}

/** A plant without any data, but for what is given. */
export function watched(changes: Partial<Watched> = {}): Watched {
  return {
    ...{ timeZone: berlin, sun: sunOver(), inverters: [], listeningSinceS: -Infinity, errors: [] },
    day: () => new Map(),
    period: () => new Map(),
    clearSkyKwhPerKw: () => null,
    forecast: () => 'weatherUnknown',
    ...changes,
  };
}

export const localDay = (instant: string) => dayNumber(berlin, seconds(instant));

export const judgedDay = dayOf('2026-07-21');
/** An hour after sunset. */
export const evening = '2026-07-21T20:20:00Z';

/** A plant with these days, by inverter from 1 on; null = nothing was recorded. */
export function plantOf(days: readonly (InverterDay | null)[], changes: Partial<Watched> = {}): Watched {
  const facts = new Map(days.flatMap((one, index) => (one === null ? [] : [[inverterId(index + 1), one] as const])));
  return watched({
    inverters: days.map((_, index) => inverter(index + 1)),
    day: (asked) => (asked === judgedDay ? facts : new Map()),
    ...changes,
  });
}

/** Findings in short: who, what, why. */
export function verdicts(plant: Watched, aRule: AlertRule, now: string) {
  return evaluateRules(plant, [aRule], seconds(now)).map((finding) => {
    const who =
      finding.inverterId === null
        ? 'plant'
        : plant.inverters.findIndex((one) => one.inverterId === finding.inverterId) + 1;
    return finding.is === 'notJudged' ? `${who} ${finding.because}` : `${who} ${finding.is}`;
  });
}
