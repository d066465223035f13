import { randomUUID } from 'node:crypto';
import t from 'tap';
import { SerialNumber } from '../../domain/kernel/ids.js';
import { Temporal } from '../../domain/kernel/time.js';
import { eventually } from '../support/eventually.js';
import { newOperator, sessionOf } from '../support/operators.js';
import { callJson, newInverter, newOwner, newPlant, password, type Owner } from '../support/owner.js';
import { press } from '../support/payment-gateway.contract.js';
import { testPortal } from '../support/portal.js';
import { wallS } from '../support/watched-portal.js';

const contact = {
  ...{ name: 'Anna Wirt', phone: '+49 7123 969', email: 'anna@example.org', company: '' },
  ...{ street: 'Hauptstr. 1', postcode: '72555', town: 'Metzingen', country: 'de' },
};
const report = { fault: 'Schaltet mittags ab', remoteMonitoring: 'siteLink', specialSettings: '' };
const device = { serialNumber: 'lban-1', type: 'REFUsol 020K', deliveredOn: '2012-05-01', category: 'outOfWarranty' };
const full = { device, report, contact };
const bearer = ({ accessToken }: Owner) => ({ authorization: `Bearer ${accessToken}` });
const jpeg = '\xff\xd8\xff\xe0..JFIF..\xff\xd9';
const inDays = (days: number) => Temporal.Now.plainDateISO('Europe/Berlin').add({ days }).toString();

