import { randomUUID } from 'node:crypto';
import t from 'tap';
import { Temporal } from '../../domain/kernel/time.js';
import { startShopWorkers } from '../../adapters/order/shop-workers.js';
import { endingOrders } from '../../projections/order-queries.js';
import { eventually } from '../support/eventually.js';
import { newOperator, sessionOf } from '../support/operators.js';
import { callJson } from '../support/owner.js';
import { testPortal } from '../support/portal.js';
import { newBuyer, plantWithPower as newPlant, type Json } from '../support/shop.js';

const portal = await testPortal(t);
const buyer = await newBuyer(portal.url);
const { buy, licenceOf } = buyer;
const support = await sessionOf(portal, await newOperator(portal, ['support']), { secondFactor: true });
const office = (method: 'GET' | 'POST', path: string, body?: unknown) =>
  callJson(`${portal.url}/api/v1/office${path}`, method, body, support.headers);
const orderOf = async (id: string) => (await buyer.call('GET', `/orders/${id}`)).body;
const post = (path: string, body: object) => callJson(`${portal.url}/api/v1/${path}`, 'POST', body);
const refunded = (id: string, cents: number) =>
  eventually(async () => {
    const order = await orderOf(id);
    return order.refunded.cents === cents ? order : null;
  });
/** Mails of the development mailbox to the buyer. */
const subjectsTo = async (userName: string): Promise<readonly string[]> => {
  const all = (await (await fetch(`${portal.url}/dev/mails?to=${userName}@example.org`)).json()) as Json;
  return all.items.map(({ subject }: Json) => subject);
};

t.test('a declaration is matched to its contract, and takes effect as of its receipt', async (t) => {
  const { id } = await buy([await newPlant(buyer)]);
  const post = (path: string, body: object) => callJson(`${portal.url}/api/v1/${path}`, 'POST', body);
  const who = { name: 'Eva', contract: 'die Anlage in Metzingen', email: 'eva@example.org' };
  const withdrawal = (await post('withdrawals', who)).body;
  const cancellation = (await post('cancellations', { ...who, kind: 'ordinary' })).body;
  const open = await office('GET', '/declarations?limit=1');
  t.match(
    open.body.items,
    [{ id: withdrawal.id, kind: 'withdrawal', order: null, handledAt: null }],
    'the oldest first',
  );
  t.match((await office('GET', `/declarations?limit=1&cursor=${open.body.next}`)).body, {
    items: [{ id: cancellation.id }],
    next: null,
  });
  const assign = (declarationId: string, contract: string) =>
    office('POST', `/declarations/${declarationId}/assignment`, { contract });
  t.match(await assign(withdrawal.id, 'no such thing'), {
    status: 422,
    body: { code: 'declaration.no-such-contract', errors: [{ pointer: '/contract' }] },
  });
  t.match((await assign(cancellation.id, id)).body, { order: { id, plants: [{ name: /./ }] }, handledAt: null });
  const assigned = await assign(withdrawal.id, id);
  t.match(assigned.body, { order: { id }, handledAt: /^20/, handledBy: /^operator-/ });
  const withdrawnAt = await eventually(async () => (await orderOf(id)).withdrawnAt);
  t.equal(Date.parse(withdrawnAt), Date.parse(withdrawal.receivedAt));
  await eventually(async () => ((await orderOf(id)).refunded.cents === 9_401 ? true : null));
  t.match(await assign(withdrawal.id, id), { status: 409, body: { code: 'declaration.handled' } });
  const handle = () => office('POST', `/declarations/${cancellation.id}/handled`, { note: 'endet von selbst' });
  t.equal((await handle()).status, 204);
  t.match(await handle(), { status: 409, body: { code: 'declaration.handled' } });
  t.equal((await office('POST', `/declarations/${randomUUID()}/handled`)).status, 404);
  const done = (await office('GET', '/declarations?state=handled')).body.items;
  t.match(done, [
    { id: cancellation.id, note: 'endet von selbst' },
    { id: withdrawal.id, note: null },
  ]);
  t.strictSame((await office('GET', '/declarations')).body.items, []);
});

