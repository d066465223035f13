import { TextArea } from '../../forms/fields.js';
import { FormActions, FormFrame } from '../../forms/form.js';
import { textUpTo } from '../../forms/rules.js';
import { useForm } from '../../forms/use-form.js';
import { useText } from '../../i18n/use-text.js';
import { Dialog } from '../../ui/surfaces.js';

type ReasonDialogProps = {
  readonly title: string;
  /** What is going to happen. */
  readonly lead: string;
  /** How the reason is asked for. */
  readonly label: string;
  readonly submit: string;
  readonly onReason: (reason: string) => Promise<void>;
  readonly onClose: () => void;
};

/** The last question before something is done that its history tells the reason of. */
export function ReasonDialog({ title, lead, label, submit, onReason, onClose }: ReasonDialogProps) {
  const text = useText();
  const form = useForm({
    initial: { '/reason': '' },
    validate: (values) => ({ '/reason': textUpTo(text, values['/reason'], 300) }),
    submit: async (values) => {
      await onReason(values['/reason'].trim());
      onClose();
    },
  });
  return (
    <Dialog title={title} onClose={onClose}>
      <FormFrame form={form} label={title}>
        <p className="secondary">{lead}</p>
        <TextArea field={form.field('/reason')} label={label} help={text('office.way.reasonHelp')} />
        <FormActions form={form} submit={submit} onCancel={onClose} />
      </FormFrame>
    </Dialog>
  );
}
