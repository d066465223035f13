import { randomUUID } from 'node:crypto';
import t from 'tap';
import { eventually } from '../support/eventually.js';
import { legalDay } from '../../domain/licence/calendar.js';
import { newOperator, sessionOf } from '../support/operators.js';
import { callJson, newOwner, password } from '../support/owner.js';
import { testPortal } from '../support/portal.js';
import { choose, manyPlants, newBuyer, plantWithPower as newPlant, type Json } from '../support/shop.js';

const portal = await testPortal(t);
const buyer = await newBuyer(portal.url);
const { ask, orderFor, buy, licenceOf } = buyer;

t.test('several plants in one order', async (t) => {
  const plantIds = [await newPlant(buyer), await newPlant(buyer, 2)];
  t.match(await buy(plantIds), {
    status: 'accepted',
    net: { cents: 22_800 },
    vat: { cents: 4_332 },
    total: { cents: 27_132 },
  });
  for (const plantId of plantIds) t.match(await licenceOf(plantId), { summary: { state: 'licensed' } });
});

t.test('an order waits for its payment, holds its plant, and can be taken back', async (t) => {
  const plantId = await newPlant(buyer);
  const { body: quote } = await ask([{ plantId, termDays: 365 }]);
  const version = (kind: string) =>
    quote.documents.find((document: { kind: string }) => document.kind === kind).version;
  const accepted = { terms: version('terms'), generalTerms: version('general-terms'), earlyStart: true };
  const order = { items: [{ plantId, termDays: 365 }], language: 'de', accepted, quoteTotal: quote.total };
  const send = (changes: object, headers: object = {}) =>
    buyer.call('POST', '/orders', { ...order, ...changes }, headers);

  t.match(await send({ quoteTotal: { cents: 1, currency: 'EUR' } }), {
    status: 409,
    body: { code: 'order.price-changed' },
  });
  t.match(await send({ accepted: { ...accepted, terms: '2000-01-01' } }), {
    status: 409,
    body: { code: 'order.documents-outdated' },
  });
  t.match(await send({ accepted: { ...accepted, earlyStart: false } }), {
    status: 422,
    body: { code: 'order.early-start-required', errors: [{ pointer: '/accepted/earlyStart' }] },
  });
  t.notOk(await standsInAnOrder(plantId), 'nothing was ordered');

  const key = { 'idempotency-key': 'one click' };
  const [first, second] = await Promise.all([send({}, key), send({}, key)]);
  t.match([first, second], [{ status: 201 }, { status: 201 }]);
  t.equal(first.body.id, second.body.id, 'one click is one order');
  const { id } = first.body;
  t.match((await buyer.call('GET', `/orders/${id}`)).body, {
    status: 'open',
    total: { cents: 9_401 },
    items: [{ plantId }],
  });
  t.match(
    await send({}),
    { status: 409, body: { code: 'order.in-other-order', errors: [{ pointer: '/items/0/plantId' }] } },
    'another tab',
  );
  t.match((await buyer.call('GET', `/plants/${plantId}/licence`)).body, {
    notOrderable: 'ordered',
    openOrder: { whose: 'own', orderId: id },
  });

  const stranger = await newOwner(portal.url);
  t.equal((await stranger.call('GET', `/orders/${id}`)).status, 404);
  t.equal((await stranger.call('POST', `/orders/${id}/cancellation`)).status, 404);
  t.match(await buyer.call('POST', `/orders/${id}/cancellation`), { status: 200, body: { status: 'cancelled' } });
  t.match((await buyer.call('GET', `/plants/${plantId}/licence`)).body, { notOrderable: null, openOrder: null });
  t.match(await buyer.call('POST', `/orders/${id}/payment`), { status: 409, body: { code: 'order.not-open' } });
});

t.test('two tabs order the same plant at the same moment: one of them gets it', async (t) => {
  const plantId = await newPlant(buyer);
  const order = await orderFor([plantId]);
  const answers = await Promise.all([1, 2, 3].map(() => buyer.call('POST', '/orders', order)));
  t.strictSame(answers.map(({ status }) => status).toSorted(), [201, 409, 409]);
  t.match(
    answers.filter(({ status }) => status === 409).map(({ body }) => body.code),
    ['order.in-other-order', 'order.in-other-order'],
  );
});

t.test('a plant that is removed meanwhile: no order, no money', async (t) => {
  const [first, second] = [await newPlant(buyer), await newPlant(buyer)];
  const order = await orderFor([first, second]);
  await buyer.call('DELETE', `/plants/${first}`);
  t.match(await buyer.call('POST', '/orders', order), {
    status: 404,
    body: { code: 'order.plant-not-found', errors: [{ pointer: '/items/0/plantId' }] },
  });
  t.match(await licenceOf(second), { notOrderable: null }, 'the other one is not held');

  const { body: placed } = await buyer.call('POST', '/orders', await orderFor([second]));
  await buyer.call('DELETE', `/plants/${second}`);
  await choose(placed.paymentUrl, 'pay');
  const refunded = await eventually(async () => {
    const shown = await buyer.comeBack(placed.id);
    return shown.refunded.cents > 0 ? shown : null;
  });
  t.match(
    refunded,
    { status: 'cancelled', refunded: { cents: 9_401 }, invoices: { length: 0 } },
    'what was paid goes back',
  );
});

