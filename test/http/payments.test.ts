import { randomUUID } from 'node:crypto';
import t from 'tap';
import { request } from 'undici';
import { outboxNotifications, paymentNotificationDelivery } from '../../adapters/payment/notifications.js';
import { startShopWorkers } from '../../adapters/order/shop-workers.js';
import { openOutbox } from '../../adapters/outbox/outbox.js';
import { loadOrder } from '../../commands/order/load-order.js';
import { lookAfterOrder } from '../../commands/order/look-after-order.js';
import { PaymentRefused, PaymentUnavailable } from '../../commands/order/payment-gateway.js';
import { settleMatter } from '../../commands/order/settle-matter.js';
import { OrderId } from '../../domain/kernel/ids.js';
import { openMatters } from '../../domain/order/matters.js';
import { paymentNotificationRoutes } from '../../http/routes/payment-notifications.js';
import { testApp } from '../support/app.js';
import { testDatabase } from '../support/database.js';
import { eventually } from '../support/eventually.js';
import { newOwner, plantBody } from '../support/owner.js';
import { press } from '../support/payment-gateway.contract.js';
import { testPortal } from '../support/portal.js';
import { repairsIn } from '../support/repairs.js';
import { testKeys, unzerServer } from '../support/unzer/server.js';

t.test('a portal that pays with Unzer', async (t) => {
  const server = await unzerServer(t);
  const portal = await testPortal(t, {
    ...{ UNZER_PRIVATE_KEY: testKeys.privateKey, UNZER_PUBLIC_KEY: testKeys.publicKey },
    ...{ UNZER_API_URL: server.apiUrl, UNZER_TOKEN_URL: server.tokenUrl, UNZER_PAGE_URL: server.pageUrl },
  });
  const { paymentNotifications, database, sandbox } = portal.system;
  const address = `${portal.url}/api/v1/payments/notifications/unzer`;
  await eventually(() => server.seen.some(({ path, body }) => path === '/v1/webhooks' && body.includes(address)));
  const asked = (paymentId: string) => server.seen.filter(({ path }) => path === `/v1/payments/${paymentId}`).length;
  const waiting = async () => {
    const { rows } = await database.pool.query(
      "select from outbox where kind = 'payment-notification' and sent_at is null",
    );
    return rows.length;
  };
  const nothingWaits = () => eventually(async () => (await waiting()) === 0);
  const send = async (body: string, contentType?: string) => {
    const headers = contentType === undefined ? {} : { 'content-type': contentType };
    const answer = await request(address, { method: 'POST', headers, body });
    return { status: answer.statusCode, text: await answer.body.text() };
  };

  await t.test('the page of the sandbox is not there', async (t) => {
    t.equal(sandbox, null);
    t.equal((await fetch(`${portal.url}/dev/payments/${randomUUID()}`)).status, 404);
    t.equal((await fetch(`${portal.url}/api/v1/payments/notifications/sandbox`, { method: 'POST' })).status, 404);
  });

  const buyer = await newOwner(portal.url);
  /** A licence for a new plant is ordered, and its payment page opened. */
  async function newOrder() {
    const { body: plant } = await buyer.call('POST', '/plants', plantBody);
    const serialNumber = `S${randomUUID().slice(0, 8).toUpperCase()}`;
    await buyer.call('POST', `/plants/${plant.id}/inverters`, { serialNumber, name: 'Dach' });
    const items = [{ plantId: plant.id, termDays: 365 }];
    const { body: quote } = await buyer.call('POST', '/orders/quote', { items });
    const version = (wanted: string) =>
      quote.documents.find(({ kind }: { readonly kind: string }) => kind === wanted).version;
    const accepted = { terms: version('terms'), generalTerms: version('general-terms'), earlyStart: true };
    const placed = await buyer.call('POST', '/orders', { items, language: 'de', accepted, quoteTotal: quote.total });
    const id: string = placed.body.id;
    const page = server.pages.get(String(placed.body.paymentUrl).split('/').at(-1) ?? '');
    return {
      ...{ id, status: placed.status, paymentUrl: String(placed.body.paymentUrl) },
      paymentId: () => page?.payments.at(-1)?.id ?? '',
      stored: () => page?.payments.at(-1),
      shown: async () => (await buyer.call('GET', `/orders/${id}`)).body,
      comeBack: async () => (await buyer.call('POST', `/orders/${id}/payment/check`)).body,
      licences: async () => (await buyer.call('GET', `/plants/${plant.id}/licence`)).body.licences,
      licence: async () => (await buyer.call('GET', `/plants/${plant.id}/licence`)).body,
      payOut: async () => {
        const { status, body } = await buyer.call('POST', `/plants/${plant.id}/licence/payout`, {});
        if (status !== 200) throw new Error(body.code);
      },
    };
  }
  type Order = Awaited<ReturnType<typeof newOrder>>;
  const accepted = (order: Order) => eventually(async () => (await order.shown()).status === 'accepted');
  const eventsOf = async ({ id }: Order) => {
    const { events } = await portal.system.log.load(`order-${id}`);
    return events.map(({ type }) => type);
  };

  await t.test('notifications before and after the redirect, twice, in the wrong order, late', async (t) => {
    for (const timing of ['before', 'after', 'held'] as const) {
      server.setTiming(timing);
      const order = await newOrder();
      t.equal(await press(order.paymentUrl, 'pay'), `${portal.url}/orders/${order.id}`);
      if (timing === 'held') {
        const told = server.held.splice(0);
        await server.notify([...told.toReversed(), ...told]);
      }
      await server.idle();
      await accepted(order);
      await nothingWaits();
      t.ok(asked(order.paymentId()) >= 3, `${timing}: each time the provider is asked`);
      t.match(await order.licences(), { length: 1 });
      const events = await eventsOf(order);
      t.strictSame([...new Set(events)], events, `${timing}: everything happens once`);
      t.match(events, ['OrderPlaced', 'PaymentStarted', 'PaymentConfirmed', 'OrderAccepted']);
    }
    t.ok(server.deliveries.every(({ status }) => status === 200));
  });

  await t.test('notifications that get lost: whoever comes back is asked about', async (t) => {
    server.setTiming('held');
    const order = await newOrder();
    await press(order.paymentUrl, 'pay', 'creditCard');
    server.held.length = 0;
    t.match(await order.shown(), { status: 'open' });
    await order.comeBack();
    await accepted(order);
    t.match(await order.licences(), { length: 1 });
  });

  await t.test('an attempt fails, and the customer goes back to the same page and pays', async (t) => {
    server.setTiming('held');
    const order = await newOrder();
    await press(order.paymentUrl, 'fail');
    t.match(await order.comeBack(), { status: 'open' });
    await press(order.paymentUrl, 'pay');
    server.held.length = 0;
    await order.comeBack();
    await accepted(order);
    t.match(await eventsOf(order), ['OrderPlaced', 'PaymentStarted', 'PaymentFailed', 'PaymentConfirmed']);
  });

  await t.test('what was paid does not fit: nothing is granted', async (t) => {
    server.setTiming('held');
    const tampered: readonly (readonly [string, (order: Order) => object])[] = [
      ['a smaller amount', (order) => Object.assign(order.stored()?.charges[0] ?? {}, { cents: 100 })],
      ['another currency', (order) => Object.assign(order.stored() ?? {}, { currency: 'USD' })],
    ];
    for (const [name, tamper] of tampered) {
      const order = await newOrder();
      await press(order.paymentUrl, 'pay');
      tamper(order);
      await server.notify(server.held.splice(0));
      await nothingWaits();
      t.match(await order.comeBack(), { status: 'open', differs: true }, name);
      t.match(await order.licences(), { length: 0 }, name);
    }
    // Somebody pays for a cheap thing and tells it to be ours.
    const [other, ours] = [await newOrder(), await newOrder()];
    await press(other.paymentUrl, 'pay');
    await press(ours.paymentUrl, 'wait');
    server.held.length = 0;
    const retrieveUrl = `${server.apiUrl}/payments/${ours.paymentId()}`;
    const told = {
      event: 'payment.completed',
      publicKey: testKeys.publicKey,
      paymentId: other.paymentId(),
      retrieveUrl,
    };
    await send(JSON.stringify(told), 'text/plain');
    await accepted(other);
    t.match(await ours.shown(), { status: 'open' });
  });

  await t.test('Unzer is away when it is ordered, and back later', async (t) => {
    const { owner, agreed } = await repairsIn(portal);
    const repair = await agreed();
    server.inject('maintenance');
    t.match(await owner.call('POST', `${repair.path}/payment`), { status: 503 }, 'of a repair, too');
    const order = await newOrder();
    t.match(order, { status: 201, paymentUrl: 'null' });
    t.match(await buyer.call('POST', `/orders/${order.id}/payment`), { status: 503 });
    server.recover();
    server.setTiming('before');
    const { body } = await buyer.call('POST', `/orders/${order.id}/payment`);
    t.equal(await press(body.paymentUrl, 'pay'), `${portal.url}/orders/${order.id}`);
    await accepted(order);
  });

  await t.test('Unzer is away for an hour, in which the customer has paid: nothing is lost', async (t) => {
    server.setTiming('held');
    const order = await newOrder();
    await press(order.paymentUrl, 'pay');
    const told = server.held.splice(0);
    server.inject('maintenance');
    const { system } = portal;
    const inAnHour = { now: () => system.clock.now().add({ minutes: 70 }) };
    const late = { log: system.log, clock: inAnHour, gateway: system.payments };
    const context = { actor: { kind: 'policy', id: 'test' }, correlationId: 'test' } as const;
    const id = OrderId.parse(order.id);
    await t.rejects(lookAfterOrder(late, id, context), PaymentUnavailable, 'it does not expire unheard');
    t.match(await order.comeBack(), { status: 'open' });
    server.recover();
    await lookAfterOrder(late, id, context);
    await accepted(order);
    await server.notify(told);
    await nothingWaits();
    t.match(await order.licences(), { length: 1 });
  });

  /** Another node, whose round does not wait for an hour; answers what stops it. */
  function lookAround() {
    const { system } = portal;
    const workers = startShopWorkers({
      ...{ db: system.database.db, log: system.log, clock: system.clock, gateway: system.payments },
      leases: { acquire: async () => true },
      onTrouble: () => undefined,
      chargebackMs: 50,
    });
    return () => workers.stop();
  }

  await t.test('a bank takes payments back: nothing is lost or kept by itself, the office decides', async (t) => {
    const orders = [await newOrder(), await newOrder()] as const;
    for (const order of orders) {
      server.setTiming('before');
      await press(order.paymentUrl, 'pay');
      await accepted(order);
      const told = [server.chargeBack(order.paymentId())];
      // Of the second one the notification is lost: whoever goes round the contracts finds it.
      if (order === orders[0]) for (const _twice of [1, 2]) await server.notify(told);
      const stop = order === orders[0] ? () => undefined : lookAround();
      await nothingWaits();
      await eventually(async () => (await order.shown()).chargedBack !== null);
      await stop();
      t.match(await order.shown(), { status: 'accepted', chargedBack: { cents: 9_401 } });
      t.match(await order.licences(), [{ state: 'running' }], 'the licence goes on until somebody decides');
    }
    const decide = async (order: Order, how: 'keep' | 'end') => {
      const orderId = OrderId.parse(order.id);
      const state = await loadOrder(portal.system.log, orderId);
      const [matter] = state.status === 'none' ? [] : openMatters(state);
      if (matter?.kind !== 'chargeback') throw new Error('there is nothing to decide');
      const wish = { orderId, matterId: matter.matterId, how, reason: 'Rückbelastung' };
      const actor = { kind: 'operator', id: randomUUID() } as const;
      return settleMatter(portal.system, wish, { actor, correlationId: 'test' });
    };
    const [kept, ended] = orders;
    t.match(await decide(kept, 'keep'), { ok: true });
    t.match(await decide(ended, 'end'), { ok: true });
    await t.rejects(decide(ended, 'end'), /nothing to decide/);
    await eventually(async () => (await ended.licences())[0].state === 'cancelled');
    t.match(await kept.licences(), [{ state: 'running' }]);
    const licence = await ended.licence();
    t.match(
      licence,
      { balance: { cents: 0 }, credits: [{ paidOut: { cents: 9_401 } }] },
      'no credit of money that is gone',
    );
    t.match(await ended.shown(), { refunded: { cents: 0 } }, 'and none of it goes back once more');
    await t.rejects(ended.payOut(), /licence.nothing-to-pay-out/);
  });

  await t.test('forged, broken and foreign ones change nothing and are counted', async (t) => {
    const { counts } = paymentNotifications;
    const before = { ...counts };
    const rowsBefore = await waiting();
    const spy = await unzerServer(t);
    const told = { event: 'payment.completed', publicKey: testKeys.publicKey, paymentId: 's-pay-1' };
    const foreign = [
      ...['', '{', 'null', '<xml/>', '{"a":"\\u0000"}', '\0'],
      JSON.stringify({ ...told, publicKey: 's-pub-other', retrieveUrl: `${server.apiUrl}/payments/s-pay-1` }),
      JSON.stringify({ ...told, retrieveUrl: `${spy.apiUrl}/payments/s-pay-1` }),
    ];
    for (const body of foreign) {
      for (const type of [undefined, 'text/plain', 'application/json', 'application/x-www-form-urlencoded']) {
        t.strictSame(await send(body, type), { status: 200, text: '' }, `${body} as ${type}`);
      }
    }
    t.equal(counts.foreign - before.foreign, foreign.length * 4);
    t.equal(await waiting(), rowsBefore);
    const invented = JSON.stringify({
      ...told,
      paymentId: 's-pay-12',
      retrieveUrl: `${server.apiUrl}/payments/s-pay-12`,
    });
    t.equal((await send(invented, 'text/plain')).status, 200);
    await eventually(() => counts.unknown === before.unknown + 1);
    await nothingWaits();
    t.strictSame(spy.seen, [], 'nobody else is ever asked');
    t.equal((await send(' '.repeat(9_000))).status, 413);
    const { body } = await request(`${portal.url}/metrics`);
    t.match(await body.text(), /sitelink_payment_notifications\{outcome="foreign"\} [1-9]/);
  });
});

