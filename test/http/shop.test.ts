import { createHash, randomUUID } from 'node:crypto';
import t from 'tap';
import { dayText } from '../../adapters/order/texts.js';
import { handle } from '../../commands/handle.js';
import type { Decider } from '../../domain/kernel/decider.js';
import type { DomainEvent } from '../../domain/kernel/event.js';
import { AccountId, LicenceId, OrderId, PlantId, streamOf } from '../../domain/kernel/ids.js';
import { addDays, legalDay } from '../../domain/licence/calendar.js';
import { licenceDecider } from '../../domain/licence/licence.js';
import { orderDecider } from '../../domain/order/order.js';
import { anOrder } from '../support/an-order.js';
import { eventually } from '../support/eventually.js';
import { newOwner, plantBody } from '../support/owner.js';
import { testPortal } from '../support/portal.js';
import { addInverter, choose, newBuyer, plantWithPower as newPlant, type Json } from '../support/shop.js';

const portal = await testPortal(t);
const buyer = await newBuyer(portal.url);
const { ask, buy, licenceOf } = buyer;

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
  t.match(renewed, { status: 'accepted', items: [{ licenceState: 'queued', follows: 'licence' }] });
  t.match(
    (await buyer.call('GET', `/orders/${paid.id}`)).body.items,
    [{ licenceState: 'exceeded', follows: null }],
    'what it bought is over',
  );
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

t.test('a licence bought in the trial begins after it, and order, mail and invoice say when', async (t) => {
  const plantId = PlantId.parse(await newPlant(buyer));
  const today = legalDay(new Date().toISOString());
  await told(streamOf.licence(plantId), licenceDecider, { type: 'StartTrial', plantId, at: new Date().toISOString() });
  const [first, last] = [addDays(today, 40), addDays(today, 404)];
  const bought = await buy([plantId]);
  t.match(bought, {
    status: 'accepted',
    items: [{ firstDay: first, lastDay: last, licenceState: 'queued', follows: 'trial' }],
  });
  const [mail] = await buyer.mailsAbout('schließt an den Testzeitraum an', 1);
  t.equal(mail.subject, `Auftragsbestätigung: Ihre Lizenz beginnt am ${dayText(first, 'de')}`);
  t.match(mail.text, `vom ${dayText(first, 'de')} bis zum ${dayText(last, 'de')}`);
});

t.test('who pays after midnight gets an invoice for the days that the licence has', async (t) => {
  const plantId = PlantId.parse(await newPlant(buyer));
  const today = legalDay(new Date().toISOString());
  const yesterday = addDays(today, -1);
  const [placed] = anOrder.items;
  const [orderId, licenceId] = [OrderId.parse(randomUUID()), LicenceId.parse(randomUUID())];
  const accountId = AccountId.parse((await buyer.call('GET', '/me')).body.id);
  const item = { ...placed, plantId, licenceId, firstDay: yesterday, lastDay: addDays(yesterday, 364) };
  const [at, until] = [`${yesterday}T12:00:00Z`, `${addDays(today, 1)}T00:00:00Z`];
  await told(streamOf.licence(plantId), licenceDecider, {
    ...{ type: 'ReserveLicence', plantId, at, orderId, until, credits: [] },
  });
  const order = { ...anOrder, orderId, accountId, items: [item], expiresAt: until } as typeof anOrder;
  await told(streamOf.order(orderId), orderDecider, { type: 'PlaceOrder', at, order });
  const payment = {
    provider: 'sandbox',
    providerRef: 'p',
    orderRef: orderId,
    state: 'paid',
    method: 'creditCard',
  } as const;
  await told(streamOf.order(orderId), orderDecider, {
    ...{ type: 'NotePayment', at: new Date().toISOString() },
    payment: { ...payment, paidCents: anOrder.toPayCents, currency: 'EUR' },
  });
  await buyer.invoicesOf(plantId, 1);
  const issued = (await portal.system.log.load(streamOf.order(orderId))).events.findLast(
    ({ type }) => type === 'InvoiceIssued',
  ) as Json;
  t.match(issued.data.facts.lines, [{ firstDay: today, lastDay: addDays(today, 364) }]);
});

/** Something happens past the doors. */
async function told<C extends { readonly type: string }, S, E extends DomainEvent, R extends { readonly code: string }>(
  stream: string,
  decider: Decider<C, S, E, R>,
  command: C,
) {
  const context = { actor: { kind: 'system', id: 'test' }, correlationId: 'test' } as const;
  const handled = await handle(portal.system.log, decider, stream, command, context);
  if (!handled.ok || handled.position === null) throw new Error(JSON.stringify(command));
  await portal.system.readModels.waitFor(handled.position);
}

t.test('an attempt that fails can be followed by another', async (t) => {
  const plantId = await newPlant(buyer);
  const failed = await buy([plantId], 'fail');
  t.match(failed, { status: 'open' });
  const { body } = await buyer.call('POST', `/orders/${failed.id}/payment`);
  await choose(body.paymentUrl, 'pay');
  t.match((await buyer.call('POST', `/orders/${failed.id}/payment/check`)).body, { status: 'accepted' });
});
