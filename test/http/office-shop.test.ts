import { randomUUID } from 'node:crypto';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import t from 'tap';
import { handle } from '../../commands/handle.js';
import { OrderId, streamOf } from '../../domain/kernel/ids.js';
import { orderDecider } from '../../domain/order/order.js';
import { Temporal } from '../../domain/kernel/time.js';
import { auditLicenceCommand } from '../../scripts/operator/audit-licence.js';
import { eventually } from '../support/eventually.js';
import { newOperator, sessionOf } from '../support/operators.js';
import { callJson } from '../support/owner.js';
import { testPortal } from '../support/portal.js';
import { choose, newBuyer, plantWithPower, type Json } from '../support/shop.js';

const portal = await testPortal(t);
const buyer = await newBuyer(portal.url);
const { buy } = buyer;
const newPlant = (name?: string) => plantWithPower(buyer, 1, name);
const { pool } = portal.system.database;

const support = await sessionOf(portal, await newOperator(portal, ['support']), { secondFactor: true });
const admin = await sessionOf(portal, await newOperator(portal, ['admin']), { secondFactor: true });
const call =
  (headers: object) =>
  (method: 'GET' | 'POST', path: string, body?: unknown, more: object = {}) =>
    callJson(`${portal.url}/api/v1/office${path}`, method, body, { ...headers, ...more });
const office = call(support.headers);
const orderOf = async (id: string) => (await buyer.call('GET', `/orders/${id}`)).body;
const matterOf = (id: string) => eventually(async () => (await office('GET', `/orders/${id}`)).body.matters?.[0]);
const settle = (id: string, body: object) => office('POST', `/orders/${id}/settlement`, body);
const today = Temporal.Now.zonedDateTimeISO('Europe/Berlin').toPlainDate();

t.test('price lists are announced, and mistakes stand beside their field', async (t) => {
  const manager = await sessionOf(portal, await newOperator(portal, ['catalogue-manager']), { secondFactor: true });
  const prices = call(manager.headers);
  t.match((await prices('GET', '/price-lists')).body.items, [{ version: 'demo', state: 'inForce', until: null }]);
  const validFrom = today.add({ days: 10 }).toString();
  const bracket = { upToW: 10_000, net365Cents: 5_000, net730Cents: 9_000 };
  const publish = (body: object) => prices('POST', '/price-lists', body);
  t.match(await publish({ validFrom: '2020-01-01', brackets: [bracket] }), {
    status: 422,
    body: { errors: [{ pointer: '/validFrom', message: 'A price list cannot be valid from the past' }] },
  });
  t.match(await publish({ validFrom, brackets: [bracket, { ...bracket, upToW: 9_000 }] }), {
    status: 422,
    body: { errors: [{ pointer: '/brackets/1/upToW' }] },
  });
  t.match(await publish({ validFrom, brackets: [{ ...bracket, net365Cents: -1 }] }), {
    status: 400,
    body: { errors: [{ pointer: '/brackets/0/net365Cents' }] },
  });
  t.equal((await publish({ validFrom, brackets: [bracket] })).status, 201);
  t.match((await prices('GET', '/price-lists')).body.items, [
    { version: '1', state: 'announced', validFrom, until: null, publishedAt: /^20/ },
    { version: 'demo', state: 'inForce', until: validFrom, publishedAt: null },
  ]);
  const newest = (await prices('GET', '/price-lists?limit=1')).body;
  t.match(newest.items, [{ version: '1' }]);
  t.match((await prices('GET', `/price-lists?limit=1&cursor=${newest.next}`)).body, {
    items: [{ version: 'demo' }],
    next: null,
  });
});

