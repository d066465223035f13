import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import { z } from 'zod';
import type { MessageView } from '../../adapters/outbox/messages.js';
import { acknowledgeIncident, endSnooze, snoozeIncident } from '../../commands/alerting/incidents.js';
import { alertMails } from '../../commands/policies/alert-mails.js';
import { messageId } from '../../commands/policies/engine.js';
import type { PlantDeps } from '../../commands/plant/ports.js';
import { IncidentId, PlantId } from '../../domain/kernel/ids.js';
import { News } from '../../domain/alerting/events.js';
import type { FoundIncident, IncidentEntry, IncidentWish } from '../../projections/incidents.js';
import { known } from '../../projections/plant-view.js';
import type { PlantRecord } from '../../projections/plant-queries.js';
import { commandContext, requireCaller, type Caller } from '../caller.js';
import { ProblemError, rejectionProblem } from '../problem.js';
import { type Incident, IncidentDetails, IncidentPage, IncidentsQuery, SnoozeBody } from '../schemas/alerts.js';
import { Problem } from '../schemas/common.js';

type IncidentRoutesDeps = PlantDeps & {
  readonly listIncidents: (
    accountId: string,
    wish: IncidentWish,
  ) => Promise<{ readonly items: readonly FoundIncident[]; readonly next: string | null }>;
  readonly findIncident: (accountId: string, incidentId: string) => Promise<FoundIncident | null>;
  readonly findPlant: (accountId: string, plantId: string) => Promise<PlantRecord | null>;
  readonly namesOf: (accountIds: readonly string[]) => Promise<ReadonlyMap<string, string>>;
  readonly findMessages: (ids: readonly string[]) => Promise<ReadonlyMap<string, MessageView>>;
  readonly waitFor: (position: bigint) => Promise<unknown>;
};

const tags = ['Alerts'];
const Params = z.object({ id: IncidentId });

/** What was found in the plants that the caller sees (E5): listed, explained, acknowledged and snoozed. */
export function incidentRoutes(deps: IncidentRoutesDeps): FastifyPluginAsyncZod {
  async function incidentOf(caller: Caller, incidentId: IncidentId): Promise<FoundIncident> {
    const incident = await deps.findIncident(caller.accountId, incidentId);
    const { plantIds } = caller;
    const isShown = incident !== null && (plantIds === null || plantIds.some((id) => id === incident.plantId));
    if (incident === null || !isShown) throw new ProblemError('incident.not-found');
    return incident;
  }

  /** Names and zones of the plants that incidents belong to. */
  async function plantsOf(caller: Caller, incidents: readonly FoundIncident[]) {
    const ids = [...new Set(incidents.map(({ plantId }) => plantId))];
    const records = await Promise.all(ids.map(async (id) => [id, await deps.findPlant(caller.accountId, id)] as const));
    return new Map(records);
  }

  async function detailsOf(caller: Caller, incident: FoundIncident): Promise<z.infer<typeof IncidentDetails>> {
    const { record } = incident;
    const plant = (await plantsOf(caller, [incident])).get(incident.plantId) ?? null;
    const { history, evidence } = record;
    const sent = history.flatMap((entry) => entry.toldTo.map(({ ordinal }) => idOfMessage(entry, ordinal)));
    const [names, messages] = await Promise.all([
      deps.namesOf([...new Set(history.flatMap(peopleIn))]),
      deps.findMessages(sent),
    ]);
    return {
      ...answerOf(incident, plant),
      referenceName: evidence.kind === 'deviation' ? inverterName(plant, evidence.reference.inverterId) : null,
      history: history.map((entry) => entryAnswer(entry, names, messages)),
    };
  }

  /** Lets a wish about an incident happen, and answers how it is then. */
  async function changed(
    caller: Caller,
    id: IncidentId,
    act: (wish: Parameters<typeof acknowledgeIncident>[1]) => ReturnType<typeof acknowledgeIncident>,
  ): Promise<z.infer<typeof IncidentDetails>> {
    const { plantId, record } = await incidentOf(caller, id);
    const { incidentId } = record;
    const handled = await act({ plantId: PlantId.parse(plantId), incidentId, accountId: caller.accountId });
    if (!handled.ok) throw rejectionProblem(handled.rejection);
    if (handled.position !== null) await deps.waitFor(handled.position);
    return detailsOf(caller, await incidentOf(caller, id));
  }

  return async (app) => {
    app.get(
      '/api/v1/incidents',
      {
        config: { access: 'alerts:view', honoursTokenPlants: true },
        schema: {
          tags,
          summary: 'Incidents of all plants that the caller sees, the newest first',
          querystring: IncidentsQuery,
          response: { 200: IncidentPage },
        },
      },
      async (request) => {
        const caller = requireCaller(request);
        const { plantId, status = null, kind = null, from = null, to = null, search, limit, cursor } = request.query;
        const allowed = caller.plantIds;
        const wished = plantId === undefined ? null : [plantId];
        const only =
          wished === null || allowed === null
            ? (wished ?? allowed)
            : wished.filter((id) => allowed.some((one) => one === id));
        const wish = {
          ...{ limit, status, kind, from, to, search, only },
          cursor: cursor === undefined ? null : BigInt(cursor),
        };
        const page = await deps.listIncidents(caller.accountId, wish);
        const plants = await plantsOf(caller, page.items);
        return { items: page.items.map((one) => answerOf(one, plants.get(one.plantId) ?? null)), next: page.next };
      },
    );

    app.get(
      '/api/v1/incidents/:id',
      {
        config: { access: 'alerts:view', honoursTokenPlants: true },
        schema: {
          tags,
          summary: 'An incident with its numbers, its life and what became of each message',
          params: Params,
          response: { 200: IncidentDetails },
        },
      },
      async (request) => {
        const caller = requireCaller(request);
        return detailsOf(caller, await incidentOf(caller, request.params.id));
      },
    );

    app.post(
      '/api/v1/incidents/:id/acknowledgement',
      {
        config: { access: 'alerts:change', honoursTokenPlants: true },
        schema: {
          tags,
          summary: 'Seen: no more reminders',
          params: Params,
          response: { 200: IncidentDetails },
        },
      },
      (request) =>
        changed(requireCaller(request), request.params.id, (wish) =>
          acknowledgeIncident(deps, wish, commandContext(request)),
        ),
    );

    app.post(
      '/api/v1/incidents/:id/snooze',
      {
        config: { access: 'alerts:change', honoursTokenPlants: true },
        schema: {
          tags,
          summary: 'Nothing is told until then; then it is told again, if it still stands',
          params: Params,
          body: SnoozeBody,
          response: { 200: IncidentDetails, 409: Problem, 422: Problem },
        },
      },
      (request) => {
        const { until } = request.body;
        return changed(requireCaller(request), request.params.id, (wish) =>
          snoozeIncident(deps, { ...wish, until }, commandContext(request)),
        );
      },
    );

    app.delete(
      '/api/v1/incidents/:id/snooze',
      {
        config: { access: 'alerts:change', honoursTokenPlants: true },
        schema: {
          tags,
          summary: 'It is told again as its rule says',
          params: Params,
          response: { 200: IncidentDetails },
        },
      },
      (request) =>
        changed(requireCaller(request), request.params.id, (wish) => endSnooze(deps, wish, commandContext(request))),
    );
  };
}

