import t from 'tap';
import { eventually } from '../../support/eventually.js';
import { callJson, newPlant, password } from '../../support/owner.js';
import { press } from '../../support/payment-gateway.contract.js';
import { inDays, repairPortal } from '../../support/repairs.js';

const { url, owner, office, agreed, orderOf, mailsTo } = await repairPortal();

t.test('it is paid online, as a licence is, before its invoice or after it, and never twice', async (t) => {
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

t.test('a consumer withdraws on the public page, and gets back what was paid', async (t) => {
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
  t.match((await orderOf(page.id)).invoices, [{ kind: 'invoice' }, { kind: 'cancellation', gross: { cents: 58_310 } }]);
  t.match(
    (await owner.call('GET', begun.path)).body,
    { status: 'inRepair' },
    'what was begun is for somebody to settle',
  );
  await eventually(async () => (await mailsTo(owner)).includes('Ihr Widerruf des Reparaturauftrags'));
});

t.test('a consumer who withdraws when the work has begun pays for what was done, and no more', async (t) => {
  const settlement = { workDonePercent: 40, netCents: 19_600, reason: 'Geprüft und zerlegt: zwei von fünf Stunden' };
  const settle = (id: string, changes: object = {}) =>
    office('POST', `/${id}/withdrawal`, { ...settlement, ...changes });
  const [open, paid, free] = [await agreed(), await agreed(), await agreed()];
  t.match(await settle(open.id), { status: 409, body: { code: 'repair.wrong-state' } }, 'nothing was done yet');
  for (const { id } of [open, paid, free]) {
    t.match(await office('POST', `/${id}/arrival`), { body: { maySettleWithdrawal: true } });
  }
  t.match(await settle(open.id, { netCents: 19_601 }), {
    status: 422,
    body: { code: 'repair.compensation-too-high', errors: [{ pointer: '/netCents' }] },
  });
  t.match(await settle(open.id, { reason: '' }), { status: 400 });

  t.match(await settle(open.id), {
    status: 200,
    body: {
      ...{ status: 'withdrawn', owes: true, isDeviceAway: true, endReason: settlement.reason },
      compensation: { workDonePercent: 40, net: { cents: 19_600 }, gross: { cents: 23_324 } },
    },
  });
  await eventually(async () => (await owner.call('POST', `${open.path}/payment`)).status === 200);
  const { body: page } = await owner.call('POST', `${open.path}/payment`);
  await eventually(async () => (await orderOf(page.id)).total.cents === 23_324);
  t.match(await office('POST', `/${open.id}/invoice`), {
    status: 200,
    body: { invoice: { gross: { cents: 23_324 } } },
  });
  t.match((await orderOf(page.id)).invoices, [{ kind: 'invoice', gross: { cents: 23_324 } }]);

  const before = (await owner.call('POST', `${paid.path}/payment`)).body;
  await press(before.paymentUrl, 'pay');
  await owner.call('POST', `/orders/${before.id}/payment/check`);
  await eventually(async () => (await owner.call('GET', paid.path)).body.invoice !== null);
  t.match(await settle(paid.id), { status: 200, body: { owes: false } });
  await eventually(async () => (await orderOf(before.id)).refunded.cents === 58_310 - 23_324);
  await eventually(async () => (await orderOf(before.id)).invoices.length === 2);
  t.match((await orderOf(before.id)).invoices, [
    { kind: 'invoice', gross: { cents: 58_310 } },
    { kind: 'correction', gross: { cents: 34_986 } },
  ]);

  t.match(await settle(free.id, { workDonePercent: 0, netCents: 0 }), { body: { status: 'withdrawn', owes: false } });
  t.match(await settle(free.id), { status: 409 });
  await eventually(async () => {
    const subjects = await mailsTo(owner);
    return subjects.filter((subject) => subject === 'Ihr Widerruf des Reparaturauftrags').length >= 3;
  });
  await eventually(async () => (await mailsTo(owner)).some((subject) => subject.startsWith('Rechnungskorrektur')));
});
