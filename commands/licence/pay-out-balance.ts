import { v5 as uuidV5, v7 as uuidV7 } from 'uuid';
import { fold } from '../../domain/kernel/decider.js';
import { streamOf, type AccountId, type OrderId, type PlantId } from '../../domain/kernel/ids.js';
import { licenceAt } from '../../domain/licence/due.js';
import type { PayOutPart } from '../../domain/licence/events.js';
import { licenceDecider, type LicenceState } from '../../domain/licence/licence.js';
import { freeCredits, openCredit } from '../../domain/licence/state.js';
import type { Order } from '../../domain/order/order.js';
import { refundableCents } from '../../domain/order/refunds.js';
import { handle, type CommandContext } from '../handle.js';
import { loadLicence } from '../order/ask-quote.js';
import { loadOrder } from '../order/load-order.js';
import type { Clock, EventLog } from '../ports.js';

/** Namespace of ids of pay-outs that are derived from an idempotency key. */
const payOutNamespace = 'c1a1d7ad-4f1e-4f5b-8f9c-6f0f2f4f6f21';

type PayOutDeps = { readonly log: EventLog; readonly clock: Clock };

/**
 * Pays the whole balance of a plant out to the account that asks, by the way its orders were paid. A licence that was bought with
 * the credit of an earlier one was paid, in the end, with that one's payment: the money is found there.
 */
export async function payOutBalance(
  deps: PayOutDeps,
  { plantId, accountId }: { readonly plantId: PlantId; readonly accountId: AccountId },
  context: CommandContext,
) {
  const at = deps.clock.now().toString();
  const history = await loadLicence(deps.log, plantId);
  const { actor, correlationId, idempotencyKey: key } = context;
  const payOutId = key === undefined ? uuidV7() : uuidV5(`${accountId}/${plantId}/${key}`, payOutNamespace);
  const isRepeated = history.some(({ type, data }) => type === 'PayOutRequested' && data.payOutId === payOutId);
  if (isRepeated) return { ok: true, position: null } as const;
  const state = licenceAt(fold(licenceDecider, history), plantId, at);
  const free = freeCredits(state, at);
  const open = state.credits.filter((credit) => openCredit(credit) > 0);
  if (open.length === 0) return refuse('licence.nothing-to-pay-out');
  const isHeld = open.some(
    (credit) => free.find(({ creditId }) => creditId === credit.creditId)?.grossCents !== openCredit(credit),
  );
  if (isHeld) return refuse('licence.credit-held');
  const parts = await partsOf(deps.log, state, free, accountId);
  if (parts === null) return refuse('licence.pay-out-by-hand');
  const command = { type: 'RequestPayOut', plantId, at, payOutId, parts } as const;
  return handle(deps.log, licenceDecider, streamOf.licence(plantId), command, { actor, correlationId });
}

function refuse(code: 'licence.nothing-to-pay-out' | 'licence.credit-held' | 'licence.pay-out-by-hand') {
  return { ok: false, rejection: { code } } as const;
}

/** Null when what was paid does not cover all of it. */
async function partsOf(
  log: EventLog,
  state: LicenceState,
  credits: ReturnType<typeof freeCredits>,
  accountId: AccountId,
): Promise<readonly PayOutPart[] | null> {
  const left = new Map<OrderId, number>();
  const parts: PayOutPart[] = [];
  for (const { creditId, grossCents } of credits) {
    const licence = state.licences.find((one) => one.licenceId === creditId);
    if (licence === undefined) return null;
    let open = grossCents;
    for (const order of await payersOf(log, licence.orderId)) {
      const { orderId } = order.placed;
      if (order.placed.accountId !== accountId) continue;
      const there = left.get(orderId) ?? Math.max(0, refundableCents(order));
      const part = Math.min(open, there);
      left.set(orderId, there - part);
      open -= part;
      if (part > 0) parts.push({ creditId, orderId, grossCents: part });
    }
    if (open > 0) return null;
  }
  return parts;
}

/** The order, and those whose licences became the credits that it set off, the nearest first. */
async function payersOf(log: EventLog, first: OrderId): Promise<readonly Order[]> {
  const found = new Map<OrderId, Order>();
  const wanted = [first];
  for (let orderId = wanted.shift(); orderId !== undefined; orderId = wanted.shift()) {
    if (found.has(orderId)) continue;
    const order = await loadOrder(log, orderId);
    if (order.status === 'none') continue;
    found.set(orderId, order);
    wanted.push(...(await creditorsOf(log, order)));
  }
  return [...found.values()];
}

async function creditorsOf(log: EventLog, { placed }: Order): Promise<readonly OrderId[]> {
  if (placed.creditCents === 0) return [];
  const histories = await Promise.all(placed.items.map(({ plantId }) => loadLicence(log, plantId)));
  return histories.flatMap((history) => {
    const { licences } = fold(licenceDecider, history);
    return history.flatMap((event) => {
      if (event.type !== 'CreditUsed' || event.data.orderId !== placed.orderId) return [];
      return licences.filter(({ licenceId }) => licenceId === event.data.creditId).map((licence) => licence.orderId);
    });
  });
}
