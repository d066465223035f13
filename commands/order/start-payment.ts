import { isErased } from '../../domain/kernel/event.js';
import { streamOf, type OrderId } from '../../domain/kernel/ids.js';
import { isOwed, orderDecider, type OrderRejection } from '../../domain/order/order.js';
import { handle, type CommandContext } from '../handle.js';
import { loadOrder } from './load-order.js';
import { PaymentUnavailable } from './payment-gateway.js';
import type { OrderDeps } from './ports.js';

type Started =
  | { readonly ok: true; readonly redirectUrl: string | null; readonly position: bigint | null }
  | { readonly ok: false; readonly rejection: OrderRejection | { readonly code: 'order.provider-unavailable' } };

/** What is owed waits longer than a page of the provider does. */
function pageUntil({ clock }: OrderDeps): string {
  return clock.now().add({ hours: 1 }).toString();
}

/**
 * Opens the payment page of an open order, or finds it again: an attempt that has not failed goes on. Null as the address
 * means that nothing is to be paid.
 */
export async function startPayment(deps: OrderDeps, orderId: OrderId, context: CommandContext): Promise<Started> {
  const order = await loadOrder(deps.log, orderId);
  if (order.status === 'none') return { ok: false, rejection: { code: 'order.not-found' } };
  const { placed, payments, status } = order;
  if (placed.toPayCents === 0) return { ok: true, redirectUrl: null, position: null };
  if (status !== 'open') return { ok: false, rejection: { code: 'order.not-open', status } };
  const last = payments.toSorted((a, b) => a.attempt - b.attempt).at(-1);
  const attempt = last === undefined ? 1 : last.attempt + (last.hasFailed ? 1 : 0);
  try {
    const page = await deps.gateway.createHostedPayment({
      ...{ orderId, attempt, amountCents: placed.toPayCents, currency: 'EUR', language: placed.language },
      country: isErased(placed.buyer) ? 'DE' : placed.buyer.country,
      description: `SiteLink ${orderId}`,
      returnUrl: deps.orderPage(orderId),
      expiresAt: isOwed(order) ? pageUntil(deps) : placed.expiresAt,
    });
    const { provider } = deps.gateway;
    const command = {
      type: 'StartPayment',
      at: deps.clock.now().toString(),
      provider,
      providerRef: page.providerRef,
    } as const;
    const noted = await handle(deps.log, orderDecider, streamOf.order(orderId), command, context);
    return noted.ok ? { ok: true, redirectUrl: page.redirectUrl, position: noted.position } : noted;
  } catch (error) {
    if (error instanceof PaymentUnavailable) return { ok: false, rejection: { code: 'order.provider-unavailable' } };
    throw error;
  }
}