t.test('repairs', async (t) => {
  const portal = await testPortal(t);
  const { system, url } = portal;
  const [owner, stranger] = await Promise.all([newOwner(url), newOwner(url)]);
  const advocateId = await newOperator(portal, ['advocate']);
  const { headers: advocate } = await sessionOf(portal, advocateId, { secondFactor: true });
  const { headers: auditor } = await sessionOf(portal, await newOperator(portal, ['auditor']), { secondFactor: true });
  const office = (method: 'GET' | 'POST', path: string, body?: unknown, headers: object = advocate) =>
    callJson(`${url}/api/v1/office/repair-orders${path}`, method, body, headers);
  const mailsTo = async (person: Owner) =>
    ((await system.mailbox?.list({ to: `${person.userName}@example.org` })) ?? []).map(({ subject }) => subject);
  const sent = async (changes: object = {}) => {
    const draft = await owner.call('POST', '/repair-orders', { ...full, device: { ...device, ...changes } });
    const answer = await owner.call('POST', `/repair-orders/${draft.body.id}/request`);
    t.match(answer, { status: 200, body: { status: 'requested' } });
    return draft.body.id as string;
  };

  await t.test('a draft is kept as it is, changed, sent once, and thrown away while it is one', async (t) => {
    const empty = { device: {}, report: {}, contact: {} };
    const key = { 'idempotency-key': randomUUID() };
    const begun = await owner.call('POST', '/repair-orders', empty, key);
    t.match(begun, { status: 201, body: { status: 'draft', device: { serialNumber: null }, sentAt: null } });
    t.match(await owner.call('POST', '/repair-orders', empty, key), { status: 201, body: { id: begun.body.id } });
    const path = `/repair-orders/${begun.body.id}`;
    const early = await owner.call('POST', `${path}/request`);
    t.match(early, { status: 422, body: { code: 'repair.incomplete' } });
    const pointers = early.body.errors.map(({ pointer }: { pointer: string }) => pointer);
    t.ok(pointers.includes('/device/category') && pointers.includes('/contact/country'), pointers.join());
    t.notOk(pointers.includes('/report/specialSettings'));
    const saved = await owner.call('PUT', path, full, { 'if-match': String(begun.headers['etag']) });
    t.match(saved, {
      status: 200,
      body: {
        device: { serialNumber: 'LBAN-1' },
        contact: { company: null, country: 'DE' },
        number: /^R-[0-9A-F]{8}$/,
      },
    });
    t.match(await owner.call('PUT', path, empty, { 'if-match': String(begun.headers['etag']) }), { status: 412 });
    t.match(await office('GET', `/${begun.body.id}`), { status: 404 }, 'nobody else sees a draft');
    t.match(await owner.call('POST', `${path}/request`), { body: { status: 'requested', dueOn: inDays(3) } });
    t.match(await owner.call('POST', `${path}/request`), { status: 409, body: { code: 'repair.wrong-state' } });
    t.match(await owner.call('DELETE', path), { status: 409 });
    const other = await owner.call('POST', '/repair-orders', full);
    t.match(await owner.call('DELETE', `/repair-orders/${other.body.id}`), { status: 204 });
    t.match(await owner.call('GET', `/repair-orders/${other.body.id}`), { status: 404 });
    const { items } = (await owner.call('GET', '/repair-orders')).body;
    t.strictSame(
      items.map(({ id }: { id: string }) => id),
      [begun.body.id],
    );
  });

  await t.test('what does not fit is said beside its field', async (t) => {
    for (const [body, pointer] of [
      [{ ...full, contact: { ...contact, postcode: '123' } }, '/contact/postcode'],
      [{ ...full, contact: { ...contact, email: 'nobody' } }, '/contact/email'],
      [{ ...full, device: { ...device, deliveredOn: '31.12.2014' } }, '/device/deliveredOn'],
      [{ ...full, device: { ...device, category: 'gold' } }, '/device/category'],
      [{ ...full, report: { ...report, fault: 'x'.repeat(4_001) } }, '/report/fault'],
      [{ ...full, state: 'closed' }, '/state'],
    ] as const) {
      t.match(
        await owner.call('POST', '/repair-orders', body),
        { status: 400, body: { errors: [{ pointer }] } },
        pointer,
      );
    }
    const plantId = await newPlant(stranger);
    t.match(await owner.call('POST', '/repair-orders', { ...full, device: { ...device, plantId } }), {
      status: 404,
      body: { code: 'plant.not-found' },
    });
  });

  await t.test('the category is proposed, and prices are public', async (t) => {
    const proposed = async (query: string) => (await owner.call('GET', `/repair-category?${query}`)).body.category;
    t.equal(await proposed('serialNumber=A1&deliveredOn=2012-05-01'), 'outOfWarranty');
    t.equal(await proposed(`serialNumber=A1&deliveredOn=${inDays(-100)}`), 'ae');
    t.equal(await proposed(`serialNumber=A1&type=PVM10&deliveredOn=${inDays(-100)}`), 'siemens');
    t.equal(await proposed('serialNumber=A1'), null);
    const prices = await callJson(`${url}/api/v1/public/repair-prices`, 'GET');
    t.match(prices, { status: 200, body: { version: 'demo', isExample: true, warrantyYears: 5, vatRatePercent: 19 } });
    const flat = prices.body.items.find(({ code }: { code: string }) => code === 'repair-flat');
    t.match(flat, {
      net: { ae: { cents: 0 }, outOfWarranty: { cents: 49_000 } },
      gross: { outOfWarranty: { cents: 58_310 } },
    });
  });

  await t.test('from the request over the offer to the end, with a mail at each step', async (t) => {
    const id = await sent();
    const path = `/repair-orders/${id}`;
    const dueOn = inDays(1);
    t.match(await office('POST', `/${id}/assignment`, { advocateId: randomUUID(), dueOn }), {
      status: 422,
      body: { code: 'repair.advocate-unknown', errors: [{ pointer: '/advocateId' }] },
    });
    t.match(await office('POST', `/${id}/assignment`, { advocateId, dueOn }), {
      status: 200,
      body: { advocate: { accountId: advocateId }, dueOn, customer: { userName: owner.userName } },
    });
    t.match(await office('POST', `/${id}/messages`, { text: 'Seit wann?' }, auditor), { status: 403 });
    t.match(await office('POST', `/${id}/messages`, { text: 'Seit wann?' }), { status: 200 });
    const key = { 'idempotency-key': randomUUID() };
    for (const again of [1, 2]) {
      const told = await owner.call('POST', `${path}/messages`, { text: 'Seit <b>März</b>' }, key);
      t.match(told, { status: 201 }, `sent ${again} times`);
    }
    t.match((await owner.call('GET', `${path}/messages`)).body.items, [
      { from: 'office', text: 'Seit wann?' },
      { from: 'customer', text: 'Seit <b>März</b>' },
    ]);
    t.equal((await owner.call('GET', `${path}/messages`)).body.items.length, 2);

    const offer = {
      ...{ category: 'outOfWarranty', validUntil: inDays(30), note: 'Abholung am Montag' },
      positions: [{ code: 'repair-flat' }, { description: 'Sonderprüfung', quantity: 2, netCents: 1_000 }],
    };
    const wrong = (positions: unknown) => office('POST', `/${id}/offer`, { ...offer, positions });
    t.match(await wrong([{ code: 'fan' }, { code: 'gold' }]), {
      status: 422,
      body: { code: 'repair.position-unknown', errors: [{ pointer: '/positions/1' }] },
    });
    t.match(await wrong([{ description: 'Etwas' }]), { status: 422, body: { code: 'repair.position-incomplete' } });
    t.match(await office('POST', `/${id}/offer`, { ...offer, validUntil: inDays(-1) }), {
      status: 422,
      body: { code: 'repair.validity-over', errors: [{ pointer: '/validUntil' }] },
    });
    t.match(await office('POST', `/${id}/offer`, offer), { status: 200, body: { status: 'offered', owes: false } });
    const seen = await owner.call('GET', path);
    t.match(seen.body.offer, {
      ...{ offerNo: 1, net: { cents: 51_000 }, vat: { cents: 9_690 }, gross: { cents: 60_690 }, isLapsed: false },
      positions: [{ description: 'Reparatur, pauschal' }, { description: 'Sonderprüfung', net: { cents: 2_000 } }],
    });
    await office('POST', `/${id}/offer`, { ...offer, positions: [{ code: 'repair-flat' }] });
    t.match(await owner.call('POST', `${path}/offer/acceptance`, { offerNo: 1, earlyStart: true }), {
      status: 409,
      body: { code: 'repair.offer-replaced' },
    });
    t.match(await owner.call('POST', `${path}/offer/acceptance`, { offerNo: 2 }), {
      status: 422,
      body: { code: 'repair.early-start-required', errors: [{ pointer: '/earlyStart' }] },
    });
    t.match(await owner.call('POST', `${path}/offer/acceptance`, { offerNo: 2, earlyStart: true }), {
      body: { status: 'accepted', owes: true },
    });
    t.match(await owner.call('POST', `${path}/withdrawal`), { status: 409 });
    t.match(await owner.call('POST', `${path}/dispatch`), { body: { status: 'dispatched' } });
    t.match(await office('POST', `/${id}/arrival`), { body: { status: 'inRepair' } });
    const billed = await office('POST', `/${id}/invoice`);
    t.match(billed, {
      status: 200,
      body: { invoice: { number: /^\d{4}-\d{6}$/, dueOn: inDays(14), gross: { cents: 58_310 }, paidOn: null } },
    });
    t.match(await office('POST', `/${id}/invoice`), { status: 409, body: { code: 'repair.invoiced-already' } });
    t.match(await office('POST', `/${id}/declination`, { reason: 'Doch nicht' }), { status: 409 });
    const back = { carrier: 'DHL', trackingNumber: '0034' };
    t.match(await office('POST', `/${id}/return`, back), { body: { status: 'sentBack', shipment: back } });
    t.match(await office('POST', `/${id}/closing`), { status: 409, body: { code: 'repair.not-paid' } });
    t.match(await office('POST', `/${id}/payment`, { paidOn: inDays(0) }), { body: { owes: false } });
    t.match(await owner.call('POST', `${path}/payment`), { status: 409, body: { code: 'order.not-open' } });
    const { number } = billed.body.invoice;
    const pdf = await fetch(`${url}/api/v1/invoices/${number}.pdf`, { headers: bearer(owner) });
    t.match(Buffer.from(await pdf.arrayBuffer()).toString('latin1'), /^%PDF-/, 'it is among the invoices');
    const letters = (await system.mailbox?.list({ to: `${owner.userName}@example.org` })) ?? [];
    const letter = letters.find(({ subject }) => subject === 'Rechnung zu Ihrer Reparatur');
    t.match(letter?.attachments, [{ name: new RegExp(`${number}.*\\.pdf$`) }]);
    t.match(await office('POST', `/${id}/closing`), { body: { status: 'closed' } });
    t.match(
      (await owner.call('GET', path)).body.steps.map(({ status }: { status: string }) => status),
      [...['draft', 'requested', 'offered', 'offered', 'accepted', 'dispatched', 'inRepair', 'sentBack', 'closed']],
    );
    const wanted = [
      ...[
        'Ihre Reparaturanfrage ist angekommen',
        'Eine Nachricht zu Ihrer Reparatur',
        'Unser Angebot für Ihre Reparatur',
      ],
      ...['Sie haben unser Angebot angenommen', 'Ihr Gerät ist unterwegs zu uns', 'Ihr Gerät ist in der Werkstatt'],
      ...['Rechnung zu Ihrer Reparatur', 'Ihr Gerät ist auf dem Rückweg', 'Ihre Zahlung ist angekommen'],
      'Ihr Reparaturauftrag ist abgeschlossen',
    ];
    await eventually(async () => {
      const subjects = await mailsTo(owner);
      return wanted.every((subject) => subjects.includes(subject));
    });
    const { items } = (await office('GET', '?state=over')).body;
    t.match(items, [{ id, status: 'closed', customerName: owner.userName, lastMessageFrom: 'customer' }]);
  });

  /** A repair with an accepted offer of 583.10 euros. */
  const agreed = async () => {
    const id = await sent();
    const offer = {
      category: 'outOfWarranty',
      positions: [{ code: 'repair-flat' }],
      validUntil: inDays(5),
      note: null,
    };
    await office('POST', `/${id}/offer`, offer);
    const accepted = await owner.call('POST', `/repair-orders/${id}/offer/acceptance`, {
      offerNo: 1,
      earlyStart: true,
    });
    t.match(accepted, { status: 200 });
    return { id, path: `/repair-orders/${id}`, number: String(accepted.body.number) };
  };
  const orderOf = async (paymentId: string) => (await owner.call('GET', `/orders/${paymentId}`)).body;

  await t.test('it is paid online, as a licence is, before its invoice or after it, and never twice', async (t) => {
    for (const isBilled of [false, true]) {
      const { id, path } = await agreed();
      if (isBilled) t.match(await office('POST', `/${id}/invoice`), { status: 200 });
      const { body: page } = await owner.call('POST', `${path}/payment`);
      t.match((await owner.call('POST', `${path}/payment`)).body, page, 'the same page');
      t.match(await orderOf(page.id), {
        ...{ status: 'open', items: { length: 0 }, total: { cents: 58_310 } },
        repair: { id, positions: [{ description: 'Reparatur, pauschal', net: { cents: 49_000 } }] },
      });
      t.equal(await press(page.paymentUrl, 'pay'), `${url}/orders/${page.id}`);
      t.match(await owner.call('POST', `/orders/${page.id}/payment/check`), { body: { status: 'accepted' } });
      await eventually(async () => (await owner.call('GET', path)).body.invoice?.paidOn === inDays(0));
      t.match((await owner.call('GET', path)).body, { owes: false, invoice: { gross: { cents: 58_310 } } });
      t.match(await owner.call('POST', `${path}/payment`), { status: 409, body: { code: 'order.not-open' } });
      t.match(await office('POST', `/${id}/payment`, { paidOn: inDays(0) }), { status: 409 });
      t.equal((await orderOf(page.id)).invoices.length, 1);
    }
    const token = await owner.call('POST', '/me/tokens', {
      ...{ name: 'Buchhaltung', scopes: ['billing:read'], plantIds: [await newPlant(owner)] },
      ...{ expiresAt: `${inDays(30)}T00:00:00Z`, password },
    });
    const program = { authorization: `Bearer ${token.body.token}` };
    t.strictSame((await callJson(`${url}/api/v1/orders`, 'GET', undefined, program)).body.items, []);
    t.strictSame((await callJson(`${url}/api/v1/invoices`, 'GET', undefined, program)).body.items, []);
  });

  await t.test('a consumer withdraws on the public page, and gets back what was paid', async (t) => {
    const [open, paid, begun] = [await agreed(), await agreed(), await agreed()];
    const page = (await owner.call('POST', `${paid.path}/payment`)).body;
    await press(page.paymentUrl, 'pay');
    await owner.call('POST', `/orders/${page.id}/payment/check`);
    await eventually(async () => (await owner.call('GET', paid.path)).body.invoice !== null);
    await office('POST', `/${begun.id}/arrival`);
    for (const { number } of [open, paid, begun]) {
      const email = `${owner.userName}@example.org`;
      const body = { name: 'Anna Wirt', contract: `Reparatur ${number}`, email };
      t.match(await callJson(`${url}/api/v1/withdrawals`, 'POST', body), { status: 202 });
    }
    for (const { path } of [open, paid])
      await eventually(async () => (await owner.call('GET', path)).body.status === 'withdrawn');
    t.match((await owner.call('GET', open.path)).body, { owes: false });
    await eventually(async () => (await orderOf(page.id)).refunded.cents === 58_310);
    await eventually(async () => (await orderOf(page.id)).invoices.length === 2);
    t.match((await orderOf(page.id)).invoices, [
      { kind: 'invoice' },
      { kind: 'cancellation', gross: { cents: 58_310 } },
    ]);
    t.match(
      (await owner.call('GET', begun.path)).body,
      { status: 'inRepair' },
      'what was begun is for somebody to settle',
    );
    await eventually(async () => (await mailsTo(owner)).includes('Ihr Widerruf des Reparaturauftrags'));
  });

  await t.test('it may end before: refused, withdrawn or declined', async (t) => {
    const [refused, withdrawn, declined] = [await sent(), await sent(), await sent()];
    const offer = { category: 'ae', positions: [{ code: 'check' }], validUntil: inDays(5), note: null };
    await office('POST', `/${refused}/offer`, offer);
    t.match(await owner.call('POST', `/repair-orders/${refused}/offer/refusal`, { offerNo: 1, reason: 'Zu spät' }), {
      body: { status: 'refused', endReason: 'Zu spät' },
    });
    t.match(await owner.call('POST', `/repair-orders/${withdrawn}/withdrawal`), { body: { status: 'withdrawn' } });
    t.match(await office('POST', `/${declined}/declination`, { reason: 'Keine Teile' }), {
      body: { status: 'declined' },
    });
    t.match(await owner.call('GET', `/repair-orders/${declined}`), { body: { endReason: 'Keine Teile' } });
  });

  await t.test('what is over stays as it is, and each step has its time', async (t) => {
    const id = await sent();
    t.match(await owner.call('POST', `/repair-orders/${id}/withdrawal`), { body: { status: 'withdrawn' } });
    for (const [method, path, body] of [
      ['PUT', '', full],
      ['DELETE', '', undefined],
      ['POST', '/request', undefined],
      ['POST', '/offer/acceptance', { offerNo: 1 }],
      ['POST', '/offer/refusal', { offerNo: 1 }],
      ['POST', '/withdrawal', undefined],
      ['POST', '/dispatch', undefined],
    ] as const) {
      t.match(await owner.call(method, `/repair-orders/${id}${path}`, body), { status: 409 }, `${method} ${path}`);
    }
    const offer = { category: 'outOfWarranty', positions: [{ code: 'check' }], validUntil: inDays(5), note: null };
    const back = { carrier: null, trackingNumber: null };
    for (const [path, body] of [
      ['/assignment', { advocateId, dueOn: inDays(7) }],
      ['/offer', offer],
      ['/declination', { reason: 'Zu spät' }],
      ['/dispatch', undefined],
      ['/arrival', undefined],
      ['/return', back],
      ['/invoice', undefined],
      ['/payment', { paidOn: inDays(0) }],
      ['/closing', undefined],
    ] as const) {
      t.match(await office('POST', `/${id}${path}`, body), { status: 409 }, path);
    }
    const draft = (await owner.call('POST', '/repair-orders', full)).body.id as string;
    t.match(await owner.call('POST', `/repair-orders/${draft}/messages`, { text: 'Hallo' }), { status: 409 });

    const fetched = await sent();
    await office('POST', `/${fetched}/offer`, offer);
    await owner.call('POST', `/repair-orders/${fetched}/offer/acceptance`, { offerNo: 1, earlyStart: true });
    t.match(await office('POST', `/${fetched}/dispatch`), { status: 200, body: { status: 'dispatched' } });
    t.match(await office('POST', `/${fetched}/invoice`), { status: 200 });
    t.match(await office('POST', `/${fetched}/payment`, { paidOn: inDays(2) }), {
      status: 422,
      body: { errors: [{ pointer: '/paidOn' }] },
    });
  });

  await t.test('lists go on page by page, the queue by urgency, and one device has its history', async (t) => {
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

  await t.test('a repair of somebody else does not exist', async (t) => {
    const id = await sent();
    for (const [method, path, body] of [
      ['GET', '', undefined],
      ['PUT', '', full],
      ['DELETE', '', undefined],
      ['POST', '/request', undefined],
      ['GET', '/messages', undefined],
      ['POST', '/messages', { text: 'Hallo' }],
      ['POST', '/offer/acceptance', { offerNo: 1 }],
      ['POST', '/offer/refusal', { offerNo: 1 }],
      ['POST', '/withdrawal', undefined],
      ['POST', '/dispatch', undefined],
    ] as const) {
      const answer = await stranger.call(method, `/repair-orders/${id}${path}`, body);
      t.match(answer, { status: 404, body: { code: 'repair.not-found' } }, `${method} ${path}`);
    }
    t.strictSame((await stranger.call('GET', '/repair-orders')).body.items, []);
  });

  await t.test('what the portal knows of the device goes along, and only to whom it belongs', async (t) => {
    const serialNumber = `E${randomUUID().slice(0, 8)}`.toUpperCase();
    const plantId = await newPlant(owner);
    const inverterId = await newInverter(owner, plantId, serialNumber);
    const at = Date.now();
    const ofDevice = { serialNumber: SerialNumber.parse(serialNumber), mac: null, deviceClockS: wallS(at) };
    const numbers = { short: null, long: null, type: null, state: 7, stateAfter: null };
    const record = { ...ofDevice, intervalS: 600, channels: { acPowerW: 4_200, dayEnergyWh: 100, status: 4 } };
    const assigned = 'select from devices.assignments where plant_id = $1';
    await eventually(async () => {
      await system.intake.record([record], Temporal.Now.instant());
      return (await system.database.pool.query(assigned, [plantId])).rowCount === 1;
    });
    await eventually(async () => {
      await system.intake.record([record], Temporal.Now.instant());
      await system.intake.recordErrors([{ ...ofDevice, code: '0A0004', ...numbers }], Temporal.Now.instant());
      const [stay] = await system.deviceEvidences.staysOf(ofDevice.serialNumber);
      if (stay === undefined) return false;
      const { errors, powerCurve } = await system.deviceEvidences.of(stay);
      return errors.length === 1 && powerCurve !== null;
    });
    const id = await sent({ serialNumber, plantId, inverterId });
    t.match(await owner.call('GET', `/repair-orders/${id}`), {
      body: { device: { plantId, inverterId }, attached: { errorCount: 1, hasPowerCurve: true } },
    });
    const { evidence } = (await office('GET', `/${id}`)).body;
    t.match(evidence.errors, [{ code: '0A0004', text: 'Regulator voltage 4', deviceState: 7 }]);
    t.match(evidence.powerCurve, { stepS: 600 });
    t.equal(evidence.powerCurve.acPowerW.length, 288);
    t.equal(evidence.powerCurve.acPowerW.at(-1), 4_200);

    const successor = `N${randomUUID().slice(0, 8)}`.toUpperCase();
    const place = `/plants/${plantId}/inverters/${inverterId}`;
    t.match(await owner.call('POST', `${place}/exchange`, { serialNumber: successor }), { status: 200 });
    await eventually(async () => {
      const stays = await system.deviceEvidences.staysOf(SerialNumber.parse(serialNumber));
      return Number.isFinite(stays[0]?.toS ?? Infinity);
    });
    const exchanged = async (serial: string) =>
      (await owner.call('GET', `/repair-orders/${await sent({ serialNumber: serial })}`)).body.attached;
    t.strictSame(await exchanged(serialNumber), { errorCount: 1, hasPowerCurve: true }, 'what came of it before');
    t.equal(await exchanged(successor), null, 'it has told nothing yet, and its predecessor is another device');
    const foreign = await stranger.call('POST', '/repair-orders', { ...full, device: { ...device, serialNumber } });
    t.match(await stranger.call('POST', `/repair-orders/${foreign.body.id}/request`), { body: { attached: null } });

    const life = (serial: string, headers: object = advocate) =>
      callJson(`${url}/api/v1/office/devices/${serial}`, 'GET', undefined, headers);
    await eventually(async () => (await life(serialNumber)).body.stays[0].energyWh !== null);
    const { status, body } = await life(serialNumber.toLowerCase());
    t.match([status, body], [200, { serialNumber, isRegistered: false, type: null, lastSeenAt: /^20\d\d-.*Z$/ }]);
    t.match(body.stays, [
      { plantId, plantName: 'Uracher Straße', state: 'former', from: null, to: /^20/, energyWh: 100 },
    ]);
    t.match(body.errors, [{ code: '0A0004', text: 'Regulator voltage 4', deviceState: 7 }]);
    const asked = body.repairs.map((one: { id: string; customerName: string }) => `${one.id} ${one.customerName}`);
    const [theirs, own] = [`${foreign.body.id} ${stranger.userName}`, `${id} ${owner.userName}`];
    t.ok(asked.includes(theirs) && asked.includes(own), 'whoever asked for them');
    t.match(await life('LBAN-1'), {
      status: 200,
      body: { stays: { length: 0 }, lastSeenAt: null, errors: { length: 0 } },
    });
    t.match(await life('NOBODY-KNOWS-IT'), { status: 404 });
    t.match(await life(serialNumber, auditor), { status: 200 });
  });

  await t.test('who may take care of repairs', async (t) => {
    const advocates = await callJson(`${url}/api/v1/office/advocates`, 'GET', undefined, auditor);
    t.ok(advocates.body.items.some(({ accountId }: { accountId: string }) => accountId === advocateId));
    t.equal(advocates.body.items.length, 1, 'the auditor only looks');
  });

  await t.test('photos and PDFs are what they say, and are handed out safely', async (t) => {
    const path = `/repair-orders/${(await owner.call('POST', '/repair-orders', full)).body.id}`;
    const send = async (name: string, type: string, content: string, more: { key?: string; to?: string } = {}) => {
      const body = new FormData();
      body.append('file', new Blob([Buffer.from(content, 'latin1')], { type }), name);
      const headers = { ...bearer(owner), ...(more.key === undefined ? {} : { 'idempotency-key': more.key }) };
      const answer = await fetch(`${url}/api/v1${more.to ?? path}/attachments`, { method: 'POST', headers, body });
      return { status: answer.status, body: JSON.parse(await answer.text()) };
    };
    const key = randomUUID();
    const photo = await send('Schild <b>.jpg', 'image/jpeg', jpeg, { key });
    t.match(photo, { status: 201, body: { name: 'Schild <b>.jpg', mediaType: 'image/jpeg', from: 'customer' } });
    t.match(await send('Schild <b>.jpg', 'image/jpeg', jpeg, { key }), { status: 201, body: { id: photo.body.id } });
    const pdf = await send('Protokoll', 'application/octet-stream', '%PDF-1.7 .. %%EOF');
    t.match(pdf, { status: 201, body: { mediaType: 'application/pdf' } });
    for (const [name, type, content, code] of [
      ['a.svg', 'image/svg+xml', '<svg onload="alert(1)"/>', 'repair.file-type'],
      ['a.png', 'image/png', '<html><script>alert(1)</script>', 'repair.file-type'],
      ['a.zip', 'application/zip', 'PK\x03\x04', 'repair.file-type'],
      ['a.html', 'text/html', jpeg, 'repair.file-lies'],
      ['a.png', 'image/png', jpeg, 'repair.file-lies'],
    ] as const) {
      t.match(await send(name, type, content), { status: 422, body: { code } }, name);
    }
    const huge = `${jpeg}${'x'.repeat(10 * 1024 * 1024)}`;
    t.match(await send('a.jpg', 'image/jpeg', huge), { status: 413, body: { code: 'repair.file-too-large' } });
    t.match(await owner.call('GET', `${path}/attachments`), { body: { items: { length: 2 } } });

    const read = (who: Record<string, string>, to: string) => fetch(`${url}/api/v1${to}`, { headers: who });
    const file = await read(bearer(owner), `${path}/attachments/${photo.body.id}`);
    t.match(Object.fromEntries(file.headers), {
      'content-type': 'image/jpeg',
      'content-disposition': /^attachment; filename="R-[0-9A-F]{8}-1\.jpg"$/,
      'x-content-type-options': 'nosniff',
      'content-security-policy': "default-src 'none'; sandbox",
    });
    t.equal(Buffer.from(await file.arrayBuffer()).toString('latin1'), jpeg);
    const office = `/office${path}/attachments/${photo.body.id}`;
    t.equal((await read(advocate, office)).status, 404, 'a draft is nobody else’s');
    t.equal((await read(bearer(stranger), `${path}/attachments/${photo.body.id}`)).status, 404);
    t.match(await owner.call('DELETE', `${path}/attachments/${pdf.body.id}`), { status: 204 });
    t.equal((await read(bearer(owner), `${path}/attachments/${pdf.body.id}`)).status, 404);
    await owner.call('POST', `${path}/request`);
    t.match(await owner.call('DELETE', `${path}/attachments/${photo.body.id}`), { status: 409 });
    t.equal((await read(advocate, office)).status, 200);
    t.equal((await read(auditor, office)).status, 200);
    const kept = 'select file_id::text as id from repair_files where repair_order_id = $1';
    const { rows } = await system.database.pool.query(kept, [path.split('/').at(-1)]);
    t.strictSame(rows, [{ id: photo.body.id }], 'what was refused or taken out is nowhere');
  });

  await t.test('the operator publishes prices', async (t) => {
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
});
