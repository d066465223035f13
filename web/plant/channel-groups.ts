import type { SeriesMetric } from '../api/types.js';

/** Channels that share an axis; each group is one chart. */
export const channelGroups = [
  { id: 'power', base: 'W', metrics: ['acPowerW', 'dcPowerW'] },
  { id: 'voltage', base: 'V', metrics: ['acVoltageV', 'dcVoltageV'] },
  { id: 'current', base: 'A', metrics: ['acCurrentA', 'dcCurrentA'] },
  { id: 'frequency', base: 'Hz', metrics: ['acFrequencyHz'] },
  { id: 'temperature', base: '°C', metrics: ['temperature1C', 'temperature2C', 'moduleTemperatureC'] },
  { id: 'irradiance', base: 'W/m²', metrics: ['irradianceWPerM2'] },
  { id: 'limit', base: '%', metrics: ['powerLimitPercent'] },
] as const satisfies readonly {
  readonly id: string;
  readonly base: string;
  readonly metrics: readonly SeriesMetric[];
}[];

export type ChannelGroup = (typeof channelGroups)[number];
type ChannelMetric = ChannelGroup['metrics'][number];

export const channelMetrics: readonly ChannelMetric[] = channelGroups.flatMap(
  (group): readonly ChannelMetric[] => group.metrics,
);
