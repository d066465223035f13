import type { Test } from 'tap';
import { paymentNotificationRoutes } from '../../http/routes/payment-notifications.js';
import { testApp } from './app.js';

/** What reaches the portal, as it came. */
export async function portalHearing(t: Test, provider: 'sandbox' | 'unzer', more: Parameters<typeof testApp>[1] = {}) {
  const told: string[] = [];
  const payments = { provider, parseNotification: (body: string) => (told.push(body), null) };
  const counts = { accepted: 0, foreign: 0, unknown: 0 };
  const paymentNotifications = { counts, leave: async () => 'kept' as const };
  const routes = [paymentNotificationRoutes({ payments, paymentNotifications }), ...(more.routes ?? [])];
  const app = await testApp(t, { routes });
  return { app, told };
}