t.test('what is kept of a notification, and when there is no more room', async (t) => {
  const { pool } = await testDatabase(t);
  const notifications = outboxNotifications(pool);
  const payments = { provider: 'unzer', parseNotification: (body: string) => ({ providerRef: body }) } as const;
  const app = await testApp(t, {
    routes: [paymentNotificationRoutes({ payments, paymentNotifications: notifications })],
  });
  const send = (payload: string) =>
    app.inject({
      method: 'POST',
      url: '/api/v1/payments/notifications/unzer',
      payload,
      headers: { 'content-type': 'a/b' },
    });
  const notified: string[] = [];
  const outcomes: Record<string, () => Promise<void>> = {
    gone: () => Promise.reject(new PaymentRefused('not-found', 'no such payment')),
    away: () => Promise.reject(new PaymentUnavailable('away')),
  };
  const outbox = openOutbox({
    pool,
    retrySeconds: () => 0,
    handlers: {
      'payment-notification': paymentNotificationDelivery({
        ...notifications,
        notified: async (providerRef) => {
          notified.push(providerRef);
          await outcomes[providerRef]?.();
        },
      }),
    },
  });
  for (const ref of ['one', 'gone', 'away', 'one']) t.equal((await send(ref)).statusCode, 200);
  outbox.start();
  await eventually(() => notified.filter((ref) => ref === 'away').length >= 3);
  outcomes['away'] = async () => undefined;
  await eventually(async () => (await outbox.status()).waiting === 0);
  await outbox.stop();
  t.strictSame(notified.filter((ref) => ref !== 'away').toSorted(), ['gone', 'one', 'one']);
  t.match(notifications.counts, { accepted: 4, unknown: 1, foreign: 0 });

  await pool.query(
    "insert into outbox (id, kind, payload) select gen_random_uuid(), 'payment-notification', '{}' from generate_series(1, 1000)",
  );
  t.match(await send('one'), { statusCode: 429 }, 'the provider comes back later');
});
