import { useState } from 'react';
import type { OfficeRepairOrder } from '../../api/types.js';
import { TextArea, TextField } from '../../forms/fields.js';
import { FormActions, FormFrame } from '../../forms/form.js';
import { numberWithin, textUpTo } from '../../forms/rules.js';
import { useForm } from '../../forms/use-form.js';
import { parseDecimal } from '../../format/numbers.js';
import { useFormat } from '../../format/use-format.js';
import { useText } from '../../i18n/use-text.js';
import { Button } from '../../ui/button.js';
import { Card } from '../../ui/surfaces.js';
import type { Act } from './act.js';

type WithdrawalProps = { readonly offer: NonNullable<OfficeRepairOrder['offer']>; readonly act: Act };

/** A consumer withdraws though the work has begun: what was done, what it costs, and why (§ 357a BGB). */
export function WithdrawalForm({ offer, act }: WithdrawalProps) {
  const text = useText();
  const [isOpen, setOpen] = useState(false);
  const title = text('office.repairs.withdrawal');
  if (!isOpen) {
    return (
      <div>
        <Button onClick={() => setOpen(true)}>{title}</Button>
      </div>
    );
  }
  return (
    <Card className="panel repair-card">
      <h2>{title}</h2>
      <Fields offer={offer} act={act} onClose={() => setOpen(false)} />
    </Card>
  );
}

function Fields({ offer, act, onClose }: WithdrawalProps & { readonly onClose: () => void }) {
  const text = useText();
  const format = useFormat();
  const { language } = format;
  const number = (value: string) => parseDecimal(value, language) ?? 0;
  const euro = (cents: number) => format.number(cents / 100, { min: 2, max: 2 });
  const mostCents = (percent: string) => Math.round((offer.net.cents * number(percent)) / 100);
  const form = useForm({
    initial: { '/workDonePercent': '', '/netCents': '', '/reason': '' },
    validate: (values) => ({
      '/workDonePercent': numberWithin(text, language, values['/workDonePercent'], { min: 0, max: 100 }),
      '/netCents': numberWithin(text, language, values['/netCents'], {
        min: 0,
        max: mostCents(values['/workDonePercent']) / 100,
      }),
      '/reason': textUpTo(text, values['/reason'], 1_000),
    }),
    submit: (values) =>
      act('/withdrawal', {
        workDonePercent: Math.round(number(values['/workDonePercent'])),
        netCents: Math.round(number(values['/netCents']) * 100),
        reason: values['/reason'].trim(),
      }),
  });
  const { values, field, change } = form;
  // Rounded to the cent, as the documents will say.
  const netCents = Math.round(number(values['/netCents']) * 100);
  const grossCents = netCents + Math.round((netCents * offer.vatRatePercent) / 100);
  return (
    <FormFrame form={form} label={text('office.repairs.withdrawal')}>
      <p className="secondary">
        {text('office.repairs.withdrawalText', { net: format.euro(offer.net), gross: format.euro(offer.gross) })}
      </p>
      <div className="offer-line">
        <TextField
          field={{
            ...field('/workDonePercent'),
            // The whole of what may be asked for stands there at first.
            onChange: (percent) =>
              change((all) => ({ ...all, '/workDonePercent': percent, '/netCents': euro(mostCents(percent)) })),
          }}
          label={text('office.repairs.workDone')}
          numeric
          unit="%"
        />
        <TextField field={field('/netCents')} label={text('office.repairs.compensation')} numeric unit="€" />
      </div>
      <p role="status">
        {text('office.repairs.remains', {
          remains: format.euro({ cents: grossCents }),
          rest: format.euro({ cents: Math.max(0, offer.gross.cents - grossCents) }),
        })}
      </p>
      <TextArea
        field={field('/reason')}
        label={text('office.repairs.reason')}
        help={text('office.repairs.withdrawalReason')}
      />
      <FormActions form={form} submit={text('office.repairs.settle')} onCancel={onClose} look="danger" />
    </FormFrame>
  );
}
