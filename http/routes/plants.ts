import type { FastifyReply } from 'fastify';
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import { z } from 'zod';
import type { Handled } from '../../commands/handle.js';
import { addPlant } from '../../commands/plant/add-plant.js';
import { changePlant } from '../../commands/plant/change-plant.js';
import type { InverterDeps } from '../../commands/plant/ports.js';
import { removePlant } from '../../commands/plant/remove-plant.js';
import { addSubplant, changeSubplant, removeSubplant } from '../../commands/plant/subplants.js';
import { type AccountId, PlantId, SubplantId } from '../../domain/kernel/ids.js';
import { dayIn, legalTimeZone } from '../../domain/kernel/time.js';
import type { LicenceState } from '../../domain/licence/licence.js';
import { licenceSummary } from '../../domain/licence/summary.js';
import { roleIn } from '../../domain/plant/roles.js';
import type { ActivePlant, PlantState } from '../../domain/plant/state.js';
import type { PageWish, PlantPage, PlantRecord } from '../../projections/plant-queries.js';
import { commandContext, requireCaller, type Caller } from '../caller.js';
import { ProblemError, rejectionProblem } from '../problem.js';
import { Problem } from '../schemas/common.js';
import {
  Plant,
  PlantBody,
  PlantList,
  PlantPatch,
  PlantsQuery,
  Subplant,
  SubplantBody,
  SubplantPatch,
  type PlantListItem,
} from '../schemas/plants.js';
import {
  changesOf,
  detailsOf,
  plantAnswer,
  subplantAnswer,
  subplantChangesOf,
  subplantDetailsOf,
} from './plant-answers.js';

/** What a list shows of a plant's readings. */
export type LiveNumbers = Pick<z.infer<typeof PlantListItem>, 'state' | 'acPowerW' | 'todayEnergyWh' | 'lastValueAt'>;

export type PlantRoutesDeps = InverterDeps & {
  /** The plant when the account may see it. */
  readonly findPlant: (accountId: AccountId, plantId: PlantId) => Promise<PlantRecord | null>;
  /** What the original data service knows by a number; null when nothing has it. */
  readonly findNumbered: (kind: 'plant', number: number) => Promise<{ readonly plantId: string } | null>;
  /** By id, of everything that these plants have. */
  readonly numbersOf: (plantIds: readonly string[]) => Promise<ReadonlyMap<string, number>>;
  readonly listPlants: (accountId: AccountId, page: PageWish) => Promise<PlantPage>;
  /** What others call accounts, by id. */
  readonly namesOf: (accountIds: readonly string[]) => Promise<ReadonlyMap<string, string>>;
  readonly licencesOf: (plantIds: readonly string[]) => Promise<(plantId: string) => LicenceState>;
  /** By plant id; a plant that is left out has no readings. */
  readonly liveNumbers: (plantIds: readonly string[]) => Promise<ReadonlyMap<string, LiveNumbers>>;
  /** Bounded: an answer never hangs on a read model. */
  readonly waitFor: (position: bigint) => Promise<unknown>;
};

const tags = ['Plants'];
const PlantParams = z.object({ id: PlantId });
const SubplantParams = z.object({ id: PlantId, subplantId: SubplantId });
const silent: LiveNumbers = { state: 'noData', acPowerW: null, todayEnergyWh: null, lastValueAt: null };

