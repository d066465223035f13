import { randomUUID } from 'node:crypto';
import t from 'tap';
import { extractText, getDocumentProxy } from 'unpdf';
import { handle } from '../../commands/handle.js';
import { createOperator } from '../../commands/account/create-operator.js';
import { accountDecider } from '../../domain/account/account.js';
import { AccountId, OrderId, streamOf } from '../../domain/kernel/ids.js';
import { eventually } from '../support/eventually.js';
import { newOperator, sessionOf } from '../support/operators.js';
import { callJson, newOwner, sharePlant } from '../support/owner.js';
import { rowsOf } from '../support/planted-person.js';
import { testPortal } from '../support/portal.js';
import { addInverter, choose, newBuyer, plantWithPower as newPlant, type Json } from '../support/shop.js';

const portal = await testPortal(t);
const buyer = await newBuyer(portal.url);
const { orderFor, buy, licenceOf, setPower } = buyer;
const admin = await sessionOf(portal, await newOperator(portal, ['admin']), { secondFactor: true });
const office = (method: 'GET' | 'POST', path: string, body?: unknown) =>
  callJson(`${portal.url}/api/v1/office${path}`, method, body, admin.headers);

const photo = Buffer.from('ffd8ffe000104a46494600ffd9', 'hex');

/** Sends a form with one file as the office. */
async function uploaded(path: string, content: Buffer, type: string): Promise<Json> {
  const body = new FormData();
  body.append('file', new Blob([content], { type }), 'Typenschild');
  const headers = Object.fromEntries(
    Object.entries(admin.headers).filter(([name]) => name.toLowerCase() !== 'content-type'),
  );
  const answer = await fetch(`${portal.url}/api/v1${path}`, { method: 'POST', body, headers });
  return { status: answer.status, body: await answer.json() };
}

t.test('money that comes too late, or too little, grants nothing', async (t) => {
  const plantId = await newPlant(buyer);
  const { body: order } = await buyer.call('POST', '/orders', await orderFor([plantId]));
  await buyer.call('POST', `/orders/${order.id}/cancellation`);
  await choose(order.paymentUrl, 'pay');
  const refunded = await eventually(async () => {
    const { body } = await buyer.call('GET', `/orders/${order.id}`);
    return body.refunded.cents > 0 ? body : null;
  });
  t.match(refunded, { status: 'cancelled', differs: true, refunded: { cents: 9_401 } }, 'and goes back by itself');

  const little = await buy([plantId], 'payTooLittle');
  t.match(little, { status: 'open', differs: true });
  t.match(await licenceOf(plantId), { licences: { length: 0 } });
});

t.test('the office proves a history, gives a licence back, and sees money that does not fit', async (t) => {
  const plantId = await newPlant(buyer);
  await buy([plantId]);
  await setPower(plantId, (powerW) => powerW > 20_000);
  const [licence] = await eventually(async () => {
    const { summary, licences } = await licenceOf(plantId);
    return summary.state === 'exceeded' ? licences : null;
  });

  const revival = `/licences/${plantId}/${licence.licenceId}/revival`;
  t.match(await office('POST', revival, { reason: 'wrong type' }), {
    status: 409,
    body: { code: 'licence.not-revivable' },
  });
  await setPower(plantId, (powerW) => powerW <= 20_000);
  t.equal((await office('POST', revival, { reason: 'wrong type' })).status, 204);
  t.match(await licenceOf(plantId), { summary: { state: 'licensed' }, balance: { cents: 0 }, credits: { length: 0 } });
  const { body } = await office('GET', `/licences/${plantId}/history`);
  t.match(body, { isConsistent: true });
  t.match(body.items.at(-1), { type: 'LicenceRevived', actor: { kind: 'account' }, data: { reason: 'wrong type' } });
  t.equal((await office('GET', `/licences/${randomUUID()}/history`)).status, 404);
  const differing = (await office('GET', '/orders/differing')).body.items;
  t.match(
    differing.map(({ status, matters }: Json) => [status, matters.map(({ kind }: Json) => kind)]),
    [['open', ['partial']]],
    'what came too little; what came too late went back by itself',
  );
});

