import { useQueryClient } from '@tanstack/react-query';
import { request } from '../../api/client.js';
import type { OfficeOrder, Order } from '../../api/types.js';
import { useFormat } from '../../format/use-format.js';
import { useText } from '../../i18n/use-text.js';
import { useToast } from '../../ui/toast.js';
import { ReasonDialog } from './reason-dialog.js';

type DropChargeDialogProps = { readonly charge: OfficeOrder; readonly onClose: () => void };

/** The last question before a charge is dropped, and why it is. */
export function DropChargeDialog({ charge: { id, gross }, onClose }: DropChargeDialogProps) {
  const text = useText();
  const format = useFormat();
  const toast = useToast();
  const client = useQueryClient();
  return (
    <ReasonDialog
      title={text('office.charges.dropTitle')}
      lead={text('office.charges.dropText', { gross: format.euro(gross) })}
      label={text('office.charges.why')}
      submit={text('office.charges.drop')}
      onReason={async (reason) => {
        await request<Order>('POST', `/office/orders/${id}/cancellation`, { body: { reason } });
        await client.invalidateQueries({ queryKey: ['office'] });
        toast(text('office.charges.isDropped'));
      }}
      onClose={onClose}
    />
  );
}