/** Plants and subplants of the caller, and those that are shared with the caller. Any other does not exist. */
export function plantRoutes(deps: PlantRoutesDeps): FastifyPluginAsyncZod {
  const today = () => dayIn(legalTimeZone, deps.clock.now());

  async function answer(
    plant: ActivePlant,
    revision: string,
    { accountId }: Caller,
    reply: FastifyReply,
  ): Promise<z.infer<typeof Plant>> {
    const right = roleIn(plant, accountId);
    if (right === null) throw new ProblemError('plant.not-found');
    const [licences, names, numbers] = await Promise.all([
      deps.licencesOf([plant.plantId]),
      right === 'owner' ? null : deps.namesOf([plant.ownerId]),
      deps.numbersOf([plant.plantId]),
    ]);
    tag(reply, revision);
    const seen = { right, ownerName: names?.get(plant.ownerId) ?? null, number: numbers.get(plant.plantId) ?? null };
    return { ...plantAnswer(plant, revision, licences(plant.plantId), today()), ...seen };
  }

  /** The plants that the list is limited to: those of the caller, or the one that has the number. */
  async function onlyOf(caller: Caller, number: number | undefined): Promise<readonly string[] | null> {
    if (number === undefined) return caller.plantIds;
    const numbered = (await deps.findNumbered('plant', number))?.plantId;
    return numbered === undefined || caller.plantIds?.some((id) => id === numbered) === false ? [] : [numbered];
  }

  return async (app) => {
    app.get(
      '/api/v1/plants',
      {
        config: { access: 'plants:view', honoursTokenPlants: true },
        schema: {
          tags,
          summary: 'The plants of the caller, and those shared with the caller',
          querystring: PlantsQuery,
          response: { 200: PlantList },
        },
      },
      async (request) => {
        const { limit, cursor } = request.query;
        const caller = requireCaller(request);
        const only = await onlyOf(caller, request.query.number);
        if (only?.length === 0) return { items: [], next: null };
        const page = await deps.listPlants(caller.accountId, { limit, cursor: cursorOf(cursor), only });
        const ids = page.items.map(({ id }) => id);
        const others = page.items.flatMap(({ role, ownerId }) => (role === 'owner' ? [] : [ownerId]));
        const [licences, live, names] = await Promise.all([
          deps.licencesOf(ids),
          deps.liveNumbers(ids),
          deps.namesOf([...new Set(others)]),
        ]);
        const day = today();
        const items = page.items.map((plant) => ({
          id: plant.id,
          name: plant.name,
          town: plant.town,
          country: plant.country,
          nominalPowerW: plant.nominalPowerW,
          generatorPowerW: plant.generatorPowerW,
          inverterCount: plant.inverterCount,
          ...(live.get(plant.id) ?? silent),
          ...(plant.inverterCount === 0 ? { state: 'noInverters' as const } : {}),
          licence: licenceSummary(licences(plant.id), day),
          right: plant.role,
          ownerName: names.get(plant.ownerId) ?? null,
        }));
        return { items, next: page.next };
      },
    );

    app.post(
      '/api/v1/plants',
      {
        config: { access: 'plants:add' },
        schema: { tags, summary: 'Add a plant', body: PlantBody, response: { 201: Plant, 422: Problem } },
      },
      async (request, reply) => {
        const wish = { ownerId: requireCaller(request).accountId, details: detailsOf(request.body) };
        const { plantId, ...handled } = await addPlant(deps, wish, commandContext(request));
        const { plant, revision } = await settled(deps, handled);
        void reply.code(201).header('location', `/api/v1/plants/${plantId}`);
        return answer(plant, revision, requireCaller(request), reply);
      },
    );

    app.get(
      '/api/v1/plants/:id',
      {
        config: { access: 'plants:view' },
        schema: { tags, summary: 'A plant', params: PlantParams, response: { 200: Plant } },
      },
      async (request, reply) => {
        const record = await deps.findPlant(requireCaller(request).accountId, request.params.id);
        if (record === null) throw new ProblemError('plant.not-found');
        return answer(record.plant, record.revision, requireCaller(request), reply);
      },
    );

    app.patch(
      '/api/v1/plants/:id',
      {
        config: { access: 'plants:change' },
        schema: {
          tags,
          summary: 'Change parts of a plant',
          params: PlantParams,
          body: PlantPatch,
          response: { 200: Plant, 422: Problem },
        },
      },
      async (request, reply) => {
        const wish = { plantId: request.params.id, changes: changesOf(request.body) };
        const { plant, revision } = await settled(deps, await changePlant(deps, wish, commandContext(request)));
        return answer(plant, revision, requireCaller(request), reply);
      },
    );

    app.delete(
      '/api/v1/plants/:id',
      {
        config: { access: 'plants:remove' },
        schema: {
          tags,
          summary: 'Remove a plant with its inverters',
          params: PlantParams,
          response: { 204: z.undefined() },
        },
      },
      async (request, reply) => {
        const handled = await removePlant(deps, { plantId: request.params.id }, commandContext(request));
        await shown(deps, handled);
        return reply.code(204).send();
      },
    );

    app.get(
      '/api/v1/plants/:id/subplants',
      {
        config: { access: 'plants:view' },
        schema: {
          tags,
          summary: 'Subplants of a plant',
          params: PlantParams,
          response: { 200: z.object({ items: z.array(Subplant), next: z.null() }) },
        },
      },
      async (request, reply) => {
        const record = await deps.findPlant(requireCaller(request).accountId, request.params.id);
        if (record === null) throw new ProblemError('plant.not-found');
        tag(reply, record.revision);
        const { plant } = record;
        return { items: [...plant.subplants.keys()].flatMap((id) => subplantAnswer(plant, id) ?? []), next: null };
      },
    );

    app.post(
      '/api/v1/plants/:id/subplants',
      {
        config: { access: 'plants:change' },
        schema: {
          tags,
          summary: 'Add a subplant',
          params: PlantParams,
          body: SubplantBody,
          response: { 201: Subplant },
        },
      },
      async (request, reply) => {
        const wish = { plantId: request.params.id, details: subplantDetailsOf(request.body) };
        const { subplantId, ...handled } = await addSubplant(deps, wish, commandContext(request));
        const { plant, revision } = await settled(deps, handled);
        tag(reply, revision).code(201);
        return found(subplantAnswer(plant, subplantId));
      },
    );

    app.patch(
      '/api/v1/plants/:id/subplants/:subplantId',
      {
        config: { access: 'plants:change' },
        schema: {
          tags,
          summary: 'Change parts of a subplant',
          params: SubplantParams,
          body: SubplantPatch,
          response: { 200: Subplant },
        },
      },
      async (request, reply) => {
        const { id: plantId, subplantId } = request.params;
        const wish = { plantId, subplantId, changes: subplantChangesOf(request.body) };
        const { plant, revision } = await settled(deps, await changeSubplant(deps, wish, commandContext(request)));
        tag(reply, revision);
        return found(subplantAnswer(plant, subplantId));
      },
    );

    app.delete(
      '/api/v1/plants/:id/subplants/:subplantId',
      {
        config: { access: 'plants:change' },
        schema: {
          tags,
          summary: 'Remove a subplant; its inverters stay',
          params: SubplantParams,
          response: { 204: z.undefined() },
        },
      },
      async (request, reply) => {
        const { id: plantId, subplantId } = request.params;
        const { revision } = await settled(
          deps,
          await removeSubplant(deps, { plantId, subplantId }, commandContext(request)),
        );
        return tag(reply, revision).code(204).send();
      },
    );
  };
}

