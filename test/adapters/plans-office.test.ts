import t from 'tap';
import { postgresDeclarations } from '../../adapters/order/declarations.js';
import type { Db } from '../../adapters/database/port.js';
import { listMessages, listSentMessages, type MessageCursor } from '../../adapters/outbox/messages.js';
import { openOutbox } from '../../adapters/outbox/outbox.js';
import { outboxNotifications } from '../../adapters/payment/notifications.js';
import { takeDueWebhook } from '../../adapters/webhook/worker.js';
import { AccountId } from '../../domain/kernel/ids.js';
import { accountsProjection } from '../../projections/accounts.js';
import { recreate } from '../../projections/engine/tables.js';
import { devicesProjection } from '../../projections/devices.js';
import { invoicesProjection } from '../../projections/invoices.js';
import {
  accountsBeginning,
  devicesBeginning,
  idsBeginning,
  invoicesBeginning,
  mailsTo,
} from '../../projections/office-search.js';
import { ordersProjection } from '../../projections/orders.js';
import { plantsProjection } from '../../projections/plants.js';
import { repairOrdersOf, repairOrdersProjection, repairQueue, repairsFound } from '../../projections/repair-orders.js';
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
const dealer = AccountId.parse(idOf(accounts, 0));

await db.transaction().execute(async (tx) => {
  for (const projection of [
    ...[accountsProjection, devicesProjection, invoicesProjection, ordersProjection, plantsProjection],
    repairOrdersProjection,
  ]) {
    await recreate(tx, projection);
  }
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
  await foundByIndex(t, pool, 'messages that were sent', ({ pool }) =>
    listSentMessages(pool, { after: [new Date().toISOString(), idOf(others, 1)], limit }),
  );
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

t.test('webhooks', async (t) => {
  const owner = idOf(accounts, 1);
  await pool.query(
    `insert into credentials (account_id, user_name_key, password_hash, changed_at, reserved_at) values ($1, 'k', 'h', now(), now())`,
    [owner],
  );
  await fill(
    pool,
    'webhooks',
    `insert into webhooks (id, account_id, url, next_attempt_at)
        select ${id(others, 'n')}, '${owner}', 'https://example.org/', ${at('n')} from ${numbers}`,
  );
  // Most have nothing to say; some wait for long, and for each of them much.
  await fill(
    pool,
    'webhook_deliveries',
    `insert into webhook_deliveries (webhook_id, position, event, state)
        select ${id(others, '1 + n % 2000')}, n, '{}', case when n % 2000 < 40 then 'waiting' else 'delivered' end
        from generate_series(1, ${10 * many}) as n`,
  );
  await foundByIndex(t, pool, 'a webhook that is due', ({ pool }) => takeDueWebhook(pool));
  t.match(await takeDueWebhook(pool), { id: idOf(others, 2) }, 'after the one that was taken');
});

t.test('the search of the office', async (t) => {
  await fill(pool, 'accounts.accounts', rows.accounts);
  await fill(pool, 'plants.plants', rows.plants);
  await fill(pool, 'orders.orders', rows.orders);
  await fill(pool, 'invoices.invoices', rows.invoices);
  await fill(
    pool,
    'devices.assignments',
    `insert into devices.assignments (position, serial_number, inverter_id, plant_id, time_zone, nominal_power_w, assigned_from,
        changed_position) select n, 'SN' || n, ${id(others, 'n')}, ${id(plants, 'n')}, 'UTC', 1, ${at('n')}, n from ${numbers}`,
  );
  await fill(
    pool,
    'repair_orders.repair_orders',
    `insert into repair_orders.repair_orders select ${id(others, 'n')}, ${ownerOf},
        ${at('n')}, n % 20 = 0, n % 3 > 0, (${at('n')})::date, 'SN' || n % 10000, 'R-' || lpad(n::text, 8, '0'), ${id(others, 'n % 10')},
        jsonb_build_object('createdAt', ${at('n')}, 'status', case when n % 7 = 0 then 'discarded' else 'requested' end) from ${numbers}`,
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
    repairs: (db) =>
      repairsFound(
        db,
        { beginning: 'SN19', ids: [idOf(others, 0), idOf(others, many)], accountIds: [idOf(others, 7)] },
        shown,
      ),
  } satisfies Record<string, (db: Db) => Promise<unknown>>)) {
    await foundByIndex(t, pool, name, ({ db }) => look(db));
  }

  const after = keyOf(1_000, others);
  await foundByIndex(t, pool, 'repairs of a dealer', ({ db }) => repairOrdersOf(db, dealer, first));
  await foundByIndex(t, pool, 'repairs of a dealer, a later page', ({ db }) =>
    repairOrdersOf(db, dealer, { after, limit }),
  );
  for (const stage of ['open', 'over'] as const) {
    const queue = { stage, serialNumber: null, advocate: null };
    await foundByIndex(t, pool, 'the repairs of the office', ({ db }) => repairQueue(db, { ...queue, ...first }));
    await foundByIndex(t, pool, 'the repairs of the office, a later page', ({ db }) =>
      repairQueue(db, { ...queue, after: [hour(9_000).toString().slice(0, 10), idOf(others, 9_000)], limit }),
    );
    await foundByIndex(t, pool, 'the repairs of a device', ({ db }) =>
      repairQueue(db, { ...queue, serialNumber: 'SN77', ...first }),
    );
    await foundByIndex(t, pool, 'the repairs of an advocate', ({ db }) =>
      repairQueue(db, { ...queue, advocate: idOf(others, 7), ...first }),
    );
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
