import { requestFile } from '../../api/client.js';
import { SelectField, TextField } from '../../forms/fields.js';
import { FormActions, FormFrame } from '../../forms/form.js';
import { required } from '../../forms/rules.js';
import { useForm } from '../../forms/use-form.js';
import { useText } from '../../i18n/use-text.js';
import { saveFile } from '../../ui/save-file.js';
import { Card, Notice } from '../../ui/surfaces.js';

type ExportFormProps = { readonly year: number; readonly isExample: boolean };

/** What accounting takes over: a range of days as a table, or as a batch of bookings. */
export function ExportForm({ year, isExample }: ExportFormProps) {
  const text = useText();
  const form = useForm({
    initial: { '/format': 'datev', '/from': `${year}-01-01`, '/to': `${year}-12-31` },
    validate: (values) => ({ '/from': required(text, values['/from']), '/to': required(text, values['/to']) }),
    submit: async (values) => {
      const query = new URLSearchParams({ format: values['/format'], from: values['/from'], to: values['/to'] });
      saveFile(await requestFile(`/office/invoices/export?${query.toString()}`));
    },
  });
  return (
    <Card>
      <h2>{text('office.export.title')}</h2>
      <p className="secondary export-lead">{text('office.export.lead')}</p>
      <FormFrame form={form} label={text('office.export.title')}>
        {isExample && form.values['/format'] === 'datev' && (
          <Notice tone="sun">
            <p>{text('office.export.example')}</p>
          </Notice>
        )}
        <div className="columns">
          <SelectField
            field={form.field('/format')}
            label={text('office.export.format')}
            options={[
              { value: 'datev', label: text('office.export.datev') },
              { value: 'csv', label: text('office.export.csv') },
            ]}
          />
          <TextField field={form.field('/from')} label={text('office.export.from')} type="date" />
          <TextField field={form.field('/to')} label={text('office.export.to')} type="date" />
        </div>
        <FormActions form={form} submit={text('office.export.download')} look="plain" icon="download" />
      </FormFrame>
    </Card>
  );
}
