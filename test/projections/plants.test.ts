import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import t from 'tap';
import {
  AccountId,
  InverterId,
  InvitationId,
  PlantId,
  SerialNumber,
  streamOf,
  SubplantId,
} from '../../domain/kernel/ids.js';
import { Temporal } from '../../domain/kernel/time.js';
import type { LicenceEvent } from '../../domain/licence/events.js';
import { noLicence } from '../../domain/licence/state.js';
import type { PlantEvent } from '../../domain/plant/events.js';
import { ratedPower } from '../../domain/plant/inverter-types.js';
import { currentPlace, devicesProjection, openClaims } from '../../projections/devices.js';
import { licencesOf, licencesProjection } from '../../projections/licences.js';
import { applyBatch } from '../../projections/engine/follower.js';
import { asFollower, prepare } from '../../projections/engine/tables.js';
import { grantsProjection, overdueInvitations, plantsGrantedTo } from '../../projections/grants.js';
import { findPlant, listPlants, seesPlant } from '../../projections/plant-queries.js';
import { findNumbered, numbersOf, numbersProjection } from '../../projections/numbers.js';
import { plantsProjection } from '../../projections/plants.js';
import { publicPlantsProjection } from '../../projections/public-plants.js';
import { testDatabase } from '../support/database.js';
import { projectionSpec, type SpecEvent } from '../support/projection-spec.js';

const { db } = await testDatabase(t);
await prepare(db, grantsProjection);

const ownerId = AccountId.parse('0198a000-0000-7000-8000-000000000002');
const stranger = AccountId.parse('0198a000-0000-7000-8000-000000000003');
const plantId = PlantId.parse('0198a000-0000-7000-8000-000000000001');
const other = PlantId.parse('0198a000-0000-7000-8000-000000000005');
const roof = SubplantId.parse('0198a000-0000-7000-8000-000000000004');
const first = InverterId.parse('0198a000-0000-7000-8000-000000000011');
const second = InverterId.parse('0198a000-0000-7000-8000-000000000012');
const serialA = SerialNumber.parse('A0264');
const serialB = SerialNumber.parse('NB212');

const day = (n: number) => `2026-07-${String(n).padStart(2, '0')}T12:00:00Z`;
const on = (event: PlantEvent): SpecEvent => ({ streamId: `plant-${event.data.plantId}`, event });

const planted = (id: PlantId, name: string, by = ownerId): SpecEvent =>
  on({
    type: 'PlantAdded',
    data: {
      plantId: id,
      ownerId: by,
      at: day(1),
      name,
      description: '',
      address: { street: 'Uracher Straße 91', postcode: '72555', town: 'Metzingen', country: 'DE' },
      location: { latitudeDeg: 48.54, longitudeDeg: 9.28, altitudeM: 350 },
      timeZone: 'Europe/Berlin',
      moduleName: '',
      kind: 'pv',
      powerTemperatureCoefficientPercentPerK: -0.4,
      azimuthDeg: 180,
      tiltDeg: 30,
      moduleAreaM2: 120.5,
      generatorPowerW: 24_000,
      feedInTariffs: [],
      public: false,
    },
  });
const rated = ratedPower({ id: 'refusol-020k', nominalPowerW: 19_200 });
const unknown = ratedPower(null);
const added = (id: PlantId, inverterId: InverterId, serialNumber: SerialNumber, at: string, claim: 'code' | 'data') =>
  on({
    type: 'InverterAdded',
    data: { plantId: id, ownerId, inverterId, at, serialNumber, name: 'WR', subplantId: null, claim, ...unknown },
  });
const activated = (id: PlantId, inverterId: InverterId, serialNumber: SerialNumber, at: string) =>
  on({ type: 'InverterActivated', data: { plantId: id, inverterId, at, serialNumber, proof: 'data' } });
const exchanged = (at: string, exchangedAt = at) =>
  on({
    type: 'InverterExchanged',
    data: {
      plantId,
      inverterId: first,
      at,
      exchangedAt,
      oldSerialNumber: serialA,
      newSerialNumber: serialB,
      claim: 'data',
      ...rated,
    },
  });
