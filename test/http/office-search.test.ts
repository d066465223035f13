import { randomUUID } from 'node:crypto';
import t from 'tap';
import { eventually } from '../support/eventually.js';
import { newOperator, sessionOf } from '../support/operators.js';
import { callJson, newInverter, newOwner } from '../support/owner.js';
import { testPortal } from '../support/portal.js';
import { newBuyer, plantWithPower, type Json } from '../support/shop.js';

const portal = await testPortal(t);
const session = async (role: Parameters<typeof newOperator>[1][number]) =>
  (await sessionOf(portal, await newOperator(portal, [role]), { secondFactor: true })).headers;
const support = await session('support');
const search = (find: string, headers: object = support) =>
  callJson(`${portal.url}/api/v1/office/search?find=${encodeURIComponent(find)}`, 'GET', undefined, headers);
const hits = async (find: string): Promise<Json[]> => (await search(find)).body.items;

t.test('whatever begins so, of every kind', async (t) => {
  const buyer = await newBuyer(portal.url, { person: { firstName: 'Berta', lastName: 'Überall' } });
  const plantId = await plantWithPower(buyer, 1, 'Alte Ölmühle');
  const serialNumber = `ZX${randomUUID().slice(0, 6)}`.toUpperCase();
  await newInverter(buyer, plantId, serialNumber);
  const { id: orderId } = await buyer.buy([plantId]);
  const number = await eventually(async () => (await buyer.call('GET', `/orders/${orderId}`)).body.invoices[0]?.number);
  const { userName } = buyer;
  const { id: accountId } = (await buyer.call('GET', '/me')).body;
  const account = { kind: 'account', id: accountId, title: userName, find: userName };

  t.match(await hits(userName.slice(0, 9).toUpperCase()), [account]);
  t.match(await hits(`${userName}@EXAM`), [account]);
  t.match(await hits('überal'), [{ ...account, detail: `Berta Überall · ${userName}@example.org` }]);
  t.match(await hits(accountId.slice(0, 13)), [account]);
  t.match(await hits('alte Öl'), [{ kind: 'plant', id: plantId, title: 'Alte Ölmühle', find: plantId }]);
  for (const find of ['ALTE ÖL', 'alte ol']) t.match(await hits(find), [{ kind: 'plant', id: plantId }], find);
  t.match(await hits(plantId.slice(0, 20)), [{ kind: 'plant', id: plantId }]);
  const device = { kind: 'device', id: serialNumber, detail: 'Alte Ölmühle', find: serialNumber };
  t.match(await hits(serialNumber.toLowerCase().slice(0, 7)), [device]);
  t.match(await hits(orderId.slice(0, 18)), [{ kind: 'order', id: orderId, find: orderId }]);
  t.match(await hits(number), [{ kind: 'invoice', id: number, detail: /Überall · \d{4}-/ }]);
  t.ok(
    (await hits(number.slice(0, 9))).some(({ id }) => id === number),
    'a number by how it begins',
  );
  t.match(await hits('verall'), { length: 0 }, 'not in the middle of a word');

  const mail = randomUUID();
  // Given up: nobody tries any more.
  await portal.system.database.pool.query(
    `insert into outbox (id, kind, payload, next_attempt_at) values ($1, 'mail', $2, 'infinity')`,
    [mail, { template: 'webhook-switched-off', accountId }],
  );
  t.match(
    (await hits(userName)).find(({ kind }) => kind === 'mail'),
    { id: mail, title: 'webhook-switched-off', detail: new RegExp(`^${userName} · \\d{4}-`) },
  );
  t.match(await hits(mail.slice(0, 12)), [{ kind: 'mail', id: mail }]);
});

t.test('who is called just so comes before all who begin so', async (t) => {
  // Their user names and addresses begin with it.
  for (let n = 0; n < 10; n++) await newOwner(portal.url);
  await newOwner(portal.url, {}, { person: { firstName: 'Berta', lastName: 'User-' } });
  t.match(await hits('user-'), [{ kind: 'account', detail: /^Berta User-/ }]);
});

t.test('a few of each kind, and whether there are more', async (t) => {
  const buyer = await newBuyer(portal.url);
  for (let n = 0; n < 9; n++) await plantWithPower(buyer, 0, `Reihenhaus ${n}`);
  const { items, more } = (await search('reihenhaus')).body;
  t.equal(items.length, 8);
  t.strictSame(more, ['plant']);
  t.strictSame((await search('reihenhaus 3')).body.more, []);
});

t.test('each role looks through what it sees', async (t) => {
  const kinds = async (role: Parameters<typeof session>[0]) => (await search('abc', await session(role))).body.kinds;
  const all = ['account', 'plant', 'device', 'order', 'invoice', 'repair', 'mail'];
  t.strictSame(await kinds('support'), all);
  t.strictSame(await kinds('auditor'), all);
  t.strictSame(await kinds('advocate'), ['device', 'repair']);
  t.strictSame(await kinds('catalogue-manager'), []);
});

t.test('texts of any kind', async (t) => {
  for (const find of [
    "'; drop table",
    '%%%',
    '___',
    '\\\\\\',
    '😀😀😀',
    '\u{10ffff}\u{10ffff}\u{10ffff}',
    '----',
    '2026-',
    'ﬃﬃﬃ',
    '…'.repeat(254),
  ]) {
    const answer = await search(find);
    t.match(answer, { status: 200, body: { next: null } }, find);
  }
  t.match(await hits('%%%'), { length: 0 });
  for (const find of ['', 'ab', ' a ', 'x'.repeat(255)]) t.equal((await search(find)).status, 400, find);
});
