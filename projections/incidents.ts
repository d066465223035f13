import { sql } from 'kysely';
import type { Db, Tx } from '../adapters/database/port.js';
import type { AlertEvent, AlertEventData, Letter } from '../domain/alerting/events.js';
import type { Evidence } from '../domain/alerting/evidence.js';
import { evolveIncidents, noIncidents, type Incident, type Incidents } from '../domain/alerting/incidents.js';
import type { IncidentId } from '../domain/kernel/ids.js';
import { keyedRows } from './engine/keyed-rows.js';
import { pageFrom, type Page } from './engine/page.js';
import type { LoggedEvent, Projection } from './engine/projection.js';
import { isOneOf, upsertRows } from './engine/rows.js';
import { hasWords } from './words.js';
import { seenBy } from './plant-queries.js';

/** Something that happened to an incident. Instants are RFC 3339. */
export type IncidentEntry = {
  readonly at: string;
  readonly what:
    'opened' | 'worsened' | 'recovered' | 'recurred' | 'closed' | 'acknowledged' | 'snoozed' | 'snoozeEnded' | 'told';
  /** Who did it. */
  readonly accountId: string | null;
  readonly evidence: Evidence | null;
  /** Why it recovered or closed, what was told, until when it is snoozed. */
  readonly detail: string | null;
  /** Whom it was told, and the how-manieth message of the event went there: by both it is found in the outbox. */
  readonly toldTo: readonly { readonly accountId: string; readonly ordinal: number }[];
  readonly eventId: string;
};

/** An incident, also one that is closed, with everything that happened to it, the oldest first. */
export type IncidentRecord = Incident & {
  readonly closed: { readonly at: string; readonly reason: AlertEventData<'IncidentClosed'>['reason'] } | null;
  readonly history: readonly IncidentEntry[];
};

type PlantIncidents = {
  readonly incidents: Incidents;
  /** Of those that are not closed. */
  readonly histories: Readonly<Record<string, readonly IncidentEntry[]>>;
  /** What is to be written: it is not kept. */
  readonly changed: ReadonlyMap<IncidentId, { readonly record: IncidentRecord; readonly position: bigint }>;
};

const empty: PlantIncidents = { incidents: noIncidents, histories: {}, changed: new Map() };

/** The incidents of all plants: those that are not closed as their decider knows them, and each by itself, for ever. */
export const incidentsProjection: Projection = {
  name: 'incidents',
  version: 2,
  prefixes: ['alerting-'],
  create: async (db) => {
    await db.schema
      .createTable('plants')
      .addColumn('plant_id', 'uuid', (column) => column.primaryKey())
      .addColumn('state', 'jsonb', (column) => column.notNull())
      .addColumn('histories', 'jsonb', (column) => column.notNull())
      .execute();
    await db.schema
      .createTable('incidents')
      .addColumn('incident_id', 'uuid', (column) => column.primaryKey())
      .addColumn('plant_id', 'uuid', (column) => column.notNull())
      // Of the event that opened it: the order of lists.
      .addColumn('position', 'int8', (column) => column.notNull())
      .addColumn('status', 'text', (column) => column.notNull())
      .addColumn('record', 'jsonb', (column) => column.notNull())
      .execute();
  },
  createIndexes: (db) =>
    db.schema
      .createIndex('incidents_by_plant')
      .ifNotExists()
      .on('incidents')
      .columns(['plant_id', 'position'])
      .execute(),
  ...keyedRows<PlantIncidents, LoggedEvent<AlertEvent>>({
    keyOf: (event) => event.data.plantId,
    load,
    evolve: (before = empty, event) => evolve(before, event),
    store,
  }),
};