const removed = (id: PlantId, inverterId: InverterId, serialNumber: SerialNumber, at: string) =>
  on({ type: 'InverterRemoved', data: { plantId: id, inverterId, at, serialNumber } });
const determined = (id: PlantId, inverterId: InverterId, at: string, typeId: string, nominalPowerW: number) =>
  on({
    type: 'InverterTypeDetermined',
    data: { plantId: id, inverterId, at, ...ratedPower({ id: typeId, nominalPowerW }), reason: 'reported' },
  });
const gone = (id: PlantId, at: string) => on({ type: 'PlantRemoved', data: { plantId: id, at } });

t.test('plants: the view of the owner follows every event', async (t) => {
  await projectionSpec(db, plantsProjection, [
    planted(plantId, 'Dach'),
    planted(other, 'Halle'),
    on({
      type: 'SubplantAdded',
      data: {
        plantId,
        ownerId,
        subplantId: roof,
        at: day(1),
        name: 'Ost',
        azimuthDeg: 90,
        tiltDeg: null,
        moduleAreaM2: null,
        generatorPowerW: null,
      },
    }),
    added(plantId, first, serialA, day(2), 'data'),
    on({ type: 'NominalPowerChanged', data: { plantId, at: day(2), nominalPowerW: 20_000, assumedPowerW: 20_000 } }),
    activated(plantId, first, serialA, day(3)),
    exchanged(day(4)),
    on({ type: 'NominalPowerChanged', data: { plantId, at: day(4), nominalPowerW: 19_200, assumedPowerW: 0 } }),
    on({ type: 'PlantChanged', data: { plantId, ownerId, at: day(5), name: { erased: true } } }),
    gone(other, day(6)),
  ]).then(t, {
    plants: [
      {
        plant_id: plantId,
        owner_id: ownerId,
        position: 1n,
        revision: 7n,
        listing: { name: '', town: 'Metzingen', nominalPowerW: 19_200, assumedPowerW: 0, inverterCount: 1 },
      },
    ],
  });

  const record = await findPlant(db, ownerId, plantId);
  t.match(record?.plant.inverters.get(first), { serialNumber: serialB, activatedAt: null });
  t.match(record?.plant.subplants.get(roof), { name: 'Ost', azimuthDeg: 90 });
  t.strictSame(record?.places[first], {
    addedAt: day(2),
    devices: [
      { serialNumber: serialB, from: day(4), to: null },
      { serialNumber: serialA, from: day(2), to: day(4) },
    ],
  });
  t.equal(await findPlant(db, stranger, plantId), null);
  t.equal(await findPlant(db, ownerId, other), null);
});

t.test('plants: lists page in the order of adding', async (t) => {
  const ids = Array.from({ length: 5 }, (_, index) => PlantId.parse(`0198a000-0000-7000-8001-00000000000${9 - index}`));
  await projectionSpec(
    db,
    plantsProjection,
    ids.map((id, index) => planted(id, `Anlage ${index}`)),
  ).then(t, { plants: ids.map(() => ({ owner_id: ownerId })) });
  const page = await listPlants(db, ownerId, { limit: 3, cursor: null });
  t.strictSame(
    page.items.map(({ id }) => id),
    ids.slice(0, 3),
  );
  t.ok(page.next);
  const rest = await listPlants(db, ownerId, { limit: 3, cursor: BigInt(page.next ?? 0) });
  t.match(rest, { items: [{ name: 'Anlage 3' }, { name: 'Anlage 4' }], next: null });
  t.match(await listPlants(db, stranger, { limit: 3, cursor: null }), { items: [], next: null });
});

