import { streamOf, type OrderId } from '../../domain/kernel/ids.js';
import { orderDecider } from '../../domain/order/order.js';
import { handle, type CommandContext } from '../handle.js';
import type { Clock, EventLog } from '../ports.js';

/** Ends what of an order was planned to end by now, as of the day that was planned. */
export function endPlanned(
  { log, clock }: { readonly log: EventLog; readonly clock: Clock },
  orderId: OrderId,
  context: CommandContext,
) {
  const command = { type: 'EndPlanned', at: clock.now().toString() } as const;
  return handle(log, orderDecider, streamOf.order(orderId), command, context);
}
