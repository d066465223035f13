import { useMutation, useQuery } from '@tanstack/react-query';
import { useMe } from '../../api/accounts.js';
import type { OfficeRepairOrder } from '../../api/types.js';
import { useFormat } from '../../format/use-format.js';
import { SelectField, TextField } from '../../forms/fields.js';
import { FormFrame } from '../../forms/form.js';
import { required } from '../../forms/rules.js';
import { useForm } from '../../forms/use-form.js';
import { useText } from '../../i18n/use-text.js';
import { overStatuses } from '../../repairs/api.js';
import { LoadFailure } from '../../shell/failure.js';
import { Button } from '../../ui/button.js';
import { Notice } from '../../ui/surfaces.js';
import type { Act } from './act.js';
import { advocatesQuery } from './queue.js';

type AssignmentProps = { readonly repair: OfficeRepairOrder; readonly act: Act | null };

/** Who takes care of a repair, and by when (H6); `act` is null for those who only look. */
export function Assignment({ repair, act }: AssignmentProps) {
  const text = useText();
  const format = useFormat();
  const me = useMe().data;
  const { advocate, dueOn, status } = repair;
  const take = useMutation({ mutationFn: async () => act?.('/assignment', { advocateId: me?.id, dueOn }) });
  const day = format.day(dueOn);
  const isMine = advocate !== null && advocate.accountId === me?.id;
  const mayChange = act !== null && !overStatuses.includes(status);
  return (
    <>
      <Notice>
        <div className="stack">
          <p>
            {advocate === null
              ? text('office.repairs.untaken', { day })
              : text('office.repairs.takenBy', { name: advocate.userName ?? '–', day })}
          </p>
          {take.error !== null && <LoadFailure error={take.error} />}
          {mayChange && !isMine && (
            <div>
              <Button busy={take.isPending} onClick={() => take.mutate()}>
                {text('office.repairs.take')}
              </Button>
            </div>
          )}
        </div>
      </Notice>
      {mayChange && (
        <details className="card panel">
          <summary>{text('office.repairs.assignment')}</summary>
          <AssignmentForm key={`${advocate?.accountId ?? ''} ${dueOn ?? ''}`} repair={repair} act={act} />
        </details>
      )}
    </>
  );
}

function AssignmentForm({
  repair: { advocate, dueOn },
  act,
}: {
  readonly repair: OfficeRepairOrder;
  readonly act: Act;
}) {
  const text = useText();
  const advocates = useQuery(advocatesQuery);
  const form = useForm<string>({
    initial: { '/advocateId': advocate?.accountId ?? '', '/dueOn': dueOn ?? '' },
    validate: (values) => ({ '/dueOn': required(text, values['/dueOn'] ?? '') }),
    submit: async (values) =>
      act('/assignment', {
        advocateId: values['/advocateId'] === '' ? null : values['/advocateId'],
        dueOn: values['/dueOn'],
      }),
  });
  // Who holds it stands there also before the list has come, or after the role was taken back.
  const people = [...(advocates.data ?? [])];
  if (advocate !== null && people.every(({ accountId }) => accountId !== advocate.accountId)) {
    people.push({ accountId: advocate.accountId, userName: advocate.userName ?? '–' });
  }
  return (
    <FormFrame form={form} label={text('office.repairs.assignment')}>
      <SelectField
        field={form.field('/advocateId')}
        label={text('office.repairs.advocate')}
        empty={text('office.repairs.nobody')}
        options={people.map(({ accountId, userName }) => ({ value: accountId, label: userName }))}
      />
      <TextField field={form.field('/dueOn')} label={text('office.repairs.due')} type="date" />
      <div className="form-actions">
        <Button look="primary" type="submit" busy={form.busy}>
          {text('office.repairs.assign')}
        </Button>
      </div>
    </FormFrame>
  );
}
