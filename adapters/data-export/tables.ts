import type { AccountLanguage } from '../../domain/account/person.js';
import { clear } from '../../domain/kernel/event.js';
import type { LoggedEvent } from '../../projections/engine/projection.js';
import type { Cell } from './csv.js';
import { eventName } from './event-names.js';
import { ofLicences, told, type OwnData, type OwnPlant } from './own-data.js';

/** A table of the archive: the same rows go into its CSV file and, by these names, into `data.json`. */
export type Table = { readonly columns: readonly string[]; readonly rows: readonly (readonly Cell[])[] };

export function sessionsTable({ sessions }: OwnData): Table {
  return table(sessions, {
    openedAt: ({ openedAt }) => instant(openedAt),
    lastUsedAt: ({ lastUsedAt }) => instant(lastUsedAt),
    expiresAt: ({ expiresAt }) => instant(expiresAt),
    endedAt: ({ endedAt }) => instant(endedAt),
    secondFactorAt: ({ secondFactorAt }) => instant(secondFactorAt),
    device: ({ device }) => device,
  });
}

export function tokensTable({ tokens }: OwnData): Table {
  return table(tokens, {
    name: ({ name }) => name,
    scopes: ({ scopes }) => scopes.join(' '),
    plantIds: ({ plantIds }) => plantIds?.join(' ') ?? null,
    createdAt: ({ createdAt }) => instant(createdAt),
    expiresAt: ({ expiresAt }) => instant(expiresAt),
    lastUsedAt: ({ lastUsedAt }) => instant(lastUsedAt),
    revokedAt: ({ revokedAt }) => instant(revokedAt),
  });
}

export function documentsTable({ accountEvents }: OwnData): Table {
  const accepted = accountEvents.filter(({ type }) => type === 'DocumentAccepted');
  return table(accepted, {
    document: ({ data }) => String(data['kind']),
    edition: ({ data }) => String(data['version']),
    acceptedAt: ({ data }) => String(data['acceptedAt']),
  });
}

/** Those that stand, as their owner described them. */
export function plantsTable({ plants }: OwnData): Table {
  return table(standing(plants), {
    plantId: ({ plantId }) => plantId,
    name: ({ details }) => clear(details.name),
    description: ({ details }) => clear(details.description),
    kind: ({ details }) => details.kind,
    moduleName: ({ details }) => clear(details.moduleName),
    street: ({ details }) => clear(details.address)?.street ?? null,
    postcode: ({ details }) => clear(details.address)?.postcode ?? null,
    town: ({ details }) => clear(details.address)?.town ?? null,
    country: ({ details }) => clear(details.address)?.country ?? null,
    latitudeDeg: ({ details }) => clear(details.location)?.latitudeDeg ?? null,
    longitudeDeg: ({ details }) => clear(details.location)?.longitudeDeg ?? null,
    altitudeM: ({ details }) => clear(details.location)?.altitudeM ?? null,
    timeZone: ({ details }) => details.timeZone,
    azimuthDeg: ({ details }) => details.azimuthDeg,
    tiltDeg: ({ details }) => details.tiltDeg,
    moduleAreaM2: ({ details }) => details.moduleAreaM2,
    generatorPowerW: ({ details }) => details.generatorPowerW,
    powerTemperatureCoefficientPercentPerK: ({ details }) => details.powerTemperatureCoefficientPercentPerK,
    nominalPowerW: ({ power }) => power.nominalPowerW,
    public: ({ details }) => details.public,
    addedAt: ({ addedAt }) => addedAt,
  });
}

export function subplantsTable({ plants }: OwnData): Table {
  const all = standing(plants).flatMap(({ plantId, subplants }) =>
    [...subplants.values()].map((subplant) => ({ plantId, ...subplant })),
  );
  return table(all, {
    plantId: ({ plantId }) => plantId,
    subplantId: ({ subplantId }) => subplantId,
    name: ({ name }) => clear(name),
    azimuthDeg: ({ azimuthDeg }) => azimuthDeg,
    tiltDeg: ({ tiltDeg }) => tiltDeg,
    moduleAreaM2: ({ moduleAreaM2 }) => moduleAreaM2,
    generatorPowerW: ({ generatorPowerW }) => generatorPowerW,
  });
}

