import { isErased } from '../../domain/kernel/event.js';
import { streamOf, type LicenceId } from '../../domain/kernel/ids.js';
import { legalDay } from '../../domain/licence/calendar.js';
import type { LicenceEventData } from '../../domain/licence/events.js';
import type { LicencePeriod } from '../../domain/licence/state.js';
import type { OrderItem } from '../../domain/order/events.js';
import { InvoiceFacts } from '../../domain/order/invoice.js';
import { orderDecider, type Order } from '../../domain/order/order.js';
import { handle, type CommandContext } from '../handle.js';
import type { EventLog } from '../ports.js';
import type { InvoiceDesk } from './invoice-desk.js';
import { loadLicence } from './ask-quote.js';
import { loadOrder } from './load-order.js';

type IssueDeps = { readonly log: EventLog; readonly desk: InvoiceDesk };

/** The invoice of an order that was paid and fulfilled, or of an agreed repair: the full price, with what was set off and paid. */
export async function issueInvoice(deps: IssueDeps, order: Order, at: string, context: CommandContext): Promise<void> {
  const { placed, invoices, paidAt } = order;
  if (order.supplement !== null) return;
  if (invoices.some(({ kind }) => kind === 'invoice') || isErased(placed.buyer) || isErased(placed.plantNames)) return;
  const { netCents, vatCents, grossCents, creditCents, toPayCents } = placed;
  const lines = await linesOf(deps, order, at);
  await issue(deps, order, context, {
    ...{ at, documentKey: `invoice/${placed.orderId}`, kind: 'invoice', lines, licenceId: null },
    corrects: null,
    // A repair may be invoiced before it is paid.
    amounts: { netCents, vatCents, grossCents, creditCents, paidCents: paidAt === null ? 0 : toPayCents },
    paidOn: paidAt === null ? null : legalDay(paidAt),
  });
}

async function linesOf({ log }: IssueDeps, { placed, repair }: Order, at: string): Promise<readonly unknown[]> {
  if (repair !== null) {
    const days = { firstDay: legalDay(placed.at), lastDay: legalDay(at) };
    return repair.positions.map(({ description, quantity, netCents }, index) => ({
      ...{ id: String(index + 1), kind: 'repair', description, device: repair.device, quantity, ...days },
      ...{ unitNetCents: netCents, netCents: quantity * netCents },
    }));
  }
  const names = isErased(placed.plantNames) ? [] : placed.plantNames;
  const lines: unknown[] = [];
  for (const [index, item] of placed.items.entries()) {
    const { plantId, termDays, licensedPowerW, netCents } = item;
    const of = { id: String(index + 1), kind: 'licence', plantName: names[index] || plantId };
    lines.push({ ...of, termDays, licensedPowerW, netCents, ...(await grantedDays(log, item)) });
  }
  return lines;
}

/** As its licence was granted: a payment after midnight moves the days that were quoted. */
async function grantedDays(log: EventLog, item: OrderItem): Promise<LicencePeriod> {
  const granted = (await loadLicence(log, item.plantId)).flatMap(({ type, data }) =>
    (type === 'LicenceGranted' || type === 'LicenceRenewed') && data.licenceId === item.licenceId ? data : [],
  );
  const { firstDay, lastDay } = granted[0] ?? item;
  return { firstDay, lastDay };
}

/**
 * The correction of an earlier invoice by the remaining value of a licence that ended (§ 17 (1) UStG): once for each credit,
 * when it is first set off or paid out.
 */
