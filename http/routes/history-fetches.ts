import type { FastifyRequest } from 'fastify';
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import { z } from 'zod';
import type { HistoryFetch as Fetch, HistoryFetches } from '../../adapters/history-fetch/fetches.js';
import { serviceAddress } from '../../adapters/history-fetch/old-portal.js';
import type { OutboundConfig } from '../../adapters/webhook/config.js';
import { receiverUrl } from '../../adapters/webhook/public-address.js';
import { correctionIdOf } from '../../commands/correction/corrections.js';
import { managedPlant } from '../../commands/plant/manage.js';
import { tableOf } from '../../domain/correction/history-fetch.js';
import { AccountId, PlantId } from '../../domain/kernel/ids.js';
import { commandContext, requireCaller } from '../caller.js';
import { ProblemError } from '../problem.js';
import { Problem, Uuid } from '../schemas/common.js';
import { HistoryImport, HistoryPreview } from '../schemas/corrections.js';
import { HistoryFetch, HistoryFetchBody, HistoryFetchList } from '../schemas/history-fetches.js';
import { judgedRows, previewOf, takeHistory, type HistoryDeps } from './history-answers.js';
import { plantForViewing } from './production-deps.js';

type HistoryFetchDeps = HistoryDeps & {
  readonly historyFetches: HistoryFetches;
  readonly outbound: OutboundConfig;
};

const tags = ['production'];
const url = '/api/v1/plants/:id/history-fetches';
const PlantParams = z.object({ id: PlantId });
const FetchParams = z.object({ id: PlantId, fetchId: Uuid });
const problems = { 401: Problem, 402: Problem, 403: Problem, 404: Problem };
const access = 'plants:change';
/** All that came is read for each. */
const perCaller = {
  rateLimit: {
    max: 30,
    timeWindow: 60_000,
    keyGenerator: (request: FastifyRequest) => request.caller?.accountId ?? request.ip,
  },
};

/** Earlier times of a plant from an old portal (C6): fetched in the background, looked at, and taken as a file would be. */
export function historyFetchRoutes(deps: HistoryFetchDeps): FastifyPluginAsyncZod {
  /** The plant, for those who may change it. */
  async function managed(request: FastifyRequest, plantId: PlantId) {
    const plant = await plantForViewing(deps, requireCaller(request).accountId, plantId);
    if ((await managedPlant(deps.log, plantId, commandContext(request))) === null) {
      throw new ProblemError('plant.right-missing');
    }
    return plant;
  }

  async function found(plantId: PlantId, fetchId: string): Promise<Fetch> {
    const fetch = await deps.historyFetches.find(plantId, fetchId);
    if (fetch === null) throw new ProblemError('history-fetch.not-found');
    return fetch;
  }

  /** What came, judged as a file of the same days would be. */
  async function judged(request: FastifyRequest, plantId: PlantId, fetchId: string) {
    const plant = await managed(request, plantId);
    const { state, plan, address, plantNumber } = await found(plantId, fetchId);
    if (state !== 'ready' || plan === null) throw new ProblemError('history-fetch.not-ready');
    const rows = tableOf(plan, await deps.historyFetches.pieces(fetchId));
    const fileName = `${new URL(address).host}, ${plantNumber}`.slice(-100);
    return { plant, fileName, history: await judgedRows(deps, plant, rows) };
  }

  return async (app) => {
    app.get(
      url,
      {
        config: { access },
        schema: {
          tags,
          summary: 'What is being brought from old portals, or waits to be taken, the newest first',
          params: PlantParams,
          response: { 200: HistoryFetchList, ...problems },
        },
      },
      async (request) => {
        await managed(request, request.params.id);
        return { items: (await deps.historyFetches.list(request.params.id)).map(answer), next: null };
      },
    );

    app.post(
      url,
      {
        config: { access, rateLimit: { max: 30, timeWindow: 60_000 } },
        schema: {
          tags,
          summary: 'Bring the history of a plant from the data service of an old portal, in the background',
          description:
            'One call in five seconds, as the original allows. User name and password are kept sealed until the work is over, ' +
            'and nowhere else. One at a time for each account.',
          params: PlantParams,
          body: HistoryFetchBody,
          response: { 201: HistoryFetch, 409: Problem, 422: Problem, ...problems },
        },
      },
      async (request, reply) => {
        const { id: plantId } = request.params;
        const { address: typed, userName, password, plantNumber } = request.body;
        await managed(request, plantId);
        const address = receiverUrl(typed, { ...deps.outbound, isPlainAllowed: true });
        if (address === null) throw new ProblemError('history-fetch.address-refused');
        const accountId = AccountId.parse(requireCaller(request).accountId);
        const id = correctionIdOf(plantId, accountId, commandContext(request).idempotencyKey);
        const login = { userName, password };
        const begin = { id, accountId, plantId, plantNumber, login, address: serviceAddress(address) };
        const isBegun = await deps.historyFetches.begin(begin, deps.clock.now());
        if (!isBegun) throw new ProblemError('history-fetch.running');
        return reply.code(201).send(answer(await found(plantId, id)));
      },
    );

    app.get(
      `${url}/:fetchId/preview`,
      {
        config: { access, ...perCaller },
        schema: {
          tags,
          summary: 'What of the days that came would be taken',
          params: FetchParams,
          response: { 200: HistoryPreview, 409: Problem, 422: Problem, ...problems },
        },
      },
      async (request) => {
        const { id, fetchId } = request.params;
        const { plant, fileName, history } = await judged(request, id, fetchId);
        return previewOf(plant, fileName, history);
      },
    );

    app.post(
      `${url}/:fetchId/take`,
      {
        config: { access, ...perCaller },
        schema: {
          tags,
          summary: 'Take the good days; they are taken back as those of a file are',
          params: FetchParams,
          response: { 201: HistoryImport, 409: Problem, 422: Problem, ...problems },
        },
      },
      async (request, reply) => {
        const { id: plantId, fetchId } = request.params;
        await managed(request, plantId);
        // Sent once more: what was taken is not kept here any more.
        const taken = await takeHistory(deps, request, plantId, () => judged(request, plantId, fetchId));
        await deps.historyFetches.remove(plantId, fetchId);
        return reply.code(201).send(taken);
      },
    );

    app.delete(
      `${url}/:fetchId`,
      {
        config: { access },
        schema: {
          tags,
          summary: 'End it, and forget what came',
          params: FetchParams,
          response: { 204: z.undefined(), ...problems },
        },
      },
      async (request, reply) => {
        const { id: plantId, fetchId } = request.params;
        await managed(request, plantId);
        await found(plantId, fetchId);
        await deps.historyFetches.remove(plantId, fetchId);
        return reply.code(204).send();
      },
    );
  };
}

function answer(fetch: Fetch): z.infer<typeof HistoryFetch> {
  const { id, address, plantNumber, state, failure, said, callsDone, callsAll, begunAt } = fetch;
  return { id, address, plantNumber, state, failure, said, callsDone, callsAll, begunAt };
}
