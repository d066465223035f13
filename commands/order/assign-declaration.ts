import { streamOf } from '../../domain/kernel/ids.js';
import { orderDecider } from '../../domain/order/order.js';
import { handle, type CommandContext } from '../handle.js';
import type { EventLog } from '../ports.js';
import {
  isRepairWithdrawable,
  isWithdrawable,
  orderNamed,
  plantsMeant,
  type NamedContracts,
  type StoredDeclaration,
} from './declare.js';

type AssignDeps = NamedContracts & {
  readonly log: EventLog;
  readonly declarations: {
    find(id: string): Promise<(StoredDeclaration & { readonly handledAt: string | null }) | null>;
    assign(id: string, orderId: string, by: string): Promise<void>;
    markHandled(id: string, by: string, note: string | null): Promise<boolean>;
  };
};

type Assignment = {
  readonly declarationId: string;
  /** The id of an order, or the number of an invoice. */
  readonly contract: string;
  /** Account of whoever assigns it. */
  readonly by: string;
};

export type AssignmentRejection = {
  readonly code: 'declaration.not-found' | 'declaration.handled' | 'order.not-found';
};

/**
 * Somebody in the office says which contract a declaration means. A withdrawal that reached us in time takes effect as of that
 * moment, unless it names a plant that the order does not know; everything else is left to whoever deals with it. May be
 * repeated.
 */
export async function assignDeclaration(
  { log, declarations, ...named }: AssignDeps,
  { declarationId, contract, by }: Assignment,
  { actor, correlationId }: CommandContext,
): Promise<{ readonly ok: true } | { readonly ok: false; readonly rejection: AssignmentRejection }> {
  const refuse = (code: AssignmentRejection['code']) => ({ ok: false, rejection: { code } }) as const;
  const declaration = await declarations.find(declarationId);
  if (declaration === null) return refuse('declaration.not-found');
  if (declaration.handledAt !== null) return refuse('declaration.handled');
  const order = await orderNamed({ log, ...named }, contract);
  if (order === null) return refuse('order.not-found');
  const { orderId } = order.placed;
  const { kind, receivedAt, plant } = declaration;
  await declarations.assign(declarationId, orderId, by);
  // A repetition finds what was done before.
  const isDone = order.endings.some(({ at, by }) => by === 'withdrawal' && Date.parse(at) === Date.parse(receivedAt));
  if (kind === 'withdrawal' && (await isRepairWithdrawable(log, order, receivedAt))) {
    const withdraw = { type: 'WithdrawOrder', at: receivedAt, plantIds: [] } as const;
    await handle(log, orderDecider, streamOf.order(orderId), withdraw, { actor, correlationId });
    await declarations.markHandled(declarationId, by, null);
    return { ok: true };
  }
  if (kind !== 'withdrawal' || !(isDone || isWithdrawable(order, receivedAt))) return { ok: true };
  const plantIds = isDone ? [] : plantsMeant(order, plant);
  // Which plant is meant is for somebody to decide.
  if (!isDone && plantIds.length === 0) return { ok: true };
  const command = { type: 'WithdrawOrder', at: receivedAt, plantIds } as const;
  await handle(log, orderDecider, streamOf.order(orderId), command, { actor, correlationId });
  await declarations.markHandled(declarationId, by, null);
  return { ok: true };
}
