import { createHash, randomUUID } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import t from 'tap';
import { catalogue } from '../../../adapters/event-log/catalogue.js';
import { chained } from '../../../adapters/event-log/chain.js';
import { seal } from '../../../adapters/event-log/personal-data.js';
import { readLog } from '../../../adapters/event-log/read-log.js';
import { openVerification } from '../../../adapters/event-log/verification.js';
import type { JsonObject, NewEvent } from '../../../adapters/event-store/port.js';
import { accountDecider } from '../../../domain/account/account.js';
import { accountEvents, type AccountEvent } from '../../../domain/account/events.js';
import { alertDecider } from '../../../domain/alerting/alerts.js';
import { alertEvents, type AlertEvent } from '../../../domain/alerting/events.js';
import { deviceRegistryEvents, type DeviceRegistryEvent } from '../../../domain/device-registry/events.js';
import { deviceImportsDecider } from '../../../domain/device-registry/imports.js';
import { fold } from '../../../domain/kernel/decider.js';
import type { DomainEvent, EventDefinition, EventMetadata } from '../../../domain/kernel/event.js';
import {
  licenceEvents,
  priceListEvents,
  type LicenceEvent,
  type PriceListEvent,
} from '../../../domain/licence/events.js';
import { licenceDecider } from '../../../domain/licence/licence.js';
import { legalDocumentEvents, type LegalDocumentEvent } from '../../../domain/documents/events.js';
import { legalDocumentDecider } from '../../../domain/documents/legal-document.js';
import { priceListDecider } from '../../../domain/licence/price-list.js';
import { orderEvents, type OrderEvent } from '../../../domain/order/events.js';
import { orderDecider } from '../../../domain/order/order.js';
import { plantEvents, type PlantEvent } from '../../../domain/plant/events.js';
import { plantDecider } from '../../../domain/plant/plant.js';
import {
  repairEvents,
  repairPriceListEvents,
  type RepairEvent,
  type RepairPriceListEvent,
} from '../../../domain/repair/events.js';
import { correctionsDecider } from '../../../domain/correction/corrections.js';
import { correctionEvents, type CorrectionEvent } from '../../../domain/correction/events.js';
import { reportingEvents, type ReportingEvent } from '../../../domain/reporting/events.js';
import { reportingDecider } from '../../../domain/reporting/reporting.js';
import { repairPriceListDecider } from '../../../domain/repair/price-list.js';
import { repairDecider } from '../../../domain/repair/repair-order.js';
import { accountsProjection } from '../../../projections/accounts.js';
import { devicesProjection } from '../../../projections/devices.js';
import { openProjections } from '../../../projections/engine/engine.js';
import { grantsProjection } from '../../../projections/grants.js';
import { identitiesProjection } from '../../../projections/identities.js';
import { licencesProjection } from '../../../projections/licences.js';
import { ordersProjection } from '../../../projections/orders.js';
import { correctionsProjection } from '../../../projections/corrections.js';
import { reportingProjection } from '../../../projections/reporting.js';
import { plantsProjection } from '../../../projections/plants.js';
import { repairOrdersProjection } from '../../../projections/repair-orders.js';
import { eventFixture, fixtureFolder, fixtureName, type EventFixture } from '../../support/event-fixtures.js';
import { newStream } from '../../support/new-events.js';
import { testLog, type TestLog } from '../../support/log.js';

const metadata: EventMetadata = { actor: { kind: 'system', id: 'test' }, correlationId: 'c' };

t.test('every version of every event is kept, and none was ever edited', async (t) => {
  const wanted = catalogue.flatMap(({ type, version }) =>
    Array.from({ length: version }, (_, index) => fixtureName(type, index + 1)),
  );
  const present = (await readdir(fixtureFolder)).filter((name) => name !== 'hashes.json');
  t.strictSame(present.sort(), wanted.sort(), 'each has its file');
  const kept = JSON.parse(await readFile(new URL('hashes.json', fixtureFolder), 'utf8'));
  for (const name of present) {
    const bytes = await readFile(new URL(name, fixtureFolder));
    t.equal(kept[name], createHash('sha256').update(bytes).digest('hex'), `${name} in hashes.json: add, never change`);
  }
  t.strictSame(Object.keys(kept).sort(), present, 'no file went away');
  for (const { type, version } of catalogue) {
    const { type: keptType, schemaVersion } = await eventFixture(type, version);
    t.strictSame([keptType, schemaVersion], [type, version]);
  }
});

