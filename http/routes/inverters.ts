import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import { z } from 'zod';
import { addInverter } from '../../commands/plant/add-inverter.js';
import { changeInverter } from '../../commands/plant/change-inverter.js';
import type { Sighting } from '../../commands/ports.js';
import { exchangeInverter } from '../../commands/plant/exchange-inverter.js';
import { judgeInverter } from '../../commands/plant/judge-inverter.js';
import { removeInverter } from '../../commands/plant/remove-inverter.js';
import { InverterId, PlantId, SerialNumber, SubplantId } from '../../domain/kernel/ids.js';
import type { ActivePlant } from '../../domain/plant/state.js';
import { commandContext, requireCaller } from '../caller.js';
import { ProblemError } from '../problem.js';
import { Problem } from '../schemas/common.js';
import {
  ExchangeBody,
  Inverter,
  InverterBody,
  InverterList,
  InverterPatch,
  VerdictAnswer,
  VerdictBody,
} from '../schemas/plants.js';
import { inverterAnswer } from './plant-answers.js';
import { settled, tag, type PlantRoutesDeps } from './plants.js';

export type InverterRoutesDeps = PlantRoutesDeps & {
  /** When devices were last heard of, claimed or not; by serial number, the unheard left out. */
  readonly lastSeen: (serialNumbers: readonly SerialNumber[]) => Promise<ReadonlyMap<string, Sighting>>;
  /** Of one account, at each of the routes that compare a code; 20 when left out. */
  readonly codeAttemptsPerMinute?: number;
};

const tags = ['Inverters'];
const PlantParams = z.object({ id: PlantId });
const InverterParams = z.object({ id: PlantId, inverterId: InverterId });

