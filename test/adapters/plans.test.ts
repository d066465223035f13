import t from 'tap';
import { postgresDeclarations } from '../../adapters/order/declarations.js';
import type { Db } from '../../adapters/database/port.js';
import { listMessages, type MessageCursor } from '../../adapters/outbox/messages.js';
import { openOutbox } from '../../adapters/outbox/outbox.js';
import { outboxNotifications } from '../../adapters/payment/notifications.js';
import { AccountId, PlantId } from '../../domain/kernel/ids.js';
import { Temporal } from '../../domain/kernel/time.js';
import { accountsToErase, listOperators } from '../../projections/account-queries.js';
import { accountsProjection } from '../../projections/accounts.js';
import { everyItem, type Page } from '../../projections/engine/page.js';
import { recreate } from '../../projections/engine/tables.js';
import { devicesProjection } from '../../projections/devices.js';
import { grantsProjection, overdueInvitations } from '../../projections/grants.js';
import { dueChecks, heldChecks, identitiesProjection, unconfirmedBusinesses } from '../../projections/identities.js';
import {
  incidentEventsAfter,
  incidentEventsProjection,
  newestIncidentEvent,
} from '../../projections/incident-events.js';
import { incidentsProjection, listIncidents } from '../../projections/incidents.js';
import { invoicesBetween, invoicesProjection, listInvoices } from '../../projections/invoices.js';
import { dueLicences, licencesProjection } from '../../projections/licences.js';
import {
  accountsBeginning,
  devicesBeginning,
  idsBeginning,
  invoicesBeginning,
  mailsTo,
} from '../../projections/office-search.js';
import {
  buyersToForget,
  contractsSince,
  differingOrders,
  invoicesPage,
  ordersOf,
  ordersPage,
  refundingOrders,
  unpaidOrders,
  type OrderCursor,
} from '../../projections/order-queries.js';
import { ordersProjection } from '../../projections/orders.js';
import { listPlants, plantIdsOf, seesPlant } from '../../projections/plant-queries.js';
import { plantsNamed } from '../../projections/plant-search.js';
import { plantsProjection } from '../../projections/plants.js';
import { repairOrdersProjection, repairsFound } from '../../projections/repair-orders.js';
import { testDatabase } from '../support/database.js';
import { fill, foundByIndex } from '../support/plans.js';

const { db, pool } = await testDatabase(t);
const many = 20_000;
const limit = 50;
const first = { after: null, limit };

/** Ids that tell what they are of, and the how-manieth. */
const [accounts, plants, orders, others] = [1, 2, 3, 4] as const;
const idOf = (kind: number, n: number) => `${kind}0000000-0000-4000-8000-${String(n).padStart(12, '0')}`;
const id = (kind: number, n: string) => `('${kind}0000000-0000-4000-8000-' || lpad((${n})::text, 12, '0'))::uuid`;
const somebody = AccountId.parse(idOf(accounts, 77));
/** Has two orders, as everybody but the dealer, who has 3,000. */
const customer = AccountId.parse(idOf(accounts, 5_000));
const dealer = AccountId.parse(idOf(accounts, 0));
/** One an hour, from this one on. */
const begin = '2024-01-01T00:00:00Z';
const hour = (n: number) => Temporal.Instant.from(begin).add({ hours: n });
const at = (n: string) => `timestamptz '${begin}' + (${n}) * interval '1 hour'`;
const keyOf = (n: number, of: number) => [hour(n).toString(), idOf(of, n)] as const;
const numbers = `generate_series(1, ${many}) as n`;

async function all<Item, Key>(read: (after: Key | null) => Promise<Page<Item, Key>>): Promise<readonly Item[]> {
  const items: Item[] = [];
  for await (const item of everyItem(read)) items.push(item);
  return items;
}

await db.transaction().execute(async (tx) => {
  for (const projection of [
    ...[accountsProjection, grantsProjection, identitiesProjection, incidentsProjection, invoicesProjection],
    ...[licencesProjection, ordersProjection, plantsProjection],
    ...[devicesProjection, incidentEventsProjection, repairOrdersProjection],
  ]) {
    await recreate(tx, projection);
  }
});

