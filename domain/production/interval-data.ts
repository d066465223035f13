import { avoidedCo2Kg, type EmissionFactor } from './co2.js';
import { type Resolution, sumOfKnown, type Values } from './series.js';
import { tariffOn, type Tariff } from './tariff.js';

/** How long the time is that one value of the original data service speaks of: a day, a month, a year (wire.md 2.3). */
export type IntervalType = 'Month' | 'Year' | 'Overall';

/** As series are resolved. */
export const resolutionOf: Readonly<Record<IntervalType, Resolution>> = { Month: 'P1D', Year: 'P1M', Overall: 'P1Y' };

/** For which intervals a kind of value exists: for everything, for inverters only, or not at all. */
type Offer = 'all' | 'inverters' | 'none';

const everywhere = { Month: 'all', Year: 'all', Overall: 'all' } as const;
const deviation = { Month: 'inverters', Year: 'all', Overall: 'all' } as const;
const forecast = { Month: 'none', Year: 'inverters', Overall: 'inverters' } as const;

const offers = {
  Energy: everywhere,
  DailyEnergyNormalized: everywhere,
  PerformanceRatio: everywhere,
  Income: everywhere,
  ReducedCO2: everywhere,
  NormalizedEnergyDeviation: deviation,
  NormalizedEnergyDeviationPercent: deviation,
  EnergyForecast: forecast,
  IncomeForecast: forecast,
  DailySunEnergy: everywhere,
  /** In no list of the documentation, but in one of its samples: understood, and never with a value. */
  ACpower: everywhere,
} as const satisfies Readonly<Record<string, Readonly<Record<IntervalType, Offer>>>>;

export type DataType = keyof typeof offers;

const synonyms: Readonly<Record<string, DataType>> = {
  DailyYield: 'Energy',
  NormalizedYieldDeviation: 'NormalizedEnergyDeviation',
  NormalizedYieldDeviationPercent: 'NormalizedEnergyDeviationPercent',
  IdealEnergy: 'EnergyForecast',
  IdealIncome: 'IncomeForecast',
};

const byName = new Map<string, DataType>(
  [...Object.keys(offers).map((name) => [name, name]), ...Object.entries(synonyms)].map(([name = '', type]) => [
    name.toLowerCase(),
    type as DataType,
  ]),
);

/** By its name or a synonym, in any case; null when there is none. */
export function dataTypeOf(name: string): DataType | null {
  return byName.get(name.toLowerCase()) ?? null;
}

/** Whether the table of the documentation has the value for such an object. */
export function isOffered(dataType: DataType, intervalType: IntervalType, isInverter: boolean): boolean {
  const offer: Offer = offers[dataType][intervalType];
  return offer === 'all' || (offer === 'inverters' && isInverter);
}

/** What an object did day by day; every list has one value for each day from `firstDay` on, null without data. */
export type ObjectDays = {
  /** Days since 1970-01-01. */
  readonly firstDay: number;
  readonly energyKwh: Values;
  /** Irradiation on the plane of the modules. */
  readonly sunWhPerM2: Values;
  /** What one kilowatt hour per kilowatt is measured by: peak power of the modules, or what the inverter is rated for. */
  readonly powerW: number;
  /** The object and the plant that it is compared with, both by what their inverters are rated for. */
  readonly ratedPowerW: number;
  readonly plantEnergyKwh: Values;
  readonly plantRatedPowerW: number;
  /** What was expected, where somebody said so. */
  readonly forecastKwh: Values;
  readonly tariffs: readonly Tariff[];
  readonly emissionFactor: EmissionFactor;
};

export type IntervalPoint = { readonly startDay: number; readonly value: number };

/**
 * One value for each interval that has one; `bounds` are the days on which they begin, and the day after the last of them.
 * Units as the original had them: kWh, kWh/kWp, %, €, kg, kWh/m². A deviation is what the object made per kilowatt less
 * what its whole plant made.
 */
export function intervalPoints(
  dataType: DataType,
  bounds: readonly number[],
  days: ObjectDays,
): readonly IntervalPoint[] {
  return bounds.slice(0, -1).flatMap((startDay, index) => {
    const endDay = bounds[index + 1] ?? startDay;
    const value = valueOf(dataType, days, startDay - days.firstDay, endDay - days.firstDay);
    return value === null ? [] : [{ startDay, value }];
  });
}

/** Over the days `from` to `to` (exclusive) of the lists. */
function valueOf(dataType: DataType, days: ObjectDays, from: number, to: number): number | null {
  const sum = (values: Values) => sumOfKnown(values.slice(from, to));
  switch (dataType) {
    case 'Energy':
      return sum(days.energyKwh);
    case 'DailyEnergyNormalized':
      return per(sum(days.energyKwh), days.powerW / 1000);
    case 'PerformanceRatio':
      return performanceRatio(days, from, to);
    case 'Income':
      return income(days.energyKwh, days, from, to);
    case 'ReducedCO2':
      return avoidedCo2Kg(per(sum(days.energyKwh), 1 / 1000), days.emissionFactor);
    case 'NormalizedEnergyDeviation':
      return deviationOf(days, sum)?.absolute ?? null;
    case 'NormalizedEnergyDeviationPercent':
      return deviationOf(days, sum)?.percent ?? null;
    case 'EnergyForecast':
      return sum(days.forecastKwh);
    case 'IncomeForecast':
      return income(days.forecastKwh, days, from, to);
    case 'DailySunEnergy':
      return per(sum(days.sunWhPerM2), 1000);
    case 'ACpower':
      return null;
  }
}

/** IEC 61724-1, in percent, over the days of which both energy and irradiation are known. */
function performanceRatio({ energyKwh, sunWhPerM2, powerW }: ObjectDays, from: number, to: number): number | null {
  let energy = 0;
  let sun = 0;
  for (let day = from; day < to; day++) {
    const [made, shone] = [energyKwh[day] ?? null, sunWhPerM2[day] ?? null];
    if (made === null || shone === null) continue;
    energy += made;
    sun += shone;
  }
  const hours = per(energy, powerW / 1000);
  return sun === 0 || hours === null ? null : (hours / (sun / 1000)) * 100;
}

/** Euro, by the tariff that was valid on each day. */
function income(values: Values, { firstDay, tariffs }: ObjectDays, from: number, to: number): number | null {
  const tariff = tariffOn(tariffs);
  return sumOfKnown(
    values.slice(from, to).map((kwh, offset) => {
      const centsPerKwh = tariff(firstDay + from + offset);
      return kwh === null || centsPerKwh === null ? null : (kwh * centsPerKwh) / 100;
    }),
  );
}

function deviationOf(days: ObjectDays, sum: (values: Values) => number | null) {
  const own = per(sum(days.energyKwh), days.ratedPowerW / 1000);
  const plant = per(sum(days.plantEnergyKwh), days.plantRatedPowerW / 1000);
  if (own === null || plant === null) return null;
  return { absolute: own - plant, percent: plant === 0 ? null : ((own - plant) / plant) * 100 };
}

function per(value: number | null, divisor: number): number | null {
  return value === null || divisor === 0 ? null : value / divisor;
}
