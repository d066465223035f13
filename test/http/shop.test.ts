import { createHash } from 'node:crypto';
import t from 'tap';
import { eventually } from '../support/accounts.js';
import { legalDay } from '../../domain/licence/calendar.js';
import { newOperator, sessionOf } from '../support/operators.js';
import { callJson, newOwner, password, plantBody } from '../support/owner.js';
import { testPortal } from '../support/portal.js';
import { addInverter, choose, manyPlants, newBuyer, plantWithPower as newPlant, type Json } from '../support/shop.js';

const portal = await testPortal(t);
const buyer = await newBuyer(portal.url);
const { ask, orderFor, buy, licenceOf } = buyer;

t.test('everybody sees what a licence costs', async (t) => {
  const answer = await fetch(`${portal.url}/api/v1/public/prices`);
  t.match(await answer.json(), {
    version: 'demo',
    isExample: true,
    vatRatePercent: 19,
    brackets: [{ upToW: 10_000, net365: { cents: 4_900, currency: 'EUR' }, gross365: { cents: 5_831 } }],
  });
});

t.test('a quote says what an order will cost', async (t) => {
  const plantId = await newPlant(buyer);
  const { body, status } = await ask([{ plantId, termDays: 365 }]);
  t.equal(status, 200);
  t.match(body, {
    items: [{ plantId, licensedPowerW: 20_000, isPowerAssumed: true, net: { cents: 7_900 }, because: 'payment' }],
    ...{ vatTreatment: 'domestic', vatRatePercent: 19, vat: { cents: 1_501 }, gross: { cents: 9_401 } },
    ...{ credit: { cents: 0 }, total: { cents: 9_401 }, customerKind: 'consumer', needsEarlyStart: true },
    priceListVersion: 'demo',
  });
  t.strictSame(
    body.documents.map(({ kind }: { kind: string }) => kind),
    ['terms', 'privacy', 'general-terms', 'withdrawal', 'faq'],
  );
  t.match((await ask([{ plantId, termDays: 730, plannedPowerW: 100_000 }])).body, { total: { cents: 32_011 } });
});

t.test('what cannot be ordered says why, beside its plant', async (t) => {
  const stranger = await newOwner(portal.url);
  const foreign = await newPlant(stranger);
  const own = await newPlant(buyer);
  const { body: empty } = await buyer.call('POST', '/plants', plantBody);
  const refusals = [
    [[], 422, 'order.empty', '/items'],
    [
      [
        { plantId: own, termDays: 365 },
        { plantId: foreign, termDays: 365 },
      ],
      404,
      'order.plant-not-found',
      '/items/1/plantId',
    ],
    [
      [
        { plantId: own, termDays: 365 },
        { plantId: own, termDays: 730 },
      ],
      422,
      'order.plant-twice',
      '/items/1/plantId',
    ],
    [[{ plantId: empty.id, termDays: 365 }], 422, 'order.no-power', '/items/0/plantId'],
    [[{ plantId: own, termDays: 365, plannedPowerW: 900_000_000 }], 422, 'order.price-on-request', '/items/0/plantId'],
  ] as const;
  for (const [items, status, code, pointer] of refusals) {
    const answer = await ask(items);
    t.match(answer, { status, body: { code, errors: [{ pointer, code }] } }, code);
  }
  t.match(await ask([{ plantId: own, termDays: 364 }]), { status: 400 });
  t.equal((await buyer.call('GET', `/plants/${foreign}/licence`)).status, 404);
});

async function standsInAnOrder(plantId: string): Promise<boolean> {
  return JSON.stringify((await buyer.call('GET', '/orders')).body).includes(plantId);
}

