import t from 'tap';
import { AccountId, OrderId, PlantId } from '../../domain/kernel/ids.js';
import { accountsToErase, listOperators, unvalidatedAccounts } from '../../projections/account-queries.js';
import { accountsProjection } from '../../projections/accounts.js';
import { chargesProjection, listCharges } from '../../projections/charges.js';
import { recreate } from '../../projections/engine/tables.js';
import { grantsProjection, overdueInvitations } from '../../projections/grants.js';
import { dueChecks, heldChecks, identitiesProjection, unconfirmedBusinesses } from '../../projections/identities.js';
import {
  incidentEventsAfter,
  incidentEventsProjection,
  newestIncidentEvent,
} from '../../projections/incident-events.js';
import { everyIncident, incidentsProjection, listIncidents } from '../../projections/incidents.js';
import { invoicesBetween, invoicesProjection, listInvoices } from '../../projections/invoices.js';
import { dueLicences, licencesProjection } from '../../projections/licences.js';
import {
  buyersToForget,
  contractsSince,
  differingOrders,
  endingOrders,
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
import { repairOrdersProjection } from '../../projections/repair-orders.js';
import { plantsToReport, reportingProjection, type ReportingCursor } from '../../projections/reporting.js';
import { testDatabase } from '../support/database.js';
import {
  fill,
  foundByIndex,
  many,
  numbers,
  accounts,
  plants,
  orders,
  others,
  idOf,
  id,
  begin,
  hour,
  at,
  keyOf,
  ownerOf,
  rows,
  all,
} from '../support/plans.js';

const { db, pool } = await testDatabase(t);
const limit = 50;
const first = { after: null, limit };
const somebody = AccountId.parse(idOf(accounts, 77));
const dealer = AccountId.parse(idOf(accounts, 0));
const customer = AccountId.parse(idOf(accounts, 5_000));

await db.transaction().execute(async (tx) => {
  for (const projection of [
    ...[accountsProjection, chargesProjection, grantsProjection, identitiesProjection, incidentsProjection],
    ...[incidentEventsProjection, invoicesProjection, licencesProjection, ordersProjection, plantsProjection],
    ...[repairOrdersProjection, reportingProjection],
  ]) {
    await recreate(tx, projection);
  }
});

t.test('accounts', async (t) => {
  await fill(pool, 'accounts.accounts', rows.accounts);
  // All but a few of the registrations that nobody validated were over long ago.
  await fill(
    pool,
    'accounts.accounts',
    `update accounts.accounts set view = view || jsonb_build_object('erasedAt', view -> 'registeredAt')
        where not is_validated and account_id > ${id(accounts, '800')}`,
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
  const waiting = { registeredUntil: hour(many).toString(), after: null, limit: 1_000 };
  await foundByIndex(t, pool, 'registrations that nobody validated', ({ db }) =>
    unvalidatedAccounts(db, { ...waiting, overSince: null, limit }),
  );
  await foundByIndex(t, pool, 'registrations that nobody validated, a later page', ({ db }) =>
    unvalidatedAccounts(db, {
      ...waiting,
      overSince: null,
      after: [hour(8_000).toString(), idOf(accounts, 8_000)],
      limit,
    }),
  );
  const open = { ...waiting, overSince: '2999-01-01' };
  await foundByIndex(t, pool, 'registrations that wait', ({ db }) => unvalidatedAccounts(db, open), 50);
  t.equal((await unvalidatedAccounts(db, open)).items.length, 16);
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
  await fill(pool, 'plants.plants', rows.plants);
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
  const wish = { ...everyIncident, limit, cursor: 15_000n };
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
  const keeper = idOf(accounts, 2 * many);
  await fill(
    pool,
    'grants.invitations',
    `insert into grants.invitations select ${id(others, `${many} + n`)}, ${id(plants, 'n')}, '${keeper}', null, null
      from generate_series(1, 200) as n`,
  );
  await fill(
    pool,
    'incident_events.events',
    `insert into incident_events.events select ${many} + n, ${id(plants, '1 + n % 200')},
        jsonb_build_object('position', (${many} + n)::text) from generate_series(1, 3000) as n`,
  );
  await foundByIndex(t, pool, 'what happened to many plants', async ({ db }) => {
    const { items } = await incidentEventsAfter(db, keeper, { ...part, after: String(many) });
    const positions = items.map(({ position }) => Number(position) - many);
    t.strictSame(
      positions,
      Array.from({ length: limit }, (_, index) => index + 1),
    );
  });
  await foundByIndex(t, pool, 'whether anything happened', ({ db }) => newestIncidentEvent(db));
  await foundByIndex(t, pool, 'invitations that are over', ({ db }) => overdueInvitations(db, hour(many), limit));
  // As after a night that was cut short: the first half is told already.
  await fill(
    pool,
    'reporting.plants',
    `insert into reporting.plants select ${id(plants, 'n')}, '[]', null,
        case when n % 5 = 0 then null when n <= ${many / 2} then '2026-11' else '2026-10' end from ${numbers}`,
  );
  await foundByIndex(t, pool, 'months to report', ({ db }) => plantsToReport(db, '2026-10', first));
  await foundByIndex(t, pool, 'months to report, a later page', ({ db }) =>
    plantsToReport(db, '2026-10', { after: ['2026-10', idOf(plants, 15_000)], limit }),
  );
  const reported = await all((after: ReportingCursor | null) => plantsToReport(db, '2026-10', { after, limit: 1_000 }));
  t.strictSame([reported.length, new Set(reported).size], [8_000, 8_000], 'each plant has its turn');
  await foundByIndex(t, pool, 'licences that are due', ({ db }) => dueLicences(db, hour(many), limit));
});

t.test('orders and invoices', async (t) => {
  await fill(pool, 'orders.orders', rows.orders);
  await fill(
    pool,
    'orders.invoices',
    `insert into orders.invoices select '2026-' || lpad(n::text, 6, '0'), ${id(orders, 'n')} from ${numbers}`,
  );
  await fill(pool, 'invoices.invoices', rows.invoices);
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
  const day = hour(many / 2)
    .toString()
    .slice(0, 10);
  await foundByIndex(t, pool, 'contracts that end', ({ db }) => endingOrders(db, { ...first, day }));
  await foundByIndex(t, pool, 'contracts that end, a later page', ({ db }) => endingOrders(db, { after, limit, day }));
  await fill(
    pool,
    'charges.charges',
    `insert into charges.charges select ${id(orders, 'n')}, ${ownerOf},
        ${id(plants, 'n')}, ${at('n')}, case when n % 100 = 0 then 'open' when n % 4 = 0 then 'cancelled' else 'paid' end from ${numbers}`,
  );
  const nobody = { orderId: null, accountId: null, plantIds: [] };
  for (const [name, wish] of Object.entries({
    charges: { state: null, of: null },
    'charges that are open': { state: 'open', of: null },
    'charges of an order': { state: null, of: { ...nobody, orderId: OrderId.parse(idOf(orders, 9_000)) } },
    'charges of an account': { state: null, of: { ...nobody, accountId: customer } },
    'charges of plants': { state: 'paid', of: { ...nobody, plantIds: [idOf(plants, 1), idOf(plants, 9_001)] } },
  } as const)) {
    await foundByIndex(t, pool, name, ({ db }) => listCharges(db, { ...wish, ...first }));
    await foundByIndex(t, pool, `${name}, a later page`, ({ db }) => listCharges(db, { ...wish, after, limit }));
  }
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
