import { fileTypes, sendFile } from '../send-file.js';
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import type { z } from 'zod';
import type { FleetView, KeptViews } from '../../adapters/kept-views.js';
import type { Spreadsheets } from '../../adapters/spreadsheet/port.js';
import { snoozeIncident } from '../../commands/alerting/incidents.js';
import type { PlantDeps } from '../../commands/plant/ports.js';
import { PlantId, type AccountId } from '../../domain/kernel/ids.js';
import { dayIn, legalTimeZone } from '../../domain/kernel/time.js';
import type { Incidents } from '../../domain/alerting/incidents.js';
import type { LicenceState } from '../../domain/licence/licence.js';
import { licenceSummary } from '../../domain/licence/summary.js';
import type { FleetPage, FleetPlant as Found, FleetWish } from '../../projections/fleet.js';
import { commandContext, requireCaller, type Caller } from '../caller.js';
import { cursorKeys, cursorText, uuidKey } from '../cursor.js';
import { rejectionProblem } from '../problem.js';
import { fileOf, Problem } from '../schemas/common.js';
import {
  Fleet,
  FleetExportQuery,
  FleetQuery,
  FleetSnoozeBody,
  FleetSnoozed,
  FleetViews,
  type FleetPlant,
} from '../schemas/fleet.js';

type FleetRoutesDeps = PlantDeps & {
  readonly listFleet: (accountId: AccountId, wish: FleetWish) => Promise<FleetPage>;
  readonly licencesOf: (plantIds: readonly string[]) => Promise<(plantId: string) => LicenceState>;
  /** What others call accounts, by id. */
  readonly namesOf: (accountIds: readonly string[]) => Promise<ReadonlyMap<string, string>>;
  readonly incidentsOf: (plantIds: readonly string[]) => Promise<ReadonlyMap<string, Incidents>>;
  readonly fleetViews: KeptViews<FleetView>;
  readonly spreadsheets: Pick<Spreadsheets, 'stream'>;
  readonly waitFor: (position: bigint) => Promise<unknown>;
};

const tags = ['Plants'];
/** A file is written from pages of so many. */
const exportPage = 500;
const numberKey = /^-?(Infinity|\d+(\.\d+)?(e[+-]?\d+)?)$/;
const nameKey = /^[^\0]{0,200}$/;