export function invertersTable({ plants }: OwnData): Table {
  const all = standing(plants).flatMap(({ plantId, inverters }) =>
    [...inverters.values()].map((inverter) => ({ plantId, ...inverter })),
  );
  return table(all, {
    plantId: ({ plantId }) => plantId,
    inverterId: ({ inverterId }) => inverterId,
    name: ({ name }) => clear(name),
    serialNumber: ({ serialNumber }) => serialNumber,
    typeId: ({ typeId }) => typeId,
    nominalPowerW: ({ nominalPowerW }) => nominalPowerW,
    subplantId: ({ subplantId }) => subplantId,
    addedAt: ({ claimedAt }) => claimedAt,
    activatedAt: ({ activatedAt }) => activatedAt,
  });
}

export function tariffsTable({ plants }: OwnData): Table {
  const all = standing(plants).flatMap(({ plantId, details }) =>
    details.feedInTariffs.map((tariff) => ({ plantId, ...tariff })),
  );
  return table(all, {
    plantId: ({ plantId }) => plantId,
    from: ({ from }) => from,
    centsPerKwh: ({ centsPerKwh }) => centsPerKwh,
  });
}

/** Plants of others, with the right that their owners gave. */
export function sharedWithMeTable({ sharedWithMe }: OwnData): Table {
  return table(sharedWithMe, {
    plantId: ({ plantId }) => plantId,
    name: ({ name }) => name,
    right: ({ right }) => right,
    since: ({ since }) => since,
  });
}

/** What was bought; what it cost each invoice says, which is there as a document. */
export function ordersTable({ orders }: OwnData): Table {
  return table(orders, {
    orderId: ({ placed }) => placed.orderId,
    placedAt: ({ placed }) => placed.at,
    status: ({ status }) => status,
    plantIds: ({ placed }) => placed.items.map(({ plantId }) => plantId).join(' '),
    grossCents: ({ placed }) => placed.grossCents,
    currency: ({ placed }) => placed.currency,
    paidAt: ({ paidAt }) => paidAt,
    acceptedAt: ({ acceptedAt }) => acceptedAt,
    withdrawnAt: ({ withdrawnAt }) => withdrawnAt,
    invoices: ({ invoices }) => invoices.map(({ number }) => number).join(' '),
  });
}

/** Everything that happened, with a few words for each; the data are in `events.json`, too. */
export function eventsTable(
  { accountEvents, plants, orderEvents, repairEvents }: OwnData,
  language: AccountLanguage,
): Table {
  const about = (events: readonly LoggedEvent[], subject: string) => events.map((event) => ({ event, subject }));
  const all = [
    about(accountEvents, ''),
    about(orderEvents, ''),
    about(repairEvents, ''),
    ...plants.map(({ events, name, plantId }) => about(events, name || plantId)),
  ];
  return table(all.flat().sort(byTime), {
    at: ({ event }) => event.recordedAt,
    plant: ({ subject }) => subject,
    what: ({ event }) => eventName(event.type, language),
    by: ({ event }) => event.metadata.actor.kind,
    type: ({ event }) => event.type,
    data: ({ event }) => JSON.stringify(told(event)['data']),
  });
}

export function mailsTable(
  { mails, accountEvents, orderEvents, repairEvents, plants }: OwnData,
  language: AccountLanguage,
): Table {
  const causes = [...accountEvents, ...orderEvents, ...repairEvents, ...ofLicences(plants)];
  const types = new Map(causes.map(({ id, type }) => [id, type]));
  return table(mails, {
    causedAt: ({ causedAt }) => instant(causedAt),
    sentAt: ({ sentAt }) => instant(sentAt),
    occasion: ({ eventId }) => eventName(types.get(eventId) ?? '', language),
  });
}

/** The rows as objects, for JSON. */
export function objectsOf({ columns, rows }: Table): readonly Readonly<Record<string, Cell>>[] {
  return rows.map((row) => Object.fromEntries(columns.map((column, index) => [column, row[index] ?? null])));
}

function table<Item>(items: readonly Item[], cells: Readonly<Record<string, (item: Item) => Cell>>): Table {
  const makers = Object.values(cells);
  return { columns: Object.keys(cells), rows: items.map((item) => makers.map((cell) => cell(item))) };
}

function standing(plants: readonly OwnPlant[]) {
  return plants.flatMap(({ state }) => (state.status === 'active' ? [state] : []));
}

function byTime(one: { readonly event: LoggedEvent }, other: { readonly event: LoggedEvent }): number {
  const difference = one.event.position - other.event.position;
  return difference < 0n ? -1 : difference > 0n ? 1 : 0;
}

function instant(date: Date | null): string | null {
  return date?.toISOString() ?? null;
}