/** As the log would have stored it. */
async function stored(
  { personKeys }: TestLog,
  { personalFields, subjectField }: EventDefinition,
  { type, schemaVersion, data }: EventFixture,
): Promise<NewEvent> {
  const id = randomUUID();
  const plain: NewEvent = { id, type, schemaVersion, metadata, data };
  // What a first version left in clear has no subject.
  if (subjectField === null || data[subjectField] === undefined) return plain;
  const key = await personKeys.keyOf(String(data[subjectField]));
  if (key === null) throw new Error('no key');
  const sealed = personalFields
    .filter((field) => data[field] !== undefined)
    .map((field) => [field, seal(key, { eventId: id, field }, data[field])]);
  return { ...plain, data: { ...data, ...Object.fromEntries(sealed) } as JsonObject };
}

async function firstVersions(definitions: readonly EventDefinition[]) {
  const fixtures = await Promise.all(
    definitions.map(async (definition) => ({
      definition,
      fixture: await eventFixture(definition.type, 1),
    })),
  );
  // The story that the fixtures of an aggregate tell, in the order of its instants.
  const instantOf = ({ data }: EventFixture) => String(data['at'] ?? '');
  return fixtures.sort((a, b) => instantOf(a.fixture).localeCompare(instantOf(b.fixture)));
}

const aggregates = [
  {
    stream: 'deviceRegistry-imports',
    definitions: deviceRegistryEvents,
    stateOf: (events: unknown) => fold(deviceImportsDecider, events as DeviceRegistryEvent[]),
    state: null,
  },
  {
    stream: 'account-0d3f4a5e-1111-4222-8333-944445555666',
    definitions: accountEvents,
    stateOf: (events: unknown) => fold(accountDecider, events as AccountEvent[]),
    state: { status: 'erased' },
  },
  {
    stream: 'plant-5b1c7a10-0000-4000-8000-00000000000a',
    definitions: plantEvents,
    stateOf: (events: unknown) => fold(plantDecider, events as PlantEvent[]),
    state: { status: 'removed' },
  },
  {
    stream: 'alerting-5b1c7a10-0000-4000-8000-00000000000a',
    definitions: alertEvents,
    stateOf: (events: unknown) => fold(alertDecider, events as AlertEvent[]),
    state: { lastAt: '2027-01-09T10:00:00Z', incidents: [] },
  },
  {
    stream: 'licence-5b1c7a10-0000-4000-8000-00000000000a',
    definitions: licenceEvents,
    stateOf: (events: unknown) => fold(licenceDecider, events as LicenceEvent[]),
    state: {
      status: 'known',
      trial: { firstDay: '2026-11-23', lastDay: '2027-01-01' },
      licences: [{ lastDay: '2028-12-29', end: null }, { lastDay: '2028-04-10' }],
      credits: [],
    },
  },
  {
    stream: 'priceList-licences',
    definitions: priceListEvents,
    stateOf: (events: unknown) => fold(priceListDecider, events as PriceListEvent[]),
    state: [{ version: '1', validFrom: '2027-01-01' }],
  },
  {
    stream: 'order-0d5e1c20-0000-4000-8000-0000000000a2',
    definitions: orderEvents,
    stateOf: (events: unknown) => fold(orderDecider, events as OrderEvent[]),
    state: {
      status: 'cancelled',
      placed: { buyer: { erased: true } },
      refunds: [{ isDone: true }],
      invoices: [{ number: '2027-000001' }],
    },
  },
  {
    stream: 'repairOrder-0d5e1c20-0000-4000-8000-0000000000c7',
    definitions: repairEvents,
    stateOf: (events: unknown) => fold(repairDecider, events as RepairEvent[]),
    state: {
      status: 'withdrawn',
      report: { fault: 'Schaltet mittags ab, Display zeigt 0A0004.' },
      offer: { grossCents: 60_690 },
      invoice: { paidOn: '2027-02-08' },
    },
  },
  {
    stream: 'priceList-repairs',
    definitions: repairPriceListEvents,
    stateOf: (events: unknown) => fold(repairPriceListDecider, events as RepairPriceListEvent[]),
    state: [{ version: '1', validFrom: '2027-01-01', warrantyYears: 5 }],
  },
  {
    stream: 'legalDocument-terms',
    definitions: legalDocumentEvents,
    stateOf: (events: unknown) => fold(legalDocumentDecider, events as LegalDocumentEvent[]),
    state: { draft: null, editions: [{ version: '2027-01-01' }] },
  },
  {
    stream: 'reporting-5b1c7a10-0000-4000-8000-00000000000a',
    definitions: reportingEvents,
    stateOf: (events: unknown) => fold(reportingDecider, events as ReportingEvent[]),
    state: { reportedMonth: '2026-11' },
  },
  {
    stream: 'corrections-5b1c7a10-0000-4000-8000-00000000000a',
    definitions: correctionEvents,
    stateOf: (events: unknown) => [...fold(correctionsDecider, events as CorrectionEvent[]).values()],
    state: [{ energyWhPerDay: 4_200, undone: { at: '2026-12-04T10:00:00Z' } }, { parts: [{ firstDay: '2019-05-01' }] }],
  },
];

