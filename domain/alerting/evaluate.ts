import { assertNever } from '../kernel/decider.js';
import { judgeBelowForecast } from './below-forecast.js';
import { judgeDeviation } from './deviation.js';
import { judgeDeviceErrors } from './device-errors.js';
import { judgedFromS, lastJudgedDay } from './judged-day.js';
import { judgeNoData, silentAtS } from './no-data.js';
import type { AlertRule } from './rule.js';
import type { Finding, Verdict } from './verdict.js';
import type { Watched } from './watched.js';

/** Nobody looks at a plant more often than this. */
const shortestS = 300;
/** And not less often: clocks, licences and rules change. */
const longestS = 86_400;

/** What the rules that are on say of a plant at an instant. Pure: the same of the same rules, data and sun. */
export function evaluateRules(watched: Watched, rules: readonly AlertRule[], nowS: number): readonly Finding[] {
  return rules
    .filter(({ isOn }) => isOn)
    .flatMap((rule) =>
      judge(watched, rule, nowS).map((verdict) => ({
        ...verdict,
        ruleId: rule.ruleId,
        ruleVersion: rule.version,
      })),
    );
}

function judge(watched: Watched, { condition }: AlertRule, nowS: number): readonly Verdict[] {
  const day = lastJudgedDay(watched, condition, nowS);
  switch (condition.kind) {
    case 'noData':
      return judgeNoData(watched, condition, nowS);
    case 'deviation':
      return judgeDeviation(watched, condition, day);
    case 'belowForecast':
      return judgeBelowForecast(watched, condition, { nowS, day });
    case 'deviceErrors':
      return judgeDeviceErrors(watched, condition, nowS);
    default:
      return assertNever(condition);
  }
}

/** When the findings may be others, if no new data comes: the next silence, or the end of the next day. Epoch seconds. */
export function nextEvaluationS(watched: Watched, rules: readonly AlertRule[], nowS: number): number {
  const wishes = rules
    .filter(({ isOn }) => isOn)
    .flatMap(({ condition }) => {
      if (condition.kind === 'deviceErrors') return [];
      if (condition.kind !== 'noData') {
        return [judgedFromS(watched, condition, lastJudgedDay(watched, condition, nowS) + 1)];
      }
      return watched.inverters.flatMap((inverter) => silentAtS(watched, inverter, condition) ?? []);
    });
  const next = wishes.filter((atS) => atS > nowS).reduce((first, atS) => Math.min(first, atS), nowS + longestS);
  return Math.max(next, nowS + shortestS);
}
