import { useState } from 'react';
import { TextField } from '../../forms/fields.js';
import { FormFrame } from '../../forms/form.js';
import { required } from '../../forms/rules.js';
import { useForm } from '../../forms/use-form.js';
import { useFormat } from '../../format/use-format.js';
import { useText } from '../../i18n/use-text.js';
import { Button } from '../../ui/button.js';
import { Card } from '../../ui/surfaces.js';
import { portalZone } from '../../format/dates.js';

type AsOfFormProps = {
  readonly asOf: string | undefined;
  readonly onShow: (asOf: string | undefined) => void;
};

/** The end of a calendar day in Germany, as an instant: everything that was recorded on it counts. */
export function endOfDay(day: string): string {
  const next = new Date(`${day}T00:00:00Z`);
  next.setUTCDate(next.getUTCDate() + 1);
  const offset = (at: Date) =>
    Date.parse(`${at.toLocaleString('sv-SE', { timeZone: portalZone }).replace(' ', 'T')}Z`) - at.getTime();
  // The clock may change in that night: the offset is that of the moment itself.
  const guess = new Date(next.getTime() - offset(next));
  return new Date(next.getTime() - offset(guess) - 1).toISOString();
}

/** Looks back to the end of a day. */
export function AsOfForm({ asOf, onShow }: AsOfFormProps) {
  const text = useText();
  const format = useFormat();
  const [isOpen, setOpen] = useState(asOf !== undefined);
  const day = asOf === undefined ? '' : new Date(asOf).toLocaleDateString('sv-SE', { timeZone: portalZone });
  const form = useForm({
    initial: { '/asOf': day },
    validate: (values) => ({ '/asOf': required(text, values['/asOf']) }),
    submit: async (values) => onShow(endOfDay(values['/asOf'])),
  });
  if (!isOpen)
    return (
      <div className="row">
        <Button icon="clock" onClick={() => setOpen(true)}>
          {text('office.licence.lookBack')}
        </Button>
      </div>
    );
  return (
    <Card>
      {asOf !== undefined && (
        <p>
          <b>{text('office.licence.asOf', { when: format.portal(asOf, 'exact') })}</b>
        </p>
      )}
      <FormFrame form={form} label={text('office.licence.lookBack')}>
        <TextField
          field={form.field('/asOf')}
          label={text('office.licence.asOfDay')}
          help={text('office.licence.asOfHelp')}
          type="date"
        />
        <div className="form-actions">
          {asOf !== undefined && <Button onClick={() => onShow(undefined)}>{text('office.licence.now')}</Button>}
          <Button look="primary" type="submit" busy={form.busy}>
            {text('office.licence.show')}
          </Button>
        </div>
      </FormFrame>
    </Card>
  );
}
