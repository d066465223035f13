import { createHmac } from 'node:crypto';
import { request, type Dispatcher } from 'undici';
import type { Clock } from '../../commands/ports.js';
import { PermanentFailure } from '../outbox/port.js';
import { cloudEvent, type OutsideEvent } from './cloud-event.js';

export type WebhookTarget = {
  readonly url: string;
  /** Each signs: while a secret is renewed, the one before it, too. */
  readonly secrets: readonly (string | Buffer)[];
  /** Decides where connections may lead. */
  readonly dispatcher?: Dispatcher;
};

/** An event that was not taken; it may be sent again. */
class WebhookNotSent extends Error {
  override readonly name = 'WebhookNotSent';
}

const patienceMs = 10_000;
/**
 * Answers that are about this event itself. Others, such as 401, 403 and 404, come from a receiver whose secret, firewall or
 * route is being mended.
 */
const refusals = [400, 410, 413, 422];

/**
 * Posts an event, signed as Standard Webhooks has it: `webhook-signature` is, for each secret, `v1,` and the base64 of the
 * HMAC-SHA256, with the bytes of the secret, over `<webhook-id>.<webhook-timestamp>.<body>`. 2xx is success. Throws
 * `PermanentFailure` for 400, 410, 413 and 422, and for redirects, which are not followed: they would take the event to
 * where the operator did not want it; everything else is a `WebhookNotSent`. Neither tells the address.
 */
export async function postWebhook(
  target: WebhookTarget,
  event: OutsideEvent,
  clock: Clock,
  answerWithinMs = patienceMs,
): Promise<void> {
  const body = JSON.stringify(cloudEvent(event));
  const timestamp = String(Math.floor(clock.now().epochMilliseconds / 1_000));
  const headers = {
    'content-type': 'application/cloudevents+json; charset=utf-8',
    'webhook-id': event.id,
    'webhook-timestamp': timestamp,
    'webhook-signature': target.secrets
      .map((secret) => webhookSignature(secret, { id: event.id, timestamp, body }))
      .join(' '),
  };
  const status = await statusOf(target, { headers, body, answerWithinMs });
  if (status >= 200 && status < 300) return;
  const isRedirect = status >= 300 && status < 400;
  if (isRedirect || refusals.includes(status)) throw new PermanentFailure(`answered with ${status}`);
  throw new WebhookNotSent(`answered with ${status}`);
}

function webhookSignature(
  secret: string | Buffer,
  { id, timestamp, body }: { readonly id: string; readonly timestamp: string; readonly body: string },
): string {
  return `v1,${createHmac('sha256', secret).update(`${id}.${timestamp}.${body}`).digest('base64')}`;
}

type Post = { readonly headers: Record<string, string>; readonly body: string; readonly answerWithinMs: number };

async function statusOf({ url, dispatcher }: WebhookTarget, { headers, body, answerWithinMs }: Post): Promise<number> {
  const signal = AbortSignal.timeout(answerWithinMs);
  try {
    const answer = await request(url, { method: 'POST', headers, body, signal, ...(dispatcher && { dispatcher }) });
    await answer.body.dump();
    return answer.statusCode;
  } catch (error) {
    if (signal.aborted) throw new WebhookNotSent(`no answer within ${answerWithinMs / 1_000} s`);
    const { code } = error as { readonly code?: string };
    throw new WebhookNotSent(code ?? 'no connection');
  }
}
