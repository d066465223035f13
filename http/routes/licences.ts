import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import { z } from 'zod';
import { payOutBalance } from '../../commands/licence/pay-out-balance.js';
import { loadOrder } from '../../commands/order/load-order.js';
import type { Clock, EventLog } from '../../commands/ports.js';
import { fold } from '../../domain/kernel/decider.js';
import type { LoggedEvent } from '../../domain/kernel/event.js';
import { PlantId, type AccountId, type LicenceId } from '../../domain/kernel/ids.js';
import { addDays, legalDay } from '../../domain/licence/calendar.js';
import { licenceAt } from '../../domain/licence/due.js';
import type { LicenceEvent } from '../../domain/licence/events.js';
import { licenceDecider, whyNotOrderable } from '../../domain/licence/licence.js';
import { recomputedCredits, remainingValue } from '../../domain/licence/remaining-value.js';
import {
  liveLicences,
  openCredit,
  type Licence,
  type LicenceState,
  type Reservation,
} from '../../domain/licence/state.js';
import { licenceSummary, standingOf } from '../../domain/licence/summary.js';
import { plannedLastDay } from '../../domain/order/order.js';
import { Temporal } from '../../domain/kernel/time.js';
import type { ActivePlant } from '../../domain/plant/state.js';
import type { PlantRecord } from '../../projections/plant-queries.js';
import { commandContext, requireCaller, requireSession } from '../caller.js';
import { ProblemError, rejectionProblem } from '../problem.js';
import { Problem } from '../schemas/common.js';
import { LicenceHistory, PlantLicence } from '../schemas/licences.js';
import { amount, creditCalculation, money, valueCalculation } from './licence-answers.js';

export type LicenceRoutesDeps = {
  readonly findPlant: (accountId: AccountId, plantId: PlantId) => Promise<PlantRecord | null>;
  /** Every event of the plant's licence, from the first one on. */
  readonly licenceHistory: (plantId: PlantId) => Promise<readonly LoggedEvent<LicenceEvent>[]>;
  readonly clock: Clock;
  readonly log: EventLog;
  /** Bounded: an answer never hangs on a read model. */
  readonly waitFor: (position: bigint) => Promise<unknown>;
};

const tags = ['Licences'];
const PlantParams = z.object({ id: PlantId });
/** How long before the end people are offered the next licence (F9). */
const renewalDays = 40;

/** The licence of a plant for its owner: what there is, what it is worth, and every event that led there. */
export function licenceRoutes(deps: LicenceRoutesDeps): FastifyPluginAsyncZod {
  async function ownPlant(accountId: AccountId, plantId: PlantId): Promise<ActivePlant> {
    const record = await deps.findPlant(accountId, plantId);
    if (record === null || record.plant.ownerId !== accountId) throw new ProblemError('plant.not-found');
    return record.plant;
  }

  async function licenceAnswer(plant: ActivePlant): Promise<z.infer<typeof PlantLicence>> {
    const at = deps.clock.now().toString();
    const history = await deps.licenceHistory(plant.plantId);
    const state = licenceAt(fold(licenceDecider, history), plant.plantId, at);
    const held = state.reservations.find((one) => Temporal.Instant.compare(one.until, at) > 0);
    const order = held === undefined ? null : await loadOrder(deps.log, held.orderId);
    const isOwn = order !== null && order.status !== 'none' && order.placed.accountId === plant.ownerId;
    const lastDays = new Map<LicenceId, string | null>();
    for (const { licenceId, orderId } of liveLicences(state, legalDay(at))) {
      const bought = await loadOrder(deps.log, orderId);
      if (bought.status !== 'none') lastDays.set(licenceId, plannedLastDay(bought, plant.plantId));
    }
    return {
      ...shownLicence(plant, state, { events: history, lastDays }, at),
      openOrder: held === undefined ? null : openOrder(held, isOwn),
    };
  }

  return async (app) => {
    app.get(
      '/api/v1/plants/:id/licence',
      {
        config: { access: 'licences:view' },
        schema: {
          tags,
          summary: 'The licence of a plant',
          params: PlantParams,
          response: { 200: PlantLicence },
        },
      },
      async (request) => {
        const plant = await ownPlant(requireCaller(request).accountId, request.params.id);
        return licenceAnswer(plant);
      },
    );

    app.get(
      '/api/v1/plants/:id/licence/history',
      {
        config: { access: 'licences:view' },
        schema: {
          tags,
          summary: 'Every event of the licence, and every credit computed again',
          params: PlantParams,
          response: { 200: LicenceHistory },
        },
      },
      async (request) => {
        const plant = await ownPlant(requireCaller(request).accountId, request.params.id);
        return historyAnswer(await deps.licenceHistory(plant.plantId));
      },
    );

    app.post(
      '/api/v1/plants/:id/licence/payout',
      {
        config: { access: 'licences:buy' },
        schema: {
          tags,
          summary: 'Pay the balance of ended licences out, by the way that the orders were paid',
          params: PlantParams,
          response: { 200: PlantLicence, 409: Problem },
        },
      },
      async (request) => {
        const { accountId } = requireSession(request);
        const plant = await ownPlant(accountId, request.params.id);
        const { plantId } = plant;
        const paid = await payOutBalance(deps, { plantId, accountId }, commandContext(request));
        if (!paid.ok) throw rejectionProblem(paid.rejection);
        if (paid.position !== null) await deps.waitFor(paid.position);
        return licenceAnswer(plant);
      },
    );
  };
}

