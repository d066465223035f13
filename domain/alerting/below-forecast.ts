import type { InverterId } from '../kernel/ids.js';
import { dayNumber, dayText, startOfDayS } from '../production/device-clock.js';
import type { EvidenceOf } from './evidence.js';
import { daylightOf, isCovered, monthBefore } from './judged-day.js';
import type { ConditionOf } from './rule.js';
import type { Verdict } from './verdict.js';
import type { Watched } from './watched.js';

type BelowForecast = ConditionOf<'belowForecast'>;

/** Days on which less was to be expected (kWh/kW) are not judged. */
const leastExpectedKwhPerKw = 1;
/** Share of the days of a month that must have data. */
const completeShare = 0.9;
/** In the first days of a month the one before it is judged. */
const monthSettlesDays = 10;
const hysteresisPoints = 2;
const guard = 1e-9;

/** E3: production of the last day, or of the month that was over last, against what was forecast for it. */
export function judgeBelowForecast(
  watched: Watched,
  condition: BelowForecast,
  { nowS, day }: { readonly nowS: number; readonly day: number },
): readonly Verdict[] {
  const today = dayNumber(watched.timeZone, nowS);
  const months = monthBefore(today);
  const from = condition.period === 'day' ? day : months.firstDay;
  const subjects = condition.of === 'plant' ? [null] : watched.inverters.map(({ inverterId }) => inverterId);
  if (condition.period === 'month' && !isMonthJudged(today)) {
    const sinceS = startOfDayS(watched.timeZone, from);
    return subjects.map((inverterId) => ({ inverterId, sinceS, is: 'keep', evidence: null }));
  }
  const measured = condition.period === 'day' ? energyOfDay(watched, day) : energyOfMonth(watched, months);
  return subjects.map((inverterId) => verdictOn(watched, condition, { inverterId, from, measured }));
}

/** A month is judged in the first days after it, in which late data comes; what was found stays until the next one. */
export function isMonthJudged(today: number): boolean {
  return today - monthBefore(today).endDay < monthSettlesDays;
}

/** From spring to autumn a month of a sound plant stays within a fifth of the climate, else it may make half. */
export function isJudgedByClimate(latitudeDeg: number, month: number): boolean {
  const isNorthernSummer = month >= 4 && month <= 9;
  return latitudeDeg < 0 ? !isNorthernSummer : isNorthernSummer;
}

/** Energy by inverter; null where the data is not complete. */
type Measured = ReadonlyMap<InverterId, number | null>;

function energyOfDay(watched: Watched, day: number): Measured {
  const daylight = daylightOf(watched, day);
  const facts = watched.day(day);
  return new Map(
    watched.inverters.map(({ inverterId }) => {
      const known = facts.get(inverterId);
      const isWhole = known !== undefined && daylight.length > 0 && isCovered(known, daylight);
      return [inverterId, isWhole ? known.energyWh : null];
    }),
  );
}

function energyOfMonth(
  watched: Watched,
  { firstDay, endDay }: { readonly firstDay: number; readonly endDay: number },
): Measured {
  const facts = watched.period(firstDay, endDay);
  return new Map(
    watched.inverters.map(({ inverterId }) => {
      const known = facts.get(inverterId);
      const isWhole = known !== undefined && known.days >= completeShare * (endDay - firstDay);
      return [inverterId, isWhole ? known.energyWh : null];
    }),
  );
}

function verdictOn(
  watched: Watched,
  condition: BelowForecast,
  {
    inverterId,
    from,
    measured,
  }: { readonly inverterId: InverterId | null; readonly from: number; readonly measured: Measured },
): Verdict {
  const sinceS = startOfDayS(watched.timeZone, from);
  const { period, thresholdPercent } = condition;
  const forecast = watched.forecast(inverterId, from, period);
  if (typeof forecast === 'string') return { inverterId, sinceS, is: 'notJudged', because: forecast };
  const parts = inverterId === null ? [...measured.values()] : [measured.get(inverterId) ?? null];
  const energyWh = parts.reduce((sum: number | null, part) => (sum === null || part === null ? null : sum + part), 0);
  if (energyWh === null || parts.length === 0) return { inverterId, sinceS, is: 'notJudged', because: 'dataMissing' };
  if (period === 'day' && forecast.energyWh < 1_000 * leastExpectedKwhPerKw * powerKw(watched, inverterId)) {
    return { inverterId, sinceS, is: 'notJudged', because: 'tooDark' };
  }
  const shortfallPercent = forecast.energyWh <= 0 ? 0 : 100 * (1 - energyWh / forecast.energyWh);
  const evidence: EvidenceOf<'belowForecast'> = {
    ...{ kind: 'belowForecast', from: dayText(from), period, energyWh, forecastWh: forecast.energyWh },
    ...{ source: forecast.source, shortfallPercent, thresholdPercent },
  };
  const limit = Math.max(thresholdPercent - hysteresisPoints, thresholdPercent / 2);
  const isClear = shortfallPercent <= limit + guard;
  const is = shortfallPercent > thresholdPercent + guard ? 'alert' : isClear ? 'clear' : 'keep';
  return { inverterId, sinceS, is, evidence };
}

function powerKw({ inverters }: Watched, inverterId: InverterId | null): number {
  const ours = inverters.filter((one) => inverterId === null || one.inverterId === inverterId);
  return ours.reduce((sum, { nominalPowerW }) => sum + nominalPowerW, 0) / 1_000;
}
