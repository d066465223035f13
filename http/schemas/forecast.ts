import { z } from 'zod';
import { pageOf } from './common.js';
import { Expectation } from './production.js';

const mostWh = 1_000_000_000_000;

/** Energy of each month, January first; null leaves a month to the model. */
export const ForecastBody = z
  .strictObject({ monthsWh: z.array(z.int().min(0).max(mostWh).nullable()).length(12) })
  .meta({ id: 'ForecastBody' });

const ForecastMonth = z.object({
  /** 1 = January. */
  month: z.int(),
  /** Null when nobody has written one and nobody knows where the plant stands. */
  energyWh: z.number().nullable(),
  /**
   * `user`: written for just this; `plant`: the share of an inverter in what is written for the plant; `inverters`, `mixed`: the sum
   * over the inverters, where all or some were written; `model`: by the climate.
   */
  source: z.enum(['user', 'plant', 'inverters', 'mixed', 'model']),
  /** What the model says by itself. */
  modelledWh: z.number().nullable(),
});

const forecast = {
  /** Of the modules: what kWh/kW are computed with. */
  peakPowerW: z.number(),
  months: z.array(ForecastMonth),
};

/** What is expected of each month of this year, of a plant and of each inverter. */
export const PlantForecast = z
  .object({
    year: z.int(),
    /** The climate that the model rests on; null when nobody knows where the plant stands. */
    expectation: Expectation.nullable(),
    plant: z.object(forecast),
    inverters: z.array(z.object({ id: z.string(), name: z.string(), ...forecast })),
  })
  .meta({ id: 'PlantForecast' });

/** Errors of global irradiance as parts of what came; null where nothing came. */
export const WeatherScoreList = pageOf(
  z.object({
    source: z.string(),
    /** Up to so many hours ahead. */
    horizonH: z.int(),
    /** So many hours of daylight were compared, over all places. */
    hours: z.number(),
    /** With its sign: more than nothing = too much sun was promised. */
    meanErrorPercent: z.number().nullable(),
    meanAbsoluteErrorPercent: z.number().nullable(),
  }),
).meta({ id: 'WeatherScoreList' });
