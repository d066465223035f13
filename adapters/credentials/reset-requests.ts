import { v7 as uuidV7 } from 'uuid';
import { z } from 'zod';
import { requestPasswordReset } from '../../commands/account/reset-password.js';
import type { Clock, Credentials, EventLog, ResetRequests } from '../../commands/ports.js';
import type { EmailKey } from '../crypto/secrets.js';
import type { Database } from '../database/database.js';
import { putDown } from '../outbox/messages.js';
import type { OutboxHandler } from '../outbox/port.js';

const Payload = z.object({ emailKey: z.string(), correlationId: z.string() });

/** Leaves requests in the outbox: one row for every request, with the keyed hash of the address alone. */
export function outboxResetRequests(pool: Database['pool'], emailKey: EmailKey): ResetRequests {
  return {
    async leave(email, correlationId) {
      const payload: z.infer<typeof Payload> = { emailKey: emailKey(email), correlationId };
      await putDown(pool, [{ id: uuidV7(), kind: 'password-reset', payload, eventId: null }]);
    },
  };
}

/** The outbox handler for them; a request that comes twice has one effect. */
export function resetRequestDelivery(deps: {
  readonly log: EventLog;
  readonly credentials: Pick<Credentials, 'findByEmailKey'>;
  readonly clock: Clock;
}): OutboxHandler {
  return async ({ id, payload }) => {
    const { emailKey, correlationId } = Payload.parse(payload);
    const actor = { kind: 'system', id: 'password-reset' } as const;
    await requestPasswordReset(deps, emailKey, { actor, correlationId, idempotencyKey: id });
  };
}