t.test('accounts', async (t) => {
  await fill(
    pool,
    'accounts.accounts',
    `insert into accounts.accounts select ${id(accounts, 'n')}, 0, true, jsonb_build_object(
        'id', ${id(accounts, 'n')}, 'userName', 'name' || n, 'email', 'mail-' || n, 'hasTotp', true,
        'person', jsonb_build_object('lastName', 'Wirt' || n), 'company', jsonb_build_object('name', 'Firma ' || n),
        'roles', case when n % 2000 = 0 then '["support"]'::jsonb else '[]' end,
        'erasure', case when n % 100 = 0 then jsonb_build_object('dueAt', ${at('n')}) end,
        'erasedAt', case when n % 100 = 0 then ${at('n')} end) from ${numbers}`,
  );
  await fill(
    pool,
    'identities.identities',
    `insert into identities.identities select ${id(accounts, 'n')}, 0, '{"company": null}', n % 50 = 0, n % 20 = 0,
        case when n % 100 = 0 then ${at('n')} end from ${numbers}`,
  );
  await foundByIndex(t, pool, 'who is to be erased', ({ db }) =>
    accountsToErase(db, { now: hour(many).toString(), farewellOverAt: begin, limit: 20 }),
  );
  await foundByIndex(t, pool, 'the operators', ({ db }) => listOperators(db));
  await foundByIndex(t, pool, 'businesses that wait', ({ db }) => unconfirmedBusinesses(db, first));
  await foundByIndex(t, pool, 'businesses, a later page', ({ db }) =>
    unconfirmedBusinesses(db, { after: idOf(accounts, 15_000), limit }),
  );
  await foundByIndex(t, pool, 'checks that are due', ({ db }) =>
    dueChecks(db, hour(many), { limit, withoutStates: ['FR'] }),
  );
  await foundByIndex(t, pool, 'checks that are held', ({ db }) => heldChecks(db));
});

t.test('plants, their incidents and licences', async (t) => {
  await fill(
    pool,
    'plants.plants',
    `insert into plants.plants select ${id(plants, 'n')}, ${id(accounts, 'n / 4')}, n, 0,
        json_build_object('name', 'Solar ' || n), '{}' from ${numbers}`,
  );
  await fill(
    pool,
    'grants.invitations',
    `insert into grants.invitations select ${id(others, 'n')}, ${id(plants, 'n')}, ${id(accounts, 'n / 3')},
        case when n % 10 = 0 then ${at('n')} end, null from ${numbers}`,
  );
  await fill(
    pool,
    'incidents.incidents',
    `insert into incidents.incidents select ${id(others, 'n')}, ${id(plants, 'n % 10000')}, n, 'closed', '{}' from ${numbers}`,
  );
  await fill(
    pool,
    'licences.licences',
    `insert into licences.licences select ${id(plants, 'n')}, '{}', ${at('n')} from ${numbers}`,
  );
  await foundByIndex(t, pool, 'plants that an account sees', ({ db }) => plantIdsOf(db, somebody));
  await foundByIndex(t, pool, 'the list of plants', ({ db }) => listPlants(db, somebody, { limit, cursor: null }));
  await foundByIndex(t, pool, 'whether a plant is seen', ({ db }) => seesPlant(db, somebody, idOf(plants, 5)));
  await foundByIndex(t, pool, 'plants by name', ({ db }) => plantsNamed(db, { name: 'solar', ...first }));
  const wish = { limit, cursor: 15_000n, only: null, status: null };
  await foundByIndex(t, pool, 'incidents', ({ db }) => listIncidents(db, somebody, { ...wish, cursor: null }));
  await foundByIndex(t, pool, 'incidents, a later page', ({ db }) => listIncidents(db, somebody, wish));
  await fill(
    pool,
    'incident_events.events',
    `insert into incident_events.events select n, ${id(plants, 'n % 10000')}, jsonb_build_object('position', n::text) from ${numbers}`,
  );
  const part = { after: '5000', upTo: null, limit, only: null };
  await foundByIndex(t, pool, 'what happened', ({ db }) => incidentEventsAfter(db, somebody, part));
  await foundByIndex(t, pool, 'what happened to one', ({ db }) =>
    incidentEventsAfter(db, somebody, { ...part, upTo: '15000', only: [idOf(plants, 311)] }),
  );
  await foundByIndex(t, pool, 'whether anything happened', ({ db }) => newestIncidentEvent(db));
  await foundByIndex(t, pool, 'invitations that are over', ({ db }) => overdueInvitations(db, hour(many), limit));
  await foundByIndex(t, pool, 'licences that are due', ({ db }) => dueLicences(db, hour(many), limit));
});