t.test('500 plants in one order, from the question to 500 licences', async (t) => {
  const owner = await newBuyer(portal.url);
  const { id } = (await owner.call('GET', '/me')).body;
  const plantIds = await manyPlants(portal.system, id, 500);
  const items = plantIds.map((plantId) => ({ plantId, termDays: 365 }));
  t.match(await owner.ask([...items, items[0] ?? {}]), { status: 400, body: { errors: [{ pointer: '/items' }] } });
  const begun = performance.now();
  const took = () => `${Math.round(performance.now() - begun)} ms`;
  const order = await owner.orderFor(plantIds);
  t.equal(order.quoteTotal.cents, Math.round(500 * 4_900 * 1.19));
  t.comment(`quoted after ${took()}`);
  const placed = await owner.call('POST', '/orders', order);
  t.equal(placed.status, 201);
  t.comment(`ordered after ${took()}`);
  await choose(placed.body.paymentUrl, 'pay');
  const accepted = await eventually(async () => {
    const shown = await owner.comeBack(placed.body.id);
    return shown.status === 'accepted' && shown.invoices.length > 0 ? shown : null;
  });
  t.comment(`accepted and invoiced after ${took()}`);
  t.match(accepted, { items: { length: 500 }, total: order.quoteTotal });
  const last = plantIds.at(-1) ?? '';
  t.match(await owner.licenceOf(last), { summary: { state: 'licensed', daysLeft: 365 } });
});

t.test('orders and invoices are read page by page, as one list', async (t) => {
  for (let orders = 0; orders < 4; orders++) {
    const plantId = await newPlant(buyer);
    await buy([plantId]);
    await buyer.invoicesOf(plantId, 1);
  }
  const leafed = async (path: string) => {
    const items: Json[] = [];
    for (let cursor = ''; ;) {
      const page = await buyer.call('GET', `${path}?limit=2${cursor}`);
      t.match(page, { status: 200 });
      t.ok(page.body.items.length <= 2);
      items.push(...page.body.items);
      if (page.body.next === null) return items;
      cursor = `&cursor=${page.body.next}`;
    }
  };
  for (const path of ['/orders', '/invoices']) {
    const { body } = await buyer.call('GET', path);
    t.ok(body.items.length > 3, path);
    t.equal(body.next, null);
    t.strictSame(await leafed(path), body.items, path);
    t.match(await buyer.call('GET', `${path}?cursor=nonsense`), {
      status: 400,
      body: { errors: [{ pointer: '/cursor' }] },
    });
  }
  const placed = (await leafed('/orders')).map(({ placedAt }) => placedAt);
  t.strictSame(placed, placed.toSorted().toReversed(), 'the newest first');
  const numbers = (await leafed('/invoices')).map(({ number }) => number);
  t.strictSame(numbers, numbers.toSorted().toReversed());

  const [plantId] = (await leafed('/invoices')).find(({ plantIds }) => plantIds.length === 1)?.plantIds ?? [];
  const wish = { name: 'Books', scopes: ['billing:read'], plantIds: [plantId], password };
  const expiresAt = new Date(Date.now() + 86_400_000).toISOString();
  const { body: made } = await buyer.call('POST', '/me/tokens', { ...wish, expiresAt });
  for (const path of ['/orders', '/invoices']) {
    const seen = await callJson(`${portal.url}/api/v1${path}?limit=1`, 'GET', undefined, {
      authorization: `Bearer ${made.token}`,
    });
    const of = ({ plantIds, items }: Json) => plantIds ?? items.map((item: Json) => item.plantId);
    t.match(seen, { status: 200, body: { items: { length: 1 } } }, 'a token for one plant');
    t.strictSame(of(seen.body.items[0]), [plantId], path);
  }
});

t.test('a price list that changes between question and order', async (t) => {
  const plantId = await newPlant(buyer);
  const order = await orderFor([plantId]);
  const admin = await sessionOf(portal, await newOperator(portal, ['catalogue-manager']), { secondFactor: true });
  const list = {
    validFrom: legalDay(new Date().toISOString()),
    brackets: [{ upToW: 100_000, net365Cents: 10_000, net730Cents: 20_000 }],
  };
  const published = await callJson(`${portal.url}/api/v1/office/price-lists`, 'POST', list, admin.headers);
  t.match(published, { status: 201 });
  t.match(await buyer.call('POST', '/orders', order), { status: 409, body: { code: 'order.price-changed' } });
  const foreign = { ...order, items: [{ ...order.items[0], plantId: randomUUID() }] };
  t.match(await buyer.call('POST', '/orders', foreign), { status: 404, body: { code: 'order.plant-not-found' } });
  t.match(await licenceOf(plantId), { notOrderable: null, openOrder: null }, 'nothing is held');
  t.match(await buy([plantId]), { status: 'accepted', total: { cents: 11_900 } });
});

async function standsInAnOrder(plantId: string): Promise<boolean> {
  return JSON.stringify((await buyer.call('GET', '/orders')).body).includes(plantId);
}
