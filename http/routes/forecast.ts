import type { FastifyReply } from 'fastify';
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import { z } from 'zod';
import type { ClimateQueries } from '../../adapters/weather/port.js';
import type { Handled } from '../../commands/handle.js';
import type { PlantDeps } from '../../commands/plant/ports.js';
import { setForecast } from '../../commands/plant/set-forecast.js';
import { clear } from '../../domain/kernel/event.js';
import { InverterId, PlantId, type AccountId } from '../../domain/kernel/ids.js';
import type { PlantRejection } from '../../domain/plant/plant.js';
import type { ActivePlant, PlantState } from '../../domain/plant/state.js';
import { dayNumber, dayText, startOfDayS } from '../../domain/production/device-clock.js';
import { intervalBounds } from '../../domain/production/series.js';
import {
  climateSourceOfPlant,
  modelledPlant,
  perInverter,
  type ModelledPlant,
} from '../../domain/production/yield/modelled-plant.js';
import {
  modelledMonths,
  monthlyForecasts,
  type ForecastMonth,
} from '../../domain/production/yield/monthly-forecast.js';
import type { PlantRecord } from '../../projections/plant-queries.js';
import { known } from '../../projections/plant-view.js';
import { commandContext, requireCaller } from '../caller.js';
import { ProblemError, rejectionProblem } from '../problem.js';
import { Problem } from '../schemas/common.js';
import { ForecastBody, PlantForecast } from '../schemas/forecast.js';
import { settled, tag } from './plants.js';

type ForecastRoutesDeps = PlantDeps & {
  readonly findPlant: (accountId: AccountId, plantId: PlantId) => Promise<PlantRecord | null>;
  readonly climates: ClimateQueries;
  readonly waitFor: (position: bigint) => Promise<unknown>;
};

const tags = ['Plants'];
const PlantParams = z.object({ id: PlantId });
const InverterParams = z.object({ id: PlantId, inverterId: InverterId });

/** What is expected of each month: by the model, or as somebody who looks after the plant wrote (D3). */
export function forecastRoutes(deps: ForecastRoutesDeps): FastifyPluginAsyncZod {
  const answer = async (plant: ActivePlant, revision: string, reply: FastifyReply) => {
    const { location } = plant.details;
    const described = modelledPlant(plant, await deps.climates.at(clear(location)));
    tag(reply, revision);
    return forecastAnswer(plant, described, deps.clock.now().epochMilliseconds / 1_000);
  };

  async function changed(handled: Handled<PlantState, unknown, PlantRejection>, reply: FastifyReply) {
    if (!handled.ok && handled.rejection.code === 'forecast.beyond-power') {
      const { code, months } = handled.rejection;
      throw rejectionProblem(handled.rejection, {
        errors: months.map((month) => ({ pointer: `/monthsWh/${month}`, code })),
      });
    }
    const { plant, revision } = await settled(deps, handled);
    return answer(plant, revision, reply);
  }

  return async (app) => {
    app.get(
      '/api/v1/plants/:id/forecast',
      {
        config: { access: 'plants:view' },
        schema: {
          tags,
          summary: 'What is expected of each month, and who says so',
          params: PlantParams,
          response: { 200: PlantForecast },
        },
      },
      async (request, reply) => {
        const record = await deps.findPlant(requireCaller(request).accountId, request.params.id);
        if (record === null) throw new ProblemError('plant.not-found');
        return answer(record.plant, record.revision, reply);
      },
    );

    app.put(
      '/api/v1/plants/:id/forecast',
      {
        config: { access: 'plants:change' },
        schema: {
          tags,
          summary: 'Say what is expected of the plant',
          params: PlantParams,
          body: ForecastBody,
          response: { 200: PlantForecast, 422: Problem },
        },
      },
      async (request, reply) => {
        const wish = { plantId: request.params.id, inverterId: null, monthsWh: request.body.monthsWh };
        return changed(await setForecast(deps, wish, commandContext(request)), reply);
      },
    );

    app.put(
      '/api/v1/plants/:id/inverters/:inverterId/forecast',
      {
        config: { access: 'plants:change' },
        schema: {
          tags,
          summary: 'Say what is expected of an inverter',
          params: InverterParams,
          body: ForecastBody,
          response: { 200: PlantForecast },
        },
      },
      async (request, reply) => {
        const { id: plantId, inverterId } = request.params;
        const wish = { plantId, inverterId, monthsWh: request.body.monthsWh };
        return changed(await setForecast(deps, wish, commandContext(request)), reply);
      },
    );
  };
}

function forecastAnswer(plant: ActivePlant, described: ModelledPlant, nowS: number): z.infer<typeof PlantForecast> {
  const { model, timeZone } = described;
  const year = Number(dayText(dayNumber(timeZone, nowS)).slice(0, 4));
  const bounds = monthsOf(timeZone, year);
  const ofFields = modelledMonths(described, bounds);
  const ofInverters = perInverter(described, ofFields);
  const peakPowers = perInverter(described, model?.fields.map(({ peakPowerW }) => [peakPowerW]) ?? []);
  const forecasts = monthlyForecasts(described, bounds, () => ofFields);
  const ofPlantWh = (index: number) =>
    ofFields.length === 0 ? null : ofFields.reduce((sum, values) => sum + (values[index] ?? 0), 0);
  return {
    year,
    expectation: climateSourceOfPlant(described),
    plant: {
      peakPowerW: plant.details.generatorPowerW,
      months: monthsAnswer((index) => forecasts.ofPlant(index), ofPlantWh),
    },
    inverters: [...plant.inverters.values()].map(({ inverterId: id, name, nominalPowerW }) => ({
      id,
      name: known(name, ''),
      peakPowerW: peakPowers.get(id)?.[0] ?? nominalPowerW,
      months: monthsAnswer(
        (index) => forecasts.ofInverter(id, index),
        (index) => ofInverters.get(id)?.[index] ?? null,
      ),
    })),
  };
}

function monthsAnswer(forecast: (index: number) => ForecastMonth, modelledWh: (index: number) => number | null) {
  return Array.from({ length: 12 }, (_, index) => ({
    month: index + 1,
    ...forecast(index),
    modelledWh: modelledWh(index),
  }));
}

function monthsOf(timeZone: string, year: number): readonly number[] {
  const startS = (month: number) => startOfDayS(timeZone, Date.UTC(year, month, 1) / 86_400_000);
  return intervalBounds(timeZone, startS(0), startS(12), 'P1M');
}
