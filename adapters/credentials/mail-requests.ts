import { v7 as uuidV7 } from 'uuid';
import { z } from 'zod';
import { requestPasswordReset } from '../../commands/account/reset-password.js';
import { resendValidation } from '../../commands/account/resend-validation.js';
import type { Clock, Credentials, EventLog, MailRequests } from '../../commands/ports.js';
import type { EmailKey } from '../crypto/secrets.js';
import type { Database } from '../database/database.js';
import { putDown } from '../outbox/messages.js';
import type { OutboxHandler } from '../outbox/port.js';

const Payload = z.object({ emailKey: z.string(), correlationId: z.string() });

/** Leaves requests in the outbox: one row for every request, with the keyed hash of the address alone. */
export function outboxMailRequests(pool: Database['pool'], emailKey: EmailKey): MailRequests {
  return {
    async leave(kind, email, correlationId) {
      const payload: z.infer<typeof Payload> = { emailKey: emailKey(email), correlationId };
      await putDown(pool, [{ id: uuidV7(), kind, payload, eventId: null }]);
    },
  };
}

/** The outbox handlers for them; a request that comes twice has one effect. */
export function mailRequestDeliveries(deps: {
  readonly log: EventLog;
  readonly credentials: Pick<Credentials, 'findByEmailKey'>;
  readonly clock: Clock;
}) {
  const handlerOf =
    (id: 'password-reset' | 'validation-mail', request: typeof requestPasswordReset): OutboxHandler =>
    async ({ id: idempotencyKey, payload }) => {
      const { emailKey, correlationId } = Payload.parse(payload);
      await request(deps, emailKey, { actor: { kind: 'system', id }, correlationId, idempotencyKey });
    };
  return {
    'password-reset': handlerOf('password-reset', requestPasswordReset),
    'validation-mail': handlerOf('validation-mail', resendValidation),
  };
}
