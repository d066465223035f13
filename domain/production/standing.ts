import type { PlantCondition } from './condition.js';
import type { Values } from './series.js';

/** The energy of an inverter and what was expected of it, day by day. */
export type ComparedInverter = {
  /** Wh; null = not measured. */
  readonly measuredWh: Values;
  /** Wh by the weather of each day; null = nobody knows it. */
  readonly allowedWh: Values;
  /** Wh that are usual for the season, which takes time to find; null = nobody knows where the plant stands. */
  readonly usualWh: () => Values;
  readonly nominalPowerW: number;
  /** Only what faces the same way is compared with each other. */
  readonly orientation: string;
};

export type Comparison = {
  /** What it was compared with: the weather of the days, or where too few are known what is usual. */
  readonly by: 'weather' | 'usual';
  /** Measured by expected over the days for which both are known, 1 = as expected. */
  readonly share: number;
  /** Expected but not made on these days, never below 0. */
  readonly lostWh: number;
};

/** Fewer days say little. */
const leastDays = 5;

/** What a plant made of what was to be expected; null when too few days are known on both sides. */
export function compared(inverters: readonly ComparedInverter[]): Comparison | null {
  return (
    against(inverters, 'weather', ({ allowedWh }) => allowedWh) ??
    against(inverters, 'usual', ({ usualWh }) => usualWh())
  );
}

function against(
  inverters: readonly ComparedInverter[],
  by: Comparison['by'],
  expectationOf: (inverter: ComparedInverter) => Values,
): Comparison | null {
  const days = new Set<number>();
  let [measuredWh, expectedWh] = [0, 0];
  for (const inverter of inverters) {
    expectationOf(inverter).forEach((expected, day) => {
      const measured = inverter.measuredWh[day] ?? null;
      if (expected === null || measured === null) return;
      days.add(day);
      measuredWh += measured;
      expectedWh += expected;
    });
  }
  if (days.size < leastDays || expectedWh <= 0) return null;
  return { by, share: measuredWh / expectedWh, lostWh: Math.max(0, expectedWh - measuredWh) };
}

/** On a day without half an hour at nominal power the order of inverters is chance. */
const leastBestHours = 0.5;

/**
 * The share of the worst inverter in what the best that faces the same way made for each kilowatt, over the days on which
 * both sent; null where no two can be compared.
 */
export function worstShare(inverters: readonly ComparedInverter[]): number | null {
  const rated = inverters.filter(({ nominalPowerW }) => nominalPowerW > 0);
  const shares = [...new Set(rated.map(({ orientation }) => orientation))].flatMap((way) => {
    const group = rated.filter(({ orientation }) => orientation === way);
    return group.length < 2 ? [] : sharesOfBest(group);
  });
  return shares.length === 0 ? null : Math.min(...shares);
}

function sharesOfBest(group: readonly ComparedInverter[]): readonly number[] {
  const hours = group.map(({ measuredWh, nominalPowerW }) =>
    measuredWh.map((wh) => (wh === null ? null : wh / nominalPowerW)),
  );
  const days = hours[0]?.map((_, day) => Math.max(...hours.map((one) => one[day] ?? 0))) ?? [];
  return hours.flatMap((own) => {
    let [made, best] = [0, 0];
    own.forEach((value, day) => {
      const bestOfDay = days[day] ?? 0;
      if (value === null || bestOfDay < leastBestHours) return;
      made += value;
      best += bestOfDay;
    });
    return best === 0 ? [] : [made / best];
  });
}

/** A plant that is still to be set up loses nothing: it comes after all others. */
const severities: Readonly<Record<PlantCondition, number>> = { fault: 5, noData: 4, note: 2, ok: 0, noInverters: -1 };
const ofIncident = 3;
/** More than any plant loses in the days that are compared, Wh. */
const mostLostWh = 1e12;

/** How much a plant hurts: what is the matter first, then what it has lost. The worst has the highest number. */
export function hurt({
  state,
  openIncidents,
  lostWh,
}: {
  readonly state: PlantCondition;
  readonly openIncidents: number;
  readonly lostWh: number | null;
}): number {
  const severity = openIncidents > 0 ? Math.max(severities[state], ofIncident) : severities[state];
  return severity * mostLostWh + Math.min(mostLostWh - 1, Math.round(lostWh ?? 0));
}

/** Below this share of what was to be expected a plant is worth a look; what is usual is a weaker judge than the weather. */
export const belowExpected: Readonly<Record<Comparison['by'], number>> = { weather: 0.85, usual: 0.7 };