t.test('power that was not stated is charged afterwards, paid like an order, and covered from then on', async (t) => {
  const plantId = await newPlant(buyer);
  const bought = await buy([plantId]);
  const [licence] = (await licenceOf(plantId)).licences;
  const [invoice] = await buyer.invoicesOf(plantId, 1);
  const path = `/licences/${plantId}/${licence.licenceId}/supplement`;
  const today = new Date().toISOString().slice(0, 10);
  const finding = {
    truePowerW: 45_000,
    since: today,
    evidence: 'Typenschilder, Foto vom 12.03. & Meldung <der> Geräte',
  };
  const refusals = [
    [{ truePowerW: 20_000 }, 422, 'supplement.within-licence'],
    [{ truePowerW: 30_000 }, 422, 'supplement.costs-the-same'],
    [{ truePowerW: 900_000_000 }, 422, 'supplement.price-on-request'],
    [{ since: '2999-01-01' }, 422, 'supplement.in-the-future'],
    [{ evidence: ' ' }, 400, 'request.invalid'],
  ] as const;
  for (const [change, status, code] of refusals) {
    t.match(await office('POST', path, { ...finding, ...change }), { status, body: { code } }, code);
  }
  const nowhere = `/licences/${plantId}/${randomUUID()}/supplement`;
  t.match(await office('POST', nowhere, finding), { status: 404, body: { code: 'licence.not-found' } });

  const preview = (change: object = {}) => {
    const { truePowerW, since } = { ...finding, ...change };
    return office('GET', `${path}?truePowerW=${truePowerW}&since=${since}`);
  };
  t.match(await preview(), {
    status: 200,
    body: {
      ...{ statedPowerW: 20_000, truePowerW: 45_000, termDays: 365, chargedDays: 365, invoiceNumber: invoice.number },
      ...{ statedNet: { cents: 7_900 }, trueNet: { cents: 14_900 }, buyer: { email: `${buyer.userName}@example.org` } },
      ...{ net: { cents: 7_000 }, vatRatePercent: 19, vat: { cents: 1_330 }, gross: { cents: 8_330 } },
    },
  });
  t.match(await preview({ since: '2999-01-01' }), {
    status: 422,
    body: { code: 'supplement.in-the-future', errors: [{ pointer: '/since' }] },
  });
  t.equal((await buyer.call('GET', '/orders')).body.items[0].id, bought.id, 'a preview charges nothing');

  const sent = (type: string, content = photo) => uploaded('/office/charge-files', content, type);
  t.match(await sent('application/pdf'), { status: 422, body: { code: 'repair.file-lies' } });
  t.match(await sent('image/jpeg', Buffer.from('<svg/>')), { status: 422, body: { code: 'repair.file-type' } });
  t.match(await sent('image/jpeg', Buffer.alloc(10 * 1024 * 1024 + 1)), {
    status: 413,
    body: { code: 'repair.file-too-large' },
  });
  const file = await sent('image/jpeg');
  t.match(file, { status: 201, body: { mediaType: 'image/jpeg', sizeBytes: photo.length } });
  const lost = await office('POST', path, { ...finding, fileId: randomUUID() });
  t.match(lost, { status: 422, body: { code: 'supplement.file-not-found', errors: [{ pointer: '/fileId' }] } });
  const withFile = { ...finding, fileId: file.body.id };

  const charged = await office('POST', path, withFile);
  t.match(charged, {
    status: 201,
    body: {
      ...{ status: 'open', net: { cents: 7_000 }, vat: { cents: 1_330 }, total: { cents: 8_330 } },
      supplement: {
        ...{ statedPowerW: 20_000, since: today, evidence: finding.evidence, boughtWith: bought.id },
        shown: {
          lastRevision: 2,
          devices: [{ nominalPowerW: 20_000, isAssumed: true, since: 'added', to: null, revision: 1, register: null }],
          sums: [{ nominalPowerW: 20_000, assumedPowerW: 20_000, to: null, revision: 2 }],
        },
        file: { mediaType: 'image/jpeg', sizeBytes: photo.length },
      },
      items: [{ plantId, licensedPowerW: 45_000 }],
    },
  });
  const { id } = charged.body;
  t.match(await office('POST', path, withFile), { status: 201, body: { id } }, 'the same finding is charged once');
  const other = await office('POST', path, { ...finding, truePowerW: 120_000 });
  t.match(other, { status: 409, body: { code: 'supplement.already-open' } });
  t.match(await preview({ truePowerW: 120_000 }), { status: 409, body: { code: 'supplement.already-open' } });

  t.match((await buyer.call('GET', '/orders')).body.items[0], { id }, 'it stands among the orders');
  const documents = await buyer.invoicesOf(plantId, 2);
  t.match(documents[0], { kind: 'supplementary', corrects: invoice.number, gross: { cents: 8_330 } });
  const mails = await buyer.mailsAbout(id, 1);
  t.match(mails[0], { subject: `Nachberechnung ${documents[0].number}` });
  const evidence = `Nachweis-${documents[0].number}`;
  t.match(mails[0].attachments, [
    { name: `Nachberechnung-${documents[0].number}.pdf` },
    { name: `${evidence}.pdf`, contentType: 'application/pdf' },
    { name: `${evidence}-2.jpg`, contentType: 'image/jpeg' },
  ]);
  const stranger = await newOwner(portal.url);
  for (const [ending, type] of [
    ['.pdf', 'application/pdf'],
    ['/file', 'image/jpeg'],
  ]) {
    const place = `/orders/${id}/evidence${ending}`;
    t.match(await buyer.call('GET', place), { status: 200, headers: { 'content-type': type } });
    t.match(await office('GET', `/charges/${id}/evidence${ending}`), {
      status: 200,
      headers: { 'content-type': type },
    });
    t.equal((await stranger.call('GET', place)).status, 404, 'of somebody else');
    t.equal(
      (await buyer.call('GET', `/orders/${bought.id}/evidence${ending}`)).status,
      404,
      'of an order there is none',
    );
  }
  const headers = { authorization: `Bearer ${buyer.accessToken}` };
  const paper = await fetch(`${portal.url}/api/v1/orders/${id}/evidence.pdf`, { headers });
  const { text } = await extractText(await getDocumentProxy(new Uint8Array(await paper.arrayBuffer())), {
    mergePages: true,
  });
  const shown = text.replaceAll(/\s+/g, ' ');
  t.match(shown, 'Tatsächliche Leistung 45 kW seit dem');
  t.match(shown, 'Typ unbekannt, Leistung angenommen · Geräteverzeichnis: nicht verzeichnet');
  t.match(shown, `Verlauf der Anlage ${plantId.slice(0, 13)}`);
  t.match((await office('GET', '/charges')).body.items[0], { id, supplement: { shown: { lastRevision: 2 } } });
  t.match(await buyer.call('POST', `/orders/${id}/cancellation`), { status: 409, body: { code: 'order.is-owed' } });
  const pdf = await buyer.call('GET', `/invoices/${documents[0].number}.pdf`);
  t.match([pdf.status, pdf.headers['content-type'], pdf.body], [200, 'application/pdf', /^%PDF/]);
  const notOwed = await office('POST', `/orders/${bought.id}/cancellation`, { reason: 'Irrtum' });
  t.match(notOwed, { status: 409, body: { code: /^order\./ } });
  t.match((await licenceOf(plantId)).licences, [{ licensedPowerW: 20_000, net: { cents: 7_900 } }], 'not paid yet');

  const { paymentUrl } = (await buyer.call('POST', `/orders/${id}/payment`)).body;
  await choose(paymentUrl, 'fail');
  t.match(await buyer.comeBack(id), { status: 'open' });
  await choose((await buyer.call('POST', `/orders/${id}/payment`)).body.paymentUrl, 'pay');
  t.match(await buyer.comeBack(id), { status: 'accepted' });
  const subjects = (await buyer.mailsAbout(id, 2)).map(({ subject }: Json) => subject);
  t.ok(subjects.includes('Ihre Zahlung ist eingegangen'), 'and acknowledged');
  t.match(await licenceOf(plantId), {
    licences: [{ licensedPowerW: 45_000, net: { cents: 14_900 }, gross: { cents: 17_731 } }],
    value: { gross: { cents: 17_731 } },
  });
  t.match((await office('GET', `/licences/${plantId}/history`)).body, { isConsistent: true });
  t.match(await office('POST', path, finding), { status: 422, body: { code: 'supplement.within-licence' } });
  t.equal((await buyer.invoicesOf(plantId, 2)).length, 2, 'and no further document');
});

