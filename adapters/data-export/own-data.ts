import type pg from 'pg';
import { accountDecider, type AccountState } from '../../domain/account/account.js';
import type { Right } from '../../domain/account/access.js';
import type { AccountEvent } from '../../domain/account/events.js';
import { loadReporting } from '../../commands/reporting/month-reports.js';
import { fold } from '../../domain/kernel/decider.js';
import { isErased, type DomainEvent } from '../../domain/kernel/event.js';
import { streamOf, type AccountId, type PlantId, type RepairOrderId } from '../../domain/kernel/ids.js';
import type { Order } from '../../domain/order/order.js';
import type { PlantEvent } from '../../domain/plant/events.js';
import { plantDecider } from '../../domain/plant/plant.js';
import type { PlantState } from '../../domain/plant/state.js';
import type { LoggedEvent } from '../../projections/engine/projection.js';
import type { OpenEventLog } from '../event-log/event-log.js';
import { postgresKeptViews } from '../kept-views.js';
import type { EventStore } from '../event-store/port.js';

export type OwnDataDeps = {
  readonly pool: pg.Pool;
  readonly store: Pick<EventStore, 'readStream'>;
  readonly log: Pick<OpenEventLog, 'decodeForProjection' | 'load'>;
  readonly plantsEverOf: (accountId: AccountId) => Promise<readonly PlantId[]>;
  readonly ordersOf: (accountId: AccountId) => Promise<readonly Order[]>;
  readonly repairIdsOf: (accountId: AccountId) => Promise<readonly RepairOrderId[]>;
  /** Plants of others that the account looks after. */
  readonly plantsGrantedTo: (accountId: AccountId) => Promise<readonly PlantId[]>;
};

/** A plant that the account has or had; `names` are those of its places, also of those that were removed. */
export type OwnPlant = {
  readonly plantId: PlantId;
  readonly state: PlantState;
  readonly name: string;
  readonly inverterNames: ReadonlyMap<string, string>;
  readonly events: readonly LoggedEvent[];
};

/** A plant of somebody else, as far as it concerns whoever looks after it. */
export type SharedPlant = {
  readonly plantId: PlantId;
  /** As its owner calls it; null when nobody knows any more. */
  readonly name: string | null;
  readonly right: Right;
  /** RFC 3339. */
  readonly since: string;
};

/** What is read at once; measured values are too many for that. */
export type OwnData = {
  readonly account: Exclude<AccountState, { readonly status: 'unregistered' }>;
  readonly accountEvents: readonly LoggedEvent[];
  readonly plants: readonly OwnPlant[];
  readonly sharedWithMe: readonly SharedPlant[];
  readonly orders: readonly Order[];
  readonly orderEvents: readonly LoggedEvent[];
  readonly repairEvents: readonly LoggedEvent[];
  readonly sessions: readonly SessionRow[];
  readonly tokens: readonly TokenRow[];
  readonly mails: readonly MailRow[];
  readonly inverterLists: readonly unknown[];
  /** Programs that are told of incidents. */
  readonly webhooks: readonly unknown[];
  readonly fleetViews: readonly unknown[];
  readonly chartViews: readonly unknown[];
  readonly historyFetches: readonly unknown[];
  /** Browsers that show incidents. */
  readonly browsers: readonly unknown[];
  /** Of which plants a report comes each month. */
  readonly reportsWanted: readonly ReportWish[];
};

export type SessionRow = {
  readonly openedAt: Date;
  readonly lastUsedAt: Date;
  readonly expiresAt: Date;
  readonly endedAt: Date | null;
  readonly device: string | null;
  readonly secondFactorAt: Date | null;
};

export type TokenRow = {
  readonly name: string;
  readonly scopes: readonly string[];
  readonly plantIds: readonly string[] | null;
  readonly createdAt: Date;
  readonly expiresAt: Date;
  readonly lastUsedAt: Date | null;
  readonly revokedAt: Date | null;
};

type ReportWish = { readonly plantId: PlantId; readonly firstMonth: string };

/** The text of a mail is not kept; what it answered to is. */
export type MailRow = { readonly eventId: string; readonly causedAt: Date; readonly sentAt: Date | null };

/** Null when there is no such account. */
export async function readOwnData(deps: OwnDataDeps, accountId: AccountId): Promise<OwnData | null> {
  const accountEvents = await eventsOf(deps, streamOf.account(accountId));
  const account = fold(accountDecider, accountEvents as readonly unknown[] as readonly AccountEvent[]);
  if (account.status === 'unregistered') return null;
  const plants: OwnPlant[] = [];
  for (const plantId of await deps.plantsEverOf(accountId)) plants.push(await readPlant(deps, plantId));
  const sharedWithMe: SharedPlant[] = [];
  for (const plantId of await deps.plantsGrantedTo(accountId)) {
    sharedWithMe.push(...(await readShared(deps, plantId, accountId)));
  }
  const reportsWanted: ReportWish[] = [];
  for (const plantId of new Set([...plants, ...sharedWithMe].map((plant) => plant.plantId))) {
    const firstMonth = (await loadReporting(deps.log, plantId)).readers.get(accountId);
    if (firstMonth !== undefined) reportsWanted.push({ plantId, firstMonth });
  }
  const orders = await deps.ordersOf(accountId);
  const orderEvents: LoggedEvent[] = [];
  for (const { placed } of orders) orderEvents.push(...(await eventsOf(deps, streamOf.order(placed.orderId))));
  const repairEvents: LoggedEvent[] = [];
  for (const id of await deps.repairIdsOf(accountId))
    repairEvents.push(...(await eventsOf(deps, streamOf.repairOrder(id))));
  return {
    account,
    accountEvents,
    plants,
    sharedWithMe,
    reportsWanted,
    orders,
    orderEvents,
    repairEvents,
    ...(await readTables(deps.pool, accountId, [
      ...accountEvents,
      ...orderEvents,
      ...repairEvents,
      ...ofLicences(plants),
    ])),
  };
}

