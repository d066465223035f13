import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';
import { request } from '../api/client.js';
import type { OutboxList, OutboxMessage, SentAgain } from '../api/types.js';
import { usePages } from '../api/use-pages.js';

const path = '/office/outbox';
const key = ['office', 'outbox'] as const;
const busyMs = 2_000;
const idleMs = 5_000;

/** Asked for again by itself, sooner while something is to be delivered. */
export const useOutbox = (shown: 'open' | 'sent') =>
  usePages<OutboxMessage, OutboxList>(path, shown === 'sent' ? { state: shown } : {}, {
    refetchMs: (first) => (first !== undefined && first.waiting > first.givenUp ? busyMs : idleMs),
  });

export const messageQuery = (id: string) =>
  queryOptions({
    queryKey: [...key, id],
    refetchInterval: idleMs,
    queryFn: ({ signal }) => request<OutboxMessage>('GET', `${path}/${encodeURIComponent(id)}`, { signal }),
  });

export function useSendAgain() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (id: string) => request<OutboxMessage>('POST', `${path}/${encodeURIComponent(id)}/send-again`),
    onSettled: () => client.invalidateQueries({ queryKey: key }),
  });
}

export function useSendAllAgain() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: () => request<SentAgain>('POST', `${path}/send-again`),
    onSettled: () => client.invalidateQueries({ queryKey: key }),
  });
}
