import { streamOf, type OrderId } from '../../domain/kernel/ids.js';
import type { Way } from '../../domain/order/matters.js';
import { orderDecider } from '../../domain/order/order.js';
import { handle, type CommandContext } from '../handle.js';
import type { Clock, EventLog } from '../ports.js';

type Settlement = {
  readonly orderId: OrderId;
  readonly matterId: string;
  readonly how: Way;
  /** Kept in the history for ever, so it names no person; null where money goes back by itself. */
  readonly reason: string | null;
};

/** Somebody in the office deals with money that does not fit. */
export function settleMatter(
  { log, clock }: { readonly log: EventLog; readonly clock: Clock },
  { orderId, ...wish }: Settlement,
  context: CommandContext,
) {
  const command = { type: 'SettleMatter', at: clock.now().toString(), ...wish } as const;
  return handle(log, orderDecider, streamOf.order(orderId), command, context);
}
