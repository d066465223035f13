import type { OfficeDocument } from '../../api/types.js';
import { TextArea } from '../../forms/fields.js';
import { FormFrame } from '../../forms/form.js';
import { LeaveGuard } from '../../forms/leave-guard.js';
import { required } from '../../forms/rules.js';
import { useForm } from '../../forms/use-form.js';
import { useText } from '../../i18n/use-text.js';
import { Button } from '../../ui/button.js';
import { Card } from '../../ui/surfaces.js';
import { useToast } from '../../ui/toast.js';
import { useWriteDocument } from './api.js';

/** The next edition as it is written, from the newest one on. */
export function DraftEditor({ document: { kind, draft, newest } }: { readonly document: OfficeDocument }) {
  const text = useText();
  const toast = useToast();
  const { saveDraft } = useWriteDocument(kind);
  const { de, en } = draft ?? newest;
  const title = text(draft === null ? 'office.documents.next' : 'office.documents.draft');
  const form = useForm({
    initial: { '/de': de, '/en': en },
    validate: (values) => ({ '/de': required(text, values['/de']), '/en': required(text, values['/en']) }),
    submit: async (values) => {
      await saveDraft({ de: values['/de'], en: values['/en'] });
      toast(text('office.documents.saved'));
    },
  });
  return (
    <Card className="panel">
      <h2>{title}</h2>
      <p className="secondary">{text('office.documents.editorText', { name: '{operator}' })}</p>
      <FormFrame form={form} label={title}>
        <LeaveGuard form={form} />
        <div className="document-sources">
          <TextArea field={form.field('/de')} label={text('office.documents.german')} />
          <TextArea field={form.field('/en')} label={text('office.documents.english')} />
        </div>
        <div className="form-actions">
          <Button type="submit" busy={form.busy}>
            {text('office.documents.save')}
          </Button>
        </div>
      </FormFrame>
    </Card>
  );
}