export async function issueCorrection(
  deps: IssueDeps,
  order: Order,
  credited: LicenceEventData<'RemainingValueCredited'>,
  { at, isPaidOut, period }: { readonly at: string; readonly isPaidOut: boolean; readonly period: LicencePeriod },
  context: CommandContext,
): Promise<void> {
  const { placed, invoices } = order;
  const { licenceId, netCents, vatCents, grossCents, day } = credited;
  const original = invoices.find(({ kind }) => kind === 'invoice');
  const isDone = invoices.some((invoice) => invoice.kind === 'correction' && invoice.licenceId === licenceId);
  if (original === undefined || isDone || isErased(placed.plantNames)) return;
  const index = placed.items.findIndex((item) => item.licenceId === licenceId);
  const item = placed.items[index];
  if (item === undefined) return;
  const { plantId, termDays, licensedPowerW } = item;
  const plantName = placed.plantNames[index] || plantId;
  // Of a licence that had not begun, its own first day.
  const firstDay = day > period.firstDay ? day : period.firstDay;
  const { lastDay } = period;
  await issue(deps, order, context, {
    ...{ at, documentKey: `correction/${licenceId}`, kind: 'correction', licenceId },
    lines: [{ id: '1', kind: 'licence', plantName, termDays, licensedPowerW, firstDay, lastDay, netCents }],
    corrects: { number: original.number, issuedOn: original.issuedOn },
    amounts: {
      ...{ netCents, vatCents, grossCents },
      creditCents: isPaidOut ? 0 : grossCents,
      paidCents: isPaidOut ? grossCents : 0,
    },
    paidOn: isPaidOut ? legalDay(at) : null,
  });
}

/** F10: what a licence costs more than was charged, with what shows it. */
export async function issueSupplement(
  deps: IssueDeps,
  order: Order,
  at: string,
  context: CommandContext,
): Promise<void> {
  const { placed, invoices, supplement } = order;
  const [item] = placed.items;
  if (supplement === null || item === undefined || invoices.length > 0 || isErased(placed.plantNames)) return;
  const bought = await loadOrder(deps.log, supplement.boughtWith);
  const original = bought.status === 'none' ? undefined : bought.invoices.find(({ kind }) => kind === 'invoice');
  if (original === undefined) throw new Error(`charge ${placed.orderId} refers to an order without an invoice`);
  const { netCents, vatCents, grossCents } = placed;
  const { statedPowerW, since, evidence } = supplement;
  await issue(deps, order, context, {
    ...{ at, documentKey: `supplementary/${placed.orderId}`, kind: 'supplementary', licenceId: item.licenceId },
    lines: [chargedLine(item, placed.plantNames[0])],
    corrects: { number: original.number, issuedOn: original.issuedOn },
    amounts: { netCents, vatCents, grossCents, creditCents: 0, paidCents: 0 },
    paidOn: null,
    evidence: {
      ...{ statedPowerW, measuredPowerW: item.licensedPowerW, since },
      ...(isErased(evidence) ? {} : { source: evidence }),
    },
  });
}

/** The contract about a repair was withdrawn from, or the office could not help: its invoice is taken back as a whole. */
export async function issueRepairCancellation(
  deps: IssueDeps,
  order: Order,
  at: string,
  context: CommandContext,
): Promise<void> {
  const { placed, invoices, repair, paidAt } = order;
  const billed = invoices.find(({ kind }) => kind === 'invoice');
  const isDone = invoices.some(({ kind }) => kind === 'cancellation');
  if (repair === null || billed === undefined || isDone || isErased(billed.facts)) return;
  const { netCents, vatCents, grossCents } = placed;
  const settled =
    paidAt === null ? { creditCents: grossCents, paidCents: 0 } : { creditCents: 0, paidCents: grossCents };
  await issue(deps, order, context, {
    ...{ at, documentKey: `cancellation/${placed.orderId}`, kind: 'cancellation', licenceId: null },
    lines: billed.facts.lines,
    corrects: { number: billed.number, issuedOn: billed.issuedOn },
    amounts: { netCents, vatCents, grossCents, ...settled },
    paidOn: paidAt === null ? null : legalDay(at),
  });
}

/** A consumer withdrew from a repair whose work had begun: its invoice is reduced to what was done (§ 17 (1) UStG). */
export async function issueRepairCorrection(
  deps: IssueDeps,
  order: Order,
  at: string,
  context: CommandContext,
): Promise<void> {
  const { placed, invoices, repair, paidAt } = order;
  const billed = invoices.find(({ kind }) => kind === 'invoice');
  const isDone = invoices.some(({ kind }) => kind === 'correction');
  if (repair === null || billed === undefined || isDone) return;
  const netCents = billed.netCents - placed.netCents;
  const vatCents = billed.vatCents - placed.vatCents;
  const grossCents = netCents + vatCents;
  if (grossCents <= 0) return;
  const line = { id: '1', kind: 'repair', description: notDone[placed.language], device: repair.device, quantity: 1 };
  const days = { firstDay: legalDay(placed.at), lastDay: legalDay(at) };
  const settled =
    paidAt === null ? { creditCents: grossCents, paidCents: 0 } : { creditCents: 0, paidCents: grossCents };
  await issue(deps, order, context, {
    ...{ at, documentKey: `correction/${placed.orderId}`, kind: 'correction', licenceId: null },
    lines: [{ ...line, ...days, unitNetCents: netCents, netCents }],
    corrects: { number: billed.number, issuedOn: billed.issuedOn },
    amounts: { netCents, vatCents, grossCents, ...settled },
    paidOn: paidAt === null ? null : legalDay(at),
  });
}

