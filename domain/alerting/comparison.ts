import { isFarBehind, usualDeviation } from './deviation.js';
import { conditionOf, type AlertRule, type ConditionOf } from './rule.js';

type Deviation = ConditionOf<'deviation'>;

/** What an inverter made over some days. */
export type MadeOverDays = {
  readonly inverterId: string;
  /** The same text for modules that look the same way. */
  readonly orientation: string;
  /** Null = nothing measured. */
  readonly energyWh: number | null;
  /** Energy of each device by the power of that device, added up. */
  readonly kwhPerKw: number | null;
  /** That have data. */
  readonly days: number;
};

export type BesideBest = MadeOverDays & {
  /** Who is compared with whom. */
  readonly group: string;
  /** Of the best of its group, 1 = the best; null without data or without another one to compare with. */
  readonly shareOfBest: number | null;
  /** Further below than the rule allows, with data of as many days as anyone in the group. */
  readonly isBelow: boolean;
};

/** By which rule the inverters of a plant are compared: the strictest that is on, else what is usual. */
export function comparisonRule(rules: readonly AlertRule[]): {
  readonly ruleId: AlertRule['ruleId'] | null;
  readonly condition: Deviation;
} {
  const [strictest] = rules
    .filter(({ isOn }) => isOn)
    .flatMap((rule) => {
      const condition = conditionOf('deviation', rule);
      return condition === null ? [] : [{ ruleId: rule.ruleId, condition }];
    })
    .toSorted((a, b) => a.condition.thresholdPercent - b.condition.thresholdPercent);
  return strictest ?? { ruleId: null, condition: usualDeviation };
}

/** Each inverter beside the best of its group, as E2 compares them, over any days. */
export function besideBest(made: readonly MadeOverDays[], condition: Deviation): readonly BesideBest[] {
  const measure = (one: MadeOverDays) => (condition.basis === 'specific' ? one.kwhPerKw : one.energyWh);
  return made.map((one) => {
    const group = condition.among === 'orientation' ? one.orientation : '';
    const others = made.filter(({ orientation }) => condition.among === 'plant' || orientation === group);
    const measured = others.flatMap((other) => measure(other) ?? []);
    const best = Math.max(0, ...measured);
    const value = measure(one);
    const shareOfBest = value === null || best === 0 || measured.length < 2 ? null : value / best;
    const isComplete = one.days === Math.max(...others.map(({ days }) => days));
    const isBelow = shareOfBest !== null && isComplete && isFarBehind(100 * (1 - shareOfBest), condition);
    return { ...one, group, shareOfBest, isBelow };
  });
}