t.test('orders and invoices', async (t) => {
  await fill(
    pool,
    'orders.orders',
    `insert into orders.orders select ${id(orders, 'n')}, case when n <= 3000 then ${id(accounts, '0')} else ${id(accounts, 'n / 2')} end,
        ${at('n')}, case when n % 100 = 0 then 'open' when n % 4 = 0 then 'expired' else 'accepted' end, ${at('n')},
        n % 50 = 0, n % 40 = 0, jsonb_build_object('refunds', '[]'::jsonb, 'withdrawnAt', null, 'payments', '[]'::jsonb,
          'placed', jsonb_build_object('items', '[]'::jsonb, 'orderId', ${id(orders, 'n')}, 'buyer', '{}'::jsonb))
        from ${numbers}`,
  );
  await fill(
    pool,
    'orders.invoices',
    `insert into orders.invoices select '2026-' || lpad(n::text, 6, '0'), ${id(orders, 'n')} from ${numbers}`,
  );
  await fill(
    pool,
    'invoices.invoices',
    `insert into invoices.invoices select '2026-' || lpad(n::text, 6, '0'), 2020 + n / 4000, n, ${id(orders, 'n')}, 'invoice',
        (${at('n')})::date::text, 'domestic', 1900, 1, 1, 1, null, '' from ${numbers}`,
  );
  const after = keyOf(15_000, orders);
  const mine = { ...first, onlyPlants: null };
  await foundByIndex(t, pool, 'orders of a dealer', ({ db }) => ordersPage(db, dealer, mine));
  await foundByIndex(t, pool, 'orders of a dealer, a later page', ({ db }) =>
    ordersPage(db, dealer, { ...mine, after: keyOf(1_000, orders) }),
  );
  await foundByIndex(t, pool, 'orders of some plants', ({ db }) =>
    ordersPage(db, dealer, { ...first, onlyPlants: [PlantId.parse(idOf(plants, 1))] }),
  );
  await foundByIndex(t, pool, 'every order of an account', ({ db }) => ordersOf(db, customer));
  await foundByIndex(t, pool, 'invoices of an account', ({ db }) => invoicesPage(db, customer, mine));
  await foundByIndex(t, pool, 'orders for the office', ({ db }) => differingOrders(db, first));
  const over = hour(19_928);
  await foundByIndex(t, pool, 'unpaid orders', ({ db }) => unpaidOrders(db, { ...first, over }));
  await foundByIndex(t, pool, 'unpaid orders, a later page', ({ db }) => unpaidOrders(db, { after, limit, over }));
  const since = hour(10_000);
  await foundByIndex(t, pool, 'contracts', ({ db }) => contractsSince(db, { ...first, since }));
  await foundByIndex(t, pool, 'contracts, a later page', ({ db }) => contractsSince(db, { after, limit, since }));
  await foundByIndex(t, pool, 'refunds', ({ db }) => refundingOrders(db, { after, limit }));
  await foundByIndex(t, pool, 'buyers of erased accounts', ({ db }) =>
    buyersToForget(db, { ...first, accountId: null }),
  );
  await foundByIndex(t, pool, 'buyers of erased accounts, a later page', ({ db }) =>
    buyersToForget(db, { after: [idOf(accounts, 8_000), idOf(orders, 1)], limit, accountId: null }),
  );
  await foundByIndex(t, pool, 'orders of an erased account', ({ db }) =>
    buyersToForget(db, { ...first, accountId: customer }),
  );
  const unpaid = await all((after: OrderCursor | null) => unpaidOrders(db, { after, limit: 100, over }));
  t.strictSame([unpaid.length, new Set(unpaid).size], [217, 217], 'each order of both kinds has its turn');
  const contracts = await all((after: OrderCursor | null) => contractsSince(db, { after, limit: 1_000, since }));
  t.strictSame(
    [contracts.length, new Set(contracts).size],
    [7_500, 7_500],
    'each contract of the last time has its turn',
  );
  await foundByIndex(t, pool, 'documents of a year', ({ db }) =>
    listInvoices(db, { year: 2022, kind: 'invoice', before: 9_000, limit }),
  );
  await foundByIndex(t, pool, 'documents of some days', async ({ db }) => {
    for await (const _ of invoicesBetween(db, { from: '2024-02-01', to: '2024-02-02' }));
  });
});