t.test('a file that is evidence of one charge is not that of another, and goes with its buyer', async (t) => {
  const { pool } = portal.system.database;
  const { chargeFiles } = portal.system;
  const [fileId, orderId] = [randomUUID(), OrderId.parse(randomUUID())];
  const file = { fileId, mediaType: 'application/pdf', sizeBytes: 3, sha256: 'a' } as const;
  await chargeFiles.keep({ ...file, content: Buffer.from('PDF') });
  t.equal(await chargeFiles.read(orderId, fileId), null, 'nobody’s yet');
  t.match(await chargeFiles.assign(fileId, orderId), file);
  t.match(await chargeFiles.assign(fileId, orderId), file, 'once more');
  t.equal(await chargeFiles.assign(fileId, OrderId.parse(randomUUID())), null);
  t.match(await chargeFiles.read(orderId, fileId), Buffer.from('PDF'));
  await pool.query(`update charge_files set kept_at = kept_at - interval '2 days'`);
  const never = randomUUID();
  await chargeFiles.keep({ ...file, fileId: never, content: Buffer.from('PDF') });
  await pool.query(`update charge_files set kept_at = kept_at - interval '2 days' where file_id = $1`, [never]);
  await chargeFiles.keep({ ...file, fileId: randomUUID(), content: Buffer.from('PDF') });
  t.equal(await chargeFiles.assign(never, orderId), null, 'what nobody charged for is gone after a day');
  t.ok(await chargeFiles.read(orderId, fileId), 'what shows a charge stays');
  await portal.system.desk.forget(orderId);
  t.equal(await chargeFiles.read(orderId, fileId), null);
});

