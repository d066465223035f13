import { v7 as uuidV7 } from 'uuid';
import { isErased } from '../../domain/kernel/event.js';
import { OrderId, streamOf, type PlantId, type RepairOrderId } from '../../domain/kernel/ids.js';
import { Temporal } from '../../domain/kernel/time.js';
import { orderDecider, plantsOf, type Order } from '../../domain/order/order.js';
import { withdrawalEnds } from '../../domain/order/withdrawal.js';
import { handle, type CommandContext } from '../handle.js';
import type { Clock, EventLog } from '../ports.js';
import { repairChargeId } from '../repair/charge-repair.js';
import { loadRepair } from '../repair/repair-orders.js';
import { loadOrder } from './load-order.js';

/** What somebody declared, as it was typed. */
export type Declaration = {
  readonly kind: 'withdrawal' | 'ordinaryCancellation' | 'extraordinaryCancellation';
  readonly name: string;
  /** How the contract was named: an order number, an invoice number, or in words. */
  readonly contract: string;
  /** Of a withdrawal from a part of an order: the plant, as it was named. Null = the whole order. */
  readonly plant: string | null;
  readonly email: string;
  readonly language: 'de' | 'en';
  readonly reason: string | null;
  readonly desiredEnd: string | null;
};

export type StoredDeclaration = Declaration & {
  readonly id: string;
  /** The evidence: when it reached us. RFC 3339. */
  readonly receivedAt: string;
  /** The contract that it was matched to, and took effect on by itself; null = the office looks at it. */
  readonly orderId: string | null;
};

/** Declarations and their confirmations; they are kept whether or not a contract is found. */
export type Declarations = {
  /** Keeps it, and the mail that acknowledges it, in one step. */
  keep(declaration: StoredDeclaration): Promise<void>;
};

type DeclareDeps = {
  readonly log: EventLog;
  readonly clock: Clock;
  readonly declarations: Declarations;
} & NamedContracts;

/** How people name a contract, beside the id of its order. */
export type NamedContracts = {
  readonly findOrderOfInvoice: (number: string) => Promise<Order | null>;
  /** As people quote a repair: `R-0A1B2C3D`. */
  readonly repairsNumbered: (number: string) => Promise<readonly RepairOrderId[]>;
};

/**
 * Takes a withdrawal or a cancellation from anybody (§ 356a, § 312k BGB). A withdrawal that names an order or an invoice and
 * the e-mail address of its buyer takes effect at once; everything else is for the office. What is answered does not tell whether there is such a contract.
 */
export async function declare(
  deps: DeclareDeps,
  declaration: Declaration,
  context: CommandContext,
): Promise<StoredDeclaration> {
  const receivedAt = deps.clock.now().toString();
  const order = declaration.kind === 'withdrawal' ? await matchingOrder(deps, declaration) : null;
  const plantIds = order !== null && isWithdrawable(order, receivedAt) ? plantsMeant(order, declaration.plant) : [];
  const isEffective =
    order !== null && (plantIds.length > 0 || (await isRepairWithdrawable(deps.log, order, receivedAt)));
  const stored = { ...declaration, id: uuidV7(), receivedAt, orderId: isEffective ? order.placed.orderId : null };
  await deps.declarations.keep(stored);
  if (!isEffective) return stored;
  const { orderId } = order.placed;
  const { actor, correlationId } = context;
  const command = { type: 'WithdrawOrder', at: receivedAt, plantIds } as const;
  await handle(deps.log, orderDecider, streamOf.order(orderId), command, { actor, correlationId });
  return stored;
}

async function matchingOrder(deps: DeclareDeps, { contract, email }: Declaration): Promise<Order | null> {
  const order = await orderNamed(deps, contract);
  if (order === null || isErased(order.placed.buyer)) return null;
  return order.placed.buyer.email.toLowerCase() === email.toLowerCase() ? order : null;
}

/**
 * The order that a text names by its id, the number of one of its invoices or that of the repair that it charges; null when it
 * names none.
 */
export async function orderNamed(
  deps: Pick<DeclareDeps, 'log'> & NamedContracts,
  contract: string,
): Promise<Order | null> {
  const id = OrderId.safeParse(/[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}/i.exec(contract)?.[0]);
  const number = /\d{4}-\d{6,}/.exec(contract)?.[0];
  const named = id.success ? await loadOrder(deps.log, id.data) : null;
  if (named !== null && named.status !== 'none') return named;
  if (number !== undefined) return deps.findOrderOfInvoice(number);
  const repair = /\bR-[0-9a-f]{8}\b/i.exec(contract)?.[0].toUpperCase();
  const [repairOrderId, ...others] = repair === undefined ? [] : await deps.repairsNumbered(repair);
  if (repairOrderId === undefined || others.length > 0) return null;
  const charge = await loadOrder(deps.log, repairChargeId(repairOrderId));
  return charge.status === 'none' ? null : charge;
}

/**
 * The plants of an order for which a withdrawal is meant that names one of them, or none: nothing when no plant, or more than
 * one, has that name, so that somebody has to look at it.
 */
export function plantsMeant(order: Order, plant: string | null): readonly PlantId[] {
  if (plant === null) return plantsOf(order);
  const { items, plantNames } = order.placed;
  if (isErased(plantNames)) return [];
  const bare = (name: string) => name.trim().replaceAll(/\s+/g, ' ').toLocaleLowerCase('de');
  const named = items.filter((_, index) => bare(plantNames[index] ?? '') === bare(plant)).map(({ plantId }) => plantId);
  return named.length === 1 ? plantsOf(order).filter((id) => named.includes(id)) : [];
}

/** Whether a withdrawal that reached us at an instant (RFC 3339) is one of a contract that can be withdrawn from. */
export function isWithdrawable(order: Order, at: string): boolean {
  const { placed, supplement, acceptedAt } = order;
  if (supplement !== null || placed.customerKind !== 'consumer' || acceptedAt === null) return false;
  if (plantsOf(order).length === 0) return false;
  return Temporal.Instant.compare(at, withdrawalEnds(acceptedAt)) < 0;
}

/**
 * Whether a withdrawal takes effect by itself on the contract about a repair: in time, and before the work on the device has
 * begun. Once it has, somebody has to say what was done until then.
 */
export async function isRepairWithdrawable(log: Pick<EventLog, 'load'>, order: Order, at: string): Promise<boolean> {
  const { placed, repair, status, withdrawnAt } = order;
  if (repair === null || placed.customerKind !== 'consumer' || withdrawnAt !== null || status === 'cancelled')
    return false;
  if (Temporal.Instant.compare(at, withdrawalEnds(placed.at)) >= 0) return false;
  const state = await loadRepair(log, repair.repairOrderId);
  return state.status === 'accepted' || state.status === 'dispatched';
}