t.test('plants: those that are shared are among one’s own, as long as they are', async (t) => {
  const invitations = ['a', 'b', 'c'].map((name) => InvitationId.parse(`0198a000-0000-7000-8002-00000000000${name}`));
  const [accepted, waiting, revoked] = invitations as [InvitationId, InvitationId, InvitationId];
  const own = PlantId.parse('0198a000-0000-7000-8000-000000000006');
  const logged = (event: PlantEvent): SpecEvent => ({ streamId: streamOf.plant(event.data.plantId), event });
  const shared = (id: PlantId, invitationId: InvitationId): readonly PlantEvent[] => [
    {
      type: 'ThirdPartyInvited',
      data: {
        ...{ plantId: id, invitationId, at: day(1), email: 'anna@example.org', right: 'viewer', language: 'de' },
        expiresAt: day(15),
      },
    },
    ...(invitationId === waiting
      ? []
      : [
          {
            type: 'InvitationAccepted',
            data: { plantId: id, invitationId, at: day(2), accountId: stranger, right: 'viewer' },
          } as const,
        ]),
  ];
  const events = [
    planted(plantId, 'Dach'),
    planted(own, 'Eigene', stranger),
    planted(other, 'Halle'),
    ...[...shared(plantId, accepted), ...shared(other, waiting), ...shared(other, revoked)].map(logged),
    ...(
      [
        {
          type: 'GrantChanged',
          data: { plantId, invitationId: accepted, at: day(3), accountId: stranger, right: 'manager' },
        },
        {
          type: 'GrantRevoked',
          data: { plantId: other, invitationId: revoked, at: day(3), accountId: stranger, reason: 'byOwner' },
        },
      ] as const
    ).map(logged),
  ];
  await projectionSpec(db, grantsProjection, events).then(t, {
    invitations: [
      { invitation_id: accepted, plant_id: plantId, account_id: stranger, expires_at: null, over_at: null },
      { invitation_id: waiting, plant_id: other, account_id: null, over_at: null },
      { invitation_id: revoked, account_id: null, expires_at: null },
    ],
  });
  await projectionSpec(db, plantsProjection, events).then(t, {
    plants: [{ plant_id: plantId }, { plant_id: other }, { plant_id: own }],
  });
  const { rows } = await sql<{ row: string }>`select view::text as row from plants.plants`.execute(db);
  t.notMatch(rows.map(({ row }) => row).join(''), 'anna@example.org', 'the address is in the log alone');

  t.match(await findPlant(db, stranger, plantId), { role: 'manager' });
  t.match(await findPlant(db, ownerId, plantId), { role: 'owner' });
  t.equal(await findPlant(db, stranger, other), null);
  t.ok(await seesPlant(db, stranger, plantId));
  t.notOk(await seesPlant(db, stranger, other));
  const list = (options: object = {}) => listPlants(db, stranger, { limit: 3, cursor: null, ...options });
  t.match(await list(), {
    items: [
      { id: plantId, role: 'manager', ownerId },
      { id: own, role: 'owner', ownerId: stranger },
    ],
    next: null,
  });
  const page = await list({ limit: 1 });
  t.match(page.items, [{ id: plantId }]);
  t.match(await list({ cursor: BigInt(page.next ?? 0) }), { items: [{ id: own }], next: null });
  t.match(await list({ only: [own] }), { items: [{ id: own }] });
  t.strictSame((await list({ only: [other] })).items, []);
  t.strictSame(await plantsGrantedTo(db, stranger), [plantId]);
  t.strictSame(await overdueInvitations(db, Temporal.Instant.from(day(15)), 10), [
    { plantId: other, invitationId: waiting },
  ]);
  t.strictSame(await overdueInvitations(db, Temporal.Instant.from(day(14)), 10), []);
});

t.test('plants: a batch writes the plants that its events are about, no others', async (t) => {
  await projectionSpec(db, plantsProjection, [planted(plantId, 'Dach'), planted(other, 'Halle')]).then(t, {
    plants: [{ plant_id: plantId }, { plant_id: other }],
  });
  const versions = async () => {
    const { rows } = await sql<{ plant_id: string; version: string }>`
      select plant_id, xmin::text as version from plants.plants`.execute(db);
    return new Map(rows.map((row) => [row.plant_id, row.version]));
  };
  const before = await versions();
  const { event, streamId } = gone(plantId, day(2));
  const place = { id: randomUUID(), revision: 1n, position: 3n, recordedAt: day(2) };
  const metadata = { actor: { kind: 'system', id: 'test' }, correlationId: 'test' } as const;
  const events = [{ ...event, ...place, streamId, metadata }];
  await applyBatch(db, asFollower(plantsProjection), 2n, { events, position: 3n });
  const after = await versions();
  t.notOk(after.has(plantId));
  t.equal(after.get(other), before.get(other), 'the row of the other plant was not written');
});

