import { useMutation } from '@tanstack/react-query';
import { useErasure } from '../api/own-data.js';
import type { Me } from '../api/types.js';
import { useFormat } from '../format/use-format.js';
import { useText } from '../i18n/use-text.js';
import { Button } from '../ui/button.js';
import { Icon } from '../ui/icon.js';
import { useToast } from '../ui/toast.js';

/** On every page of an account that is going to be deleted: when, and thinking better of it. */
export function ErasureBanner({ erasure: { dueAt } }: { readonly erasure: NonNullable<Me['erasure']> }) {
  const text = useText();
  const format = useFormat();
  const toast = useToast();
  const erasure = useErasure();
  const cancel = useMutation({
    mutationFn: erasure.cancel,
    onSuccess: () => {
      toast(text('erasure.cancelled'));
      // The button that had the focus is gone.
      document.getElementById('main')?.focus();
    },
  });
  return (
    <div className="banner erasure">
      <Icon name="alert" />
      <span>
        {text(cancel.isError ? 'erasure.notCancelled' : 'erasure.waiting', {
          when: format.portal(dueAt, 'dayTime'),
        })}
      </span>
      <Button busy={cancel.isPending} onClick={() => cancel.mutate()}>
        {text('erasure.cancel')}
      </Button>
    </div>
  );
}