const notDone = {
  de: 'Arbeit, die nach dem Widerruf nicht mehr geleistet wird',
  en: 'Work that is not done any more after the withdrawal',
} as const;

/** The operator drops a supplementary charge: its invoice is taken back as a whole. */
export async function issueCancellation(
  deps: IssueDeps,
  order: Order,
  at: string,
  context: CommandContext,
): Promise<void> {
  const { placed, invoices } = order;
  const [item] = placed.items;
  const charged = invoices.find(({ kind }) => kind === 'supplementary');
  const isDone = invoices.some(({ kind }) => kind === 'cancellation');
  if (charged === undefined || item === undefined || isDone || isErased(placed.plantNames)) return;
  const { netCents, vatCents, grossCents } = placed;
  await issue(deps, order, context, {
    ...{ at, documentKey: `cancellation/${placed.orderId}`, kind: 'cancellation', licenceId: item.licenceId },
    lines: [chargedLine(item, placed.plantNames[0])],
    corrects: { number: charged.number, issuedOn: charged.issuedOn },
    // Nothing was paid, and nothing goes back: both documents settle each other.
    amounts: { netCents, vatCents, grossCents, creditCents: grossCents, paidCents: 0 },
    paidOn: null,
  });
}

function chargedLine({ plantId, termDays, licensedPowerW, firstDay, lastDay, netCents }: OrderItem, name?: string) {
  const of = { id: '1', kind: 'licence', plantName: name || plantId };
  return { ...of, termDays, licensedPowerW, firstDay, lastDay, netCents };
}

type Issue = {
  readonly at: string;
  readonly documentKey: string;
  readonly kind: InvoiceFacts['kind'];
  readonly lines: readonly unknown[];
  readonly licenceId: LicenceId | null;
  readonly corrects: InvoiceFacts['corrects'];
  readonly amounts: Pick<InvoiceFacts, 'netCents' | 'vatCents' | 'grossCents' | 'creditCents' | 'paidCents'>;
  readonly paidOn: string | null;
  readonly evidence?: InvoiceFacts['evidence'];
};

async function issue(
  { log, desk }: IssueDeps,
  { placed }: Order,
  context: CommandContext,
  { at, documentKey, kind, lines, licenceId, corrects, amounts, paidOn, evidence = null }: Issue,
): Promise<void> {
  if (isErased(placed.buyer)) return;
  const { email: _email, ...buyer } = placed.buyer;
  const { orderId, vatTreatment, vatRateBasisPoints } = placed;
  const issuedOn = legalDay(at);
  const number = await desk.numberFor(documentKey, issuedOn);
  const facts = InvoiceFacts.parse({
    ...{ number, kind, issuedOn, language: placed.language, currency: 'EUR', seller: desk.seller, buyer, orderId },
    ...{ orderedOn: legalDay(placed.at), lines, ...amounts, paidOn, corrects, evidence },
    vat: { treatment: vatTreatment, rateBasisPoints: vatRateBasisPoints },
  });
  const { sha256 } = await desk.issue(orderId, facts);
  const { netCents, vatCents, grossCents } = facts;
  const invoice = {
    ...{ number, kind, issuedOn, vatTreatment, vatRateBasisPoints, netCents, vatCents, grossCents },
    ...{ corrects: corrects?.number ?? null, licenceId, sha256, facts },
  };
  await handle(log, orderDecider, streamOf.order(orderId), { type: 'IssueInvoice', at, invoice }, context);
}
