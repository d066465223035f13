import { fold } from '../../domain/kernel/decider.js';
import { isOf } from '../../domain/kernel/event.js';
import type { LicenceId, PlantId } from '../../domain/kernel/ids.js';
import { CreditPaidOut, CreditUsed } from '../../domain/licence/events.js';
import { licenceDecider } from '../../domain/licence/licence.js';
import {
  OrderAccepted,
  OrderCancelled,
  OrderCompensated,
  OrderWithdrawn,
  SupplementCharged,
} from '../../domain/order/events.js';
import type { CommandContext } from '../handle.js';
import { loadLicence } from '../order/ask-quote.js';
import type { InvoiceDesk } from '../order/invoice-desk.js';
import {
  issueCancellation,
  issueCorrection,
  issueInvoice,
  issueRepairCancellation,
  issueRepairCorrection,
  issueSupplement,
} from '../order/issue-invoice.js';
import { loadOrder } from '../order/load-order.js';
import type { EventLog } from '../ports.js';
import type { Policy } from './engine.js';

/**
 * F11: every accepted order and every supplementary charge has its invoice, and every credit that is made use of corrects the
 * invoice it comes from.
 */
export function issueInvoicesPolicy(deps: { readonly log: EventLog; readonly desk: InvoiceDesk }): Policy {
  return {
    name: 'issue-invoices',
    prefixes: ['order-', 'licence-'],
    async react(event, context) {
      if (isOf(OrderAccepted, event)) {
        const order = await loadOrder(deps.log, event.data.orderId);
        if (order.status !== 'none') await issueInvoice(deps, order, event.data.at, context);
      }
      if (isOf(SupplementCharged, event)) {
        const order = await loadOrder(deps.log, event.data.orderId);
        if (order.status !== 'none') await issueSupplement(deps, order, event.data.at, context);
      }
      if (isOf(OrderCancelled, event)) {
        const order = await loadOrder(deps.log, event.data.orderId);
        if (order.status !== 'none') await issueCancellation(deps, order, event.data.at, context);
      }
      if (isOf(OrderWithdrawn, event)) {
        const order = await loadOrder(deps.log, event.data.orderId);
        if (order.status !== 'none') await issueRepairCancellation(deps, order, event.data.at, context);
      }
      if (isOf(OrderCompensated, event)) {
        const order = await loadOrder(deps.log, event.data.orderId);
        if (order.status !== 'none') await issueRepairCorrection(deps, order, event.data.at, context);
      }
      if (isOf(CreditUsed, event)) await correct(deps, event.data, false, context);
      if (isOf(CreditPaidOut, event)) await correct(deps, event.data, true, context);
      return [];
    },
  };
}

type Settled = { readonly plantId: PlantId; readonly creditId: LicenceId; readonly at: string };

async function correct(
  deps: { readonly log: EventLog; readonly desk: InvoiceDesk },
  { plantId, creditId, at }: Settled,
  isPaidOut: boolean,
  context: CommandContext,
): Promise<void> {
  const history = await loadLicence(deps.log, plantId);
  const credited = history.findLast(
    (event) => event.type === 'RemainingValueCredited' && event.data.licenceId === creditId,
  );
  const licence = fold(licenceDecider, history).licences.find((one) => one.licenceId === creditId);
  if (credited?.type !== 'RemainingValueCredited' || licence === undefined) return;
  const order = await loadOrder(deps.log, licence.orderId);
  if (order.status === 'none') return;
  await issueCorrection(deps, order, credited.data, { at, isPaidOut, period: licence }, context);
}