t.test('money that came in part is given back with its order, or taken as paid', async (t) => {
  const [back, rest, elsewhere] = await Promise.all([0, 1, 2].map(async () => buy([await newPlant()], 'payTooLittle')));
  const [matter] = await Promise.all([matterOf(back.id), matterOf(rest.id), matterOf(elsewhere.id)]);
  t.match(matter, { kind: 'partial', amount: { cents: 4_700, currency: 'EUR' } });
  t.strictSame(matter.ways, ['refund', 'restReceived', 'elsewhere']);
  const first = await office('GET', '/orders/differing?limit=2');
  t.equal(first.body.items.length, 2);
  const second = await office('GET', `/orders/differing?limit=2&cursor=${first.body.next}`);
  t.equal(second.body.next, null);
  t.strictSame(
    [...first.body.items, ...second.body.items].map(({ id }: Json) => id).toSorted(),
    [back.id, rest.id, elsewhere.id].toSorted(),
    'page by page',
  );
  t.match(await office('GET', '/orders/differing?cursor=nonsense'), {
    status: 400,
    body: { errors: [{ pointer: '/cursor' }] },
  });

  const key = { 'idempotency-key': 'one click' };
  const { matterId } = matter;
  const given = await office('POST', `/orders/${back.id}/settlement`, { how: 'refund', matterId }, key);
  t.match(given, { status: 200, body: { status: 'cancelled', matters: { length: 0 } } });
  t.match(await office('POST', `/orders/${back.id}/settlement`, { how: 'refund', matterId }, key), { status: 200 });
  t.match(await settle(back.id, { how: 'refund', matterId }), { status: 409, body: { code: 'order.matter-not-open' } });
  await eventually(async () => ((await orderOf(back.id)).refunded.cents === 4_700 ? true : null));

  const restMatter = await matterOf(rest.id);
  t.match(await settle(rest.id, { how: 'restReceived', matterId: restMatter.matterId }), {
    status: 400,
    body: { errors: [{ pointer: '/reason' }] },
  });
  const taken = await settle(rest.id, { how: 'restReceived', matterId: restMatter.matterId, reason: 'Überweisung' });
  t.match(taken.body, { settlements: [{ how: 'restReceived', reason: 'Überweisung' }] });
  await eventually(async () => ((await orderOf(rest.id)).status === 'accepted' ? true : null));

  const other = await matterOf(elsewhere.id);
  const settled = await settle(elsewhere.id, { how: 'elsewhere', matterId: other.matterId, reason: 'bar zurück' });
  t.match(settled.body, { status: 'open', matters: { length: 0 }, settlements: [{ reason: 'bar zurück' }] });
  t.strictSame((await office('GET', '/orders/differing')).body.items, []);
  t.equal((await settle(randomUUID(), { how: 'refund', matterId })).status, 404);
});

t.test('a refund that the provider refuses waits for somebody, who tries again', async (t) => {
  const wish = await buyer.orderFor([await newPlant()]);
  const { id } = (await buyer.call('POST', '/orders', wish)).body;
  const { body } = await buyer.call('POST', `/orders/${id}/payment`);
  await buyer.call('POST', `/orders/${id}/cancellation`);
  await choose(body.paymentUrl, 'pay');
  // The provider has nothing left by the time that it is asked.
  await pool.query(
    `insert into sandbox_refunds select gen_random_uuid(), id, 'by hand', amount_cents, 'late'
    from sandbox_payments where order_id = $1`,
    [id],
  );
  const refused = await matterOf(id);
  t.match(refused, { kind: 'refundRefused', amount: { cents: 9_401 }, ways: ['refund', 'elsewhere'] });
  await pool.query(`delete from sandbox_refunds where key = 'by hand'`);
  t.match(await settle(id, { how: 'refund', matterId: refused.matterId }), {
    status: 200,
    body: { matters: { length: 0 } },
  });
  await eventually(async () => ((await orderOf(id)).refunded.cents === 9_401 ? true : null));
  t.match((await office('GET', `/orders/${id}`)).body.refunds, [{ state: 'done', reason: 'late' }]);
});

t.test('an order is found by its number, by that of an invoice, and by its buyer', async (t) => {
  const { id } = await buy([await newPlant()]);
  const number = await eventually(async () => (await orderOf(id)).invoices[0]?.number);
  const found = async (find: string) =>
    (await office('GET', `/orders?find=${encodeURIComponent(find)}`)).body.items.map((one: Json) => one.id);
  t.strictSame(await found(`Bestellung ${id}`), [id]);
  t.strictSame(await found(number), [id]);
  t.ok((await found(`${buyer.userName}@example.org`)).includes(id));
  t.strictSame(await found('nobody'), []);
  t.match((await office('GET', `/orders/${id}`)).body, { userName: buyer.userName, buyer: { email: /@/ } });
});

