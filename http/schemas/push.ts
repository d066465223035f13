import { z } from 'zod';

const key = z
  .string()
  .regex(/^[\w-]+$/)
  .max(100);

export const PushSubscriptionBody = z
  .strictObject({
    /** Of the push service of the browser. */
    endpoint: z.string().min(1).max(1_000),
    keys: z.strictObject({ p256dh: key, auth: key }),
  })
  .meta({ id: 'PushSubscriptionBody' });

export const PushSubscriptionEnd = z
  .strictObject({ endpoint: z.string().min(1).max(1_000) })
  .meta({ id: 'PushSubscriptionEnd' });

export const PushState = z
  .object({
    /** What browsers subscribe with; null where the operator has set up no notifications. */
    publicKey: z.string().nullable(),
    /** Browsers of the caller, the newest first. */
    endpoints: z.array(z.string()),
  })
  .meta({ id: 'PushState' });
