import type { FastifyReply } from 'fastify';
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import { z } from 'zod';
import type { PlantDeps } from '../../commands/plant/ports.js';
import { setEmissionFactor } from '../../commands/plant/set-emission-factor.js';
import { PlantId, type AccountId } from '../../domain/kernel/ids.js';
import { emissionFactorOf } from '../../domain/plant/emission-factor.js';
import type { ActivePlant } from '../../domain/plant/state.js';
import { usualEmissionFactor, type EmissionFactor } from '../../domain/production/co2.js';
import type { PlantRecord } from '../../projections/plant-queries.js';
import { commandContext, requireCaller } from '../caller.js';
import { ProblemError } from '../problem.js';
import { Problem } from '../schemas/common.js';
import { EmissionFactorBody, PlantEmissionFactor } from '../schemas/emission-factor.js';
import { settled, tag } from './plants.js';

type EmissionFactorDeps = PlantDeps & {
  readonly findPlant: (accountId: AccountId, plantId: PlantId) => Promise<PlantRecord | null>;
  readonly waitFor: (position: bigint) => Promise<unknown>;
};

const url = '/api/v1/plants/:id/emission-factor';
const tags = ['Plants'];
const params = z.object({ id: PlantId });

/** What CO₂ of a plant is counted with (D1): as the portal knows it, or as somebody who looks after the plant states. */
export function emissionFactorRoutes(deps: EmissionFactorDeps): FastifyPluginAsyncZod {
  const set = async (
    request: Parameters<typeof commandContext>[0],
    plantId: PlantId,
    factor: EmissionFactor | null,
    reply: FastifyReply,
  ) => {
    const wish = { plantId, factor };
    const { plant, revision } = await settled(deps, await setEmissionFactor(deps, wish, commandContext(request)));
    tag(reply, revision);
    return answer(plant);
  };

  return async (app) => {
    app.get(
      url,
      {
        config: { access: 'plants:view' },
        schema: {
          tags,
          summary: 'What avoided CO₂ is counted with, and who says so',
          params,
          response: { 200: PlantEmissionFactor },
        },
      },
      async (request, reply) => {
        const record = await deps.findPlant(requireCaller(request).accountId, request.params.id);
        if (record === null) throw new ProblemError('plant.not-found');
        tag(reply, record.revision);
        return answer(record.plant);
      },
    );

    app.put(
      url,
      {
        config: { access: 'plants:change' },
        schema: {
          tags,
          summary: 'State what a kilowatt hour of the grid emits; CO₂ of all times is counted with it',
          params,
          body: EmissionFactorBody,
          response: { 200: PlantEmissionFactor, 422: Problem },
        },
      },
      (request, reply) => set(request, request.params.id, request.body, reply),
    );

    app.delete(
      url,
      {
        config: { access: 'plants:change' },
        schema: {
          tags,
          summary: 'Count with the usual factor again',
          params,
          response: { 200: PlantEmissionFactor },
        },
      },
      (request, reply) => set(request, request.params.id, null, reply),
    );
  };
}

function answer(plant: ActivePlant): z.infer<typeof PlantEmissionFactor> {
  return { ...emissionFactorOf(plant), isOwn: plant.emissionFactor !== null, usual: usualEmissionFactor };
}
