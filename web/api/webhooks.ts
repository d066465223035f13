import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query';
import { request } from './client.js';
import type { Page, Webhook, WebhookDelivery, WebhookTest, WebhookWithSecret } from './types.js';

/** What waits may have been sent meanwhile. */
const refreshMs = 10_000;

export const webhooksQuery = queryOptions({
  queryKey: ['webhooks'],
  queryFn: async ({ signal }) => (await request<Page<Webhook>>('GET', '/me/webhooks', { signal })).items,
});

const path = (id: string) => `/me/webhooks/${id}`;

/** What became of each event, the newest first. */
export const deliveriesQuery = (id: string) =>
  infiniteQueryOptions({
    queryKey: ['webhooks', id, 'deliveries'],
    refetchInterval: refreshMs,
    initialPageParam: null as string | null,
    queryFn: ({ signal, pageParam }) =>
      request<Page<WebhookDelivery>>('GET', `${path(id)}/deliveries`, {
        signal,
        query: pageParam === null ? {} : { cursor: pageParam },
      }),
    getNextPageParam: (page) => page.next,
  });

/** The only answers that hold the secret. */
export const addWebhook = (url: string) => request<WebhookWithSecret>('POST', '/me/webhooks', { body: { url } });
export const renewSecret = (id: string) => request<WebhookWithSecret>('POST', `${path(id)}/secret`);

export const switchWebhook = (id: string, isOn: boolean) => request<Webhook>('PATCH', path(id), { body: { isOn } });
export const removeWebhook = (id: string) => request<undefined>('DELETE', path(id));
export const testWebhook = (id: string) => request<WebhookTest>('POST', `${path(id)}/test`);

/** Everything after a position once more; answers how many events that are. */
export const replayWebhook = (id: string, after: string) =>
  request<{ readonly events: number }>('POST', `${path(id)}/replay`, { body: { after } });