t.test('a licence is bought, exceeded, credited, and bought again', async (t) => {
  const plantId = await newPlant(buyer);
  const paid = await buy([plantId]);
  t.match(paid, { status: 'accepted', total: { cents: 9_401 }, items: [{ plantId }] });
  t.match(await licenceOf(plantId), {
    summary: { state: 'licensed', daysLeft: 365 },
    licences: [{ state: 'running', termDays: 365, licensedPowerW: 20_000, net: { cents: 7_900 } }],
    value: { gross: { cents: 9_401 }, calculations: [{ usedDays: 0, unusedDays: 365, revision: 1 }] },
    notOrderable: null,
  });
  t.match((await buyer.call('GET', `/plants/${plantId}`)).body.licence, { state: 'licensed' });

  const [unknown] = (await buyer.call('GET', `/plants/${plantId}/inverters`)).body.items;
  await addInverter(buyer, plantId);
  await eventually(async () => (await licenceOf(plantId)).announcedExcess);
  t.match(
    await licenceOf(plantId),
    { summary: { state: 'licensed' }, announcedExcess: { installedPowerW: 40_000 } },
    'on an assumed power it waits',
  );
  const types = (await buyer.call('GET', '/inverter-types')).body.items as { id: string; nominalPowerW: number }[];
  const big = types.find(({ nominalPowerW }) => nominalPowerW > 20_000 && nominalPowerW < 100_000);
  await buyer.call('PATCH', `/plants/${plantId}/inverters/${unknown.id}`, { typeId: big?.id });
  const exceeded = await eventually(async () => {
    const licence = await licenceOf(plantId);
    return licence.summary.state === 'exceeded' ? licence : null;
  });
  t.match(exceeded, {
    balance: { cents: 9_401 },
    announcedExcess: null,
    credits: [{ calculation: { usedDays: 0, net: { cents: 7_900 } }, open: { cents: 9_401 } }],
  });
  t.match(await buyer.call('GET', `/plants/${plantId}/overview`), {
    status: 402,
    body: { code: 'licence.exceeded', shop: `/licences/buy?plants=${plantId}` },
  });

  const second = await buy([plantId], 'pay', 730);
  t.match(second, { status: 'accepted', gross: { cents: 32_011 }, credit: { cents: 9_401 }, total: { cents: 22_610 } });
  t.match(await licenceOf(plantId), { summary: { state: 'licensed' }, balance: { cents: 0 } });
  t.equal((await buyer.call('GET', `/plants/${plantId}/overview`)).status, 200, 'open again');
  const renewed = await buy([plantId]);
  t.match(renewed, { status: 'accepted' });
  t.match(await licenceOf(plantId), {
    notOrderable: 'queued',
    licences: [{ state: 'exceeded' }, { state: 'running' }, { state: 'queued' }],
  });
  t.match(await ask([{ plantId, termDays: 365 }]), {
    status: 409,
    body: { code: 'order.already-queued', errors: [{ pointer: '/items/0/plantId' }] },
  });

  const invoices = await eventually(async () => {
    const { items } = (await buyer.call('GET', '/invoices')).body;
    const theirs = items.filter((one: { plantIds: string[] }) => one.plantIds.includes(plantId));
    return theirs.length === 4 ? theirs : null;
  });
  t.match(
    invoices.map(({ kind, gross, corrects }: Json) => [kind, gross.cents, corrects]).toSorted(),
    [
      ['correction', 9_401, /^\d{4}-\d{6}$/],
      ['invoice', 17_731, null],
      ['invoice', 32_011, null],
      ['invoice', 9_401, null],
    ].toSorted(),
    'a credit corrects the invoice that it comes from',
  );
  t.equal((await buyer.call('PATCH', '/me', { person: { lastName: 'Neuname' } })).status, 200);
  const pdf = await fetch(`${portal.url}/api/v1/invoices/${invoices[0].number}.pdf`, {
    headers: { authorization: `Bearer ${buyer.accessToken}` },
  });
  t.equal(pdf.headers.get('content-type'), 'application/pdf');
  const bytes = Buffer.from(await pdf.arrayBuffer());
  t.equal(
    createHash('sha256').update(bytes).digest('hex'),
    invoices[0].sha256,
    'the same bytes as when it was issued, whatever its buyer is called by now',
  );
  const stranger = await newOwner(portal.url);
  t.equal((await stranger.call('GET', `/invoices/${invoices[0].number}.pdf`)).status, 404);

  const mails = await eventually(async () => {
    const all = (await (await fetch(`${portal.url}/dev/mails?to=${buyer.userName}@example.org`)).json()) as Json;
    const found = all.items.filter(({ text }: Json) => text.includes(paid.id));
    return found.length >= 3 ? found : null;
  });
  const attached = (subject: RegExp) =>
    mails.find((mail: Json) => subject.test(mail.subject)).attachments.map(({ name }: Json) => name);
  const contract = [/^terms/, /^privacy/, /^general-terms/, /^withdrawal/, /^faq/];
  t.match(attached(/eingegangen/), contract, 'the receipt holds the contract documents');
  t.match(
    attached(/Auftragsbestätigung/),
    [/^Rechnung-\d{4}-\d{6}\.pdf$/, ...contract],
    'the acceptance also the invoice',
  );
  t.match(attached(/Rechnungskorrektur/), [/^Rechnungskorrektur-/]);

  const history = (await buyer.call('GET', `/plants/${plantId}/licence/history`)).body;
  t.equal(history.isConsistent, true);
  t.match(
    history.items.map(({ type }: { type: string }) => type),
    [
      'LicenceReserved',
      'LicenceGranted',
      'CapacityExcessAnnounced',
      'CapacityExceeded',
      'LicenceEnded',
      'RemainingValueCredited',
      'LicenceReserved',
      'LicenceGranted',
      'CreditUsed',
      'LicenceReserved',
      'LicenceRenewed',
    ],
  );
  t.match(history.items[5].recomputed, { isEqual: true, calculation: { formula: '7900 × 365 ÷ 365 = 7900.00' } });
  t.ok(
    history.items.every(({ hash }: { hash: string | null }) => hash !== null),
    'each is a link of the chain',
  );
});

t.test('an attempt that fails can be followed by another', async (t) => {
  const plantId = await newPlant(buyer);
  const failed = await buy([plantId], 'fail');
  t.match(failed, { status: 'open' });
  const { body } = await buyer.call('POST', `/orders/${failed.id}/payment`);
  await choose(body.paymentUrl, 'pay');
  t.match((await buyer.call('POST', `/orders/${failed.id}/payment/check`)).body, { status: 'accepted' });
});

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
  t.match(refunded, { status: 'cancelled', refunded: { cents: 9_401 }, invoices: [] }, 'what was paid goes back');
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
  t.match(await licenceOf(plantId), { notOrderable: null, openOrder: null }, 'nothing is held');
  t.match(await buy([plantId]), { status: 'accepted', total: { cents: 11_900 } });
});