function evolve(before: PlantIncidents, event: LoggedEvent<AlertEvent>): PlantIncidents {
  const incidents = evolveIncidents(before.incidents, event);
  const histories = new Map(Object.entries(before.histories));
  const changed = new Map(before.changed);
  const known = [...incidents.incidents, ...before.incidents.incidents];
  for (const incidentId of concerned(event)) {
    const incident = known.find((one) => one.incidentId === incidentId);
    if (incident === undefined) continue;
    const history = [...(histories.get(incidentId) ?? []), entryOf(event, incidentId)];
    const closed = event.type === 'IncidentClosed' ? { at: event.data.at, reason: event.data.reason } : null;
    if (closed === null) histories.set(incidentId, history);
    else histories.delete(incidentId);
    // Of the event that opened it; where the row is there already, its position stays.
    const position = before.changed.get(incidentId)?.position ?? event.position;
    changed.set(incidentId, { record: { ...incident, closed, history }, position });
  }
  return { incidents, histories: Object.fromEntries(histories), changed };
}

function concerned(event: AlertEvent): readonly IncidentId[] {
  if (event.type !== 'IncidentsTold') return [event.data.incidentId];
  return [...new Set(event.data.letters.flatMap(({ items }) => items.map(({ incidentId }) => incidentId)))];
}

function entryOf(event: LoggedEvent<AlertEvent>, incidentId: IncidentId): IncidentEntry {
  const { at } = event.data;
  const entry = { at, accountId: null, evidence: null, detail: null, toldTo: [], eventId: event.id };
  switch (event.type) {
    case 'IncidentOpened':
      return { ...entry, what: 'opened', evidence: event.data.evidence };
    case 'IncidentWorsened':
      return { ...entry, what: 'worsened', evidence: event.data.evidence };
    case 'IncidentRecurred':
      return { ...entry, what: 'recurred', evidence: event.data.evidence };
    case 'IncidentRecovered':
      return { ...entry, what: 'recovered', evidence: event.data.evidence, detail: event.data.because };
    case 'IncidentClosed':
      return { ...entry, what: 'closed', detail: event.data.reason };
    case 'IncidentAcknowledged':
      return { ...entry, what: 'acknowledged', accountId: event.data.accountId };
    case 'IncidentSnoozed':
      return { ...entry, what: 'snoozed', accountId: event.data.accountId, detail: event.data.until };
    case 'IncidentSnoozeEnded':
      return { ...entry, what: 'snoozeEnded', accountId: event.data.accountId };
    case 'IncidentsTold':
      return { ...entry, what: 'told', ...toldOf(event.data.letters, incidentId) };
  }
}

function toldOf(letters: readonly Letter[], incidentId: IncidentId) {
  const messages = letters.flatMap(({ recipients, items }) =>
    recipients.map(({ accountId }) => ({ accountId, items })),
  );
  const ours = messages.flatMap(({ accountId, items }, ordinal) => {
    const item = items.find((one) => one.incidentId === incidentId);
    return item === undefined ? [] : [{ accountId, ordinal, news: item.news }];
  });
  return { detail: ours[0]?.news ?? null, toldTo: ours.map(({ accountId, ordinal }) => ({ accountId, ordinal })) };
}

async function load(db: Db, plantIds: readonly string[]): Promise<ReadonlyMap<string, PlantIncidents>> {
  const rows = await db.selectFrom('plants').selectAll().where(isOneOf('plant_id', plantIds)).execute();
  return new Map(
    rows.map((row) => [
      row['plant_id'],
      { incidents: row['state'], histories: row['histories'], changed: new Map() } satisfies PlantIncidents,
    ]),
  );
}

async function store(tx: Tx, plants: ReadonlyMap<string, PlantIncidents>): Promise<void> {
  const rows = [...plants].map(([plant_id, { incidents, histories }]) => ({ plant_id, state: incidents, histories }));
  await upsertRows(tx, 'plants', rows, { key: 'plant_id' });
  const records = [...plants].flatMap(([plant_id, { changed }]) =>
    [...changed].map(([incident_id, { record, position }]) => ({
      ...{ incident_id, plant_id, position, record },
      status: record.closed === null ? record.status : 'closed',
    })),
  );
  await upsertRows(tx, 'incidents', records, { key: 'incident_id', update: ['status', 'record'] });
}

/** What is not closed of some plants; plants without incidents are left out. */
export async function incidentsOf(db: Db, plantIds: readonly string[]): Promise<ReadonlyMap<string, Incidents>> {
  if (plantIds.length === 0) return new Map();
  const { rows } = await sql<{ plant_id: string; state: Incidents }>`
    select plant_id::text, state from incidents.plants where plant_id = any(${[...plantIds]}::uuid[])`.execute(db);
  return new Map(rows.map((row) => [row.plant_id, row.state]));
}

