import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import { z } from 'zod';
import type { ProductionQueries } from '../../adapters/readings/port.js';
import {
  correctEnergy,
  correctionIdOf,
  loadCorrections,
  undoCorrection,
} from '../../commands/correction/corrections.js';
import { loadPlant } from '../../commands/plant/manage.js';
import type { PlantDeps } from '../../commands/plant/ports.js';
import type { CorrectionRejection } from '../../domain/correction/corrections.js';
import { clear } from '../../domain/kernel/event.js';
import { AccountId, CorrectionId, InverterId, PlantId } from '../../domain/kernel/ids.js';
import type { Handled } from '../../commands/handle.js';
import { commandContext, requireCaller } from '../caller.js';
import { ProblemError, rejectionProblem } from '../problem.js';
import { Problem } from '../schemas/common.js';
import { Correction, CorrectionBody, CorrectionList } from '../schemas/corrections.js';
import { plantForViewing, type PlantAccess } from './production-deps.js';

export type CorrectionRoutesDeps = PlantDeps & {
  readonly plantAccess: PlantAccess;
  readonly production: Pick<ProductionQueries, 'measuredBefore'>;
  readonly namesOf: (accountIds: readonly string[]) => Promise<ReadonlyMap<string, string>>;
  readonly waitFor: (position: bigint) => Promise<unknown>;
};

const tags = ['production'];
const url = '/api/v1/plants/:id/corrections';
const PlantParams = z.object({ id: PlantId });
const CorrectionParams = z.object({ id: PlantId, correctionId: CorrectionId });
const problems = { 401: Problem, 402: Problem, 404: Problem };
/** The energy of days as people put it right (C5), with everything that was ever written or taken back. */
export function correctionRoutes(deps: CorrectionRoutesDeps): FastifyPluginAsyncZod {
  async function listOf(plantId: PlantId, accountId: string): Promise<z.infer<typeof CorrectionList>> {
    const plant = await plantForViewing(deps, accountId, plantId);
    const inverterNames = new Map(plant.inverters.map(({ id, name }) => [id, name]));
    return correctionList(deps, plantId, inverterNames);
  }

  async function settled(handled: Handled<unknown, unknown, { readonly code: string } | CorrectionRejection>) {
    if (!handled.ok) throw refusal(handled.rejection);
    if (handled.position !== null) await deps.waitFor(handled.position);
  }

  return async (app) => {
    app.get(
      url,
      {
        config: { access: 'readings:view' },
        schema: {
          tags,
          summary: 'What people corrected of the energy of a plant, the newest first, with what was taken back',
          params: PlantParams,
          response: { 200: CorrectionList, ...problems },
        },
      },
      async (request) => listOf(request.params.id, requireCaller(request).accountId),
    );

    app.post(
      url,
      {
        config: { access: 'plants:change' },
        schema: {
          tags,
          summary: 'Correct the energy of an inverter on some days; what was measured is kept',
          description:
            'Sums, ratios, reports and alerts follow within seconds. The course within a day keeps its shape; power stays ' +
            'as it was measured.',
          params: PlantParams,
          body: CorrectionBody,
          response: { 201: Correction, 403: Problem, 422: Problem, ...problems },
        },
      },
      async (request, reply) => {
        const { id: plantId } = request.params;
        const { accountId } = requireCaller(request);
        await plantForViewing(deps, accountId, plantId);
        const context = commandContext(request);
        const correctionId = correctionIdOf(plantId, accountId, context.idempotencyKey);
        const inverterId = InverterId.parse(request.body.inverterId);
        const wish = { ...request.body, inverterId, plantId, correctionId, accountId: AccountId.parse(accountId) };
        await settled(await correctEnergy(deps, wish, context));
        return reply.code(201).send(found(await listOf(plantId, accountId), correctionId));
      },
    );

    app.delete(
      `${url}/:correctionId`,
      {
        config: { access: 'plants:change' },
        schema: {
          tags,
          summary: 'Take a correction back; it stays in the history',
          params: CorrectionParams,
          response: { 200: Correction, 403: Problem, ...problems },
        },
      },
      async (request) => {
        const { id: plantId, correctionId } = request.params;
        const accountId = AccountId.parse(requireCaller(request).accountId);
        await plantForViewing(deps, accountId, plantId);
        await settled(await undoCorrection(deps, { plantId, correctionId, accountId }, commandContext(request)));
        return found(await listOf(plantId, accountId), correctionId);
      },
    );
  };
}

function refusal(rejection: { readonly code: string } | CorrectionRejection): ProblemError {
  if ('maxWh' in rejection) {
    return rejectionProblem(rejection, { params: { maxKwh: Math.round(rejection.maxWh / 1_000) } });
  }
  return rejectionProblem(rejection);
}

function found(list: z.infer<typeof CorrectionList>, correctionId: string): z.infer<typeof Correction> {
  const correction = list.items.find(({ id }) => id === correctionId);
  if (correction === undefined) throw new ProblemError('correction.not-found');
  return correction;
}

/** Everything that was written about a plant, the newest first. */
export async function correctionList(
  deps: Pick<CorrectionRoutesDeps, 'log' | 'namesOf' | 'production'>,
  plantId: PlantId,
  inverterNames: ReadonlyMap<string, string>,
): Promise<z.infer<typeof CorrectionList>> {
  const entries = [...(await loadCorrections(deps.log, plantId)).values()];
  const all = entries.filter((one) => one.kind === 'days').reverse();
  const people = all.flatMap(({ by, undone }) => (undone === null ? [by] : [by, undone.by]));
  const [names, measured] = await Promise.all([
    deps.namesOf([...new Set(people)]),
    deps.production.measuredBefore(all),
  ]);
  const items = all.map((one, index) => ({
    id: one.correctionId,
    inverterId: one.inverterId,
    inverterName: inverterNames.get(one.inverterId) ?? null,
    firstDay: one.firstDay,
    lastDay: one.lastDay,
    energyWhPerDay: one.energyWhPerDay,
    basis: one.basis,
    reason: clear(one.reason),
    made: { at: one.at, by: names.get(one.by) ?? null },
    undone: one.undone && { at: one.undone.at, by: names.get(one.undone.by) ?? null },
    measuredWh: measured[index] ?? null,
  }));
  return { items, next: null };
}

type OfficeCorrectionsDeps = Pick<CorrectionRoutesDeps, 'log' | 'namesOf' | 'production'>;

/** The back office: what was ever corrected in any plant, for those who audit it. */
export function officeCorrectionRoutes(deps: OfficeCorrectionsDeps): FastifyPluginAsyncZod {
  return async (app) => {
    app.get(
      '/api/v1/office/plants/:plantId/corrections',
      {
        config: { access: 'licences:audit' },
        schema: {
          tags: ['Office'],
          summary: 'What people corrected of the energy of any plant, with what was taken back',
          params: z.object({ plantId: PlantId }),
          response: { 200: CorrectionList },
        },
      },
      async (request, reply) => {
        const { plantId } = request.params;
        const plant = await loadPlant(deps.log, plantId);
        if (plant.status === 'none') throw new ProblemError('plant.not-found');
        const inverters = plant.status === 'active' ? [...plant.inverters.values()] : [];
        const names = new Map<string, string>(inverters.map(({ inverterId, name }) => [inverterId, clear(name) ?? '']));
        return reply.header('cache-control', 'no-store').send(await correctionList(deps, plantId, names));
      },
    );
  };
}
