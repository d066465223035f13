import { isOf } from '../../domain/kernel/event.js';
import { streamOf } from '../../domain/kernel/ids.js';
import { legalDay } from '../../domain/licence/calendar.js';
import { InvoiceIssued, OrderWithdrawn, PaymentConfirmed } from '../../domain/order/events.js';
import { dueOn } from '../../domain/order/invoice-words.js';
import { orderDecider, type Order } from '../../domain/order/order.js';
import { refundableCents } from '../../domain/order/refunds.js';
import {
  RepairDeclined,
  RepairOfferAccepted,
  RepairWithdrawalSettled,
  type RepairEventData,
} from '../../domain/repair/events.js';
import { repairDecider, type RepairCommand } from '../../domain/repair/repair-order.js';
import { handle, type CommandContext } from '../handle.js';
import { loadOrder } from '../order/load-order.js';
import type { EventLog } from '../ports.js';
import { chargeRepair, repairChargeId } from '../repair/charge-repair.js';
import { loadRepair } from '../repair/repair-orders.js';
import type { Policy } from './engine.js';

/**
 * H4: what a repair costs is an order that is owed. It comes with the acceptance of the offer, ends when the office cannot help
 * after all or the customer withdraws, and tells the repair when it was invoiced, paid or withdrawn from.
 */
export function chargeRepairsPolicy({ log }: { readonly log: EventLog }): Policy {
  return {
    name: 'charge-repairs',
    prefixes: ['repairOrder-', 'order-'],
    async react(event, context) {
      if (isOf(RepairOfferAccepted, event)) {
        const repair = await loadRepair(log, event.data.repairOrderId);
        if (repair.status !== 'none') await chargeRepair(log, repair, context);
      } else if (isOf(RepairDeclined, event)) {
        await drop(log, event.data, context);
      } else if (isOf(RepairWithdrawalSettled, event)) {
        await compensate(log, event.data, context);
      } else if (isOf(InvoiceIssued, event) || isOf(PaymentConfirmed, event) || isOf(OrderWithdrawn, event)) {
        const order = await loadOrder(log, event.data.orderId);
        if (order.status !== 'none' && order.repair !== null) await tell(log, order, event.data.at, context);
      }
      return [];
    },
  };
}

/** Nothing is owed for a repair that the office does not do; what was paid meanwhile goes back. */
async function drop(
  log: EventLog,
  { at, repairOrderId }: RepairEventData<'RepairDeclined'>,
  context: CommandContext,
): Promise<void> {
  const orderId = repairChargeId(repairOrderId);
  const order = await loadOrder(log, orderId);
  if (order.status === 'none') return;
  const stream = streamOf.order(orderId);
  const note = 'The repair was declined.';
  await handle(log, orderDecider, stream, { type: 'CancelOrder', at, reason: 'operator', note }, context);
  const grossCents = refundableCents(order);
  if (grossCents <= 0) return;
  const back = {
    type: 'RequestRefund',
    at,
    refundId: `${orderId}/declined`,
    grossCents,
    reason: 'cancellation',
  } as const;
  await handle(log, orderDecider, stream, back, context);
}

const compensationWords = {
  de: 'Wertersatz für die Arbeit bis zum Widerruf',
  en: 'Compensation for the work until the withdrawal',
} as const;

/** Of the agreed price remains what the office has settled; where nothing remains, it is a withdrawal like every other. */
async function compensate(
  log: EventLog,
  { at, repairOrderId, netCents, vatCents, grossCents }: RepairEventData<'RepairWithdrawalSettled'>,
  context: CommandContext,
): Promise<void> {
  const orderId = repairChargeId(repairOrderId);
  const order = await loadOrder(log, orderId);
  if (order.status === 'none') return;
  const description = compensationWords[order.placed.language];
  const command =
    grossCents === 0
      ? ({ type: 'WithdrawOrder', at, plantIds: [] } as const)
      : ({ type: 'CompensateOrder', at, description, netCents, vatCents, grossCents } as const);
  await handle(log, orderDecider, streamOf.order(orderId), command, context);
}

/** Tells the repair what became of its order. What it knows already it refuses quietly. */
async function tell(log: EventLog, order: Order, at: string, context: CommandContext): Promise<void> {
  const { repair, invoices, paidAt, withdrawnAt } = order;
  if (repair === null) return;
  const by = { kind: 'system' } as const;
  const told = (command: RepairCommand) =>
    handle(log, repairDecider, streamOf.repairOrder(repair.repairOrderId), command, context);
  if (withdrawnAt !== null) return void (await told({ type: 'WithdrawRepair', at, by }));
  const invoice = invoices.find(({ kind }) => kind === 'invoice');
  if (invoice !== undefined) {
    const { number: invoiceNumber, issuedOn } = invoice;
    await told({ type: 'InvoiceRepair', at, by, invoiceNumber, dueOn: dueOn({ issuedOn }) });
  }
  if (paidAt !== null) await told({ type: 'NoteRepairPaid', at, by, paidOn: legalDay(paidAt) });
}
