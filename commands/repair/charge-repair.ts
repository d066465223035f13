import { v5 as uuidV5 } from 'uuid';
import { isErased } from '../../domain/kernel/event.js';
import { OrderId, streamOf, type RepairOrderId } from '../../domain/kernel/ids.js';
import { legalDay } from '../../domain/licence/calendar.js';
import type { Buyer } from '../../domain/order/events.js';
import { dueOn } from '../../domain/order/invoice-words.js';
import { orderDecider, type Order } from '../../domain/order/order.js';
import { agreedStatuses, type RepairOrder } from '../../domain/repair/state.js';
import { loadAccount } from '../account/load-account.js';
import { handle, type CommandContext } from '../handle.js';
import { buyerOf } from '../order/ask-quote.js';
import { loadOrder } from '../order/load-order.js';
import type { EventLog } from '../ports.js';

/** Namespace of ids of charges: the same repair is charged once. */
const chargeNamespace = '7d1b52c6-0e0c-4a43-8d53-5f2f4f1ad0e9';

/** The order by which a repair is paid for. */
export function repairChargeId(repairOrderId: RepairOrderId): OrderId {
  return OrderId.parse(uuidV5(repairOrderId, chargeNamespace));
}

/**
 * The agreed price of a repair becomes an order that is owed, so that it is paid, invoiced, reconciled and given back like every
 * other. May be repeated; null where nothing is to be paid, or nobody is known who would have to.
 */
export async function chargeRepair(
  log: EventLog,
  repair: RepairOrder,
  context: CommandContext,
): Promise<{ readonly order: Order; readonly position: bigint | null } | null> {
  const { repairOrderId, accountId, device, agreed, offer } = repair;
  if (agreed === null || offer === null || offer.grossCents === 0) return null;
  const orderId = repairChargeId(repairOrderId);
  const before = await loadOrder(log, orderId);
  if (before.status !== 'none') return { order: before, position: null };
  // It is over, or was invoiced outside of the portal.
  if (repair.invoice !== null || !agreedStatuses.some((one) => one === repair.status)) return null;
  const account = await loadAccount(log, accountId);
  const identity = account.status === 'active' ? account.identity : null;
  const buyer = buyerOf(account) ?? contactOf(repair);
  if (buyer === null) return null;
  const { at, earlyStart } = agreed;
  const { positions, priceListVersion, vatTreatment, vatRateBasisPoints, netCents, vatCents, grossCents } = offer;
  const charge = {
    ...{ orderId, accountId, repairOrderId, device: device.serialNumber ?? '', positions, priceListVersion },
    ...{ customerKind: identity?.kind ?? ('consumer' as const), earlyStart, buyer },
    language: account.status === 'active' ? account.language : ('de' as const),
    ...{ vatTreatment, vatRateBasisPoints, netCents, vatCents, grossCents, currency: 'EUR' as const },
    dueOn: dueOn({ issuedOn: legalDay(at) }),
  };
  const command = { type: 'ChargeRepair', at, charge } as const;
  const { actor, correlationId } = context;
  const charged = await handle(log, orderDecider, streamOf.order(orderId), command, { actor, correlationId });
  if (!charged.ok || charged.state.status === 'none') return null;
  return { order: charged.state, position: charged.position };
}

/** Whom the request names, where the account has no address. */
function contactOf({ contact }: RepairOrder): Buyer | null {
  if (isErased(contact)) return null;
  const { name, company, street, postcode, town, country, email } = contact;
  if (name === null || street === null || town === null || country === null || email === null) return null;
  const address = { street, postcode: postcode ?? '', town, country };
  return { name: company ?? name, contactName: company === null ? null : name, ...address, vatId: null, email };
}