t.test('a plant is found, and its licence proven and given out as a file', async (t) => {
  const name = `Scheune ${randomUUID().slice(0, 6)}`;
  const plantId = await newPlant(name);
  await buy([plantId]);
  const [inverter] = (await buyer.call('GET', `/plants/${plantId}/inverters`)).body.items;
  const found = async (find: string) => (await office('GET', `/plants?find=${encodeURIComponent(find)}`)).body.items;
  t.match(await found(plantId), [{ plantId, name, foundBy: 'id', licence: 'licensed' }]);
  t.match(await found(inverter.serialNumber.toLowerCase()), [{ plantId, foundBy: 'serialNumber' }]);
  t.match(await found(name.slice(0, -2).toUpperCase()), [{ plantId, foundBy: 'name', ownerName: /./ }]);
  t.ok((await found(buyer.userName)).some((one: Json) => one.plantId === plantId && one.foundBy === 'owner'));
  t.strictSame(await found('no such plant'), []);
  const page = await office('GET', '/plants?find=Uracher&limit=1');
  const next = await office('GET', `/plants?find=Uracher&limit=1&cursor=${page.body.next}`);
  t.not(next.body.items[0].plantId, page.body.items[0].plantId, 'names are leafed through');

  const { body } = await office('GET', `/licences/${plantId}/history`);
  t.match(body, {
    ...{ plantId, isRight: true, brokenAt: null, unreadableAt: null, sold: { cents: 9_401 } },
    plant: { name },
    licences: [{ state: 'running', gross: { cents: 9_401 } }],
    items: [
      { type: 'LicenceReserved', actor: { kind: 'account' }, actorName: buyer.userName, command: 'ReserveLicence' },
      {
        type: 'LicenceGranted',
        actor: { kind: 'policy', id: 'fulfil-order' },
        actorName: null,
        command: 'GrantLicence',
      },
    ],
  });
  const early = await office('GET', `/licences/${plantId}/history?asOf=2020-01-01T00:00:00Z`);
  t.match(
    early.body,
    { items: { length: 0 }, licences: { length: 0 }, sold: { cents: 0 }, isRight: true },
    'as it stood then',
  );
  t.equal((await office('GET', `/licences/${randomUUID()}/history`)).status, 404);
  t.equal((await office('GET', `/licences/${randomUUID()}/history.jsonl`)).status, 404);

  const file = await fetch(`${portal.url}/api/v1/office/licences/${plantId}/history.jsonl`, {
    headers: support.headers,
  });
  const folder = await mkdtemp(join(tmpdir(), 'sitelink-'));
  t.teardown(() => rm(folder, { recursive: true }));
  const path = join(folder, 'history.jsonl');
  await writeFile(path, await file.text());
  const told: string[] = [];
  const output = { out: (line: string) => void told.push(line), err: (line: string) => void told.push(line) };
  const noHouse = () => Promise.reject(new Error('no database'));
  t.equal(await auditLicenceCommand(['--file', path], noHouse, output), 0, told.join('\n'));

  await pool.query(
    `update log.events set data = jsonb_set(data, '{grossCents}', '1') where stream_id = $1 and event_type = 'LicenceGranted'`,
    [`licence-${plantId}`],
  );
  t.match((await office('GET', `/licences/${plantId}/history`)).body, { isRight: false, brokenAt: 1 }, 'a forgery');
  t.equal(
    (await call(support.headers)('POST', `/licences/${plantId}/${randomUUID()}/revival`, { reason: 'x' })).status,
    403,
  );
  t.equal(
    (await call(admin.headers)('POST', `/licences/${plantId}/${randomUUID()}/revival`, { reason: 'x' })).status,
    404,
  );
});