t.test('a charge that was wrong is dropped, with a cancellation invoice', async (t) => {
  const plantId = await newPlant(buyer);
  await buy([plantId]);
  const [licence] = (await licenceOf(plantId)).licences;
  await buyer.invoicesOf(plantId, 1);
  const path = `/licences/${plantId}/${licence.licenceId}/supplement`;
  const finding = { truePowerW: 45_000, since: '2026-01-01', evidence: 'Typenschilder' };
  const drop = (id: string, body: object) => office('POST', `/orders/${id}/cancellation`, body);
  const { body: charge } = await office('POST', path, finding);
  const [charged] = await buyer.invoicesOf(plantId, 2);
  t.match(await drop(charge.id, {}), { status: 400, body: { errors: [{ pointer: '/reason' }] } }, 'not without a word');
  t.match(await drop(charge.id, { reason: 'falsches Foto' }), { status: 200, body: { status: 'cancelled' } });
  const [cancellation] = await buyer.invoicesOf(plantId, 3);
  t.match(cancellation, { kind: 'cancellation', corrects: charged.number, gross: { cents: 8_330 } });
  const mails = await buyer.mailsAbout(charge.id, 2);
  t.match(mails.map(({ subject }: Json) => subject).toSorted(), [/^Nachberechnung /, /^Stornorechnung /]);
  t.match(await buyer.call('POST', `/orders/${charge.id}/payment`), { status: 409, body: { code: 'order.not-open' } });
  const again = await office('POST', path, finding);
  t.match(again, { status: 201, body: { status: 'open' } }, 'another one may follow');
  t.not(again.body.id, charge.id);
});

t.test('charges are listed by their state, and found by account, plant or number', async (t) => {
  const charges = async (query: string) => (await office('GET', `/charges?${query}`)).body;
  const idsOf = async (query: string) => (await charges(query)).items.map(({ id }: Json) => id);
  const other = await newBuyer(portal.url);
  const name = `Ziegelei ${randomUUID().slice(0, 8)}`;
  const plantId = await newPlant(other, 1, name);
  const bought = await other.buy([plantId]);
  const [licence] = (await other.licenceOf(plantId)).licences;
  await other.invoicesOf(plantId, 1);
  const [inverter] = (await other.call('GET', `/plants/${plantId}/inverters`)).body.items;
  const finding = { truePowerW: 45_000, since: '2026-01-01', evidence: 'Typenschilder' };
  const { body: charge } = await office('POST', `/licences/${plantId}/${licence.licenceId}/supplement`, finding);
  const [document] = await other.invoicesOf(plantId, 2);
  const { id } = charge;

  const all = await idsOf('');
  t.equal(all[0], id, 'the newest first');
  const states = { open: await idsOf('state=open'), paid: await idsOf('state=paid') };
  t.ok(states.open.includes(id));
  t.match(await charges('state=paid'), { items: [{ status: 'accepted' }] });
  const [dropped] = (await charges('state=cancelled')).items;
  t.match(dropped, { status: 'cancelled', cancellation: { reason: 'operator', note: 'falsches Foto' } });
  t.strictSame([...states.open, ...states.paid, dropped.id].toSorted(), all.toSorted(), 'each in one state');

  const pages = [await charges('limit=1')];
  for (let next = pages[0].next; next !== null; next = pages.at(-1).next) {
    pages.push(await charges(`limit=1&cursor=${next}`));
  }
  t.strictSame(
    pages.flatMap(({ items }) => items.map((one: Json) => one.id)),
    all,
    'page by page nothing is lost and nothing comes twice',
  );
  t.equal((await office('GET', '/charges?cursor=nonsense')).status, 400);

  const names = [other.userName, `${other.userName}@example.org`, name, plantId, inverter.serialNumber, id, bought.id];
  for (const find of [...names, document.number]) {
    t.strictSame(await idsOf(`find=${encodeURIComponent(find)}`), [id], `found by ${find}`);
  }
  t.strictSame(await idsOf(`find=${other.userName}&state=paid`), []);
  t.strictSame(await idsOf('find=nobody-like-that'), []);
});

