import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import type { OfficeRepairOrder } from '../../api/types.js';
import { TextArea, TextField } from '../../forms/fields.js';
import { FormFrame } from '../../forms/form.js';
import { useForm } from '../../forms/use-form.js';
import { useText } from '../../i18n/use-text.js';
import type { MessageId } from '../../i18n/de.js';
import { overStatuses } from '../../repairs/api.js';
import { LoadFailure } from '../../shell/failure.js';
import { Button } from '../../ui/button.js';
import { Card } from '../../ui/surfaces.js';
import type { Act } from './act.js';

type StepProps = { readonly repair: OfficeRepairOrder; readonly act: Act };

/** What the office can do next with a repair, beyond an offer. */
export function NextStep({ repair, act }: StepProps) {
  const { status, owes, invoice, isDeviceAway } = repair;
  const isOver = overStatuses.includes(status);
  return (
    <>
      {status === 'accepted' && <Press label="office.repairs.fetched" run={() => act('/dispatch')} />}
      {(status === 'accepted' || status === 'dispatched') && (
        <Press label="office.repairs.arrived" run={() => act('/arrival')} />
      )}
      {(status === 'inRepair' || (isOver && isDeviceAway)) && (
        <StepForm
          title="office.repairs.return"
          button="office.repairs.returned"
          fields={[
            { name: '/carrier', label: 'office.repairs.carrier', optional: true },
            { name: '/trackingNumber', label: 'office.repairs.tracking', optional: true },
          ]}
          run={(body) => act('/return', body)}
        />
      )}
      {owes && invoice === null && (
        <Press label="office.repairs.invoice" help="office.repairs.invoiceHelp" run={() => act('/invoice')} />
      )}
      {owes && invoice !== null && (
        <StepForm
          title="office.repairs.payment"
          button="office.repairs.payment"
          fields={[{ name: '/paidOn', label: 'office.repairs.paidOn', type: 'date' }]}
          run={(body) => act('/payment', body)}
        />
      )}
      {status === 'sentBack' && !owes && <Press label="office.repairs.close" run={() => act('/closing')} />}
      {['requested', 'offered', 'accepted', 'dispatched'].includes(status) && invoice === null && (
        <StepForm
          title="office.repairs.decline"
          help="office.repairs.declineText"
          button="office.repairs.decline"
          danger
          fields={[{ name: '/reason', label: 'office.repairs.reason', type: 'long' }]}
          run={(body) => act('/declination', body)}
        />
      )}
    </>
  );
}

type PressProps = { readonly label: MessageId; readonly help?: MessageId; readonly run: () => Promise<void> };

function Press({ label, help, run }: PressProps) {
  const text = useText();
  const act = useMutation({ mutationFn: run });
  return (
    <div className="stack">
      {act.error !== null && <LoadFailure error={act.error} />}
      {help !== undefined && <p className="secondary">{text(help)}</p>}
      <div>
        <Button look="primary" busy={act.isPending} onClick={() => act.mutate()}>
          {text(label)}
        </Button>
      </div>
    </div>
  );
}

type StepField = {
  readonly name: `/${string}`;
  readonly label: MessageId;
  readonly type?: 'date' | 'long';
  readonly optional?: boolean;
};
type StepFormProps = {
  readonly title: MessageId;
  readonly help?: MessageId;
  readonly button: MessageId;
  readonly danger?: boolean;
  readonly fields: readonly StepField[];
  readonly run: (body: Readonly<Record<string, string | null>>) => Promise<void>;
};

/** A short form behind its button, so that the page stays calm. */
function StepForm({ title, help, button, danger, fields, run }: StepFormProps) {
  const text = useText();
  const [isOpen, setOpen] = useState(false);
  const form = useForm<string>({
    initial: Object.fromEntries(fields.map(({ name }) => [name, ''])),
    validate: (values) =>
      Object.fromEntries(
        fields.map(({ name, optional }) => [
          name,
          optional === true || values[name]?.trim() !== '' ? undefined : text('form.required'),
        ]),
      ),
    submit: (values) =>
      run(
        Object.fromEntries(
          fields.map(({ name }) => [
            name.slice(1),
            values[name]?.trim() === '' ? null : (values[name]?.trim() ?? null),
          ]),
        ),
      ),
  });
  if (!isOpen) {
    return (
      <div>
        <Button {...(danger === true ? { look: 'danger' as const } : {})} onClick={() => setOpen(true)}>
          {text(title)}
        </Button>
      </div>
    );
  }
  return (
    <Card className="panel repair-card">
      <h2>{text(title)}</h2>
      <FormFrame form={form} label={text(title)}>
        {help !== undefined && <p className="secondary">{text(help)}</p>}
        {fields.map(({ name, label, type, optional }) =>
          type === 'long' ? (
            <TextArea key={name} field={form.field(name)} label={text(label)} />
          ) : (
            <TextField
              key={name}
              field={form.field(name)}
              label={text(label)}
              type={type ?? 'text'}
              {...(optional === true ? { optional } : {})}
            />
          ),
        )}
        <div className="form-actions">
          <Button onClick={() => setOpen(false)}>{text('ui.cancel')}</Button>
          <Button look={danger === true ? 'danger' : 'primary'} type="submit" busy={form.busy}>
            {text(button)}
          </Button>
        </div>
      </FormFrame>
    </Card>
  );
}