t.test('devices: one row for each stay of a proven device', async (t) => {
  const x1 = SerialNumber.parse('X1');
  const iso = (n: number) => new Date(day(n));
  const row = (
    serialNumber: string,
    inverterId: string,
    id: string,
    nominalPowerW: number,
    from: Date | number,
    to: Date | null,
  ) => ({
    serial_number: serialNumber,
    inverter_id: inverterId,
    plant_id: id,
    time_zone: 'Europe/Vienna',
    nominal_power_w: nominalPowerW,
    assigned_from: from,
    assigned_to: to,
  });
  await projectionSpec(db, devicesProjection, [
    planted(plantId, 'Dach'),
    planted(other, 'Halle'),
    added(plantId, first, serialA, day(2), 'data'),
    activated(plantId, first, serialA, day(3)),
    determined(plantId, first, day(3), 'refusol-010k', 10_000),
    exchanged(day(4)),
    determined(plantId, first, day(4), 'refusol-023k', 23_000),
    added(other, second, serialA, day(5), 'data'),
    activated(plantId, first, serialB, day(6)),
    activated(other, second, serialA, day(7)),
    on({ type: 'PlantChanged', data: { plantId, ownerId, at: day(8), timeZone: 'Europe/Vienna' } }),
    on({ type: 'PlantChanged', data: { plantId: other, ownerId, at: day(8), timeZone: 'Europe/Vienna' } }),
    removed(other, second, serialA, day(9)),
    gone(other, day(9)),
    added(other, second, x1, day(9), 'data'),
    on({ type: 'InverterClaimLapsed', data: { plantId: other, inverterId: second, at: day(10), serialNumber: x1 } }),
    added(plantId, second, x1, day(10), 'data'),
  ]).then(t, {
    assignments: [
      row(serialA, second, other, 20_000, iso(5), iso(9)),
      row(serialA, first, plantId, 10_000, -Infinity, iso(4)),
      row(serialB, first, plantId, 23_000, iso(4), null),
    ],
    open_claims: [
      { serial_number: 'X1', inverter_id: second, nominal_power_w: 20_000, since: day(10), exchanged_at: null },
    ],
    plant_zones: [{ plant_id: plantId, time_zone: 'Europe/Vienna' }],
  });
  t.match(await currentPlace(db, serialB), { plantId, inverterId: first, timeZone: 'Europe/Vienna' });
  t.equal(await currentPlace(db, serialA), null);
  t.match(await openClaims(db), [{ serialNumber: 'X1', plantId, inverterId: second }]);
});

t.test('devices: an exchange that is told later, of a device that stood elsewhere meanwhile', async (t) => {
  const x1 = SerialNumber.parse('X1');
  await projectionSpec(db, devicesProjection, [
    planted(plantId, 'Dach'),
    planted(other, 'Halle'),
    added(plantId, first, serialA, day(2), 'data'),
    activated(plantId, first, serialA, day(2)),
    added(other, second, serialB, day(2), 'data'),
    activated(other, second, serialB, day(2)),
    removed(other, second, serialB, day(5)),
    exchanged(day(8), day(4)),
    activated(plantId, first, serialB, day(9)),
    added(other, second, x1, day(9), 'data'),
  ]).then(t, {
    assignments: [
      { serial_number: serialA, assigned_from: -Infinity, assigned_to: new Date(day(4)) },
      { serial_number: serialB, assigned_from: -Infinity, assigned_to: new Date(day(5)) },
      { serial_number: serialB, assigned_from: new Date(day(5)), assigned_to: null },
    ],
    open_claims: [{ serial_number: 'X1', since: day(9), exchanged_at: null }],
  });
});

t.test('licences: the trial of each plant', async (t) => {
  const started: LicenceEvent = {
    type: 'TrialStarted',
    data: { plantId, at: day(3), firstDay: '2026-07-03', lastDay: '2026-08-11' },
  };
  await projectionSpec(db, licencesProjection, [
    { streamId: `licence-${plantId}`, event: started },
    { streamId: `licence-${other}`, event: { ...started, data: { ...started.data, plantId: other } } },
  ]).then(t, { licences: [{ plant_id: plantId }, { plant_id: other }] });
  const licences = await licencesOf(db, [plantId, stranger]);
  t.match(licences(plantId), {
    status: 'known',
    trial: { firstDay: '2026-07-03', lastDay: '2026-08-11' },
  });
  t.strictSame(licences(stranger), noLicence);
});

