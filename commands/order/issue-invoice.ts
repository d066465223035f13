import { isErased } from '../../domain/kernel/event.js';
import { streamOf, type LicenceId } from '../../domain/kernel/ids.js';
import { legalDay } from '../../domain/licence/calendar.js';
import type { LicenceEventData } from '../../domain/licence/events.js';
import type { LicencePeriod } from '../../domain/licence/state.js';
import { InvoiceFacts } from '../../domain/order/invoice.js';
import { orderDecider, type Order } from '../../domain/order/order.js';
import { handle, type CommandContext } from '../handle.js';
import type { EventLog } from '../ports.js';
import type { InvoiceDesk } from './invoice-desk.js';

type IssueDeps = { readonly log: EventLog; readonly desk: InvoiceDesk };

/** The invoice of an order that was paid and fulfilled: the full price, with what was set off and paid. */
export async function issueInvoice(deps: IssueDeps, order: Order, at: string, context: CommandContext): Promise<void> {
  const { placed, invoices, paidAt } = order;
  if (invoices.some(({ kind }) => kind === 'invoice') || isErased(placed.buyer) || isErased(placed.plantNames)) return;
  const { plantNames } = placed;
  const lines = placed.items.map((item, index) => ({
    id: String(index + 1),
    kind: 'licence',
    plantName: plantNames[index] || item.plantId,
    termDays: item.termDays,
    licensedPowerW: item.licensedPowerW,
    firstDay: item.firstDay,
    lastDay: item.lastDay,
    netCents: item.netCents,
  }));
  const { netCents, vatCents, grossCents, creditCents, toPayCents } = placed;
  await issue(deps, order, context, {
    ...{ at, documentKey: `invoice/${placed.orderId}`, kind: 'invoice', lines, licenceId: null, corrects: null },
    amounts: { netCents, vatCents, grossCents, creditCents, paidCents: toPayCents },
    paidOn: paidAt === null ? null : legalDay(paidAt),
  });
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

type Issue = {
  readonly at: string;
  readonly documentKey: string;
  readonly kind: InvoiceFacts['kind'];
  readonly lines: readonly unknown[];
  readonly licenceId: LicenceId | null;
  readonly corrects: InvoiceFacts['corrects'];
  readonly amounts: Pick<InvoiceFacts, 'netCents' | 'vatCents' | 'grossCents' | 'creditCents' | 'paidCents'>;
  readonly paidOn: string | null;
};

async function issue(
  { log, desk }: IssueDeps,
  { placed }: Order,
  context: CommandContext,
  { at, documentKey, kind, lines, licenceId, corrects, amounts, paidOn }: Issue,
): Promise<void> {
  if (isErased(placed.buyer)) return;
  const { email: _email, ...buyer } = placed.buyer;
  const { orderId, vatTreatment, vatRateBasisPoints } = placed;
  const issuedOn = legalDay(at);
  const number = await desk.numberFor(documentKey, issuedOn);
  const facts = InvoiceFacts.parse({
    ...{ number, kind, issuedOn, language: placed.language, currency: 'EUR', seller: desk.seller, buyer, orderId },
    ...{ orderedOn: legalDay(placed.at), lines, ...amounts, paidOn, corrects, evidence: null },
    vat: { treatment: vatTreatment, rateBasisPoints: vatRateBasisPoints },
  });
  const { sha256 } = await desk.make(facts);
  const { netCents, vatCents, grossCents } = facts;
  const invoice = {
    ...{ number, kind, issuedOn, vatTreatment, vatRateBasisPoints, netCents, vatCents, grossCents },
    ...{ corrects: corrects?.number ?? null, licenceId, sha256, facts },
  };
  await handle(log, orderDecider, streamOf.order(orderId), { type: 'IssueInvoice', at, invoice }, context);
}
