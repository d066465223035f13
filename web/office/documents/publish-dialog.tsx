import type { OfficeDocument } from '../../api/types.js';
import { useFormat } from '../../format/use-format.js';
import { TextArea, TextField } from '../../forms/fields.js';
import { FormFrame } from '../../forms/form.js';
import { required, textUpTo } from '../../forms/rules.js';
import { useForm } from '../../forms/use-form.js';
import { useText } from '../../i18n/use-text.js';
import { Button } from '../../ui/button.js';
import { Dialog } from '../../ui/surfaces.js';
import { useToast } from '../../ui/toast.js';
import { useWriteDocument } from './api.js';

type PublishDialogProps = { readonly document: OfficeDocument; readonly onClose: () => void };

/** The last question before a draft becomes an edition that is never changed. */
export function PublishDialog({ document: { kind, earliest }, onClose }: PublishDialogProps) {
  const text = useText();
  const format = useFormat();
  const toast = useToast();
  const { publish } = useWriteDocument(kind);
  const title = text('office.documents.publishTitle');
  const form = useForm({
    initial: { '/version': earliest, '/reason': '' },
    validate: (values) => ({
      '/version': required(text, values['/version']),
      '/reason': textUpTo(text, values['/reason'], 300),
    }),
    submit: async (values) => {
      await publish({ version: values['/version'], reason: values['/reason'].trim() });
      toast(text('office.documents.done', { day: format.day(values['/version']) }));
      onClose();
    },
  });
  const isAccepted = kind === 'terms' || kind === 'privacy';
  return (
    <Dialog title={title} onClose={onClose}>
      <FormFrame form={form} label={title}>
        <p className="secondary">
          {text('office.documents.publishText')} {isAccepted && text('office.documents.publishAccepted')}
        </p>
        <TextField
          field={form.field('/version')}
          label={text('office.documents.from')}
          help={text('office.documents.earliest', { day: format.day(earliest) })}
          type="date"
        />
        <TextArea
          field={form.field('/reason')}
          label={text('office.roleReason')}
          help={text('office.documents.reasonHelp')}
        />
        <div className="form-actions">
          <Button onClick={onClose}>{text('ui.cancel')}</Button>
          <Button look="primary" type="submit" busy={form.busy}>
            {text('office.documents.publish')}
          </Button>
        </div>
      </FormFrame>
    </Dialog>
  );
}
