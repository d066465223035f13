import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import t from 'tap';
import { InvitationId, PlantId, streamOf } from '../../domain/kernel/ids.js';
import { Temporal } from '../../domain/kernel/time.js';
import type { PlantEvent } from '../../domain/plant/events.js';
import { applyBatch } from '../../projections/engine/follower.js';
import { asFollower, prepare } from '../../projections/engine/tables.js';
import { grantsProjection, overdueInvitations, plantsGrantedTo } from '../../projections/grants.js';
import { findPlant, listPlants, seesPlant } from '../../projections/plant-queries.js';
import { plantsProjection } from '../../projections/plants.js';
import { testDatabase } from '../support/database.js';
import { projectionSpec, type SpecEvent } from '../support/projection-spec.js';
import {
  activated,
  added,
  day,
  exchanged,
  first,
  gone,
  on,
  other,
  ownerId,
  plantId,
  planted,
  roof,
  serialA,
  serialB,
  stranger,
} from '../support/plant-events.js';

const { db } = await testDatabase(t);
await prepare(db, grantsProjection);

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
  t.match(await listPlants(db, stranger, { limit: 3, cursor: null }), { items: { length: 0 }, next: null });
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
