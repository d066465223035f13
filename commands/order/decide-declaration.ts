import { streamOf, OrderId, type PlantId } from '../../domain/kernel/ids.js';
import { orderDecider, plantsOf, type Order, type OrderRejection } from '../../domain/order/order.js';
import { handle, type CommandContext } from '../handle.js';
import type { Clock, EventLog } from '../ports.js';
import { isWithdrawable, type StoredDeclaration } from './declare.js';
import { loadOrder } from './load-order.js';

type DecideDeps = {
  readonly log: EventLog;
  readonly clock: Clock;
  readonly declarations: {
    find(id: string): Promise<(StoredDeclaration & { readonly handledAt: string | null }) | null>;
    markHandled(id: string, by: string, note: string | null): Promise<boolean>;
  };
};

/** For which plants of the order a declaration takes effect; of a cancellation for good cause also when, and why. */
export type Decision = { readonly plantIds: readonly PlantId[] } & (
  { readonly how: 'withdrawal' } | { readonly how: 'cancellation'; readonly endsOn: string; readonly reason: string }
);

type Decided = {
  readonly declarationId: string;
  readonly decision: Decision;
  /** Account of whoever decides. */
  readonly by: string;
};

export type DecisionRejection =
  | OrderRejection
  | {
      readonly code:
        | 'declaration.not-found'
        | 'declaration.handled'
        /** An ordinary cancellation ends nothing: there is no renewal that it could prevent. */
        | 'declaration.nothing-to-decide'
        | 'declaration.not-assigned'
        | 'declaration.too-late';
    };

const kinds = {
  withdrawal: 'withdrawal',
  extraordinaryCancellation: 'cancellation',
  ordinaryCancellation: null,
} as const;

/**
 * Somebody in the office lets a declaration take effect that was assigned to a contract: a withdrawal as of its receipt, a
 * cancellation for good cause on a day (§ 314 BGB). May be repeated.
 */
export async function decideDeclaration(
  { log, clock, declarations }: DecideDeps,
  { declarationId, decision, by }: Decided,
  { actor, correlationId }: CommandContext,
): Promise<{ readonly ok: true } | { readonly ok: false; readonly rejection: DecisionRejection }> {
  const refuse = (rejection: DecisionRejection) => ({ ok: false, rejection }) as const;
  const declaration = await declarations.find(declarationId);
  if (declaration === null) return refuse({ code: 'declaration.not-found' });
  if (declaration.handledAt !== null) return refuse({ code: 'declaration.handled' });
  if (kinds[declaration.kind] !== decision.how) return refuse({ code: 'declaration.nothing-to-decide' });
  if (declaration.orderId === null) return refuse({ code: 'declaration.not-assigned' });
  const orderId = OrderId.parse(declaration.orderId);
  const order = await loadOrder(log, orderId);
  if (order.status === 'none') return refuse({ code: 'order.not-found' });
  const { receivedAt } = declaration;
  if (decision.how === 'withdrawal' && !isWithdrawable(order, receivedAt) && !isOver(order, decision.plantIds)) {
    return refuse({ code: 'declaration.too-late' });
  }
  const { how, ...wish } = decision;
  const decided = await handle(
    log,
    orderDecider,
    streamOf.order(orderId),
    'endsOn' in wish
      ? { type: 'TerminateOrder', at: clock.now().toString(), ...wish }
      : { type: 'WithdrawOrder', at: receivedAt, ...wish },
    { actor, correlationId },
  );
  if (!decided.ok) return refuse(decided.rejection);
  await declarations.markHandled(declarationId, by, how === 'cancellation' ? decision.reason : null);
  return { ok: true };
}

/** A repetition finds that it has taken effect. */
function isOver(order: Order, plantIds: readonly PlantId[]): boolean {
  const left = plantsOf(order);
  return plantIds.every((plantId) => !left.includes(plantId));
}
