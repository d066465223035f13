import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { request } from '../api/client.js';
import { ApiProblem } from '../api/problem.js';
import type { PlantLicence } from '../api/types.js';
import { useFormat } from '../format/use-format.js';
import { useText } from '../i18n/use-text.js';
import { LoadFailure } from '../shell/failure.js';
import { Button } from '../ui/button.js';
import { Notice } from '../ui/surfaces.js';
import { useToast } from '../ui/toast.js';
import { plantLicenceQuery } from './api.js';

/** What is left of ended licences: it is set off at the next purchase, or paid out on request. */
export function Balance({ licence }: { readonly licence: PlantLicence }) {
  const text = useText();
  const format = useFormat();
  const toast = useToast();
  const client = useQueryClient();
  const [isAsked, setAsked] = useState(false);
  const { plantId, balance } = licence;
  const payOut = useMutation({
    mutationFn: () => request<PlantLicence>('POST', `/plants/${plantId}/licence/payout`, { body: {} }),
    onSuccess: async (changed) => {
      toast(text('shop.payOutDone', { amount: format.euro(balance) }));
      client.setQueryData(plantLicenceQuery(plantId).queryKey, changed);
      await client.invalidateQueries({ queryKey: ['plants', plantId, 'licence'] });
      await client.invalidateQueries({ queryKey: ['orders'] });
    },
  });
  if (balance.cents === 0) return null;
  return (
    <div className="balance">
      <p className="secondary">{text('shop.balanceText')}</p>
      {payOut.error instanceof ApiProblem && payOut.error.status < 500 ? (
        <Notice tone="warn" live>
          <p>
            <b>{payOut.error.problem.title}</b> {payOut.error.problem.detail}
          </p>
        </Notice>
      ) : (
        payOut.error !== null && <LoadFailure error={payOut.error} />
      )}
      {isAsked ? (
        <Notice live>
          <div className="stack">
            <p>{text('shop.payOutText', { amount: format.euro(balance) })}</p>
            <div className="row">
              <Button busy={payOut.isPending} onClick={() => payOut.mutate()}>
                {text('shop.payOutConfirm', { amount: format.euro(balance) })}
              </Button>
              <Button look="quiet" onClick={() => setAsked(false)}>
                {text('ui.cancel')}
              </Button>
            </div>
          </div>
        </Notice>
      ) : (
        <Button onClick={() => setAsked(true)}>{text('shop.payOut')}</Button>
      )}
    </div>
  );
}
