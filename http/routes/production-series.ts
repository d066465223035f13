import type { z } from 'zod';
import type { Attribution } from '../../adapters/weather/attributions.js';
import type { KeptWeather } from '../../adapters/weather/port.js';
import { instantText, type Temporal } from '../../domain/kernel/time.js';
import { dayNumber, instantsOf, startOfDayS } from '../../domain/production/device-clock.js';
import { expectedPerInverter } from '../../domain/production/yield/expected-per-inverter.js';
import { climateSourceOfPlant } from '../../domain/production/yield/modelled-plant.js';
import {
  combineValues,
  intervalBounds,
  isIntraday,
  type Resolution,
  type Values,
} from '../../domain/production/series.js';
import {
  isChannelMetric,
  isEnergyMetric,
  isModelMetric,
  isRatioMetric,
  isWeatherMetric,
  seriesUnits,
  type SeriesMetric,
} from '../../domain/production/units.js';
import { cellOf } from '../../domain/production/yield/weather-cell.js';
import { weatherPerInverter } from '../../domain/production/yield/weather-per-inverter.js';
import { ProblemError } from '../problem.js';
import type { Series, SeriesQuery } from '../schemas/production.js';
import { energyOver } from './energy-series.js';
import { performanceOver } from './performance-series.js';
import type { PlantForViewing, ProductionDeps } from './production-deps.js';
import { inverterIdsOf, metricsOf, partsOf, placesRead, type SeriesPart } from './series-parts.js';

type Query = z.infer<typeof SeriesQuery>;
type Series = z.infer<typeof Series>;
export type SeriesSources = Pick<ProductionDeps, 'production' | 'weather'>;

/** The most that one answer may read of the single records, in days of one inverter, and days in all. */
const limits = {
  PT10M: { inverterDays: 1_000, days: 31 },
  PT1H: { inverterDays: 3_000, days: 92 },
  P1D: { inverterDays: 3_000, days: 3_660 },
  P1M: { inverterDays: 3_000, days: 14_640 },
  P1Y: { inverterDays: 3_000, days: 36_600 },
} as const;
const daySeconds = 86_400;

/** Parallel arrays of the metrics asked for. Throws problems for unknown metrics and for ranges that are too long. */
export async function seriesOf(plant: PlantForViewing, query: Query, sources: SeriesSources): Promise<Series> {
  const parts = partsOf(plant, query);
  const { fromS, toS } = rangeOf(plant.timeZone, query.from, query.to);
  checkRange(plant, parts, query, fromS, toS);
  const bounds = intervalBounds(plant.timeZone, fromS, toS, query.resolution);
  const { series, attributions } = await seriesBetween(bounds, plant, parts, query.resolution, sources);
  return {
    plantId: plant.plantId,
    timeZone: plant.timeZone,
    resolution: query.resolution,
    from: instantText(fromS),
    to: instantText(toS),
    expectation: parts.some(({ metric }) => isModelMetric(metric)) ? climateSourceOfPlant(plant) : null,
    weather: [...attributions],
    times: bounds.slice(0, -1).map((atS) => instantText(atS)),
    series,
  };
}

/** One list of values for each part, in their order, and to whom the weather is owed that some rest on. */
export async function seriesBetween(
  bounds: readonly number[],
  plant: PlantForViewing,
  parts: readonly SeriesPart[],
  resolution: Resolution,
  sources: SeriesSources,
): Promise<{ readonly series: Series['series']; readonly attributions: readonly Attribution[] }> {
  const { perInverter, performance, attributions } = await valuesPerInverter(plant, parts, resolution, bounds, sources);
  const series = parts.map(({ metric, of, name, inverterIds }) => ({
    metric,
    unit: seriesUnits[metric].unit,
    of,
    name,
    values: isRatioMetric(metric)
      ? (performance?.(inverterIds, metric) ?? [])
      : combineValues(
          metric,
          inverterIds.flatMap((id) => {
            const values = perInverter.get(metric)?.get(id);
            return values === undefined ? [] : [values];
          }),
          bounds.length - 1,
        ),
  }));
  return { series, attributions };
}

/** Epoch seconds of the ends of a range: instants, or days of the plant that mean their first instant. */
export function rangeOf(timeZone: string, from: string, to: string): { readonly fromS: number; readonly toS: number } {
  return { fromS: instantS(timeZone, from), toS: instantS(timeZone, to) };
}

export function instantS(timeZone: string, text: string): number {
  const utcS = Date.parse(text) / 1000;
  return text.length > 10 ? Math.floor(utcS) : instantsOf(timeZone, utcS).earlierS;
}

