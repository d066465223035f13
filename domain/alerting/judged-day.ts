import { dayNumber } from '../production/device-clock.js';
import type { AlertCondition } from './rule.js';
import { civilDay, type Span } from '../production/yield/sun-events.js';
import { sunriseElevationDeg } from '../production/yield/sun-position.js';
import { ruleElevationDeg, secondsIn, sharedSeconds, type InverterDay, type Watched } from './watched.js';

/** A day is judged so long after sunset: the last records have come by then. */
const settleS = 3_600;
/** Where its weather is needed, too: it is asked for every six hours, and what was forecast has to become what came. */
const weatherSettleS = 9 * 3_600;
/** Share of the daylight during which an inverter must have been recorded. */
const coveredShare = 0.9;

type Sky = Pick<Watched, 'timeZone' | 'sun'>;

/** When the daylight of a day counts for rules; empty in polar nights. */
export function daylightOf({ timeZone, sun }: Sky, day: number): readonly Span[] {
  return sun(civilDay(timeZone, day), ruleElevationDeg);
}

/** Whether an inverter was recorded through a day: counters bridge what is missing in between, but not the edges. */
export function isCovered({ recorded }: InverterDay, daylight: readonly Span[]): boolean {
  return sharedSeconds(daylight, recorded) >= coveredShare * secondsIn(daylight);
}

/** From when on a condition can judge a day: some time after sunset, or after its end where the sun does not set. */
export function judgedFromS({ timeZone, sun }: Sky, condition: AlertCondition, day: number): number {
  const span = civilDay(timeZone, day);
  const isByWeather = condition.kind === 'belowForecast' && condition.period === 'day';
  return (sun(span, sunriseElevationDeg).at(-1)?.toS ?? span.toS) + (isByWeather ? weatherSettleS : settleS);
}

/** The last day that a condition can judge at an instant. */
export function lastJudgedDay(sky: Sky, condition: AlertCondition, nowS: number): number {
  const today = dayNumber(sky.timeZone, nowS);
  return [today, today - 1].find((day) => judgedFromS(sky, condition, day) <= nowS) ?? today - 2;
}

/** First days of the month that was over last on a day, and of the one after it. */
export function monthBefore(day: number): { readonly firstDay: number; readonly endDay: number } {
  const date = new Date(day * 86_400_000);
  const [year, month] = [date.getUTCFullYear(), date.getUTCMonth()];
  return { firstDay: Date.UTC(year, month - 1, 1) / 86_400_000, endDay: Date.UTC(year, month, 1) / 86_400_000 };
}