/** Many plants of the caller at a glance (D4): counted, sorted by what hurts, looked through, and acted on together. */
export function fleetRoutes(deps: FleetRoutesDeps): FastifyPluginAsyncZod {
  const today = () => dayIn(legalTimeZone, deps.clock.now());

  async function pageOf(
    caller: Caller,
    wish: Omit<FleetWish, 'today' | 'only'> & { readonly among?: readonly string[] | undefined },
  ) {
    const { among, ...rest } = wish;
    return deps.listFleet(caller.accountId, { ...rest, only: allowedTo(caller, among), today: today().toString() });
  }

  async function answersOf(plants: readonly Found[]): Promise<readonly z.infer<typeof FleetPlant>[]> {
    const others = plants.flatMap(({ role, ownerId }) => (role === 'owner' ? [] : [ownerId]));
    const [licences, names] = await Promise.all([
      deps.licencesOf(plants.map(({ id }) => id)),
      deps.namesOf([...new Set(others)]),
    ]);
    const day = today();
    return plants.map(({ ownerId, role, lastValueAt, weekWh, latitudeDeg, longitudeDeg, ...plant }) => ({
      ...plant,
      location: latitudeDeg === null || longitudeDeg === null ? null : { latitudeDeg, longitudeDeg },
      weekWh: [...weekWh],
      lastValueAt: lastValueAt === null ? null : new Date(lastValueAt).toISOString().replace('.000Z', 'Z'),
      licence: licenceSummary(licences(plant.id), day),
      right: role,
      ownerName: names.get(ownerId) ?? null,
    }));
  }

  async function* rowsOf(caller: Caller, query: z.infer<typeof FleetExportQuery>) {
    const { plants: among, numbers: _numbers, ...wish } = query;
    for (let cursor: FleetWish['cursor'] = null; ;) {
      const page: FleetPage = await pageOf(caller, { ...wish, among, cursor, limit: exportPage });
      for (const plant of await answersOf(page.items)) yield columns.map(([, cell]) => cell(plant));
      if (page.next === null) return;
      cursor = page.next;
    }
  }

  return async (app) => {
    app.get(
      '/api/v1/fleet',
      {
        config: { access: 'plants:view', honoursTokenPlants: true },
        schema: {
          tags,
          summary: 'The plants of the caller and those shared with the caller, counted and sorted',
          querystring: FleetQuery,
          response: { 200: Fleet },
        },
      },
      async (request) => {
        const { cursor, ...wish } = request.query;
        const keys = cursorKeys(cursor, wish.sort === 'name' ? nameKey : numberKey, uuidKey);
        const { counts, totals, items, next } = await pageOf(requireCaller(request), { ...wish, cursor: keys });
        return { counts, totals, items: [...(await answersOf(items))], next: cursorText(next) };
      },
    );

    for (const kind of ['csv', 'xlsx'] as const) {
      app.get(
        `/api/v1/fleet.${kind}`,
        {
          config: {
            access: 'plants:view',
            honoursTokenPlants: true,
            rateLimit: { max: 30, timeWindow: 60_000 },
          },
          schema: {
            tags,
            summary: `The list of plants as ${kind.toUpperCase()}`,
            querystring: FleetExportQuery,
            response: { 200: fileOf([fileTypes[kind]]) },
          },
        },
        async (request, reply) => {
          const format = kind === 'csv' && request.query.numbers === 'comma' ? 'csvWithComma' : kind;
          const content = deps.spreadsheets.stream(format, {
            name: 'Plants',
            columns: columns.map(([name]) => name),
            rows: rowsOf(requireCaller(request), request.query),
          });
          return sendFile(reply, { type: fileTypes[kind], name: `plants-${today().toString()}.${kind}`, content });
        },
      );
    }

    app.post(
      '/api/v1/fleet/snooze',
      {
        config: { access: 'alerts:change', honoursTokenPlants: true },
        schema: {
          tags: ['Alerts'],
          summary: 'Nothing is told of the open incidents of these plants until then',
          body: FleetSnoozeBody,
          response: { 200: FleetSnoozed, 422: Problem },
        },
      },
      async (request) => {
        const caller = requireCaller(request);
        const { plantIds, until } = request.body;
        const asked = allowedTo(caller, plantIds) ?? [];
        const seen = await pageOf(caller, { ...everything, among: asked, cursor: null, limit: asked.length || 1 });
        const open = await deps.incidentsOf(seen.items.map(({ id }) => id));
        const refused = new Set<string>();
        // One wish, many commands: each by a key of its own, and none by a revision, which would be that of one plant.
        const { idempotencyKey, expectedRevision: _none, ...context } = commandContext(request);
        const contextOf = (incidentId: string) =>
          idempotencyKey === undefined ? context : { ...context, idempotencyKey: `${idempotencyKey}/${incidentId}` };
        let [incidents, position] = [0, 0n];
        for (const [id, found] of open) {
          for (const { incidentId, status } of found.incidents) {
            if (status !== 'open' || refused.has(id)) continue;
            const wish = { plantId: PlantId.parse(id), incidentId, accountId: caller.accountId, until };
            const handled = await snoozeIncident(deps, wish, contextOf(incidentId));
            if (handled.ok) {
              incidents++;
              position = handled.position ?? position;
            } else if (handled.rejection.code === 'plant.right-missing') refused.add(id);
            else if (handled.rejection.code !== 'incident.not-found') throw rejectionProblem(handled.rejection);
          }
        }
        if (position > 0n) await deps.waitFor(position);
        return { incidents, refusedPlantIds: [...refused] };
      },
    );

    app.get(
      '/api/v1/me/fleet-views',
      {
        config: { access: 'account' },
        schema: { tags, summary: 'Kept views of the list of plants', response: { 200: FleetViews } },
      },
      async (request) => ({ items: [...(await deps.fleetViews.list(requireCaller(request).accountId))] }),
    );

    app.put(
      '/api/v1/me/fleet-views',
      {
        config: { access: 'account' },
        schema: {
          tags,
          summary: 'Keep these views of the list of plants, instead of those of before',
          body: FleetViews,
          response: { 200: FleetViews },
        },
      },
      async (request) => {
        await deps.fleetViews.keep(requireCaller(request).accountId, request.body.items);
        return request.body;
      },
    );
  };
}

const everything = { show: 'all', search: '', sort: 'worst', order: 'desc' } as const;

/** What of the plants asked for the caller is kept to, by a token or by where somebody lives; null = all. */
function allowedTo({ plantIds }: Caller, among: readonly string[] | undefined): readonly string[] | null {
  if (among === undefined || plantIds === null) return among ?? plantIds;
  return among.filter((id) => plantIds.some((one) => one === id));
}

type Plant = z.infer<typeof FleetPlant>;

/** Of a file: like the fields of the answer. */
const columns: readonly (readonly [string, (plant: Plant) => string | number | null])[] = [
  ['id', ({ id }) => id],
  ['name', ({ name }) => name],
  ['town', ({ town }) => town],
  ['country', ({ country }) => country],
  ['ownerName', ({ ownerName }) => ownerName],
  ['state', ({ state }) => state],
  ['generatorPowerW', ({ generatorPowerW }) => generatorPowerW],
  ['nominalPowerW', ({ nominalPowerW }) => nominalPowerW],
  ['inverterCount', ({ inverterCount }) => inverterCount],
  ['acPowerW', ({ acPowerW }) => acPowerW],
  ['todayEnergyWh', ({ todayEnergyWh }) => todayEnergyWh],
  ['shareOfExpected', ({ shareOfExpected }) => shareOfExpected],
  ['expectedBy', ({ expectedBy }) => expectedBy],
  ['lostWh', ({ lostWh }) => lostWh],
  ['worstShare', ({ worstShare }) => worstShare],
  ['openIncidents', ({ openIncidents }) => openIncidents],
  ['lastValueAt', ({ lastValueAt }) => lastValueAt],
  ['licenceState', ({ licence }) => licence.state],
  ['licenceLastDay', ({ licence }) => licence.lastDay],
];
