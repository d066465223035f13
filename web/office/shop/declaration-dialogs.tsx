import { useQueryClient } from '@tanstack/react-query';
import { request } from '../../api/client.js';
import type { OfficeDeclaration } from '../../api/types.js';
import { TextArea, TextField } from '../../forms/fields.js';
import { FormActions, FormFrame } from '../../forms/form.js';
import { atMost, textUpTo } from '../../forms/rules.js';
import { useForm } from '../../forms/use-form.js';
import { useText } from '../../i18n/use-text.js';
import { Dialog } from '../../ui/surfaces.js';
import { useToast } from '../../ui/toast.js';

type DialogProps = { readonly declaration: OfficeDeclaration; readonly onClose: () => void };

/** Which contract it means: a withdrawal that came in time takes effect with that. */
export function AssignDialog({ declaration: { id, kind, contract }, onClose }: DialogProps) {
  const text = useText();
  const toast = useToast();
  const client = useQueryClient();
  const form = useForm({
    initial: { '/contract': '' },
    validate: (values) => ({ '/contract': textUpTo(text, values['/contract'], 200) }),
    submit: async (values) => {
      const body = { contract: values['/contract'].trim() };
      const answer = await request<OfficeDeclaration>('POST', `/office/declarations/${id}/assignment`, { body });
      await client.invalidateQueries({ queryKey: ['office'] });
      toast(text(answer.handledAt === null ? 'office.declarations.assigned' : 'office.declarations.tookEffect'));
      onClose();
    },
  });
  return (
    <Dialog title={text('office.declarations.assign')} onClose={onClose}>
      <FormFrame form={form} label={text('office.declarations.assign')}>
        <p className="secondary">
          {text(kind === 'withdrawal' ? 'office.declarations.assignWithdrawal' : 'office.declarations.assignOthers')}
        </p>
        <p className="secondary">{text('office.declarations.said', { contract })}</p>
        <TextField
          field={form.field('/contract')}
          label={text('office.declarations.orderOrInvoice')}
          help={text('office.declarations.orderOrInvoiceHelp')}
        />
        <FormActions form={form} submit={text('office.declarations.assign')} onCancel={onClose} />
      </FormFrame>
    </Dialog>
  );
}

export function HandledDialog({ declaration: { id }, onClose }: DialogProps) {
  const text = useText();
  const toast = useToast();
  const client = useQueryClient();
  const form = useForm({
    initial: { '/note': '' },
    validate: (values) => ({ '/note': atMost(text, values['/note'], 500) }),
    submit: async (values) => {
      const note = values['/note'].trim();
      const body = note === '' ? {} : { note };
      await request<undefined>('POST', `/office/declarations/${id}/handled`, { body });
      await client.invalidateQueries({ queryKey: ['office'] });
      toast(text('office.declarations.isDone'));
      onClose();
    },
  });
  return (
    <Dialog title={text('office.declarations.doneTitle')} onClose={onClose}>
      <FormFrame form={form} label={text('office.declarations.doneTitle')}>
        <p className="secondary">{text('office.declarations.doneText')}</p>
        <TextArea field={form.field('/note')} label={text('office.declarations.note')} optional />
        <FormActions form={form} submit={text('office.declarations.markDone')} onCancel={onClose} />
      </FormFrame>
    </Dialog>
  );
}
