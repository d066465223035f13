import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import { z } from 'zod';
import { orientationOf } from '../../adapters/alerting/plants.js';
import { besideBest, comparisonRule } from '../../domain/alerting/comparison.js';
import type { AlertRule } from '../../domain/alerting/rule.js';
import { dayNumber, dayText } from '../../domain/production/device-clock.js';
import { sumOfKnown } from '../../domain/production/series.js';
import type { PlantRecord } from '../../projections/plant-queries.js';
import { requireCaller } from '../caller.js';
import { sendTagged } from '../etag.js';
import { ProblemError } from '../problem.js';
import { Problem, Uuid } from '../schemas/common.js';
import { ComparisonQuery, InverterComparison } from '../schemas/production.js';
import { plantForViewing, type ProductionDeps } from './production-deps.js';

type ComparisonDeps = Pick<ProductionDeps, 'plantAccess' | 'production' | 'clock'> & {
  readonly findPlant: (accountId: string, plantId: string) => Promise<PlantRecord | null>;
  readonly alertRulesOf: (plantId: string) => Promise<readonly AlertRule[]>;
};

/** A year and its leap day. */
const mostDays = 366;

/** How the inverters of a plant stand beside each other (D2), by the rule that watches them (E2). */
export function comparisonRoutes(deps: ComparisonDeps): FastifyPluginAsyncZod {
  return async (app) => {
    app.get(
      '/api/v1/plants/:id/comparison',
      {
        config: { access: 'readings:view' },
        schema: {
          tags: ['production'],
          summary: 'Each inverter beside the best of those that it is compared with',
          params: z.object({ id: Uuid }),
          querystring: ComparisonQuery,
          response: { 200: InverterComparison, 304: z.undefined(), 402: Problem, 422: Problem },
        },
      },
      async (request, reply) => {
        const { accountId } = requireCaller(request);
        const { timeZone } = await plantForViewing(deps, accountId, request.params.id);
        const record = await deps.findPlant(accountId, request.params.id);
        if (record === null) throw new ProblemError('plant.not-found');
        const { plant } = record;
        const days = daysOf(request.query, dayNumber(timeZone, deps.clock.now().epochMilliseconds / 1_000));
        const { ruleId, condition } = comparisonRule(await deps.alertRulesOf(plant.plantId));
        const made = await madeOver(plant, days, deps.production);
        const { thresholdPercent, basis, among } = condition;
        const answer = {
          ...{ from: dayText(days.first), to: dayText(days.end) },
          rule: { id: ruleId, thresholdPercent, basis, among },
          inverters: besideBest(made, condition).map(({ orientation: _way, ...inverter }) => inverter),
        };
        return sendTagged(request, reply, answer, { cache: 'asking' });
      },
    );
  };
}

type Days = { readonly first: number; readonly end: number };

/** Days since 1970-01-01, `end` exclusive. */
function daysOf({ from, to }: z.infer<typeof ComparisonQuery>, today: number): Days {
  const dayOf = (text: string) => Date.parse(text) / 86_400_000;
  const first = from === undefined ? today : dayOf(from);
  const end = to === undefined ? Math.max(first, today) + 1 : dayOf(to);
  if (end <= first) throw new ProblemError('series.range-empty');
  if (end - first > mostDays) throw new ProblemError('series.range-too-large', { params: { maxDays: mostDays } });
  return { first, end };
}

async function madeOver(plant: PlantRecord['plant'], days: Days, production: ProductionDeps['production']) {
  const ids = [...plant.inverters.keys()];
  const bounds = Array.from({ length: days.end - days.first + 1 }, (_, n) => days.first + n);
  const [energies, yields] = await Promise.all([
    production.dailyEnergy(ids, bounds),
    production.specificYields(ids, days),
  ]);
  return [...plant.inverters.values()].map((inverter) => {
    const daily = energies.get(inverter.inverterId) ?? [];
    return {
      inverterId: inverter.inverterId,
      orientation: orientationOf(plant, inverter),
      energyWh: sumOfKnown(daily),
      kwhPerKw: yields.get(inverter.inverterId) ?? null,
      days: daily.filter((energyWh) => energyWh !== null).length,
    };
  });
}
