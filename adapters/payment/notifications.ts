import { v7 as uuidV7 } from 'uuid';
import { z } from 'zod';
import { PaymentRefused } from '../../commands/order/payment-gateway.js';
import type { Database } from '../database/database.js';
import { putDown } from '../outbox/messages.js';
import type { OutboxHandler } from '../outbox/port.js';

/** What became of the notifications that reached this process. All grow only. */
export type NotificationCounts = {
  /** Left to be looked at. */
  accepted: number;
  /** Not of our provider: nothing was done. */
  foreign: number;
  /** Names a payment that the provider does not know: nothing was done. */
  unknown: number;
};

export type PaymentNotifications = {
  /** Keeps a notification; `full` when so many wait that the provider had better come back later. */
  leave(providerRef: string): Promise<'kept' | 'full'>;
  readonly counts: NotificationCounts;
};

const Payload = z.object({ providerRef: z.string() });
const maxWaiting = 1_000;

/**
 * Keeps in the outbox which payment to look at: the provider hears a yes at once, and what it said is not believed but
 * looked up, as often as it takes until the provider answers.
 */
export function outboxNotifications(pool: Database['pool']): PaymentNotifications {
  const counts: NotificationCounts = { accepted: 0, foreign: 0, unknown: 0 };
  return {
    counts,
    async leave(providerRef) {
      const { rows } = await pool.query<{ waiting: number }>(
        `select count(*)::int as waiting from
          (select from outbox where kind = 'payment-notification' and sent_at is null limit $1) those`,
        [maxWaiting],
      );
      if ((rows[0]?.waiting ?? 0) >= maxWaiting) return 'full';
      const payload: z.infer<typeof Payload> = { providerRef };
      await putDown(pool, [{ id: uuidV7(), kind: 'payment-notification', payload, eventId: null }]);
      counts.accepted += 1;
      return 'kept';
    },
  };
}

/** The outbox handler for them. A payment that the provider does not know is nobody's: whoever told of it made it up. */
export function paymentNotificationDelivery(deps: {
  readonly notified: (providerRef: string) => Promise<unknown>;
  readonly counts: NotificationCounts;
}): OutboxHandler {
  return async ({ payload }) => {
    try {
      await deps.notified(Payload.parse(payload).providerRef);
    } catch (error) {
      if (!(error instanceof PaymentRefused && error.reason === 'not-found')) throw error;
      deps.counts.unknown += 1;
    }
  };
}
