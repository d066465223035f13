import type { z } from 'zod';
import { isErased } from '../../domain/kernel/event.js';
import { openMatters } from '../../domain/order/matters.js';
import type { Order as OrderFacts } from '../../domain/order/order.js';
import type { OfficeOrder } from '../schemas/office-shop.js';
import { money, orderAnswer, type SurroundingsOf } from './licence-answers.js';

type Surroundings = {
  readonly userNamesOf: (accountIds: readonly string[]) => Promise<ReadonlyMap<string, string>>;
  readonly surroundingsOf: SurroundingsOf;
};

/** Orders as the office sees them: who bought, what does not fit, and what was done about it. */
export async function officeOrderAnswers(
  { userNamesOf, surroundingsOf }: Surroundings,
  orders: readonly OrderFacts[],
): Promise<z.infer<typeof OfficeOrder>[]> {
  const names = await userNamesOf([...new Set(orders.map(({ placed }) => placed.accountId))]);
  const surroundings = await surroundingsOf(orders);
  return orders.map((order) => ({
    ...orderAnswer(order, surroundings),
    ...officeFacts(order, names.get(order.placed.accountId) ?? null),
  }));
}

function officeFacts(order: OrderFacts, userName: string | null) {
  const { placed, differences, refunds, settlements, cancellation, vatEvidence } = order;
  const { buyer, accountId, customerKind } = placed;
  return {
    ...{ customerKind, accountId, userName, cancellation },
    buyer: isErased(buyer) ? null : { name: buyer.name, town: buyer.town, country: buyer.country, email: buyer.email },
    vatEvidence: vatEvidence === null ? null : evidenceAnswer(vatEvidence),
    matters: openMatters(order).map(({ cents, currency, ways, ...matter }) => ({
      ...matter,
      amount: { cents, currency },
      ways: [...ways],
    })),
    differences: differences.map(({ at, providerRef, reason, paidCents: cents, currency }) => ({
      ...{ at, providerRef, reason },
      amount: { cents, currency },
    })),
    refunds: refunds.map(({ refundId, grossCents, reason, isDone, refusedAt }) => ({
      ...{ refundId, amount: money(grossCents), reason },
      state: isDone ? ('done' as const) : refusedAt === null ? ('asked' as const) : ('refused' as const),
    })),
    settlements: settlements.map(({ at, matterId, how, reason }) => ({ at, matterId, how, reason })),
  };
}

function evidenceAnswer({ question, raw, ...evidence }: NonNullable<OrderFacts['vatEvidence']>) {
  const { authority, evidenceId, checkedAt } = evidence;
  const answer = isErased(raw) ? null : raw;
  return { vatId: isErased(question) ? null : question.vatId, authority, evidenceId, checkedAt, answer };
}
