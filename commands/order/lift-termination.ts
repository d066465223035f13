import { streamOf, type OrderId, type PlantId } from '../../domain/kernel/ids.js';
import { orderDecider } from '../../domain/order/order.js';
import { handle, type CommandContext } from '../handle.js';
import type { Clock, EventLog } from '../ports.js';

type Continuation = {
  readonly orderId: OrderId;
  readonly plantIds: readonly PlantId[];
  /** Kept in the history for ever, so it names no person. */
  readonly reason: string;
};

/** Somebody in the office takes an end back that was planned for a day to come. May be repeated. */
export function liftTermination(
  { log, clock }: { readonly log: EventLog; readonly clock: Clock },
  { orderId, ...wish }: Continuation,
  context: CommandContext,
) {
  const command = { type: 'LiftTermination', at: clock.now().toString(), ...wish } as const;
  return handle(log, orderDecider, streamOf.order(orderId), command, context);
}
