import type { SeriesMetric } from '../api/types.js';
import { isDay } from './view.js';

/** Every metric of the series: the unit of its axis, and by how much values of the API are multiplied for it. */
export const metricFacts: Readonly<Record<SeriesMetric, { readonly base: string; readonly factor?: number }>> = {
  acPowerW: { base: 'W' },
  dcPowerW: { base: 'W' },
  expectedPowerW: { base: 'W' },
  weatherPowerW: { base: 'W' },
  clearSkyPowerW: { base: 'W' },
  energyWh: { base: 'Wh' },
  expectedEnergyWh: { base: 'Wh' },
  weatherEnergyWh: { base: 'Wh' },
  revenueCents: { base: '€', factor: 0.01 },
  avoidedCo2Kg: { base: 'kg' },
  performanceRatioPercent: { base: '%' },
  correctedPerformanceRatioPercent: { base: '%' },
  powerLimitPercent: { base: '%' },
  irradianceWPerM2: { base: 'W/m²' },
  weatherIrradianceWPerM2: { base: 'W/m²' },
  acVoltageV: { base: 'V' },
  dcVoltageV: { base: 'V' },
  acCurrentA: { base: 'A' },
  dcCurrentA: { base: 'A' },
  acFrequencyHz: { base: 'Hz' },
  temperature1C: { base: '°C' },
  temperature2C: { base: '°C' },
  moduleTemperatureC: { base: '°C' },
};
export const metrics = Object.keys(metricFacts) as readonly SeriesMetric[];

/** More cannot be told apart, and a third unit would have no axis. */
export const most = { lines: 8, units: 2 } as const;

/** A metric of the plant, or of a subplant or an inverter by its id. */
export type ChartLine = { readonly metric: SeriesMetric; readonly of: string | null };

export const spans = ['day', 'week', 'month', 'year'] as const;
export type ChartSpan = (typeof spans)[number];

/** Enough points for a screen, and few enough to be read at once. */
export const resolutions = { day: 'PT10M', week: 'PT1H', month: 'PT1H', year: 'P1D' } as const;

/** What the address line of the chart holds; nothing = today, and the power of the plant. */
export type ChartSearch = {
  readonly lines?: string | undefined;
  readonly span?: ChartSpan | undefined;
  readonly date?: string | undefined;
};

const usual: readonly ChartLine[] = [
  { metric: 'acPowerW', of: null },
  { metric: 'expectedPowerW', of: null },
];

export const linesText = (lines: readonly ChartLine[]): string =>
  lines.map(({ metric, of }) => (of === null ? metric : `${metric}@${of}`)).join(',');

/** Lines of an address; those of parts that the plant does not have, of unknown metrics or of a third unit are dropped. */
export function readLines(given: string | undefined, parts: ReadonlySet<string>): readonly ChartLine[] {
  if (given === undefined) return usual;
  const lines: ChartLine[] = [];
  for (const text of given.split(',')) {
    const [name, of = null] = text.split('@');
    const metric = metrics.find((one) => one === name);
    if (metric === undefined || (of !== null && !parts.has(of))) continue;
    if (canAdd(lines, { metric, of }) === 'yes') lines.push({ metric, of });
  }
  return lines;
}

/** Why a line has no place among others. */
export function canAdd(lines: readonly ChartLine[], { metric, of }: ChartLine): 'yes' | 'there' | 'full' | 'unit' {
  if (lines.some((line) => line.metric === metric && line.of === of)) return 'there';
  if (lines.length >= most.lines) return 'full';
  const units = new Set([...lines, { metric }].map((line) => metricFacts[line.metric].base));
  return units.size > most.units ? 'unit' : 'yes';
}

/** Reads the search part of the address; what makes no sense is dropped. */
export function parseChartSearch(search: Readonly<Record<string, unknown>>): ChartSearch {
  const { lines, date } = search;
  const span = spans.find((one) => one === search['span']);
  return {
    lines: typeof lines === 'string' && lines !== linesText(usual) ? lines : undefined,
    span: span === 'day' ? undefined : span,
    date: typeof date === 'string' && isDay(date) ? date : undefined,
  };
}
