import { useQueryClient } from '@tanstack/react-query';
import { request } from '../../api/client.js';
import type { OfficeOrder } from '../../api/types.js';
import { useFormat } from '../../format/use-format.js';
import { TextArea } from '../../forms/fields.js';
import { FormActions, FormFrame } from '../../forms/form.js';
import { textUpTo } from '../../forms/rules.js';
import { useForm } from '../../forms/use-form.js';
import { useText } from '../../i18n/use-text.js';
import { Dialog } from '../../ui/surfaces.js';
import { useToast } from '../../ui/toast.js';
import { Facts } from '../../ui/facts.js';
import { useMatterWords, type Matter, type Way } from './matter-words.js';

export type Settling = { readonly order: OfficeOrder; readonly matter: Matter; readonly how: Way };

type SettleDialogProps = { readonly settling: Settling; readonly onClose: () => void };

/** The last question before money moves, or before it is noted that it was dealt with; reasons are kept for ever. */
export function SettleDialog({ settling: { order, matter, how }, onClose }: SettleDialogProps) {
  const text = useText();
  const words = useMatterWords();
  const format = useFormat();
  const toast = useToast();
  const client = useQueryClient();
  const needsReason = how !== 'refund';
  const form = useForm({
    initial: { '/reason': '' },
    validate: (values) => ({ '/reason': needsReason ? textUpTo(text, values['/reason'], 300) : undefined }),
    submit: async (values) => {
      const { matterId } = matter;
      const body = { how, matterId, ...(needsReason ? { reason: values['/reason'].trim() } : {}) };
      await request<OfficeOrder>('POST', `/office/orders/${order.id}/settlement`, { body });
      await client.invalidateQueries({ queryKey: ['office'] });
      toast(text('office.matter.settled'));
      onClose();
    },
  });
  const consequences = how === 'refund' && matter.kind === 'refundRefused' ? 'again' : how;
  return (
    <Dialog title={words.way(how, matter.kind)} onClose={onClose}>
      <FormFrame form={form} label={words.way(how, matter.kind)}>
        <Facts
          of={[
            [text('office.charges.customer'), order.buyer?.name ?? text('office.shop.forgotten')],
            [text('office.orders.total'), format.euro(order.total)],
          ]}
        />
        <p className="secondary">{text(`office.way.${consequences}Text`, { amount: words.amount(matter.amount) })}</p>
        {needsReason && (
          <TextArea
            field={form.field('/reason')}
            label={text('office.way.reason')}
            help={text('office.way.reasonHelp')}
          />
        )}
        <FormActions form={form} submit={words.way(how, matter.kind)} onCancel={onClose} />
      </FormFrame>
    </Dialog>
  );
}
