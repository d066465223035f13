import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { plantsQuery } from '../api/plants.js';
import { SelectField, TextField } from '../forms/fields.js';
import type { useForm } from '../forms/use-form.js';
import { useText } from '../i18n/use-text.js';
import { invertersQuery } from '../plant/queries.js';
import { Notice } from '../ui/surfaces.js';
import { repairDeviceQuery } from './api.js';
import { withDevice } from './draft-values.js';
import { StepForm } from './step-form.js';
import type { Draft } from './use-draft.js';

const names = [
  '/device/plantId',
  '/device/inverterId',
  '/device/serialNumber',
  '/device/type',
  '/device/deliveredOn',
] as const;
type DeviceForm = ReturnType<typeof useForm<(typeof names)[number]>>;

/** Which device it is: of an own plant, or by the number on its plate. */
export function DeviceStep({ draft }: { readonly draft: Draft }) {
  const text = useText();
  return (
    <StepForm draft={draft} step="device" names={names} merge={withDevice} help={text('repair.deviceHelp')}>
      {(form) => <Fields form={form} />}
    </StepForm>
  );
}

function Fields({ form }: { readonly form: DeviceForm }) {
  const text = useText();
  const { field, values } = form;
  const serial = field('/device/serialNumber');
  // Half a number is none: it is looked up when its field is left.
  const [settled, setSettled] = useState(values['/device/serialNumber']);
  return (
    <>
      <FromPlant form={form} onDevice={setSettled} />
      <TextField
        field={{
          ...serial,
          onBlur: () => {
            serial.onBlur();
            setSettled(serial.value);
          },
        }}
        label={text('repair.serial')}
        autoCapitalize="none"
      />
      <OpenRepairs serialNumber={settled} />
      <TextField field={field('/device/type')} label={text('repair.type')} />
      <TextField
        field={field('/device/deliveredOn')}
        label={text('repair.delivered')}
        help={text('repair.deliveredHelp')}
        type="date"
        optional
      />
    </>
  );
}

/** A repair of the same device that is under way: nobody means to ask for it twice. */
export function OpenRepairs({ serialNumber }: { readonly serialNumber: string }) {
  const text = useText();
  const open = useQuery(repairDeviceQuery(serialNumber.trim().toUpperCase())).data?.openRepairs ?? [];
  return open.map(({ id, number, status }) => (
    <Notice key={id} tone="warn" live>
      <p>
        {text('repair.openAlready', { status: text(`repair.status.${status}`) })}{' '}
        <Link to="/repairs/$repairId" params={{ repairId: id }}>
          {text('repair.track', { number })}
        </Link>
      </p>
    </Notice>
  ));
}

/** A device of an own plant brings its serial number and type along. */
function FromPlant({
  form: { field, values, change },
  onDevice,
}: {
  readonly form: DeviceForm;
  readonly onDevice: (serialNumber: string) => void;
}) {
  const text = useText();
  const plants = useQuery(plantsQuery).data ?? [];
  const plantId = values['/device/plantId'];
  const inverters = useQuery({ ...invertersQuery(plantId), enabled: plantId !== '' }).data?.items;
  if (plants.length === 0) return null;
  const choosePlant = (chosen: string) =>
    change((all) => ({ ...all, '/device/plantId': chosen, '/device/inverterId': '' }));
  const chooseInverter = (chosen: string) => {
    const inverter = (inverters ?? []).find(({ id }) => id === chosen);
    change((all) => ({
      ...all,
      '/device/inverterId': chosen,
      ...(inverter !== undefined && {
        '/device/serialNumber': inverter.serialNumber,
        '/device/type': inverter.type?.model ?? all['/device/type'],
      }),
    }));
    if (inverter !== undefined) onDevice(inverter.serialNumber);
  };
  return (
    <>
      <SelectField
        field={{ ...field('/device/plantId'), onChange: choosePlant }}
        label={text('repair.fromPlant')}
        empty={text('repair.fromPlantEmpty')}
        optional
        options={plants.map(({ id, name }) => ({ value: id, label: name }))}
      />
      {plantId !== '' && (
        <SelectField
          field={{ ...field('/device/inverterId'), onChange: chooseInverter }}
          label={text('repair.inverter')}
          empty={text('repair.inverterEmpty')}
          optional
          options={(inverters ?? []).map(({ id, name, serialNumber }) => ({
            value: id,
            label: name === serialNumber ? name : `${name} (${serialNumber})`,
          }))}
        />
      )}
    </>
  );
}
