import { queryOptions } from '@tanstack/react-query';
import { request } from './client.js';
import type { PushState } from './types.js';

export const pushQuery = queryOptions({
  queryKey: ['push'],
  queryFn: ({ signal }) => request<PushState>('GET', '/me/push', { signal }),
});

const worker = '/push-worker.js';

/** What this browser has subscribed to; null when to nothing, or when it knows no notifications. */
export async function ownEndpoint(): Promise<string | null> {
  if (!isPossible()) return null;
  const registration = await navigator.serviceWorker.getRegistration(worker);
  return (await registration?.pushManager.getSubscription())?.endpoint ?? null;
}

export function isPossible(): boolean {
  return 'serviceWorker' in navigator && 'PushManager' in window && 'Notification' in window;
}

/** Asks the person, then subscribes this browser. False when the person, or the browser, does not want to. */
export async function subscribe(publicKey: string): Promise<boolean> {
  if ((await Notification.requestPermission()) !== 'granted') return false;
  const registration = await navigator.serviceWorker.register(worker);
  await navigator.serviceWorker.ready;
  const subscription = await registration.pushManager.subscribe({
    userVisibleOnly: true,
    applicationServerKey: publicKey,
  });
  const { endpoint, keys } = subscription.toJSON();
  const { p256dh = '', auth = '' } = keys ?? {};
  await request<PushState>('PUT', '/me/push', { body: { endpoint: endpoint ?? '', keys: { p256dh, auth } } });
  return true;
}

export async function unsubscribe(): Promise<void> {
  const registration = await navigator.serviceWorker.getRegistration(worker);
  const subscription = await registration?.pushManager.getSubscription();
  if (subscription === null || subscription === undefined) return;
  await request<PushState>('DELETE', '/me/push', { body: { endpoint: subscription.endpoint } });
  await subscription.unsubscribe();
}
