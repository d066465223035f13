import { accept, assertNever, reject } from '../kernel/decider.js';
import type { PlantId } from '../kernel/ids.js';
import { legalDay } from '../licence/calendar.js';
import type { OrderEvent } from './events.js';
import { refundableCents, refundOf } from './refunds.js';
import { isOwed, plantsOf, type Order, type PlannedEnd } from './state.js';

type At = { readonly at: string };
/** How a contract ends before its time, for some of its plants or all, and how it does not. */
export type EndingCommand =
  | (At & { readonly type: 'WithdrawOrder'; readonly plantIds: readonly PlantId[] })
  /** Of the contract about a repair, whose work had begun: so much remains to be paid. */
  | (At & {
      readonly type: 'CompensateOrder';
      readonly description: string;
      readonly netCents: number;
      readonly vatCents: number;
      readonly grossCents: number;
    })
  | (At & {
      readonly type: 'TerminateOrder';
      readonly plantIds: readonly PlantId[];
      /** The first day that does not count as used any more; one that is still to come is planned. */
      readonly endsOn: string;
      readonly reason: string;
    })
  /** What was planned for a day that has come. */
  | (At & { readonly type: 'EndPlanned' })
  /** What was planned is not to happen: the contract goes on. */
  | (At & { readonly type: 'LiftTermination'; readonly plantIds: readonly PlantId[]; readonly reason: string });

export type EndingRejection =
  | { readonly code: 'order.not-paid' }
  | { readonly code: 'order.no-such-plant' }
  /** The contract ends between its first day and the last day of its licences. */
  | { readonly code: 'order.end-not-possible' }
  /** What is over is not begun again. */
  | { readonly code: 'order.plant-ended' };

const yes = (...events: readonly OrderEvent[]) => accept<OrderEvent>(...events);
const no = (rejection: EndingRejection) => reject<EndingRejection>(rejection);
type Decision = ReturnType<typeof yes> | ReturnType<typeof no>;
type Command<T extends EndingCommand['type']> = Extract<EndingCommand, { readonly type: T }>;

export function ended(order: Order, wish: EndingCommand): Decision {
  switch (wish.type) {
    case 'WithdrawOrder':
    case 'TerminateOrder':
      return endedEarly(order, wish);
    case 'CompensateOrder':
      return compensated(order, wish);
    case 'EndPlanned':
      return yes(...endPlanned(order, wish.at));
    case 'LiftTermination':
      return lifted(order, wish);
    default:
      return assertNever(wish);
  }
}

/** The contract about a repair ends before anything was done: nothing is owed any more, and what was paid goes back. */
function repairWithdrawn(order: Order, at: string): Decision {
  if (order.withdrawnAt !== null || order.status === 'cancelled') return yes();
  const { orderId } = order.placed;
  const withdrawn: OrderEvent = { type: 'OrderWithdrawn', data: { orderId, at, plantIds: [] } };
  if (order.status === 'open') {
    return yes(withdrawn, { type: 'OrderCancelled', data: { orderId, at, reason: 'customer', note: null } });
  }
  const payment = order.payments.find(({ providerRef }) => providerRef === order.paidBy);
  const grossCents = refundableCents(order);
  if (payment === undefined || grossCents <= 0) return yes(withdrawn);
  return yes(withdrawn, refundOf(order, payment, { at, grossCents, reason: 'withdrawal' }));
}

/** What was paid beyond what remains goes back. */
function compensated(order: Order, { type: _type, ...wish }: Command<'CompensateOrder'>): Decision {
  const { orderId } = order.placed;
  if (order.repair === null || order.compensatedAt !== null || order.status === 'cancelled') return yes();
  const remains: OrderEvent = { type: 'OrderCompensated', data: { orderId, ...wish } };
  const payment = order.payments.find(({ providerRef }) => providerRef === order.paidBy);
  const grossCents = Math.min(refundableCents(order), order.placed.grossCents - wish.grossCents);
  if (payment === undefined || grossCents <= 0) return yes(remains);
  return yes(remains, refundOf(order, payment, { at: wish.at, grossCents, reason: 'withdrawal' }));
}

/** For the plants for which it is not over already. */
function endedEarly(order: Order, wish: Command<'WithdrawOrder' | 'TerminateOrder'>): Decision {
  const { orderId, items } = order.placed;
  const { at } = wish;
  if (order.repair !== null && wish.type === 'WithdrawOrder') return repairWithdrawn(order, at);
  if (order.status !== 'accepted' || isOwed(order)) return no({ code: 'order.not-paid' });
  if (!areOf(order, wish.plantIds)) return no({ code: 'order.no-such-plant' });
  const plantIds = plantsOf(order).filter((id) => wish.plantIds.includes(id));
  if (plantIds.length === 0) return yes();
  if (wish.type === 'WithdrawOrder') return yes({ type: 'OrderWithdrawn', data: { orderId, at, plantIds } });
  const { endsOn, reason } = wish;
  const lastDays = items.filter(({ plantId }) => plantIds.includes(plantId)).map(({ lastDay }) => lastDay);
  const isPossible = order.acceptedAt !== null && endsOn >= legalDay(order.acceptedAt);
  if (!isPossible || lastDays.some((lastDay) => endsOn > latest(lastDay, legalDay(at)))) {
    return no({ code: 'order.end-not-possible' });
  }
  if (endsOn <= legalDay(at)) {
    return yes({ type: 'OrderTerminated', data: { orderId, at, plantIds, endsOn, reason } });
  }
  const isPlanned = plantIds.every((id) =>
    order.plannedEnds.some((one) => one.plantId === id && one.endsOn === endsOn && one.reason === reason),
  );
  return isPlanned ? yes() : yes({ type: 'TerminationPlanned', data: { orderId, at, plantIds, endsOn, reason } });
}

/** What was planned together ends together. */
function endPlanned({ placed: { orderId }, plannedEnds }: Order, at: string): readonly OrderEvent[] {
  const due = plannedEnds.filter(({ endsOn }) => endsOn <= legalDay(at));
  const isAlike = (one: PlannedEnd, other: PlannedEnd) => one.endsOn === other.endsOn && one.reason === other.reason;
  const firsts = due.filter((plan, index) => due.findIndex((one) => isAlike(one, plan)) === index);
  return firsts.map(({ endsOn, reason }, index) => {
    const plantIds = due
      .filter((plan) => firsts.findIndex((one) => isAlike(one, plan)) === index)
      .map(({ plantId }) => plantId);
    return { type: 'OrderTerminated', data: { orderId, at, plantIds, endsOn, reason } };
  });
}

/** Of a plan whose day has come it is too late, also when nobody has carried it out yet. */
function lifted(order: Order, { at, plantIds, reason }: Command<'LiftTermination'>): Decision {
  const { orderId } = order.placed;
  if (!areOf(order, plantIds)) return no({ code: 'order.no-such-plant' });
  const plans = order.plannedEnds.filter(({ plantId }) => plantIds.includes(plantId));
  const left = plantsOf(order);
  const isOver = plans.some(({ endsOn }) => endsOn <= legalDay(at)) || plantIds.some((id) => !left.includes(id));
  if (isOver) return no({ code: 'order.plant-ended' });
  if (plans.length === 0) return yes();
  const planned = plans.map(({ plantId }) => plantId);
  return yes({ type: 'TerminationLifted', data: { orderId, at, plantIds: planned, reason } });
}

function areOf({ placed: { items } }: Order, plantIds: readonly PlantId[]): boolean {
  return plantIds.every((id) => items.some(({ plantId }) => plantId === id));
}

function latest(one: string, other: string): string {
  return one > other ? one : other;
}
