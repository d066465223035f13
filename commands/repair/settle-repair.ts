import type { AccountId, RepairOrderId } from '../../domain/kernel/ids.js';
import { streamOf } from '../../domain/kernel/ids.js';
import { legalDay } from '../../domain/licence/calendar.js';
import { dueOn } from '../../domain/order/invoice-words.js';
import { orderDecider } from '../../domain/order/order.js';
import { repairDecider, type RepairCommand } from '../../domain/repair/repair-order.js';
import { handle, type CommandContext } from '../handle.js';
import type { InvoiceDesk } from '../order/invoice-desk.js';
import { issueInvoice } from '../order/issue-invoice.js';
import { loadOrder } from '../order/load-order.js';
import type { OrderDeps } from '../order/ports.js';
import { startPayment } from '../order/start-payment.js';
import type { Clock, EventLog } from '../ports.js';
import { chargeRepair, repairChargeId } from './charge-repair.js';
import { commandRepair, loadRepair } from './repair-orders.js';

type SettleDeps = { readonly log: EventLog; readonly clock: Clock };

const unknown = { ok: false, rejection: { code: 'repair.not-found' } } as const;

/** Issues the invoice of the agreed sum, in the series of all invoices; the customer gets it by mail, and pays it within two weeks. */
export async function billRepair(
  deps: SettleDeps & { readonly desk: InvoiceDesk },
  repairOrderId: RepairOrderId,
  advocateId: AccountId,
  context: CommandContext,
) {
  const { log, clock } = deps;
  const at = clock.now().toString();
  const by = { kind: 'office', accountId: advocateId } as const;
  const wish = { type: 'InvoiceRepair', invoiceNumber: '', dueOn: dueOn({ issuedOn: legalDay(at) }) } as const;
  const refusal = await refusalOf(deps, repairOrderId, { ...wish, at, by });
  if (refusal !== null) return refusal;
  const repair = await loadRepair(log, repairOrderId);
  const charged = repair.status === 'none' ? null : await chargeRepair(log, repair, context);
  if (charged === null) return unknown;
  const { actor, correlationId } = context;
  await issueInvoice(deps, charged.order, at, { actor, correlationId });
  const order = await loadOrder(log, repairChargeId(repairOrderId));
  const invoice = order.status === 'none' ? undefined : order.invoices.find(({ kind }) => kind === 'invoice');
  if (invoice === undefined) return unknown;
  return commandRepair(deps, repairOrderId, by, { ...wish, invoiceNumber: invoice.number }, context);
}

/** Notes that the invoice was paid by transfer. What is paid cannot be paid online any more; what is paid twice goes back. */
export async function noteRepairTransfer(
  deps: SettleDeps,
  repairOrderId: RepairOrderId,
  advocateId: AccountId,
  paidOn: string,
  context: CommandContext,
) {
  const at = deps.clock.now().toString();
  const by = { kind: 'office', accountId: advocateId } as const;
  const wish = { type: 'NoteRepairPaid', paidOn } as const;
  const refusal = await refusalOf(deps, repairOrderId, { ...wish, at, by });
  if (refusal !== null) return refusal;
  const orderId = repairChargeId(repairOrderId);
  const order = await loadOrder(deps.log, orderId);
  if (order.status === 'open') {
    const payment = {
      ...({ provider: 'transfer', state: 'paid', currency: 'EUR', method: 'other' } as const),
      ...{ providerRef: repairOrderId, orderRef: orderId, paidCents: order.placed.toPayCents },
    };
    const command = { type: 'NotePayment', at, payment } as const;
    const { actor, correlationId } = context;
    await handle(deps.log, orderDecider, streamOf.order(orderId), command, { actor, correlationId });
  }
  return commandRepair(deps, repairOrderId, by, wish, context);
}

/** A consumer withdraws though the work has begun: what was done is paid for, and what was paid beyond that goes back. */
export async function settleWithdrawal(
  deps: SettleDeps,
  repairOrderId: RepairOrderId,
  advocateId: AccountId,
  wish: { readonly workDonePercent: number; readonly netCents: number; readonly reason: string },
  context: CommandContext,
) {
  const order = await loadOrder(deps.log, repairChargeId(repairOrderId));
  const isInvoiced = order.status !== 'none' && order.invoices.some(({ kind }) => kind === 'invoice');
  const by = { kind: 'office', accountId: advocateId } as const;
  return commandRepair(deps, repairOrderId, by, { type: 'SettleWithdrawal', ...wish, isInvoiced }, context);
}

/** Opens the payment page of an agreed repair: before its invoice as after it. */
export async function payRepair(
  deps: OrderDeps,
  repairOrderId: RepairOrderId,
  accountId: AccountId,
  context: CommandContext,
) {
  const repair = await loadRepair(deps.log, repairOrderId);
  if (repair.status === 'none' || repair.accountId !== accountId) return unknown;
  const charged = await chargeRepair(deps.log, repair, context);
  if (charged === null) return { ok: false, rejection: { code: 'repair.nothing-to-pay' } } as const;
  const { orderId } = charged.order.placed;
  const { actor, correlationId } = context;
  const started = await startPayment(deps, orderId, { actor, correlationId });
  return started.ok ? ({ ...started, orderId } as const) : started;
}

/** What the repair would say to a command, before anything else is done for it. */
async function refusalOf({ log }: SettleDeps, repairOrderId: RepairOrderId, command: RepairCommand) {
  const decision = repairDecider.decide(command, await loadRepair(log, repairOrderId));
  return decision.ok ? null : decision;
}