t.test('messages and declarations', async (t) => {
  await fill(
    pool,
    'outbox',
    `insert into outbox (id, kind, payload, event_id, created_at, next_attempt_at, sent_at)
        select ${id(others, 'n')}, case when n % 100 = 0 then 'push' else 'mail' end, '{}', ${id(others, 'n')}, ${at('n')},
        case when n % 5 = 0 then 'infinity' else ${at('n')} end, case when n % 3 > 0 then now() - n * interval '1 minute' end from ${numbers}`,
  );
  await fill(
    pool,
    'declarations',
    `insert into declarations (id, kind, received_at, content, order_id, handled_at)
        select ${id(others, 'n')}, 'withdrawal', ${at('n')},
        '{"name": "", "contract": "", "email": "", "language": "de", "reason": null, "desiredEnd": null}', ${id(orders, 'n')},
        case when n % 2 = 0 then ${at('n')} end from ${numbers}`,
  );
  await foundByIndex(t, pool, 'messages', ({ pool }) => listMessages(pool, { limit }));
  const listed = await all((after: MessageCursor | null) => listMessages(pool, { after, limit: 1_000 }));
  t.equal(new Set(listed.map((message) => message.id)).size, 6_666, 'each message stands on one page');
  t.ok(
    listed.slice(0, 1_333).every(({ state }) => state === 'given-up'),
    'those that were given up first',
  );
  for (const state of ['waiting', 'given-up'] as const) {
    await foundByIndex(t, pool, `messages that are ${state}`, ({ pool }) => listMessages(pool, { state, limit }));
  }
  await foundByIndex(t, pool, 'messages, a later page', ({ pool }) =>
    listMessages(pool, { after: ['true', ...keyOf(9_000, others)], limit }),
  );
  await foundByIndex(t, pool, 'the next message behind a backlog of others', async ({ pool }) => {
    const outbox = openOutbox({ pool, handlers: { 'audit-mail': async () => undefined } });
    outbox.start();
    await outbox.stop();
  });
  await foundByIndex(t, pool, 'notifications that wait', ({ pool }) => outboxNotifications(pool).leave('payment'));
  for (const isHandled of [true, false]) {
    const desk = (asked: typeof pool) => postgresDeclarations(asked);
    await foundByIndex(t, pool, 'declarations', ({ pool }) => desk(pool).list({ ...first, isHandled }));
    await foundByIndex(t, pool, 'declarations, a later page', ({ pool }) =>
      desk(pool).list({ after: keyOf(9_000, others), limit, isHandled }),
    );
  }
});

t.test('the search of the office', async (t) => {
  await fill(
    pool,
    'devices.assignments',
    `insert into devices.assignments (position, serial_number, inverter_id, plant_id, time_zone, nominal_power_w, assigned_from,
        changed_position) select n, 'SN' || n, ${id(others, 'n')}, ${id(plants, 'n')}, 'UTC', 1, ${at('n')}, n from ${numbers}`,
  );
  await fill(
    pool,
    'repair_orders.repair_orders',
    `insert into repair_orders.repair_orders select ${id(others, 'n')}, ${id(accounts, 'n')}, ${at('n')}, true, true, null,
        'SN' || n % 10000, jsonb_build_object('createdAt', ${at('n')}) from ${numbers}`,
  );
  const shown = 9;
  const mailed = ['10000000-0000-4000-8000-000000000077'];
  for (const [name, look] of Object.entries({
    accounts: (db) => accountsBeginning(db, 'name19', shown),
    addresses: (db) => accountsBeginning(db, 'MAIL-77', shown),
    companies: (db) => accountsBeginning(db, 'firma 123', shown),
    devices: (db) => devicesBeginning(db, 'sn55', shown),
    accountIds: (db) => idsBeginning(db, 'account', '10000000', shown),
    plantIds: (db) => idsBeginning(db, 'plant', '2000-0000', shown),
    orderIds: (db) => idsBeginning(db, 'order', '3000', shown),
    mailIds: (db) => idsBeginning(db, 'mail', '400000', shown),
    invoices: (db) => invoicesBeginning(db, '2022-008', shown),
    mails: (db) => mailsTo(db, mailed, shown),
    repairs: (db) => repairsFound(db, { serialNumber: 'SN19', ids: [idOf(others, 0), idOf(others, many)] }, shown),
  } satisfies Record<string, (db: Db) => Promise<unknown>>)) {
    await foundByIndex(t, pool, name, ({ db }) => look(db));
  }

  const names = (found: readonly { readonly userName: string }[]) => found.map(({ userName }) => userName);
  t.strictSame(names(await accountsBeginning(db, 'NAME1999', 3)).length, 3);
  t.strictSame(names(await accountsBeginning(db, 'firma 20000', 9)), ['name20000']);
  t.strictSame(
    (await devicesBeginning(db, 'sn1999', 3)).map(({ serialNumber }) => serialNumber),
    ['SN1999', 'SN19990', 'SN19991'],
  );
  t.strictSame(
    (await invoicesBeginning(db, '2021-0041', 2)).map(({ number }) => number),
    ['2026-004199', '2026-004198'],
    'the newest first',
  );
  t.strictSame(await invoicesBeginning(db, '202', 3), []);
  t.strictSame(await idsBeginning(db, 'order', '300', 3), [], 'four digits at least');
  t.strictSame(await idsBeginning(db, 'order', '30000000-0000-4000-8000-00000000000', 3), [
    idOf(orders, 1),
    idOf(orders, 2),
    idOf(orders, 3),
  ]);
});
