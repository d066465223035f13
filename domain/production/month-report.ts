import { avoidedCo2Kg, type EmissionFactor } from './co2.js';
import { dayText } from './device-clock.js';
import { combineValues, type Values } from './series.js';
import { tariffOn, type Tariff } from './tariff.js';

/** What a report is made from. Values are Wh by place, also of places that were removed, one for each day of the month. */
export type MonthFacts = {
  /** Days since 1970-01-01. */
  readonly firstDay: number;
  readonly days: number;
  readonly energyWh: ReadonlyMap<string, Values>;
  readonly expectedWh: ReadonlyMap<string, Values>;
  /** Of the month, by place: what each of its devices made there, divided by the power of that device, added up. */
  readonly specificYieldsKwhPerKw: ReadonlyMap<string, number>;
  readonly inverters: readonly ReportedPlace[];
  readonly generatorPowerW: number;
  readonly tariffs: readonly Tariff[];
  readonly emissionFactor: EmissionFactor;
  readonly monthBeforeWh: number | null;
  readonly yearBeforeWh: number | null;
};

type ReportedPlace = {
  readonly id: string;
  readonly name: string;
  readonly serialNumber: string;
  readonly nominalPowerW: number;
};

/** A month of a plant. Null = nothing is known of it, which is never zero. */
export type MonthReport = {
  readonly days: readonly {
    readonly day: string;
    readonly energyWh: number | null;
    readonly expectedWh: number | null;
  }[];
  readonly energyWh: number | null;
  /** Of the days of which both are known: a day without data is neither good nor bad. */
  readonly shareOfExpected: number | null;
  readonly daysWithData: number;
  readonly bestDay: { readonly day: string; readonly energyWh: number } | null;
  readonly specificYieldKwhPerKw: number | null;
  readonly revenueCents: number | null;
  readonly avoidedCo2Kg: number | null;
  readonly emissionFactor: EmissionFactor;
  /** Change against the month before, and against the same month of the year before, as a share. */
  readonly changeToMonthBefore: number | null;
  readonly changeToYearBefore: number | null;
  readonly inverters: readonly (ReportedPlace & {
    readonly energyWh: number | null;
    /** By the nominal power of the devices that stood there in the month. */
    readonly specificYieldKwhPerKw: number | null;
    readonly shareOfBest: number | null;
    readonly daysWithData: number;
  })[];
};

export function monthReport(facts: MonthFacts): MonthReport {
  const { firstDay, days: length, tariffs, generatorPowerW } = facts;
  const ofPlant = combineValues('energyWh', [...facts.energyWh.values()], length);
  const expected = combineValues('expectedEnergyWh', [...facts.expectedWh.values()], length);
  const energyWh = sumOf(ofPlant);
  const days = ofPlant.map((ofDayWh, index) => ({
    day: dayText(firstDay + index),
    energyWh: ofDayWh,
    expectedWh: expected[index] ?? null,
  }));
  return {
    days,
    energyWh,
    shareOfExpected: shareOfExpected(days),
    daysWithData: countOf(ofPlant),
    bestDay: days.reduce<MonthReport['bestDay']>(
      (best, { day, energyWh: ofDayWh }) =>
        ofDayWh !== null && ofDayWh > (best?.energyWh ?? 0) ? { day, energyWh: ofDayWh } : best,
      null,
    ),
    specificYieldKwhPerKw: energyWh === null || generatorPowerW === 0 ? null : energyWh / generatorPowerW,
    revenueCents: revenue(ofPlant, firstDay, tariffs),
    avoidedCo2Kg: avoidedCo2Kg(energyWh, facts.emissionFactor),
    emissionFactor: facts.emissionFactor,
    changeToMonthBefore: change(energyWh, facts.monthBeforeWh),
    changeToYearBefore: change(energyWh, facts.yearBeforeWh),
    inverters: inverterRows(facts),
  };
}

function inverterRows({ inverters, energyWh, specificYieldsKwhPerKw }: MonthFacts): MonthReport['inverters'] {
  const rows = inverters.map((inverter) => {
    const values = energyWh.get(inverter.id) ?? [];
    const sumWh = sumOf(values);
    const specificYieldKwhPerKw = specificYieldsKwhPerKw.get(inverter.id) ?? null;
    return { ...inverter, energyWh: sumWh, specificYieldKwhPerKw, daysWithData: countOf(values) };
  });
  const best = Math.max(0, ...rows.map((row) => row.specificYieldKwhPerKw ?? 0));
  return rows.map((row) => ({
    ...row,
    shareOfBest: row.specificYieldKwhPerKw === null || best === 0 ? null : row.specificYieldKwhPerKw / best,
  }));
}

function shareOfExpected(days: MonthReport['days']): number | null {
  const both = days.flatMap(({ energyWh, expectedWh }) =>
    energyWh === null || expectedWh === null ? [] : [{ energyWh, expectedWh }],
  );
  const expectedWh = both.reduce((sum, day) => sum + day.expectedWh, 0);
  return expectedWh === 0 ? null : both.reduce((sum, day) => sum + day.energyWh, 0) / expectedWh;
}

function revenue(energyWh: Values, firstDay: number, tariffs: readonly Tariff[]): number | null {
  const tariff = tariffOn(tariffs);
  return sumOf(
    energyWh.map((wh, index) => {
      const centsPerKwh = tariff(firstDay + index);
      return wh === null || centsPerKwh === null ? null : (wh / 1_000) * centsPerKwh;
    }),
  );
}

function change(now: number | null, before: number | null): number | null {
  return now === null || before === null || before === 0 ? null : now / before - 1;
}

function sumOf(values: Values): number | null {
  const known = values.filter((value) => value !== null);
  return known.length === 0 ? null : known.reduce((sum, value) => sum + value, 0);
}

function countOf(values: Values): number {
  return values.filter((value) => value !== null).length;
}
