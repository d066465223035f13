import { randomUUID } from 'node:crypto';
import t from 'tap';
import { eventually } from '../../support/eventually.js';
import { bearer, fullRequest, inDays, repairPortal } from '../../support/repairs.js';

const { system, url, owner, advocateId, auditor, office, sent, agreed, mailsTo } = await repairPortal();

t.test('from the request over the offer to the end, with a mail at each step', async (t) => {
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
  const letter = await eventually(async () =>
    (await system.mailbox?.list({ to: `${owner.userName}@example.org` }))?.find(
      ({ subject }) => subject === 'Rechnung zu Ihrer Reparatur',
    ),
  );
  t.match(letter.attachments, [{ name: new RegExp(`${number}.*\\.pdf$`) }]);
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

t.test('a device that is under way when the contract ends goes back', async (t) => {
  const { id, path } = await agreed();
  await owner.call('POST', `${path}/dispatch`);
  t.match(await office('POST', `/${id}/declination`, { reason: 'Keine Teile' }), {
    body: { status: 'declined', isDeviceAway: true },
  });
  const row = async () =>
    (await office('GET', '?limit=200')).body.items.find((one: { readonly id: string }) => one.id === id);
  t.match(await row(), { status: 'declined', awaitsReturn: true }, 'it stays in the queue until then');
  const back = { carrier: 'DHL', trackingNumber: '0035' };
  t.match(await office('POST', `/${id}/return`, back), {
    status: 200,
    body: { status: 'declined', isDeviceAway: false, shipment: back },
  });
  t.equal(await row(), undefined);
  t.match(await office('POST', `/${id}/return`, back), { status: 409 }, 'only once');
  t.match((await owner.call('GET', path)).body.steps.at(-1), { status: 'sentBack' });
});

t.test('it may end before: refused, withdrawn or declined', async (t) => {
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

t.test('what is over stays as it is, and each step has its time', async (t) => {
  const id = await sent();
  t.match(await owner.call('POST', `/repair-orders/${id}/withdrawal`), { body: { status: 'withdrawn' } });
  for (const [method, path, body] of [
    ['PUT', '', fullRequest],
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
  const draft = (await owner.call('POST', '/repair-orders', fullRequest)).body.id as string;
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
