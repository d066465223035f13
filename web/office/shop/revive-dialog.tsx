import { useQueryClient } from '@tanstack/react-query';
import { request } from '../../api/client.js';
import type { OfficeLicenceHistory } from '../../api/types.js';
import { TextArea } from '../../forms/fields.js';
import { FormFrame } from '../../forms/form.js';
import { textUpTo } from '../../forms/rules.js';
import { useForm } from '../../forms/use-form.js';
import { useText } from '../../i18n/use-text.js';
import { Button } from '../../ui/button.js';
import { Dialog } from '../../ui/surfaces.js';
import { useToast } from '../../ui/toast.js';

type ReviveDialogProps = {
  readonly plantId: string;
  readonly licence: OfficeLicenceHistory['licences'][number];
  readonly onClose: () => void;
};

/** Gives a licence back that more power had ended, with the reason, which stays in its history. */
export function ReviveDialog({ plantId, licence: { licenceId }, onClose }: ReviveDialogProps) {
  const text = useText();
  const toast = useToast();
  const client = useQueryClient();
  const form = useForm({
    initial: { '/reason': '' },
    validate: (values) => ({ '/reason': textUpTo(text, values['/reason'], 300) }),
    submit: async (values) => {
      const body = { reason: values['/reason'].trim() };
      await request<undefined>('POST', `/office/licences/${plantId}/${licenceId}/revival`, { body });
      await client.invalidateQueries({ queryKey: ['office', 'licence', plantId] });
      toast(text('office.licence.revived'));
      onClose();
    },
  });
  return (
    <Dialog title={text('office.licence.reviveTitle')} onClose={onClose}>
      <FormFrame form={form} label={text('office.licence.reviveTitle')}>
        <p className="secondary">{text('office.licence.reviveText')}</p>
        <TextArea
          field={form.field('/reason')}
          label={text('office.way.reason')}
          help={text('office.way.reasonHelp')}
        />
        <div className="form-actions">
          <Button onClick={onClose}>{text('ui.cancel')}</Button>
          <Button look="primary" type="submit" busy={form.busy}>
            {text('office.licence.revive')}
          </Button>
        </div>
      </FormFrame>
    </Dialog>
  );
}