function checkRange(
  plant: PlantForViewing,
  parts: readonly SeriesPart[],
  { resolution }: Query,
  fromS: number,
  toS: number,
): void {
  if (toS <= fromS) throw new ProblemError('series.range-empty');
  const days = (toS - fromS) / daySeconds;
  const limit = limits[resolution];
  const metrics = metricsOf(parts);
  const readingDays = Math.floor(limit.inverterDays / placesRead(plant, parts));
  const isRatioOnly = !isIntraday(resolution) && !metrics.some((one) => isChannelMetric(one) || isWeatherMetric(one));
  const mostDays = isRatioOnly ? ratioDays : readingDays;
  const maxDays = readsRecords(resolution, metrics) ? Math.min(limit.days, mostDays) : limit.days;
  // One hour more, for the long day of autumn.
  if (days > Math.max(1, maxDays) + 1 / 24) {
    throw new ProblemError('series.range-too-large', { params: { maxDays: Math.max(1, maxDays) } });
  }
}

const restsOnWeather = (metric: SeriesMetric) => isWeatherMetric(metric) || isRatioMetric(metric);
/** A year and a month: each day of it is computed from its hours, whatever the number of inverters. */
const ratioDays = 400;

/** Whether single records or hours of weather must be read; the energy of whole days is kept. */
export function readsRecords(resolution: Query['resolution'], metrics: readonly SeriesMetric[]): boolean {
  return isIntraday(resolution) || metrics.some((metric) => isChannelMetric(metric) || restsOnWeather(metric));
}

/**
 * Whether these are measurements of days before yesterday, to the end of the last month or year that is asked for: devices have told what they had to tell. Energy is not among
 * them, since people correct it.
 */
export function isClosed(plant: PlantForViewing, query: Query, now: Temporal.Instant): boolean {
  const { timeZone } = plant;
  const { fromS, toS } = rangeOf(timeZone, query.from, query.to);
  const endS = intervalBounds(timeZone, fromS, toS, query.resolution).at(-1) ?? toS;
  const yesterdayS = startOfDayS(timeZone, dayNumber(timeZone, now.epochMilliseconds / 1000) - 1);
  return endS <= yesterdayS && metricsOf(partsOf(plant, query)).every(isChannelMetric);
}

async function valuesPerInverter(
  plant: PlantForViewing,
  parts: readonly SeriesPart[],
  resolution: Resolution,
  bounds: readonly number[],
  { production, weather }: SeriesSources,
): Promise<{
  readonly perInverter: ReadonlyMap<SeriesMetric, ReadonlyMap<string, Values>>;
  /** Ratios are those of the sums, not means: computed for each part of the plant. Null when none is asked for. */
  readonly performance: Awaited<ReturnType<typeof performanceOver>> | null;
  readonly attributions: readonly Attribution[];
}> {
  const metrics = metricsOf(parts);
  const ids = inverterIdsOf(parts);
  const channels = metrics.filter(isChannelMetric);
  const ofEnergy = metrics.filter(isEnergyMetric);
  const modelled = metrics.filter(isModelMetric);
  const ofWeather = metrics.filter(isWeatherMetric);
  const [means, energy, kept] = await Promise.all([
    channels.length === 0 ? null : production.channelMeans(ids, channels, bounds),
    ofEnergy.length === 0 ? null : energyOver(plant, ofEnergy, ids, bounds, resolution, production),
    metrics.some(restsOnWeather) ? weatherOver(plant, bounds, weather) : null,
  ]);
  const performance = metrics.some(isRatioMetric)
    ? await performanceOver(plant, bounds, resolution, kept, production)
    : null;
  const result = new Map<SeriesMetric, ReadonlyMap<string, Values>>(
    modelled.length === 0 ? [] : expectedPerInverter(plant, modelled, bounds, resolution),
  );
  if (kept !== null && ofWeather.length > 0) {
    const values = weatherPerInverter(plant, kept.intervals, ofWeather, bounds, resolution);
    for (const [metric, ofInverters] of values) result.set(metric, ofInverters);
  }
  for (const [metric, ofInverters] of energy ?? []) result.set(metric, ofInverters);
  for (const channel of channels) {
    const entries = [...(means ?? [])].flatMap(([id, series]): [string, Values][] => {
      const values = series.get(channel);
      return values === undefined ? [] : [[id, values]];
    });
    result.set(channel, new Map(entries));
  }
  return { perInverter: result, performance, attributions: kept?.attributions ?? [] };
}

/** Nothing where nobody knows where the plant stands. */
async function weatherOver(
  { model }: PlantForViewing,
  bounds: readonly number[],
  weather: ProductionDeps['weather'],
): Promise<KeptWeather | null> {
  if (model === null) return null;
  return weather.during(cellOf(model.place), { fromS: bounds[0] ?? 0, toS: bounds.at(-1) ?? 0 });
}
