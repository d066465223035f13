import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { request } from '../api/client.js';
import type { RepairOrder } from '../api/types.js';
import { repairQuery } from './api.js';
import { draftBody, valuesOfDraft, type DraftValues, type RequestStep } from './draft-values.js';

/** The draft of a request: kept at the portal whenever a step is left. */
export type Draft = {
  /** Null: not kept yet. */
  readonly repair: RepairOrder | null;
  readonly values: DraftValues;
  /** Keeps these values and goes to a step, or to the list of repairs. */
  readonly leave: (values: DraftValues, to: RequestStep | 'list') => Promise<void>;
};

export function useDraft(repair: RepairOrder | null, initial: DraftValues): Draft {
  const client = useQueryClient();
  const navigate = useNavigate();
  const [idempotencyKey] = useState(() => crypto.randomUUID());
  const values = repair === null ? initial : valuesOfDraft(repair);

  async function keep(next: DraftValues): Promise<RepairOrder> {
    const body = draftBody(next);
    if (repair !== null && JSON.stringify(body) === JSON.stringify(draftBody(values))) return repair;
    const kept =
      repair === null
        ? await request<RepairOrder>('POST', '/repair-orders', { body, idempotencyKey })
        : await request<RepairOrder>('PUT', `/repair-orders/${repair.id}`, { body });
    client.setQueryData(repairQuery(kept.id).queryKey, kept);
    await client.invalidateQueries({ queryKey: ['repair-orders'] });
    return kept;
  }

  return {
    repair,
    values,
    leave: async (next, to) => {
      // Who has said nothing leaves nothing behind.
      if (to === 'list' && repair === null && JSON.stringify(next) === JSON.stringify(values))
        return navigate({ to: '/repairs' });
      const { id: repairId } = await keep(next);
      if (to === 'list') return navigate({ to: '/repairs' });
      // A new draft has an address of its own from now on.
      return navigate({
        to: '/repairs/$repairId',
        params: { repairId },
        search: { step: to },
        replace: repair === null,
      });
    },
  };
}

/** Throws the draft away. */
export function useDiscard({ id }: RepairOrder) {
  const client = useQueryClient();
  const navigate = useNavigate();
  return useMutation({
    mutationFn: async () => {
      await request('DELETE', `/repair-orders/${id}`);
      await client.invalidateQueries({ queryKey: ['repair-orders'] });
      await navigate({ to: '/repairs' });
    },
  });
}
