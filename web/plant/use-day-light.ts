import type { Overview } from '../api/types.js';
import type { Points } from '../charts/gaps.js';
import { useSeries } from './queries.js';
import { rangeOf } from './ranges.js';
import { pointsOf } from './series.js';

/** Irradiance on the modules, and who says so: a sensor, or the yield model by the weather. */
export type DayLight = { readonly points: Points; readonly source: 'sensor' | 'weather' };

/** What a sensor measured, else what the weather was; null as long as nobody asks, `unknown` when nobody knows. */
export function useDayLight({ plantId }: Overview, date: string, isWanted: boolean): DayLight | 'unknown' | null {
  const metrics = ['irradianceWPerM2', 'weatherIrradianceWPerM2'] as const;
  const wanted = { metrics, ...rangeOf('day', date), resolution: 'PT10M', by: 'plant' } as const;
  const series = useSeries(plantId, isWanted ? wanted : null);
  if (!isWanted || series.data === undefined || series.isPlaceholderData) return null;
  const [measured, computed] = metrics.map((metric) => pointsOf(series.data, metric));
  const isKnown = (points: Points | undefined) => points?.values.some((value) => (value ?? 0) > 0) === true;
  if (measured !== undefined && isKnown(measured)) return { points: measured, source: 'sensor' };
  return computed !== undefined && isKnown(computed) ? { points: computed, source: 'weather' } : 'unknown';
}