t.test('a log of first versions works with the code of today', async (t) => {
  const world = await testLog(t, catalogue);
  const { store, log, db, pool, leases } = world;
  const told = aggregates.flatMap(({ definitions }) => definitions.map(({ type }) => type));
  t.strictSame(told.sort(), catalogue.map(({ type }) => type).sort(), 'every event belongs to one of these aggregates');
  for (const { stream, definitions, stateOf, state } of aggregates) {
    const fixtures = await firstVersions(definitions);
    const written = await Promise.all(fixtures.map(({ definition, fixture }) => stored(world, definition, fixture)));
    await store.append(stream, chained(stream, written, { revision: 'no_stream', hash: null }), 'no_stream');
    const { events } = await log.load(stream);
    for (const [index, { definition, fixture }] of fixtures.entries()) {
      const today = definition.upcasters.reduce<DomainEvent['data']>((data, upcast) => upcast(data), fixture.data);
      t.strictSame(events[index], { type: definition.type, data: today }, `${definition.type} of version 1`);
    }
    t.match(stateOf(events), state, `${stream} is folded`);
  }

  const troubles: unknown[] = [];
  const projections = openProjections({
    db,
    pool,
    leases,
    log,
    projections: [
      accountsProjection,
      identitiesProjection,
      plantsProjection,
      grantsProjection,
      devicesProjection,
      licencesProjection,
      ordersProjection,
      reportingProjection,
      correctionsProjection,
      repairOrdersProjection,
    ],
    onTrouble: (name, error) => troubles.push([name, error]),
  });
  await projections.start();
  t.teardown(() => projections.stop());
  t.ok(await projections.waitFor(await log.head(), { timeoutMs: 20_000 }), 'every projection takes them');
  t.strictSame(troubles, []);
  const { rows } = await pool.query('select view from accounts.accounts');
  // The story ends with the erasure of its person.
  t.match(rows, [{ view: { id: '0d3f4a5e-1111-4222-8333-944445555666', userName: '', address: { town: '' } } }]);

  const verification = openVerification();
  for await (const page of readLog(store)) for (const event of page) verification.add(event);
  t.match(verification.finish(), { events: catalogue.length, brokenCount: 0 });

  for (const definition of catalogue) {
    for (let version = 2; version <= definition.version; version++) {
      const later = await stored(world, definition, await eventFixture(definition.type, version));
      const stream = newStream();
      await store.append(stream, [later], 'no_stream');
      t.match(await log.load(stream), { revision: 0n }, `${definition.type} of version ${version} is read`);
    }
  }
});
