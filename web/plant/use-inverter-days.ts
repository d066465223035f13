import { useMemo } from 'react';
import type { Overview } from '../api/types.js';
import { daylight } from '../charts/time.js';
import { useInverters, usePlant, useSeries } from './queries.js';
import { rangeOf } from './ranges.js';
import { pointsOf } from './series.js';
import type { InverterDay } from './silences.js';
import { awaitedUntil, gapsOf } from './use-day.js';

/** Beyond this the day of each one is no longer looked at on the plant page. */
const mostInverters = 60;

/** The day of each inverter; null as long as it is on its way, or is not asked for. */
export function useInverterDays(overview: Overview, date: string, nowMs: number | null, isWanted: boolean) {
  const { plantId, inverters } = overview;
  const isAsked = isWanted && inverters.length <= mostInverters;
  const wanted = { metrics: ['acPowerW'], ...rangeOf('day', date), resolution: 'PT10M', by: 'inverter' } as const;
  const series = useSeries(plantId, isAsked ? wanted : null);
  const placed = useInverters(plantId).data;
  const location = usePlant(plantId).data?.location;
  const known = series.isPlaceholderData ? undefined : series.data;
  return useMemo<readonly InverterDay[] | null>(() => {
    if (known === undefined || placed === undefined) return null;
    const light = location ? daylight(date, location.latitudeDeg, location.longitudeDeg) : null;
    return inverters.map(({ id, name, nominalPowerW }) => {
      const power = pointsOf(known, 'acPowerW', id);
      const addedAt = placed.find((place) => place.id === id)?.addedAt;
      const sinceMs = addedAt === undefined ? -Infinity : Date.parse(addedAt);
      return { id, name, nominalPowerW, power, gaps: gapsOf(power, { light, sinceMs, untilMs: awaitedUntil(nowMs) }) };
    });
  }, [known, placed, location, inverters, date, nowMs]);
}
