import { channelFacts, type MeasuredChannel } from './channels.js';

/** A metric that the devices measure directly; energy is computed from counters. */
export type ChannelMetric = {
  [Channel in MeasuredChannel]: (typeof channelFacts)[Channel] extends { readonly series: object } ? Channel : never;
}[MeasuredChannel];
export type SeriesMetric = ChannelMetric | 'energyWh';

/** Units of the series metrics as the API writes them, and how several inverters become one value. */
export const seriesUnits: Readonly<Record<SeriesMetric, { readonly unit: string; readonly over: 'sum' | 'mean' }>> = {
  acPowerW: channelFacts.acPowerW.series,
  energyWh: { unit: 'Wh', over: 'sum' },
  ...(Object.fromEntries(
    Object.entries(channelFacts).flatMap(([channel, facts]) => ('series' in facts ? [[channel, facts.series]] : [])),
  ) as Record<Exclude<ChannelMetric, 'acPowerW'>, (typeof channelFacts)[ChannelMetric]['series']>),
};

export const seriesMetrics = Object.keys(seriesUnits) as readonly SeriesMetric[];

export function isSeriesMetric(name: string): name is SeriesMetric {
  return Object.hasOwn(seriesUnits, name);
}