t.test('numbers: each kind counted for itself, never given twice', async (t) => {
  const subplant = { subplantId: roof, ownerId, name: 'Dach', azimuthDeg: null, tiltDeg: null, moduleAreaM2: null };
  await projectionSpec(db, numbersProjection, [
    planted(plantId, 'Scheune'),
    on({ type: 'SubplantAdded', data: { plantId, at: day(2), ...subplant, generatorPowerW: null } }),
    added(plantId, first, serialA, day(2), 'data'),
    on({ type: 'PlantRemoved', data: { plantId, at: day(3) } }),
    planted(other, 'Stall'),
    added(other, second, serialB, day(4), 'data'),
  ]).then(t, {
    numbers: [
      { kind: 'inverter', number: 1, id: first, plant_id: plantId },
      { kind: 'inverter', number: 2, id: second, plant_id: other },
      { kind: 'plant', number: 1, id: plantId },
      { kind: 'plant', number: 2, id: other },
      { kind: 'subplant', number: 1, id: roof },
    ],
  });
  t.strictSame(await findNumbered(db, 'plant', 2), { id: other, plantId: other });
  for (const number of [3, 0, -1, 1.5, 1e12, Number.NaN]) t.equal(await findNumbered(db, 'plant', number), null);
  t.strictSame(
    await numbersOf(db, [other]),
    new Map<string, number>([
      [other, 2],
      [second, 2],
    ]),
  );
});

t.test('public plants: shown and counted in the cells of the map as long as their owners say so', async (t) => {
  const shown = (id: PlantId, isPublic: boolean, at: string): SpecEvent =>
    on({ type: 'PlantChanged', data: { plantId: id, ownerId, at, public: isPublic } });
  const moved: SpecEvent = on({
    type: 'PlantChanged',
    data: {
      ...{ plantId: other, ownerId, at: day(5), generatorPowerW: 120_000 },
      address: { street: 'Weg 1', postcode: '1010', town: 'Wien', country: 'AT' },
      location: { latitudeDeg: 48.21, longitudeDeg: 16.37, altitudeM: 170 },
    },
  });
  const both = [
    planted(plantId, 'Scheune'),
    planted(other, 'Stall'),
    shown(plantId, true, day(2)),
    shown(other, true, day(3)),
  ];
  const plant = {
    plant_id: plantId,
    is_public: true,
    country: 'DE',
    postcode: '72555',
    town_key: 'metzingen',
    size_class: 1,
  };
  const cell = (zoom: number, country: string, plants: number) => ({ zoom, country, plants });
  const zooms = [1, 2, 3, 4, 5, 6, 7, 8, 9];
  await projectionSpec(db, publicPlantsProjection, [
    ...both,
    on({ type: 'NominalPowerChanged', data: { plantId, at: day(4), nominalPowerW: 20_000, assumedPowerW: 0 } }),
  ]).then(t, {
    plants: [
      { ...plant, nominal_power_w: 20_000n, latitude_tenths: 485, longitude_tenths: 93 },
      { plant_id: other, nominal_power_w: 0n },
    ],
    cells: zooms.map((zoom) => ({ ...cell(zoom, 'DE', 2), latitude_tenths: 970n, longitude_tenths: 186n })),
  });
  await projectionSpec(db, publicPlantsProjection, [...both, moved, shown(plantId, false, day(6))]).then(t, {
    plants: [
      { plant_id: plantId, is_public: false },
      { plant_id: other, is_public: true, town: 'Wien', size_class: 3 },
    ],
    cells: zooms.map((zoom) => ({ ...cell(zoom, 'AT', 1), latitude_tenths: 482n, longitude_tenths: 164n })),
  });
  await projectionSpec(db, publicPlantsProjection, [
    ...both,
    on({ type: 'PlantRemoved', data: { plantId, at: day(7) } }),
    on({ type: 'PlantRemoved', data: { plantId: other, at: day(7) } }),
  ]).then(t, { plants: [], cells: [] });
});
