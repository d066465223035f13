import { isErased } from '../../domain/kernel/event.js';
import { streamOf, type OrderId } from '../../domain/kernel/ids.js';
import { orderDecider } from '../../domain/order/order.js';
import { handle, type CommandContext } from '../handle.js';
import type { Clock, EventLog } from '../ports.js';
import type { InvoiceDesk } from './invoice-desk.js';

type ForgetBuyerDeps = {
  readonly log: EventLog;
  readonly clock: Clock;
  readonly personKeys: { destroyKey(subjectId: string): Promise<void> };
  readonly desk: Pick<InvoiceDesk, 'forget'>;
};

/**
 * The account of an order is erased: nobody reads any more who bought, as soon as no invoice has to be kept. False when it
 * is too early for that. May be repeated.
 */
export async function forgetBuyer(deps: ForgetBuyerDeps, orderId: OrderId, context: CommandContext): Promise<boolean> {
  const command = { type: 'ForgetBuyer', at: deps.clock.now().toString() } as const;
  const handled = await handle(deps.log, orderDecider, streamOf.order(orderId), command, context);
  if (!handled.ok || handled.state.status === 'none' || !isErased(handled.state.placed.buyer)) return false;
  await deps.desk.forget(orderId);
  await deps.personKeys.destroyKey(orderId);
  return true;
}
