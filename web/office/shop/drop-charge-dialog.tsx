import { useQueryClient } from '@tanstack/react-query';
import { request } from '../../api/client.js';
import type { OfficeOrder, Order } from '../../api/types.js';
import { useFormat } from '../../format/use-format.js';
import { TextArea } from '../../forms/fields.js';
import { FormFrame } from '../../forms/form.js';
import { textUpTo } from '../../forms/rules.js';
import { useForm } from '../../forms/use-form.js';
import { useText } from '../../i18n/use-text.js';
import { Button } from '../../ui/button.js';
import { Dialog } from '../../ui/surfaces.js';
import { useToast } from '../../ui/toast.js';

type DropChargeDialogProps = { readonly charge: OfficeOrder; readonly onClose: () => void };

/** The last question before a charge is dropped, and why it is. */
export function DropChargeDialog({ charge: { id, gross }, onClose }: DropChargeDialogProps) {
  const text = useText();
  const format = useFormat();
  const toast = useToast();
  const client = useQueryClient();
  const form = useForm({
    initial: { '/reason': '' },
    validate: (values) => ({ '/reason': textUpTo(text, values['/reason'], 300) }),
    submit: async (values) => {
      const body = { reason: values['/reason'].trim() };
      await request<Order>('POST', `/office/orders/${id}/cancellation`, { body });
      await client.invalidateQueries({ queryKey: ['office'] });
      toast(text('office.charges.isDropped'));
      onClose();
    },
  });
  return (
    <Dialog title={text('office.charges.dropTitle')} onClose={onClose}>
      <FormFrame form={form} label={text('office.charges.dropTitle')}>
        <p className="secondary">{text('office.charges.dropText', { gross: format.euro(gross) })}</p>
        <TextArea
          field={form.field('/reason')}
          label={text('office.charges.why')}
          help={text('office.way.reasonHelp')}
        />
        <div className="form-actions">
          <Button onClick={onClose}>{text('ui.cancel')}</Button>
          <Button look="primary" type="submit" busy={form.busy}>
            {text('office.charges.drop')}
          </Button>
        </div>
      </FormFrame>
    </Dialog>
  );
}