t.test('a balance is paid out when its owner asks, to where the money came from', async (t) => {
  const plantId = await newPlant(buyer);
  const payOut = (key?: string) =>
    buyer.call('POST', `/plants/${plantId}/licence/payout`, {}, key === undefined ? {} : { 'idempotency-key': key });
  const exceeded = () =>
    eventually(async () => {
      const licence = await licenceOf(plantId);
      return licence.summary.state === 'exceeded' ? licence : null;
    });
  t.match(await payOut(), { status: 409, body: { code: 'licence.nothing-to-pay-out' } });
  const first = await buy([plantId]);
  const powerW = await setPower(plantId, (one) => one > 20_000 && one < 50_000);
  await exceeded();
  const { body: waiting } = await buyer.call('POST', '/orders', await orderFor([plantId], 730));
  t.match(await payOut(), { status: 409, body: { code: 'licence.credit-held' } });
  await buyer.call('POST', `/orders/${waiting.id}/cancellation`);
  const second = await buy([plantId], 'pay', 730);
  t.match(second, { credit: { cents: 9_401 }, total: { cents: 7_854 } });
  const types = (await buyer.call('GET', '/inverter-types')).body.items as { id: string; nominalPowerW: number }[];
  const same = types.find(({ nominalPowerW }) => nominalPowerW === powerW)?.id;
  for (let n = 0; n < 3; n++) await addInverter(buyer, plantId, same);
  t.match(await exceeded(), { balance: { cents: 17_255 } });

  const stranger = await newOwner(portal.url);
  t.equal((await stranger.call('POST', `/plants/${plantId}/licence/payout`, {})).status, 404);
  t.match(await payOut('one click'), { status: 200, body: { balance: { cents: 0 } } });
  t.match(await payOut('one click'), { status: 200, body: { balance: { cents: 0 } } }, 'the same click again');
  t.match(await payOut(), { status: 409, body: { code: 'licence.nothing-to-pay-out' } });
  const refunded = async (orderId: string) =>
    eventually(async () => {
      const { body } = await buyer.call('GET', `/orders/${orderId}`);
      return body.refunded.cents > 0 ? body.refunded.cents : null;
    });
  t.strictSame([await refunded(second.id), await refunded(first.id)], [7_854, 9_401], 'each order gives its part');
  const documents = await buyer.invoicesOf(plantId, 4);
  t.match(
    documents.map(({ kind, gross }: Json) => [kind, gross.cents]).toSorted(),
    [
      ['correction', 9_401],
      ['correction', 17_255],
      ['invoice', 17_255],
      ['invoice', 9_401],
    ].toSorted(),
  );
  const history = (await buyer.call('GET', `/plants/${plantId}/licence/history`)).body;
  t.equal(history.isConsistent, true);
  t.match(
    history.items.slice(-3).map(({ type, data }: Json) => [type, data.grossCents]),
    [['PayOutRequested'], ['CreditPaidOut', 7_854], ['CreditPaidOut', 9_401]],
  );
});