function answerOf({ plantId, plantName, record }: FoundIncident, plant: PlantRecord | null): z.infer<typeof Incident> {
  const { closed, status, changedAt, acknowledged } = record;
  const hasRecovered = status === 'recovered';
  return {
    ...{ id: record.incidentId, plantId, plantName, timeZone: plant?.plant.details.timeZone ?? 'UTC' },
    ...{ ruleId: record.ruleId, ruleVersion: record.ruleVersion, inverterId: record.inverterId },
    inverterName: record.inverterId === null ? null : inverterName(plant, record.inverterId),
    status: closed === null ? status : 'closed',
    ...{ openedAt: record.openedAt, since: record.since, evidence: record.evidence, recurrences: record.recurrences },
    recoveredAt: hasRecovered ? changedAt : (closed?.at ?? null),
    acknowledgedAt: acknowledged?.at ?? null,
    snoozedUntil: record.snoozedUntil,
  };
}

function inverterName(record: PlantRecord | null, inverterId: string): string | null {
  const inverter = [...(record?.plant.inverters.values() ?? [])].find((one) => one.inverterId === inverterId);
  return inverter === undefined ? null : known(inverter.name, inverter.serialNumber) || inverter.serialNumber;
}

function peopleIn({ accountId, toldTo }: IncidentEntry): readonly string[] {
  return [...(accountId === null ? [] : [accountId]), ...toldTo.map((one) => one.accountId)];
}

function idOfMessage({ eventId }: IncidentEntry, ordinal: number): string {
  return messageId(alertMails, { id: eventId }, ordinal);
}

function entryAnswer(
  entry: IncidentEntry,
  names: ReadonlyMap<string, string>,
  messages: ReadonlyMap<string, MessageView>,
): z.infer<typeof IncidentDetails>['history'][number] {
  const { at, what, accountId, detail, evidence, toldTo } = entry;
  return {
    ...{ at, what, evidence },
    name: accountId === null ? null : (names.get(accountId) ?? null),
    news: what === 'told' ? (News.safeParse(detail).data ?? null) : null,
    detail: what === 'told' ? null : detail,
    deliveries: toldTo.map((one) => {
      const message = messages.get(idOfMessage(entry, one.ordinal));
      const triedAt = message?.sentAt ?? message?.lastAttemptAt ?? null;
      return {
        name: names.get(one.accountId) ?? '',
        state: message?.state ?? 'waiting',
        at: triedAt?.toISOString() ?? null,
      };
    }),
  };
}