export type FoundIncident = { readonly plantId: string; readonly plantName: string; readonly record: IncidentRecord };

export type IncidentWish = {
  readonly limit: number;
  readonly cursor: bigint | null;
  /** Ids of plants; null = all that the account sees. */
  readonly only: readonly string[] | null;
  /** `past` = recovered or closed. */
  readonly status: 'open' | 'recovered' | 'closed' | 'past' | null;
  readonly kind: Evidence['kind'] | null;
  /** Words, each of which stands in the name of the plant, its town, or the name or serial number of the inverter. */
  readonly search: string;
  /** When it was found, RFC 3339: `from` inclusive, `to` exclusive. */
  readonly from: string | null;
  readonly to: string | null;
};

/** All that the account sees. */
export const everyIncident = { only: null, status: null, kind: null, search: '', from: null, to: null } as const;

type Row = { plantId: string; plantName: string; position: bigint; record: IncidentRecord };

/** Incidents of the plants that an account sees, the newest first. `cursor` is the `next` of the page before. */
export async function listIncidents(
  db: Db,
  accountId: string,
  wish: IncidentWish,
): Promise<Page<FoundIncident, string>> {
  const { limit, cursor, only } = wish;
  // The newest of each plant by its index: neither other people's incidents nor what is older than the page are read.
  const { rows } = await sql<Row>`
    select plant.plant_id::text as "plantId", plant.listing ->> 'name' as "plantName", incident.position, incident.record
    from (${seenBy(accountId)}) seen join plants.plants plant using (plant_id) cross join lateral (
      select position, record from incidents.incidents where plant_id = plant.plant_id
        ${conditionsOf(wish)}
        ${cursor === null ? sql`` : sql`and position < ${cursor}`}
      order by position desc limit ${limit + 1}) incident
    ${only === null ? sql`` : sql`where plant.plant_id = any(${[...only]}::uuid[])`}
    order by incident.position desc limit ${limit + 1}`.execute(db);
  const { items, next } = pageFrom(rows, limit, ({ position }) => String(position));
  return { items: items.map(({ plantId, plantName, record }) => ({ plantId, plantName, record })), next };
}

function conditionsOf({ status, kind, search, from, to }: IncidentWish) {
  const conditions = [
    ...(status === null ? [] : [status === 'past' ? sql`status <> 'open'` : sql`status = ${status}`]),
    ...(kind === null ? [] : [sql`record -> 'evidence' ->> 'kind' = ${kind}`]),
    ...(from === null ? [] : [sql`(record ->> 'openedAt')::timestamptz >= ${from}::timestamptz`]),
    ...(to === null ? [] : [sql`(record ->> 'openedAt')::timestamptz < ${to}::timestamptz`]),
    ...(search === '' ? [] : [hasWords(search, searchedText)]),
  ];
  return sql.join(
    conditions.map((condition) => sql`and ${condition}`),
    sql` `,
  );
}

/** What an incident of `plant` is found by. */
const searchedText = sql`concat_ws(' ', plant.listing ->> 'name', plant.listing ->> 'town', (
  select concat_ws(' ', placed -> 1 ->> 'name', placed -> 1 ->> 'serialNumber')
  from json_array_elements(plant.view -> 'plant' -> 'inverters') placed where placed ->> 0 = record ->> 'inverterId'))`;

/** An incident of a plant that the account sees, else null. */
export async function findIncident(db: Db, accountId: string, incidentId: string): Promise<FoundIncident | null> {
  const { rows } = await sql<Row>`
    select incident.plant_id::text as "plantId", plant.listing ->> 'name' as "plantName", incident.position, incident.record
    from incidents.incidents incident join plants.plants plant using (plant_id)
    where incident.incident_id = ${incidentId} and incident.plant_id in (${seenBy(accountId)})`.execute(db);
  const [row] = rows;
  return row === undefined ? null : { plantId: row.plantId, plantName: row.plantName, record: row.record };
}