async function readPlant(deps: OwnDataDeps, plantId: PlantId): Promise<OwnPlant> {
  const ofPlant = await eventsOf(deps, streamOf.plant(plantId));
  const told = ofPlant as readonly unknown[] as readonly PlantEvent[];
  const inverterNames = new Map<string, string>();
  let name = '';
  for (const event of told) {
    if (event.type === 'InverterAdded' || event.type === 'InverterChanged') {
      if (typeof event.data.name === 'string') inverterNames.set(event.data.inverterId, event.data.name);
    } else if (event.type === 'PlantAdded' || event.type === 'PlantChanged') {
      if (typeof event.data.name === 'string') name = event.data.name;
    }
  }
  const beside = [streamOf.licence(plantId), streamOf.alerts(plantId)];
  const events = [...ofPlant, ...(await Promise.all(beside.map((stream) => eventsOf(deps, stream)))).flat()];
  return { plantId, state: fold(plantDecider, told), name, inverterNames, events };
}

/** Nothing when the right has ended in this very moment. */
async function readShared(deps: OwnDataDeps, plantId: PlantId, accountId: AccountId): Promise<readonly SharedPlant[]> {
  const { state, name } = await readPlant(deps, plantId);
  const grant = state.status === 'active' ? state.sharing.grants.get(accountId) : undefined;
  return grant === undefined ? [] : [{ plantId, name: name || null, right: grant.right, since: grant.since }];
}

async function eventsOf({ store, log }: OwnDataDeps, streamId: string): Promise<readonly LoggedEvent[]> {
  return log.decodeForProjection((await store.readStream(streamId)) ?? []);
}

async function readTables(pool: pg.Pool, accountId: AccountId, events: readonly { readonly id: string }[]) {
  const sessions = await pool.query<SessionRow>(
    `select created_at as "openedAt", last_used_at as "lastUsedAt", expires_at as "expiresAt",
        revoked_at as "endedAt", user_agent as device, second_factor_at as "secondFactorAt"
      from sessions where account_id = $1 and not is_visit order by created_at`,
    [accountId],
  );
  const tokens = await pool.query<TokenRow>(
    `select name, scopes, plant_ids as "plantIds", created_at as "createdAt", expires_at as "expiresAt",
        last_used_at as "lastUsedAt", revoked_at as "revokedAt"
      from api_tokens where account_id = $1 order by created_at`,
    [accountId],
  );
  const mails = await pool.query<MailRow>(
    `select event_id::text as "eventId", created_at as "causedAt", sent_at as "sentAt"
      from outbox where kind like '%mail' and event_id = any($1::uuid[]) order by created_at`,
    [events.map(({ id }) => id)],
  );
  const lists = await pool.query<{ readonly uploadedAt: Date }>(
    `select uploaded_at as "uploadedAt", plant_id::text as "plantId", rows
      from device_registry.inverter_lists where account_id = $1 order by uploaded_at`,
    [accountId],
  );
  const webhooks = await pool.query(
    'select url, created_at as "createdAt" from webhooks where account_id = $1 order by created_at',
    [accountId],
  );
  const fetches = await pool.query(
    `select address, plant_number as "plantNumber", plant_id::text as "plantId", begun_at as "begunAt", state
      from history_fetches where account_id = $1 order by begun_at`,
    [accountId],
  );
  const viewsIn = async (table: 'fleet_views' | 'chart_views') =>
    postgresKeptViews<unknown>(pool, table).list(accountId);
  const browsers = await pool.query(
    'select endpoint, created_at as "createdAt" from push_subscriptions where account_id = $1 order by created_at',
    [accountId],
  );
  return {
    ...{ browsers: browsers.rows },
    ...{ sessions: sessions.rows, tokens: tokens.rows, mails: mails.rows },
    ...{ inverterLists: lists.rows, webhooks: webhooks.rows, fleetViews: await viewsIn('fleet_views') },
    ...{ chartViews: await viewsIn('chart_views'), historyFetches: fetches.rows },
  };
}

/** Mails about licences go to the owner of the plant; other mails about plants may have gone to somebody else. */
export function ofLicences(plants: readonly OwnPlant[]): readonly LoggedEvent[] {
  return plants.flatMap(({ events, plantId }) =>
    events.filter(({ streamId }) => streamId === streamOf.licence(plantId)),
  );
}

/** An event without what only machines need, and with what is personal in clear. */
export function told(event: LoggedEvent): Readonly<Record<string, unknown>> {
  const { type, recordedAt, metadata, data } = event as LoggedEvent<DomainEvent>;
  return { at: recordedAt, type, by: metadata.actor.kind, data: JSON.parse(JSON.stringify(data, withoutErased)) };
}

function withoutErased(_name: string, value: unknown): unknown {
  return isErased(value) ? null : value;
}
