import { createHash, randomUUID } from 'node:crypto';
import t from 'tap';
import { openDatabase } from '../../../adapters/database/database.js';
import { invoiceDocuments } from '../../../adapters/invoice-document/invoice-documents.js';
import type { InvoiceDocuments } from '../../../adapters/invoice-document/port.js';
import { postgresInvoiceDesk } from '../../../adapters/order/invoice-desk.js';
import { invoiceNumbers } from '../../../adapters/order/invoice-numbers.js';
import { handle } from '../../../commands/handle.js';
import { forgetBuyer } from '../../../commands/order/forget-buyer.js';
import { loadOrder } from '../../../commands/order/load-order.js';
import { Erased } from '../../../domain/kernel/event.js';
import { OrderId, streamOf } from '../../../domain/kernel/ids.js';
import { Temporal } from '../../../domain/kernel/time.js';
import { orderDecider, orderEvents } from '../../../domain/order/order.js';
import { invoiceFacts } from '../../../scripts/invoices/samples.js';
import { anOrder } from '../../support/an-order.js';
import { testDatabase } from '../../support/database.js';
import { testLog } from '../../support/log.js';

const { url, pool } = await testDatabase(t);
const otherNode = openDatabase(url);
t.teardown(() => otherNode.close());
const [here, there] = [invoiceNumbers(pool), invoiceNumbers(otherNode.pool)];

t.test('numbers have no gaps, whoever asks and however often', async (t) => {
  const keys = Array.from({ length: 60 }, (_, n) => `invoice/${n}`);
  const asked = keys.flatMap((key) => [here(key, '2026-11-28'), there(key, '2026-11-28')]);
  const numbers = await Promise.all(asked);
  const wanted = keys.map((_, n) => `2026-${String(n + 1).padStart(6, '0')}`);
  t.strictSame(
    [...new Set(numbers)].toSorted(),
    wanted,
    'two nodes that ask for the same documents get one number each',
  );
  for (let n = 0; n < numbers.length; n += 2) t.equal(numbers[n], numbers[n + 1]);
});

t.test('a process that dies while it asks leaves nothing behind', async (t) => {
  const client = await pool.connect();
  await client.query('begin');
  await client.query("insert into invoice_numbers (document_key, year, number) values ('dying', 2026, 61)");
  const next = there('after', '2026-12-31');
  client.release(true);
  t.equal(await next, '2026-000061');
});

t.test('each year begins with one, and a document keeps its number', async (t) => {
  t.equal(await here('first of the year', '2027-01-01'), '2027-000001');
  t.equal(await here('invoice/0', '2027-01-02'), await there('invoice/0', '2026-11-28'));
});

t.test('a document that was issued stays as it is, whatever a later release prints', async (t) => {
  const facts = invoiceFacts({});
  const orderId = OrderId.parse(randomUUID());
  const printer = (text: string): InvoiceDocuments => ({
    make: async () => {
      const pdf = Buffer.from(text);
      return { pdf, sha256: createHash('sha256').update(pdf).digest('hex'), fileName: 'Rechnung.pdf' };
    },
  });
  const desk = postgresInvoiceDesk(pool, printer('as it was sent'), facts.seller);
  const later = postgresInvoiceDesk(otherNode.pool, printer('as it would look now'), facts.seller);
  const issued = await desk.issue(orderId, facts);
  t.match(await later.file(facts), { sha256: issued.sha256, fileName: 'Rechnung.pdf' });
  t.equal((await later.file(facts)).pdf.toString(), 'as it was sent');
  t.match(await later.issue(orderId, facts), { sha256: issued.sha256 }, 'made again after a crash');
  const unkept = { ...facts, number: '2025-000001' };
  t.equal((await later.file(unkept)).pdf.toString(), 'as it would look now', 'earlier releases kept none');

  await pool.query("update invoice_files set pdf = 'changed' where number = $1", [facts.number]);
  await t.rejects(later.file(facts), /not the one that was issued/);
  await desk.forget(orderId);
  const { rowCount } = await pool.query('select from invoice_files where order_id = $1', [orderId]);
  t.equal(rowCount, 0);
});

t.test('what was issued goes with its buyer, once nobody has to keep it', async (t) => {
  const world = await testLog(t, orderEvents);
  const { orderId } = anOrder;
  const facts = invoiceFacts({ orderId });
  const desk = postgresInvoiceDesk(world.pool, invoiceDocuments(), facts.seller);
  const context = { actor: { kind: 'system', id: 'test' }, correlationId: 'c' } as const;
  const tell = (command: Parameters<typeof orderDecider.decide>[0]) =>
    handle(world.log, orderDecider, streamOf.order(orderId), command, context);
  const at = '2026-11-28T10:00:00Z';
  const paid = { provider: 'sandbox', providerRef: 'p', orderRef: orderId, state: 'paid', currency: 'EUR' } as const;
  const { number, kind, issuedOn, netCents, vatCents, grossCents } = facts;
  const { sha256 } = await desk.issue(orderId, facts);
  await tell({ type: 'PlaceOrder', at, order: anOrder });
  await tell({ type: 'NotePayment', at, payment: { ...paid, paidCents: anOrder.toPayCents, method: 'creditCard' } });
  await tell({ type: 'AcceptOrder', at });
  const amounts = { netCents, vatCents, grossCents, vatTreatment: 'domestic', vatRateBasisPoints: 1_900 } as const;
  const invoice = { number, kind, issuedOn, ...amounts, corrects: null, licenceId: null, sha256, facts };
  await tell({ type: 'IssueInvoice', at, invoice });
  const kept = async () => (await world.pool.query('select from invoice_files')).rowCount;
  const forget = (today: string) => {
    const clock = { now: () => Temporal.Instant.from(`${today}T04:00:00Z`) };
    return forgetBuyer({ ...world, desk, clock }, orderId, context);
  };
  t.equal(await forget('2034-12-31'), false, 'eight years from the end of the year on');
  t.equal(await kept(), 1);
  t.equal(await forget('2035-01-01'), true);
  t.equal(await kept(), 0);
  t.match(await loadOrder(world.log, orderId), { placed: { buyer: Erased }, invoices: [{ facts: Erased, sha256 }] });
});
