import { randomUUID } from 'node:crypto';
import type { Dispatcher } from 'undici';
import type { Clock } from '../../commands/ports.js';
import type { Webhook } from './port.js';
import { postWebhook } from './webhook.js';
import type { Webhooks } from './webhooks.js';

export type TryOut = {
  readonly isDelivered: boolean;
  /** Null when it was taken. */
  readonly answer: string | null;
  readonly tookMs: number;
};

/** Sends an event of no incident at once, and says how it went. */
export function webhookTryOut(deps: {
  readonly webhooks: Pick<Webhooks, 'receiver'>;
  readonly dispatcher: Dispatcher;
  readonly clock: Clock;
  readonly publicUrl: string;
}): (webhook: Webhook) => Promise<TryOut> {
  const { dispatcher, clock, publicUrl: source } = deps;
  return async ({ id, url }) => {
    const { secrets } = (await deps.webhooks.receiver(id)) ?? { secrets: [] };
    const time = clock.now().toString();
    const startedAt = performance.now();
    const took = () => Math.round(performance.now() - startedAt);
    const event = { id: randomUUID(), source, type: 'sitelink.test', time, data: { page: `${source}/account` } };
    try {
      await postWebhook({ url, secrets, dispatcher }, event, clock);
      return { isDelivered: true, answer: null, tookMs: took() };
    } catch (error) {
      return { isDelivered: false, answer: error instanceof Error ? error.message : String(error), tookMs: took() };
    }
  };
}