t.test('who withdraws gets the money back', async (t) => {
  const plantId = await newPlant(buyer);
  const { id } = await buy([plantId]);
  const declare = (email: string) =>
    fetch(`${portal.url}/api/v1/withdrawals`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ name: 'Eva', contract: `Bestellung ${id}`, email }),
    });
  t.equal((await declare('stranger@example.org')).status, 202);
  t.match((await buyer.call('GET', `/orders/${id}`)).body, { withdrawnAt: null }, 'a stranger ends nothing');
  t.equal((await declare(`${buyer.userName}@example.org`)).status, 202);
  const withdrawn = await eventually(async () => {
    const { body } = await buyer.call('GET', `/orders/${id}`);
    return body.refunded.cents > 0 ? body : null;
  });
  t.match(withdrawn, { refunded: { cents: 9_401 } });
  t.match(await licenceOf(plantId), {
    summary: { state: 'expired' },
    licences: [{ state: 'withdrawn' }],
    balance: { cents: 0 },
  });
});

t.test('a withdrawal is taken from anybody, and says nothing about contracts', async (t) => {
  const send = (path: string, body: object) =>
    fetch(`${portal.url}/api/v1/${path}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(body),
    });
  const who = { name: 'Eva Wirt', contract: 'Rechnung 2026-000001', email: 'eva@example.org' };
  const answer = await send('withdrawals', who);
  t.equal(answer.status, 202);
  t.match(await answer.json(), { receivedAt: /^20\d\d-/ });
  const cancelled = await send('cancellations', { ...who, kind: 'extraordinary', reason: 'Die Anlage wurde verkauft' });
  t.equal(cancelled.status, 202);
  t.equal((await send('withdrawals', { ...who, email: 'nobody' })).status, 400);
});

t.test('who withdraws for one plant of several keeps the others', async (t) => {
  const [barn, shed, hall] = await Promise.all(
    ['Scheune', 'Schuppen', 'Halle'].map((name) => newPlant(buyer, 1, name)),
  );
  const { id } = await buy([barn, shed, hall] as string[]);
  await buyer.invoicesOf(barn ?? '', 1);
  const who = { name: 'Eva', contract: id, email: `${buyer.userName}@example.org` };
  t.equal((await post('withdrawals', { ...who, plant: ' scheune ' })).status, 202);
  const order = await refunded(id, 9_401);
  t.match(order, { withdrawnAt: null, items: [{ endedBy: 'withdrawal' }, { endedBy: null }, { endedBy: null }] });
  t.match(await licenceOf(barn ?? ''), { licences: [{ state: 'withdrawn' }], balance: { cents: 0 } });
  t.match(await licenceOf(shed ?? ''), { summary: { state: 'licensed' } });
  const documents = await buyer.invoicesOf(barn ?? '', 2);
  t.match(documents[0], { kind: 'correction', gross: { cents: 9_401 } }, 'the document is corrected by one plant');

  const { body: declared } = await post('withdrawals', { ...who, plant: 'das Dach hinten' });
  t.match(
    await orderOf(id),
    { items: [{}, { endedBy: null }, { endedBy: null }] },
    'a plant that is not known ends none',
  );
  const decide = (plantIds: readonly string[]) =>
    office('POST', `/declarations/${declared.id}/decision`, { how: 'withdrawal', plantIds });
  t.match(await decide([shed ?? '']), { status: 409, body: { code: 'declaration.not-assigned' } });
  t.match((await office('POST', `/declarations/${declared.id}/assignment`, { contract: id })).body, {
    ...{ plant: 'das Dach hinten', handledAt: null },
    order: { plants: [{ isOver: true }, { isOver: false }, { isOver: false }] },
  });
  t.match(await decide([randomUUID()]), { status: 422, body: { code: 'order.no-such-plant' } });
  t.match(await decide([shed ?? '']), { status: 200, body: { handledAt: /^20/, note: null } });
  t.match(await decide([shed ?? '']), { status: 409, body: { code: 'declaration.handled' } });
  t.match(await refunded(id, 18_802), { withdrawnAt: null });
  t.match(await licenceOf(hall ?? ''), { summary: { state: 'licensed' } });

  t.equal((await post('withdrawals', who)).status, 202);
  t.match(await refunded(id, 28_203), { withdrawnAt: /^20/ }, 'the rest, without naming it');
});

t.test('a cancellation for good cause ends a licence when the office says so', async (t) => {
  const plantId = await newPlant(buyer, 1, 'Stall');
  const { id } = await buy([plantId]);
  await buyer.invoicesOf(plantId, 1);
  const who = { name: 'Eva', contract: id, email: `${buyer.userName}@example.org` };
  const ordinary = (await post('cancellations', { ...who, kind: 'ordinary' })).body;
  const declared = (await post('cancellations', { ...who, kind: 'extraordinary', reason: 'Anlage verkauft' })).body;
  for (const one of [ordinary, declared]) {
    t.equal((await office('POST', `/declarations/${one.id}/assignment`, { contract: id })).status, 200);
  }
  const endsOn = Temporal.Now.zonedDateTimeISO('Europe/Berlin').toPlainDate();
  const decision = { how: 'cancellation', plantIds: [plantId], endsOn: endsOn.toString(), reason: 'verkauft' };
  const decide = (one: Json, change: object = {}) =>
    office('POST', `/declarations/${one.id}/decision`, { ...decision, ...change });
  t.match(await decide(ordinary), { status: 409, body: { code: 'declaration.nothing-to-decide' } });
  for (const day of [endsOn.add({ days: 366 }), endsOn.subtract({ days: 1 })]) {
    const answer = await decide(declared, { endsOn: day.toString() });
    t.match(answer, { status: 422, body: { code: 'order.end-not-possible', errors: [{ pointer: '/endsOn' }] } });
  }
  t.match(await decide(declared, { reason: ' ' }), { status: 400 });
  t.match(await decide(declared, { how: 'withdrawal', endsOn: undefined, reason: undefined }), { status: 409 });
  t.match(await licenceOf(plantId), { summary: { state: 'licensed' } }, 'nothing has ended so far');

  t.match(await decide(declared), { status: 200, body: { handledAt: /^20/, note: 'verkauft' } });
  t.match(await refunded(id, 9_401), { status: 'accepted', withdrawnAt: null, items: [{ endedBy: 'cancellation' }] });
  t.match(await licenceOf(plantId), { licences: [{ state: 'cancelled' }], balance: { cents: 0 } });
  const [correction] = await buyer.invoicesOf(plantId, 2);
  t.match(correction, { kind: 'correction', gross: { cents: 9_401 } });
  await eventually(async () => {
    const subjects = await subjectsTo(buyer.userName);
    const wanted = ['Ihre Kündigung ist wirksam', `Rechnungskorrektur ${correction.number}`];
    return wanted.every((subject) => subjects.includes(subject)) ? true : null;
  });
  const history = (await office('GET', `/licences/${plantId}/history`)).body;
  t.match(history, { isRight: true });
  t.equal((await office('POST', `/declarations/${ordinary.id}/handled`)).status, 204);
});

t.test(
  'a cancellation for good cause on a day to come is carried out on that day, also by who comes later',
  async (t) => {
    const plantId = await newPlant(buyer, 1, 'Reitplatz');
    const { id } = await buy([plantId]);
    await buyer.invoicesOf(plantId, 1);
    const who = { name: 'Eva', contract: id, email: `${buyer.userName}@example.org` };
    const { body } = await post('cancellations', { ...who, kind: 'extraordinary', reason: 'Anlage verkauft' });
    await office('POST', `/declarations/${body.id}/assignment`, { contract: id });
    const today = Temporal.Now.zonedDateTimeISO('Europe/Berlin').toPlainDate();
    const endsOn = today.add({ days: 10 }).toString();
    const plannedLastDay = today.add({ days: 9 }).toString();
    const decision = { how: 'cancellation', plantIds: [plantId], endsOn, reason: 'verkauft' };
    t.match(await office('POST', `/declarations/${body.id}/decision`, decision), {
      status: 200,
      body: { handledAt: /^20/, order: { plants: [{ isOver: false, plannedLastDay }] } },
    });
    t.match(await orderOf(id), { status: 'accepted', items: [{ endedBy: null, plannedLastDay }] });
    t.match(await licenceOf(plantId), {
      summary: { state: 'licensed' },
      licences: [{ state: 'running', plannedLastDay }],
    });
    await eventually(async () =>
      (await subjectsTo(buyer.userName)).includes('Ihre Kündigung ist angenommen') ? true : null,
    );

    // Nobody worked for two days: what counts is the day that was planned.
    let now = today.add({ days: 9 }).toZonedDateTime('Europe/Berlin').toInstant();
    const { system } = portal;
    const workers = startShopWorkers({
      ...{ db: system.database.db, log: system.log, gateway: system.payments },
      ...{ leases: { acquire: async () => true }, clock: { now: () => now } },
      licenceClockMs: 25,
      onTrouble: (error) => t.fail(String(error)),
    });
    t.teardown(() => workers.stop());
    const ending = (day: string) => endingOrders(system.database.db, { day, after: null, limit: 10 });
    t.strictSame((await ending(plannedLastDay)).items, [], 'not a day before');
    t.strictSame((await ending(endsOn)).items, [id]);
    now = today.add({ days: 12 }).toZonedDateTime('Europe/Berlin').toInstant();
    const net = Math.round((7_900 * (365 - 10)) / 365);
    t.match(await refunded(id, net + Math.round((net * 19) / 100)), {
      items: [{ endedBy: 'cancellation', plannedLastDay: null }],
    });
    const [correction] = await buyer.invoicesOf(plantId, 2);
    t.match(correction, { kind: 'correction', net: { cents: net } });
    t.match(await licenceOf(plantId), { licences: [{ state: 'cancelled' }] });
    t.match((await office('GET', `/licences/${plantId}/history`)).body, { isConsistent: true });
  },
);

t.test('a planned end is taken back, the customer is told, and on its day nothing ends', async (t) => {
  const plantId = await newPlant(buyer);
  const { id } = await buy([plantId]);
  const who = { name: 'Eva', contract: id, email: `${buyer.userName}@example.org` };
  const { body } = await post('cancellations', { ...who, kind: 'extraordinary', reason: 'Anlage verkauft' });
  await office('POST', `/declarations/${body.id}/assignment`, { contract: id });
  const today = Temporal.Now.zonedDateTimeISO('Europe/Berlin').toPlainDate();
  const endsOn = today.add({ days: 10 }).toString();
  const decision = { how: 'cancellation', plantIds: [plantId], endsOn, reason: 'verkauft' };
  t.equal((await office('POST', `/declarations/${body.id}/decision`, decision)).status, 200);
  const goOn = (plantIds: readonly string[], reason = 'doch nicht verkauft') =>
    office('POST', `/orders/${id}/continuation`, { plantIds, reason });
  t.match(await goOn([randomUUID()]), { status: 422, body: { code: 'order.no-such-plant' } });
  t.match(await goOn([plantId], ' '), { status: 400, body: { errors: [{ pointer: '/reason' }] } });
  for (const time of ['once', 'and again']) {
    t.match(await goOn([plantId]), { status: 200, body: { items: [{ plannedLastDay: null, endedBy: null }] } }, time);
  }
  t.match(await licenceOf(plantId), { licences: [{ state: 'running', plannedLastDay: null }] });
  const subjects = await eventually(async () => {
    const all = await subjectsTo(buyer.userName);
    return all.includes('Ihre Kündigung ist zurückgenommen') ? all : null;
  });
  t.equal(subjects.filter((one) => one === 'Ihre Kündigung ist zurückgenommen').length, 1);
  const { db } = portal.system.database;
  const ending = await endingOrders(db, { day: endsOn, after: null, limit: 10 });
  t.notOk(
    ending.items.some((one) => one === id),
    'nothing is left for its day',
  );

  t.equal((await post('withdrawals', who)).status, 202);
  await refunded(id, 9_401);
  t.match(await goOn([plantId]), { status: 409, body: { code: 'order.plant-ended' } });
});
