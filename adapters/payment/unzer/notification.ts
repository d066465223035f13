import { z } from 'zod';
import { jsonOf } from '../../json.js';
import type { UnzerConfig } from '../config.js';
import { isPaymentId } from './wire.js';

const Notification = z.object({ publicKey: z.string(), retrieveUrl: z.url(), paymentId: z.string() });

/** Notifications about payments of their sandbox name the address of production, too. */
const unzerHosts: readonly string[] = ['api.unzer.com', 'sbx-api.unzer.com'];

/**
 * The payment that a notification names, when it bears our key, the host that we ask, and an id of our stage. It is
 * not signed: this keeps chance and noise away, and nothing of it is believed or followed.
 */
export function notifiedPayment(
  rawBody: string,
  { publicKey, apiUrl, stage }: Pick<UnzerConfig, 'publicKey' | 'apiUrl' | 'stage'>,
): string | null {
  const { data } = Notification.safeParse(jsonOf(rawBody));
  if (data === undefined || data.publicKey !== publicKey) return null;
  const own = new URL(apiUrl).host;
  const { host } = new URL(data.retrieveUrl);
  const isOurs = host === own || (unzerHosts.includes(own) && unzerHosts.includes(host));
  return isOurs && isPaymentId(data.paymentId) && data.paymentId.startsWith(stage) ? data.paymentId : null;
}