/** Inverters of a plant of the caller. */
export function inverterRoutes(deps: InverterRoutesDeps): FastifyPluginAsyncZod {
  const sightings = {
    lastSeen: async (serialNumber: SerialNumber) =>
      (await deps.lastSeen([serialNumber])).get(serialNumber)?.lastSeenAt ?? null,
  };
  // Codes are short: nobody may try them out.
  const guessing = {
    rateLimit: {
      max: deps.codeAttemptsPerMinute ?? 20,
      timeWindow: 60_000,
      keyGenerator: (request: Parameters<typeof requireCaller>[0]) => request.caller?.accountId ?? request.ip,
    },
  };

  async function answers(accountId: Parameters<PlantRoutesDeps['findPlant']>[0], plant: ActivePlant) {
    const inverters = [...plant.inverters.values()];
    const [record, types, seen] = await Promise.all([
      deps.findPlant(accountId, plant.plantId),
      deps.catalogue.list(),
      deps.lastSeen(inverters.map(({ serialNumber }) => serialNumber)),
    ]);
    const now = deps.clock.now();
    return inverters.map((inverter) =>
      inverterAnswer(inverter, {
        types,
        now,
        sighting: seen.get(inverter.serialNumber) ?? null,
        place: record?.places[inverter.inverterId],
      }),
    );
  }

  async function answer(
    accountId: Parameters<PlantRoutesDeps['findPlant']>[0],
    plant: ActivePlant,
    inverterId: InverterId,
  ): Promise<z.infer<typeof Inverter>> {
    const inverter = (await answers(accountId, plant)).find(({ id }) => id === inverterId);
    if (inverter === undefined) throw new ProblemError('inverter.not-found');
    return inverter;
  }

  return async (app) => {
    app.get(
      '/api/v1/plants/:id/inverters',
      {
        config: { access: 'plants:view' },
        schema: { tags, summary: 'Inverters of a plant', params: PlantParams, response: { 200: InverterList } },
      },
      async (request, reply) => {
        const { accountId } = requireCaller(request);
        const record = await deps.findPlant(accountId, request.params.id);
        if (record === null) throw new ProblemError('plant.not-found');
        tag(reply, record.revision);
        return { items: await answers(accountId, record.plant), next: null };
      },
    );

    app.post(
      '/api/v1/plants/:id/inverters/verdict',
      {
        config: { access: 'plants:change', ...guessing },
        schema: {
          tags,
          summary: 'What would become of a device if it were added now',
          params: PlantParams,
          body: VerdictBody,
          response: { 200: VerdictAnswer, 429: Problem },
        },
      },
      async (request, reply) => {
        const { serialNumber, activationCode } = request.body;
        const wish = { plantId: request.params.id, serialNumber: serialOf(serialNumber), activationCode };
        const judged = await judgeInverter({ ...deps, sightings }, wish, commandContext(request));
        if (judged === null) throw new ProblemError('plant.not-found');
        void reply.header('cache-control', 'no-store');
        return { ...judged, lastSeenAt: judged.lastSeenAt?.toString() ?? null };
      },
    );

    app.post(
      '/api/v1/plants/:id/inverters',
      {
        config: { access: 'plants:change', ...guessing },
        schema: {
          tags,
          summary: 'Add an inverter',
          params: PlantParams,
          body: InverterBody,
          response: { 201: Inverter, 409: Problem, 422: Problem },
        },
      },
      async (request, reply) => {
        const { serialNumber, subplantId, ...wish } = request.body;
        const { inverterId, ...handled } = await addInverter(
          deps,
          {
            ...wish,
            plantId: request.params.id,
            serialNumber: serialOf(serialNumber),
            subplantId: subplantOf(subplantId) ?? null,
          },
          commandContext(request),
        );
        const { plant, revision } = await settled(deps, handled);
        tag(reply, revision).code(201).header('location', `/api/v1/plants/${plant.plantId}/inverters/${inverterId}`);
        return answer(requireCaller(request).accountId, plant, inverterId);
      },
    );

    app.get(
      '/api/v1/plants/:id/inverters/:inverterId',
      {
        config: { access: 'plants:view' },
        schema: { tags, summary: 'An inverter', params: InverterParams, response: { 200: Inverter } },
      },
      async (request, reply) => {
        const { accountId } = requireCaller(request);
        const record = await deps.findPlant(accountId, request.params.id);
        if (record === null) throw new ProblemError('plant.not-found');
        tag(reply, record.revision);
        return answer(accountId, record.plant, request.params.inverterId);
      },
    );

    app.patch(
      '/api/v1/plants/:id/inverters/:inverterId',
      {
        config: { access: 'plants:change' },
        schema: {
          tags,
          summary: 'Change name, subplant or type of an inverter',
          params: InverterParams,
          body: InverterPatch,
          response: { 200: Inverter, 422: Problem },
        },
      },
      async (request, reply) => {
        const { id: plantId, inverterId } = request.params;
        const { subplantId, ...changes } = request.body;
        const wish = { ...changes, plantId, inverterId, subplantId: subplantOf(subplantId) };
        const { plant, revision } = await settled(deps, await changeInverter(deps, wish, commandContext(request)));
        tag(reply, revision);
        return answer(requireCaller(request).accountId, plant, inverterId);
      },
    );

    app.post(
      '/api/v1/plants/:id/inverters/:inverterId/exchange',
      {
        config: { access: 'plants:change', ...guessing },
        schema: {
          tags,
          summary: 'Put another device into the place of an inverter',
          params: InverterParams,
          body: ExchangeBody,
          response: { 200: Inverter, 422: Problem },
        },
      },
      async (request, reply) => {
        const { id: plantId, inverterId } = request.params;
        const { serialNumber, ...device } = request.body;
        const wish = { ...device, plantId, inverterId, serialNumber: serialOf(serialNumber) };
        const { plant, revision } = await settled(deps, await exchangeInverter(deps, wish, commandContext(request)));
        tag(reply, revision);
        return answer(requireCaller(request).accountId, plant, inverterId);
      },
    );

    app.delete(
      '/api/v1/plants/:id/inverters/:inverterId',
      {
        config: { access: 'plants:change' },
        schema: {
          tags,
          summary: 'Remove an inverter',
          params: InverterParams,
          response: { 204: z.undefined(), 422: Problem },
        },
      },
      async (request, reply) => {
        const { id: plantId, inverterId } = request.params;
        const { revision } = await settled(
          deps,
          await removeInverter(deps, { plantId, inverterId }, commandContext(request)),
        );
        return tag(reply, revision).code(204).send();
      },
    );
  };
}

function serialOf(text: string): SerialNumber {
  const serialNumber = SerialNumber.safeParse(text).data;
  if (serialNumber === undefined) throw new ProblemError('inverter.serial-number-malformed');
  return serialNumber;
}

function subplantOf(id: string | null | undefined): SubplantId | null | undefined {
  return id == null ? id : SubplantId.parse(id);
}