function found<T>(answer: T | null): T {
  if (answer === null) throw new ProblemError('subplant.not-found');
  return answer;
}

export function tag(reply: FastifyReply, revision: string): FastifyReply {
  return reply.header('etag', `W/"${revision}"`).header('cache-control', 'private, no-cache');
}

type HandledPlant = Handled<PlantState, unknown, { readonly code: string }>;

/** Throws the rejection as a problem; otherwise waits until the read models show what happened. */
async function shown(
  { waitFor }: Pick<PlantRoutesDeps, 'waitFor'>,
  handled: HandledPlant,
): Promise<Extract<HandledPlant, { readonly ok: true }>> {
  if (!handled.ok) throw rejectionProblem(handled.rejection);
  if (handled.position !== null) await waitFor(handled.position);
  return handled;
}

/** As `shown`, with the plant as the command left it. */
export async function settled(
  deps: Pick<PlantRoutesDeps, 'waitFor'>,
  handled: HandledPlant,
): Promise<{ readonly plant: ActivePlant; readonly revision: string }> {
  const { state, revision } = await shown(deps, handled);
  if (state.status !== 'active') throw new ProblemError('plant.not-found');
  return { plant: state, revision: revision.toString() };
}

function cursorOf(cursor: string | undefined): bigint | null {
  if (cursor === undefined) return null;
  if (/^\d{1,18}$/.test(cursor)) return BigInt(cursor);
  throw new ProblemError('request.query-invalid', { errors: [{ pointer: '/cursor', code: 'invalid' }] });
}
