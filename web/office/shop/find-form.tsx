import { TextField } from '../../forms/fields.js';
import { FormFrame } from '../../forms/form.js';
import { required } from '../../forms/rules.js';
import { useForm } from '../../forms/use-form.js';
import { useText } from '../../i18n/use-text.js';
import { Button } from '../../ui/button.js';
import { Card } from '../../ui/surfaces.js';

type FindFormProps = {
  readonly find: string;
  readonly label: string;
  readonly help: string;
  readonly submit: string;
  readonly onFind: (find: string) => void;
};

/** One field that finds something; what was found stands in the address. */
export function FindForm({ find, label, help, submit, onFind }: FindFormProps) {
  const text = useText();
  const form = useForm({
    initial: { '/find': find },
    validate: (values) => ({ '/find': required(text, values['/find']) }),
    submit: async (values) => onFind(values['/find'].trim()),
  });
  return (
    <Card>
      <FormFrame form={form} label={submit}>
        <div className="find">
          <TextField field={form.field('/find')} label={label} help={help} autoCapitalize="none" />
          <Button look="primary" icon="search" type="submit" busy={form.busy}>
            {submit}
          </Button>
        </div>
      </FormFrame>
    </Card>
  );
}
