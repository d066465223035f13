import type { InverterId } from '../kernel/ids.js';
import type { Span } from '../production/yield/sun-events.js';

export type { Span };

/** The parts of a stretch during which the sun stands higher than so many degrees. */
export type SunAbove = (span: Span, elevationDeg: number) => readonly Span[];

export type WatchedInverter = {
  readonly inverterId: InverterId;
  readonly nominalPowerW: number;
  readonly powerAssumed: boolean;
  /** The same text for modules that look the same way. */
  readonly orientation: string;
  /** From when the place counts its present device; -Infinity when it was never anywhere else. */
  readonly standsSinceS: number;
  /** When anything came from the present device last; null when nothing ever did. */
  readonly lastContactS: number | null;
};

/** What an inverter did on one day of the plant, over all devices that stood in the place. */
export type InverterDay = {
  readonly energyWh: number | null;
  /** Energy of each device by the power of that device, added up. */
  readonly kwhPerKw: number | null;
  /** From the first to the last record of each device. */
  readonly recorded: readonly Span[];
};

export type SeenError = {
  readonly inverterId: InverterId;
  readonly atS: number;
  readonly code: string;
  readonly state: number | null;
  readonly stateAfter: number | null;
};

/** Why nothing can be expected of a period. */
export type WhyNoForecast =
  /** A single day is judged by its weather only: by the climate a sound plant falls two thirds short on one day in twenty. */
  | 'weatherUnknown'
  /** In winter whole months differ too much from the climate; what people wrote is judged by. */
  | 'winterByClimate'
  /** Nobody knows where the plant stands. */
  | 'placeUnknown';

/** What is expected of a plant or an inverter in a period. */
export type Forecast = { readonly energyWh: number; readonly source: 'user' | 'model' } | WhyNoForecast;

/** What rules are judged by: one plant, and what is known of it. Days are days since 1970-01-01 in its zone. */
export type Watched = {
  readonly timeZone: string;
  readonly sun: SunAbove;
  readonly inverters: readonly WatchedInverter[];
  /** Since when the portal listens without a break: silence from before may be its own. */
  readonly listeningSinceS: number;
  readonly day: (day: number) => ReadonlyMap<string, InverterDay>;
  /** Energy of a period by inverter, and on how many days each has data. */
  readonly period: (
    firstDay: number,
    endDay: number,
  ) => ReadonlyMap<string, { readonly energyWh: number; readonly days: number }>;
  /** Of the last `errorHours` hours. */
  readonly errors: readonly SeenError[];
  /** What a cloudless sky would give on a day; null when unknown. */
  readonly clearSkyKwhPerKw: (inverterId: InverterId, day: number) => number | null;
  /** For the plant (null) or an inverter: days only with weather, months from the user or the climate. */
  readonly forecast: (inverterId: InverterId | null, firstDay: number, period: 'day' | 'month') => Forecast;
};

/** How long after its last error a device counts as sound again. */
export const errorHours = 24;

/** Rules count time while the sun stands higher than this: below it inverters sleep. */
export const ruleElevationDeg = 5;

export function secondsIn(spans: readonly Span[]): number {
  return spans.reduce((sum, { fromS, toS }) => sum + Math.max(0, toS - fromS), 0);
}

/** Seconds of the one that lie in the other; the spans of each do not overlap. */
export function sharedSeconds(one: readonly Span[], other: readonly Span[]): number {
  let sum = 0;
  for (const a of one) {
    for (const b of other) sum += Math.max(0, Math.min(a.toS, b.toS) - Math.max(a.fromS, b.fromS));
  }
  return sum;
}