t.test('invoices of a year, their sums, their numbers, and what accounting takes', async (t) => {
  const { year } = today;
  const { id } = await buy([await newPlant()]);
  await eventually(async () => ((await orderOf(id)).invoices.length > 0 ? true : null));
  const who = { name: 'Eva', contract: id, email: `${buyer.userName}@example.org` };
  await callJson(`${portal.url}/api/v1/withdrawals`, 'POST', who);
  await eventually(async () => ((await orderOf(id)).invoices.length > 1 ? true : null));
  await eventually(async () =>
    (await office('GET', `/invoices/years/${year}`)).body.numbering.withoutDocument.length === 0 ? true : null,
  );
  const { body } = await office('GET', `/invoices/years/${year}`);
  const all = (await office('GET', `/invoices?year=${year}&limit=200`)).body;
  t.match(body, {
    year,
    years: [year],
    isAccountingExample: true,
    numbering: { missing: { length: 0 }, withoutDocument: { length: 0 } },
  });
  t.equal(body.numbering.given, all.items.length);
  const sign = ({ kind }: Json) => (kind === 'invoice' ? 1 : -1);
  t.equal(
    body.total.gross.cents,
    all.items.reduce((sum: number, one: Json) => sum + sign(one) * one.gross.cents, 0),
  );
  t.strictSame(
    all.items.map(({ number }: Json) => number),
    all.items
      .map(({ number }: Json) => number)
      .toSorted()
      .toReversed(),
    'the newest first',
  );
  const first = (await office('GET', `/invoices?year=${year}&limit=1`)).body;
  const second = (await office('GET', `/invoices?year=${year}&limit=1&cursor=${first.next}`)).body;
  t.strictSame(
    [first.items[0].number, second.items[0].number],
    all.items.slice(0, 2).map(({ number }: Json) => number),
  );
  const corrections = (await office('GET', `/invoices?year=${year}&kind=correction`)).body.items;
  t.match(corrections, [{ kind: 'correction', corrects: /^\d/, customer: /./ }]);
  const { number, sha256 } = all.items[0];
  const pdf = await fetch(`${portal.url}/api/v1/office/invoices/${number}.pdf`, { headers: support.headers });
  const digest = await crypto.subtle.digest('SHA-256', await pdf.arrayBuffer());
  t.equal(Buffer.from(digest).toString('hex'), sha256);
  t.equal((await office('GET', '/invoices/1999-000001.pdf')).status, 404);

  const days = `from=${year}-01-01&to=${year}-12-31`;
  const csv = (await office('GET', `/invoices/export?format=csv&${days}`)).body;
  t.equal(csv.trimEnd().split('\r\n').length, all.items.length + 1);
  const datev = await office('GET', `/invoices/export?format=datev&${days}`);
  t.match(datev.headers, {
    'content-disposition': `attachment; filename="EXTF_Buchungsstapel_${year}-01-01_${year}-12-31.csv"`,
  });
  t.match(datev.body, /^"EXTF";700;21;"Buchungsstapel";13;/);
  t.equal(datev.body.trimEnd().split('\r\n').length, all.items.length + 2);
  t.match(await office('GET', `/invoices/export?format=datev&from=${year}-12-31&to=${year + 1}-01-01`), {
    status: 422,
    body: { code: 'accounting.two-years', errors: [{ pointer: '/to' }] },
  });
  t.match(await office('GET', `/invoices/export?format=csv&from=${year}-02-01&to=${year}-01-01`), {
    status: 422,
    body: { code: 'accounting.range-reversed' },
  });

  await pool.query(`insert into invoices.invoices
    select '2001-' || lpad(n::text, 6, '0'), 2001, n, gen_random_uuid(), 'invoice',
      case when n <= 2 then '2001-03-01' else '2001-03-02' end, 'domestic', 1900, 100, 19, case when n = 1 then 0 else 119 end, null, ''
    from generate_series(1, 100001) n`);
  const batch = (range: string, format = 'datev') =>
    fetch(`${portal.url}/api/v1/office/invoices/export?format=${format}&${range}`, { headers: support.headers });
  const tooMany = await batch('from=2001-03-01&to=2001-03-31');
  t.match(await tooMany.json(), {
    ...{ status: 422, code: 'accounting.too-many-bookings', detail: /a shorter range/ },
    errors: [{ pointer: '/to' }],
  });
  for (const fits of [
    await batch('from=2001-03-02&to=2001-03-31'),
    await batch('from=2001-03-01&to=2001-03-31', 'csv'),
  ]) {
    t.equal(fits.status, 200);
    await fits.body?.cancel();
  }
  await pool.query('delete from invoices.invoices where year = 2001');

  await pool.query('update invoice_numbers set number = number + 2 where number = $1', [all.items.length]);
  const gap = (await office('GET', `/invoices/years/${year}`)).body.numbering;
  const text = (running: number) => `${year}-${String(running).padStart(6, '0')}`;
  t.match(gap, {
    missing: [text(all.items.length), text(all.items.length + 1)],
    withoutDocument: [text(all.items.length + 2)],
  });

  await forgetBuyerOf(all.items[0].orderId);
  t.match(await office('GET', `/invoices/${number}.pdf`), { status: 410, body: { code: 'invoice.forgotten' } });
});

/** As when the years are over in which the invoice must be kept. */
async function forgetBuyerOf(order: string): Promise<void> {
  const { log, readModels } = portal.system;
  const orderId = OrderId.parse(order);
  const forget = { type: 'ForgetBuyer', at: '2099-01-01T00:00:00Z' } as const;
  const context = { actor: { kind: 'system', id: 'test' }, correlationId: 'test' } as const;
  // Not before the money has gone back: until then somebody has to know to whom.
  const position = await eventually(async () => {
    const forgotten = await handle(log, orderDecider, streamOf.order(orderId), forget, context);
    if (!forgotten.ok) throw new Error(forgotten.rejection.code);
    return forgotten.position;
  });
  await readModels.waitFor(position);
}
