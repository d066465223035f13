import { request, type Dispatcher } from 'undici';
import { v5 as uuidV5 } from 'uuid';
import { z } from 'zod';
import type pg from 'pg';
import type { Clock } from '../../commands/ports.js';
import { alertLetter, type AlertLetterDeps } from '../mail/alert-mail.js';
import { AlertMailPayload } from '../mail/port.js';
import { putDown } from '../outbox/messages.js';
import { PermanentFailure, type OutboxHandler } from '../outbox/port.js';
import { encryptForBrowser, mostPlainBytes } from './encrypt.js';
import type { PushSubscriptions } from './subscriptions.js';
import { vapidAuthorization, type Vapid } from './vapid.js';

const answerWithinMs = 5_000;
/** A fault that is a day old is no news. */
const keptS = 86_400;

const BrowserPayload = z.object({ subscriptionId: z.uuid(), alert: AlertMailPayload });

/** A notification that was not taken; it may be sent again. */
class PushNotSent extends Error {
  override readonly name = 'PushNotSent';
}

/** The outbox handler that puts what an account is told down for each of its browsers. */
export function pushFanOut(deps: {
  readonly pool: pg.Pool;
  readonly subscriptions: Pick<PushSubscriptions, 'list'>;
}): OutboxHandler {
  return async function fanOut({ id, payload }) {
    const alert = AlertMailPayload.parse(payload);
    const browsers = await deps.subscriptions.list(alert.accountId);
    const entries = browsers.map((browser) => ({
      ...{ id: uuidV5(browser.id, id), kind: 'browser-push' as const, eventId: null },
      payload: { subscriptionId: browser.id, alert },
    }));
    if (entries.length > 0) await putDown(deps.pool, entries);
  };
}

/** The outbox handler for one browser: encrypted for it, signed by us; a browser that is gone is forgotten. */
export function browserPushDelivery(
  deps: AlertLetterDeps & {
    readonly subscriptions: Pick<PushSubscriptions, 'find' | 'forget'>;
    readonly dispatcher: Dispatcher;
    readonly vapid: Vapid;
    readonly clock: Clock;
  },
): OutboxHandler {
  return async function deliverPush({ payload }) {
    const { subscriptionId, alert } = BrowserPayload.parse(payload);
    const browser = await deps.subscriptions.find(subscriptionId);
    const told = await alertLetter(deps, alert);
    if (browser === null || told === null) return;
    const { letter, url, plantName } = told;
    const text = { title: letter.subject, body: plantName, url, tag: url, lang: alert.language };
    const plain = Buffer.from(JSON.stringify(text));
    if (plain.length > mostPlainBytes) throw new PermanentFailure('more than a notification holds');
    const status = await statusOf(deps, browser.endpoint, encryptForBrowser(plain, browser.keys));
    if (status === 404 || status === 410) return deps.subscriptions.forget(browser.id);
    if (status >= 200 && status < 300) return;
    const isOurFault = status >= 300 && status < 500 && ![401, 403, 408, 429].includes(status);
    throw new (isOurFault ? PermanentFailure : PushNotSent)(`answered with ${status}`);
  };
}

type Sending = { readonly dispatcher: Dispatcher; readonly vapid: Vapid; readonly clock: Clock };

async function statusOf({ dispatcher, vapid, clock }: Sending, endpoint: string, body: Buffer): Promise<number> {
  const signal = AbortSignal.timeout(answerWithinMs);
  const headers = {
    authorization: vapidAuthorization(vapid, endpoint, clock.now().epochMilliseconds / 1_000),
    'content-type': 'application/octet-stream',
    'content-encoding': 'aes128gcm',
    ttl: String(keptS),
    urgency: 'high',
  };
  try {
    const answer = await request(endpoint, { method: 'POST', headers, body, signal, dispatcher });
    await answer.body.dump();
    return answer.statusCode;
  } catch (error) {
    if (signal.aborted) throw new PushNotSent(`no answer within ${answerWithinMs / 1_000} s`);
    throw new PushNotSent((error as { readonly code?: string }).code ?? 'no connection');
  }
}
