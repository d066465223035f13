import { randomUUID } from 'node:crypto';
import t from 'tap';
import { newOperator, sessionOf } from '../../support/operators.js';
import { callJson } from '../../support/owner.js';
import { inDays, repairPortal } from '../../support/repairs.js';

const portal = await repairPortal();
const { url, owner, advocateId, advocate, auditor, office, sent } = portal;

t.test('lists go on page by page, the queue by urgency, and one device has its history', async (t) => {
  const serialNumber = `S${randomUUID().slice(0, 8)}`.toUpperCase();
  const ids = [await sent({ serialNumber }), await sent({ serialNumber })];
  await office('POST', `/${ids[1]}/assignment`, { advocateId: null, dueOn: inDays(-1) });
  const own: string[] = [];
  for (let cursor: string | null = ''; cursor !== null;) {
    const more = cursor === '' ? '' : `&cursor=${cursor}`;
    const { body } = await owner.call('GET', `/repair-orders?limit=2${more}`);
    own.push(...body.items.map(({ id }: { id: string }) => id));
    cursor = body.next as string | null;
  }
  t.strictSame(own.slice(0, 2), ids.toReversed());
  t.equal(new Set(own).size, own.length);
  const first = (await office('GET', `?serialNumber=${serialNumber}&limit=1`)).body;
  t.match(first.items, [{ id: ids[1], isOverdue: true }]);
  const second = (await office('GET', `?serialNumber=${serialNumber}&limit=1&cursor=${first.next}`)).body;
  t.match(second, { items: [{ id: ids[0], isOverdue: false }], next: null });
  t.match(await office('GET', '?cursor=nonsense'), { status: 400 });
  t.match(await office('GET', '', undefined, auditor), { status: 200 });
});

t.test('the queue shows one stage, and whose repairs they are', async (t) => {
  const serialNumber = `Q${randomUUID().slice(0, 8)}`.toUpperCase();
  const [mine, nobodys] = [await sent({ serialNumber }), await sent({ serialNumber })];
  await office('POST', `/${mine}/assignment`, { advocateId, dueOn: inDays(1) });
  const positions = [{ code: 'check' }];
  await office('POST', `/${mine}/offer`, { category: 'ae', positions, validUntil: inDays(5), note: null });
  const shown = async (query: string) =>
    (await office('GET', `?serialNumber=${serialNumber}&${query}`)).body.items.map(({ id }: { id: string }) => id);
  t.strictSame(await shown('state=requested'), [nobodys]);
  t.strictSame(await shown('state=offered'), [mine]);
  t.strictSame(await shown('state=inWorkshop'), []);
  t.strictSame(await shown('state=over'), []);
  t.strictSame(await shown(`advocate=${advocateId}`), [mine]);
  t.strictSame(await shown('advocate=nobody'), [nobodys]);
  t.strictSame(await shown(`advocate=${advocateId}&state=requested`), []);
  t.match(await office('GET', '?advocate=me'), { status: 400 });
  t.match(await office('GET', `/${mine}`), { body: { customer: { language: 'de' } } });
});

t.test('the search of the office finds a repair by its number, its device and its customer', async (t) => {
  const serialNumber = `F${randomUUID().slice(0, 8)}`.toUpperCase();
  const id = await sent({ serialNumber });
  const { number } = (await owner.call('GET', `/repair-orders/${id}`)).body;
  const find = async (text: string) =>
    (await callJson(`${url}/api/v1/office/search?find=${encodeURIComponent(text)}`, 'GET', undefined, advocate)).body
      .items as readonly { readonly id: string; readonly title: string; readonly detail: string }[];
  for (const text of [number, number.toLowerCase(), number.slice(0, 8), serialNumber.slice(0, 7), id, owner.userName]) {
    const hit = (await find(text)).find((one) => one.id === id);
    t.match(
      hit,
      { kind: 'repair', title: number, detail: new RegExp(`^${serialNumber} · ${owner.userName} · `) },
      text,
    );
  }
  t.strictSame(await find('R-ZZZZZZ'), []);
});

t.test('who may take care of repairs', async (t) => {
  const advocates = await callJson(`${url}/api/v1/office/advocates`, 'GET', undefined, auditor);
  t.ok(advocates.body.items.some(({ accountId }: { accountId: string }) => accountId === advocateId));
  t.equal(advocates.body.items.length, 1, 'the auditor only looks');
});

t.test('the operator publishes prices', async (t) => {
  const manager = await newOperator(portal, ['catalogue-manager']);
  const { headers } = await sessionOf(portal, manager, { secondFactor: true });
  const lists = `${url}/api/v1/office/repair-price-lists`;
  const netCents = { ae: 0, aeRefu: 0, siemens: null, outOfWarranty: 1_000 };
  const item = { code: 'repair', name: { de: 'Reparatur', en: 'Repair' }, netCents };
  const list = { validFrom: inDays(0), warrantyYears: 10, items: [item] };
  t.match(await callJson(lists, 'POST', { ...list, items: [item, item] }, headers), {
    status: 422,
    body: { code: 'repair-price-list.code-twice', errors: [{ pointer: '/items/1/code' }] },
  });
  t.match(await callJson(lists, 'POST', { ...list, validFrom: inDays(-1) }, headers), { status: 422 });
  t.match(await callJson(lists, 'POST', list, advocate), { status: 403 });
  t.match(await callJson(lists, 'POST', list, headers), { status: 201, body: { version: '1', isExample: false } });
  t.match(await callJson(lists, 'GET', undefined, headers), {
    body: { items: [{ version: '1' }, { version: 'demo' }] },
  });
  t.match(await callJson(`${url}/api/v1/public/repair-prices`, 'GET'), { body: { version: '1', warrantyYears: 10 } });
  const id = await sent();
  const offer = { category: 'siemens', positions: [{ code: 'repair' }], validUntil: inDays(5), note: null };
  t.match(await office('POST', `/${id}/offer`, offer), { status: 422, body: { code: 'repair.position-not-priced' } });
});