t.test('what shows a VAT id stays with the invoice that rests on it, also when the account is gone', async (t) => {
  const abroad = await newBuyer(portal.url, {
    kind: 'business',
    company: { name: 'Musterhaus', legalForm: 'GmbH & Co KG', vatId: 'ATU12345678' },
    address: { street: 'Musterstrasse 22', postcode: '1010', town: 'Musterort', country: 'AT' },
  });
  await eventually(async () => (await abroad.call('GET', '/me/vat-check')).body.state === 'valid' || null);
  const plantId = await newPlant(abroad);
  const bought = await abroad.buy([plantId]);
  t.match(bought, { status: 'accepted', total: { cents: 7_900 } });
  const [invoice] = await abroad.invoicesOf(plantId, 1);
  const evidence = async () => (await office('GET', `/orders/${bought.id}`)).body.vatEvidence;
  const shown = await evidence();
  t.match(shown, { vatId: 'ATU12345678', authority: 'BZST', checkedAt: /^20/, answer: /evatr-0000/ });

  const { system } = portal;
  const accountId = AccountId.parse((await abroad.call('GET', '/me')).body.id);
  const context = { actor: { kind: 'account', id: accountId }, correlationId: 'test' } as const;
  const now = system.clock.now();
  for (const command of [
    { type: 'RequestErasure', at: now.subtract({ hours: 15 * 24 }) },
    { type: 'EraseAccount', at: now.subtract({ hours: 2 }) },
  ] as const) {
    t.ok((await handle(system.log, accountDecider, streamOf.account(accountId), command, context)).ok);
  }
  await eventually(async () => (await rowsOf(system.database.pool, 'destroyed_person_keys', accountId)) === 1 || null);
  t.strictSame(await evidence(), shown);
  t.match(await office('GET', `/orders?find=${invoice.number}`), { body: { items: [{ vatEvidence: shown }] } });
  t.match(
    (await office('GET', `/orders?find=${buyer.userName}`)).body.items[0],
    { vatEvidence: null },
    'with German VAT',
  );
});

t.test('a service partner buys for a plant that its owner has asked it to manage', async (t) => {
  const plantId = await newPlant(buyer);
  const partner = await newBuyer(portal.url);
  const email = `${partner.userName}@example.org`;
  const accountId = await sharePlant(buyer, plantId, partner, 'manager');
  const missing = { status: 404, body: { code: 'order.plant-not-found' } };
  t.match(await partner.ask([{ plantId, termDays: 365 }]), missing, 'who manages a plant does not buy for it');
  const context = { actor: { kind: 'system', id: 'test' }, correlationId: 'test' } as const;
  const role = { userName: partner.userName, email, language: 'de', grant: ['partner'], revoke: [] } as const;
  t.match(await createOperator(portal.system, role, context), { ok: true });

  const { body: waiting } = await partner.call('POST', '/orders', await partner.orderFor([plantId]));
  const seen = await licenceOf(plantId);
  t.match(seen, { notOrderable: 'ordered', openOrder: { whose: 'other', until: /^20/ } });
  t.notMatch(JSON.stringify(seen), /orderId|9401|7900/, 'neither which order it is, nor what it costs');
  const history = JSON.stringify((await buyer.call('GET', `/plants/${plantId}/licence/history`)).body);
  t.notMatch(history, /9401|7900/, 'nor does its history tell');
  t.match(await buyer.ask([{ plantId, termDays: 365 }]), {
    status: 409,
    body: { code: 'order.in-other-order', errors: [{ pointer: '/items/0/plantId' }] },
  });
  await partner.call('POST', `/orders/${waiting.id}/cancellation`);
  t.match(await licenceOf(plantId), { notOrderable: null, openOrder: null });

  const bought = await partner.buy([plantId]);
  t.match(bought, { status: 'accepted', total: { cents: 9_401 } });
  t.match(await licenceOf(plantId), { summary: { state: 'licensed' } }, 'the owner has a licence');
  t.match(await partner.invoicesOf(plantId, 1), [{ kind: 'invoice', orderId: bought.id }], 'the partner the invoice');
  t.equal((await buyer.call('GET', `/orders/${bought.id}`)).status, 404);
  await setPower(plantId, (powerW) => powerW > 20_000);
  await eventually(async () => ((await licenceOf(plantId)).summary.state === 'exceeded' ? true : null));
  t.match(
    await buyer.call('POST', `/plants/${plantId}/licence/payout`, {}),
    { status: 409, body: { code: 'licence.pay-out-by-hand' } },
    'money that somebody else paid does not go to the owner',
  );
  await buyer.call('PATCH', `/plants/${plantId}/grants/${accountId}`, { right: 'viewer' });
  t.match(await partner.ask([{ plantId, termDays: 365 }]), missing, 'and no longer than that');
});

t.test('whoever sends files without end is slowed', async () => {
  await eventually(async () => (await uploaded('/office/charge-files', photo, 'image/jpeg')).status === 429);
});
