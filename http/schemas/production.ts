import { plantConditions } from '../../domain/production/condition.js';
import { z } from 'zod';
import { seriesMetrics } from '../../domain/production/units.js';
import { DayText, InstantText } from './common.js';
import { InverterState, LicenceSummary } from './plants.js';

const Wh = z.number().nullable();

const SpecificYield = z
  .number()
  .nullable()
  .meta({
    description:
      'kWh/kW: what each device produced in this place, divided by the nominal power of that device, added up. So an ' +
      'exchange for another size does not falsify the comparison with other places.',
  });

/** State of the wire protocol (wire.md 3.3) put into the four words of the page. */
export const InverterCondition = z.enum(['ok', 'note', 'fault', 'noData', 'claimOpen']);

/** The plant page in one answer. Null = nothing measured, never 0. */
export const Overview = z
  .object({
    plantId: z.string(),
    name: z.string(),
    state: z.enum(plantConditions),
    timeZone: z.string(),
    /** Today in the plant's zone. */
    today: DayText,
    asOf: InstantText,
    /** When the newest value was measured; never later than its arrival. */
    lastValueAt: InstantText.nullable(),
    nominalPowerW: z.int(),
    nominalPowerAssumed: z.boolean(),
    generatorPowerW: z.int(),
    licence: LicenceSummary,
    acPowerW: z.number().nullable(),
    energy: z.object({
      todayWh: Wh,
      monthWh: Wh,
      yearWh: Wh,
      totalWh: Wh.meta({
        description:
          'By the counters of the devices: the first device of each place brings its whole life along, also what it ' +
          'produced before the portal heard of it; after an exchange the next one adds what it produced in the place.',
      }),
      sameMonthLastYearWh: Wh,
      yesterdayWh: Wh,
    }),
    /** By the tariff valid on each day; null without a tariff. Euro cents, may have fractions until rounded for display. */
    revenueCents: z.object({
      today: z.number().nullable(),
      month: z.number().nullable(),
      year: z.number().nullable(),
      total: z.number().nullable().meta({
        description:
          'Only of the days whose values the portal received, unlike `energy.totalWh`, which may reach further back.',
      }),
    }),
    co2: z.object({ totalKg: z.number().nullable(), gramsPerKwh: z.number(), source: z.string(), year: z.int() }),
    inverters: z.array(
      z.object({
        id: z.string(),
        name: z.string(),
        serialNumber: z.string(),
        model: z.string().nullable(),
        subplantId: z.string().nullable(),
        condition: InverterCondition,
        state: InverterState,
        /** Number of wire.md 3.3, e.g. 4 = Run. */
        deviceState: z.int().nullable(),
        isClockAhead: z.boolean().meta({
          description:
            'What the device sent last bears a time that had not come yet: its clock, or the time zone of the plant, ' +
            'is wrong. Such values are stored, but neither shown nor counted.',
        }),
        nominalPowerW: z.int(),
        acPowerW: z.number().nullable(),
        todayWh: Wh,
        specificYieldTodayKwhPerKw: SpecificYield,
        /** With today, over the days that have data. */
        specificYield7DaysKwhPerKw: SpecificYield,
        specificYield30DaysKwhPerKw: SpecificYield,
        lastValueAt: InstantText.nullable(),
      }),
    ),
  })
  .meta({ id: 'Overview' });

export const ComparisonQuery = z.object({
  /** Days of the plant, inclusive and exclusive; today when left out. */
  from: DayText.optional(),
  to: DayText.optional(),
});