/** Of the order of somebody else only that it is there: what they pay is theirs to know. */
function openOrder({ orderId, until }: Reservation, isOwn: boolean): z.infer<typeof PlantLicence>['openOrder'] {
  return isOwn ? { whose: 'own', orderId, until } : { whose: 'other', until };
}

type Recorded = {
  readonly events: readonly LicenceEvent[];
  /** Up to which day a licence goes on that was cancelled for good cause. */
  readonly lastDays: ReadonlyMap<LicenceId, string | null>;
};

function shownLicence(
  { plantId, power }: ActivePlant,
  state: LicenceState,
  { events, lastDays }: Recorded,
  at: string,
): Omit<z.infer<typeof PlantLicence>, 'openOrder'> {
  const today = legalDay(at);
  const value = remainingValue(events, today);
  const checks = new Map(recomputedCredits(events).map((check) => [check.stored.licenceId as string, check]));
  return {
    plantId,
    summary: licenceSummary(state, Temporal.PlainDate.from(today)),
    nominalPowerW: power.nominalPowerW,
    assumedPowerW: power.assumedPowerW,
    licences: state.licences.map((licence) => ({
      licenceId: licence.licenceId,
      orderId: licence.orderId,
      state: standingOf(state, licence, today).state,
      ...periodOf(licence),
      endedAt: licence.end?.at ?? null,
      plannedLastDay: lastDays.get(licence.licenceId) ?? null,
      ...amount(licence.cost),
    })),
    value: {
      day: today,
      net: money(value.netCents),
      gross: money(value.grossCents),
      calculations: value.licences.map((step) => valueCalculation(step, today)),
    },
    balance: money(value.balanceCents),
    credits: state.credits.flatMap((credit) => {
      const check = checks.get(credit.creditId);
      if (check === undefined) return [];
      const { usedCents, paidOutCents } = credit;
      const went = { used: money(usedCents), paidOut: money(paidOutCents), open: money(openCredit(credit)) };
      return [{ calculation: creditCalculation(check), ...went }];
    }),
    announcedExcess: state.announced && {
      installedPowerW: state.announced.installedPowerW,
      effectiveAt: state.announced.effectiveAt,
    },
    notOrderable: obstacleOf(state, power.nominalPowerW, at),
    renewFrom: renewFrom(state, today),
  };
}

function periodOf({ termDays, licensedPowerW, firstDay, lastDay }: Licence) {
  return { termDays, licensedPowerW, firstDay, lastDay };
}

function obstacleOf(state: LicenceState, nominalPowerW: number, at: string) {
  if (nominalPowerW === 0) return 'noPower';
  const obstacle = whyNotOrderable(state, null, at);
  if (obstacle === null) return null;
  return obstacle.code === 'licence.already-queued' ? 'queued' : 'ordered';
}

function renewFrom(state: LicenceState, today: string): string | null {
  const last = liveLicences(state, today).at(-1);
  return last === undefined ? null : addDays(last.lastDay, -renewalDays);
}

/** A history with its credits computed again; what the auditor sees is what the owner sees. */
function historyAnswer(events: readonly LoggedEvent<LicenceEvent>[]): z.infer<typeof LicenceHistory> {
  const checks = recomputedCredits(events);
  const byRevision = new Map(checks.map((check) => [check.revision, check]));
  return {
    items: events.map(({ id, type, data, recordedAt, metadata, revision }, index) => {
      const check = byRevision.get(index);
      return {
        revision: Number(revision),
        ...{ id, type, recordedAt },
        actor: { kind: metadata.actor.kind, id: metadata.actor.id },
        correlationId: metadata.correlationId,
        causationId: metadata.causationId ?? null,
        hash: hashOf(metadata),
        data: data as Record<string, unknown>,
        recomputed: check === undefined ? null : { calculation: creditCalculation(check), isEqual: check.isEqual },
      };
    }),
    isConsistent: checks.every(({ isEqual }) => isEqual),
  };
}

/** Link in the hash chain of the stream, which stands among what is stored beside the event. */
function hashOf(metadata: object): string | null {
  return 'hash' in metadata && typeof metadata.hash === 'string' ? metadata.hash : null;
}