export const InverterComparison = z
  .object({
    /** Inclusive and exclusive. */
    from: DayText,
    to: DayText,
    rule: z
      .object({
        /** Null where no rule that is on compares inverters: then by what is usual. */
        id: z.string().nullable(),
        thresholdPercent: z.int(),
        basis: z.enum(['specific', 'absolute']),
        among: z.enum(['plant', 'orientation']),
      })
      .meta({ description: 'The strictest rule of the plant that compares inverters.' }),
    inverters: z.array(
      z.object({
        inverterId: z.string(),
        /** Inverters with the same text are compared with each other. */
        group: z.string(),
        energyWh: Wh,
        kwhPerKw: SpecificYield,
        /** That have data. */
        days: z.int(),
        /** 1 = the best of its group; null without data, or without another one to compare with. */
        shareOfBest: z.number().nullable(),
        isBelow: z.boolean(),
      }),
    ),
  })
  .meta({ id: 'InverterComparison' });

const SeriesMetric = z.enum(seriesMetrics);

export const SeriesQuery = z.object({
  /** Comma-separated metric names. */
  metrics: z.string().max(600).default('acPowerW,energyWh'),
  /** Inclusive and exclusive; an instant with offset or a calendar day of the plant. */
  from: z.union([InstantText, DayText]),
  to: z.union([InstantText, DayText]),
  resolution: z.enum(['PT10M', 'PT1H', 'P1D', 'P1M', 'P1Y']).default('PT10M'),
  by: z.enum(['plant', 'subplant', 'inverter']).default('plant'),
  /** Instead of `metrics` and `by`: lines of one's own choice, `acPowerW` of the plant, `acPowerW@<id>` of a subplant or an inverter. */
  lines: z.string().max(2_000).optional(),
});

export const SeriesExportQuery = SeriesQuery.extend({
  /** Of CSV: 1,234.5 as `1234.5` between commas, or as `1234,5` between semicolons. */
  numbers: z.enum(['point', 'comma']).default('point'),
});

export const Expectation = z
  .object({
    /** `table`: of Central Europe; `guess`: the nearest row of it, elsewhere; `service`: measured for the place. */
    kind: z.enum(['table', 'guess', 'service']),
    attribution: z.string(),
    period: z.string(),
    accuracyPercent: z.number(),
  })
  .meta({ id: 'Expectation' });

const Attribution = z.object({ text: z.string(), url: z.string().nullable() }).meta({ id: 'Attribution' });

/**
 * Parallel arrays: `times[i]` is the start of interval i, `values[i]` its value or null for no data. Power, voltages
 * and so on are means over the interval (sums over inverters for power and current), energy is a sum.
 */
export const Series = z
  .object({
    plantId: z.string(),
    timeZone: z.string(),
    resolution: z.string(),
    from: InstantText,
    to: InstantText,
    /** Which climate the expected values rest on, and how far a usual year may be off; null when there are none. */
    expectation: Expectation.nullable(),
    /** Those to whom the weather behind `weather…` metrics is owed; empty when none is known. */
    weather: z.array(Attribution),
    times: z.array(InstantText),
    series: z.array(
      z.object({
        metric: SeriesMetric,
        unit: z.string(),
        /** Inverter or subplant id, or null for the plant (or inverters without subplant). */
        of: z.string().nullable(),
        name: z.string(),
        values: z.array(z.number().nullable()),
      }),
    ),
  })
  .meta({ id: 'Series' });

export const DeviceErrorsQuery = z.object({
  from: z.union([InstantText, DayText]).optional(),
  to: z.union([InstantText, DayText]).optional(),
  inverterId: z.uuid().optional(),
  limit: z.coerce.number().int().min(1).max(500).default(100),
  cursor: z.string().max(200).optional(),
});

export const DeviceError = z
  .object({
    id: z.string(),
    inverterId: z.string(),
    inverterName: z.string(),
    serialNumber: z.string(),
    at: InstantText,
    code: z.string(),
    /** In the caller's language; `Error 0A0123; …` when the meaning is not known. */
    text: z.string(),
    known: z.boolean(),
    deviceState: z.int().nullable(),
    deviceStateText: z.string().nullable(),
    deviceStateAfter: z.int().nullable(),
    deviceStateAfterText: z.string().nullable(),
    /** When the device told for the first time after it that it was running; null when it did not within seven days. */
    runningAgainAt: InstantText.nullable(),
  })
  .meta({ id: 'DeviceError' });
