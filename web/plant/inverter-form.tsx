import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import type { Inverter, LicenceSummary } from '../api/types.js';
import { instantAt } from '../charts/time.js';
import { SelectField, TextField } from '../forms/fields.js';
import { FormFrame } from '../forms/form.js';
import { atMost, textUpTo } from '../forms/rules.js';
import { useForm } from '../forms/use-form.js';
import { inWords } from '../format/quantities.js';
import { useFormat } from '../format/use-format.js';
import { useText } from '../i18n/use-text.js';
import { Button } from '../ui/button.js';
import { Dialog, Notice } from '../ui/surfaces.js';
import { useToast } from '../ui/toast.js';
import { useNoticeGone } from '../plants/plant-gone.js';
import { addInverter, editInverter, exchangeInverter } from './api.js';
import { nowIn, wrongExchangeTime, wrongSerialNumber } from './device-rules.js';
import { keys, useInverterTypes, usePlant } from './queries.js';
import { typeName } from './type-name.js';
import { VerdictLine, useLiveVerdict } from './verdict.js';

type DialogProps = { readonly plantId: string; readonly onClose: () => void };

const orNull = (value: string) => (value === '' ? null : value);
const codePart = (code: string) => (code.trim() === '' ? {} : { activationCode: code.trim() });

/** Everything of the plant may have changed: state, nominal power, licence. */
function useDone(plantId: string, onClose: () => void) {
  const client = useQueryClient();
  const toast = useToast();
  return async (message: string) => {
    await client.invalidateQueries({ queryKey: keys.plant(plantId) });
    await client.invalidateQueries({ queryKey: ['plants'], exact: true });
    toast(message);
    onClose();
  };
}

function useTypeOptions() {
  const format = useFormat();
  const types = useInverterTypes();
  return (types.data ?? []).map((type) => ({
    value: type.id,
    label: `${typeName(type)} · ${inWords(format.ratedPower(type.nominalPowerW))}`,
  }));
}

function useSubplantOptions(plantId: string) {
  const plant = usePlant(plantId);
  return (plant.data?.subplants ?? []).map(({ id, name }) => ({ value: id, label: name }));
}

type AddProps = DialogProps & { readonly suggestedName: string; readonly licence: LicenceSummary | undefined };

/** Serial number and code with their verdict, a name, the group; the type where it is not known. */
export function AddInverterDialog({ plantId, onClose, suggestedName, licence }: AddProps) {
  const text = useText();
  const done = useDone(plantId, onClose);
  const noticeGone = useNoticeGone(plantId);
  const types = useTypeOptions();
  const subplants = useSubplantOptions(plantId);
  const [idempotencyKey] = useState(() => crypto.randomUUID());
  const form = useForm({
    initial: { '/serialNumber': '', '/activationCode': '', '/name': suggestedName, '/subplantId': '', '/typeId': '' },
    validate: (values) => ({
      '/serialNumber': wrongSerialNumber(text, values['/serialNumber']),
      '/activationCode': atMost(text, values['/activationCode'], 40),
      '/name': textUpTo(text, values['/name'], 80),
    }),
    submit: async (values) => {
      const body = {
        serialNumber: values['/serialNumber'].trim(),
        ...codePart(values['/activationCode']),
        name: values['/name'].trim(),
        subplantId: orNull(values['/subplantId']),
        typeId: orNull(values['/typeId']),
      };
      await noticeGone(addInverter(plantId, body, idempotencyKey));
      await done(text('plant.inverters.added', { name: body.name }));
    },
  });
  const verdict = useLiveVerdict(plantId, form.values['/serialNumber'], form.values['/activationCode']);
  const isTypeKnown = typeof verdict.answer?.typeId === 'string';
  return (
    <Dialog title={text('plant.inverters.add')} onClose={onClose}>
      <FormFrame form={form} label={text('plant.inverters.add')}>
        <TextField
          field={form.field('/serialNumber')}
          label={text('plant.inverter.serialNumber')}
          help={text('plant.inverter.serialNumberHelp')}
          autoCapitalize="none"
        />
        <TextField
          field={form.field('/activationCode')}
          label={text('plant.inverter.code')}
          help={text('plant.inverter.codeHelp')}
          autoCapitalize="none"
          optional={verdict.answer?.verdict === 'unknownDevice'}
        />
        <VerdictLine of={verdict} />
        <TextField field={form.field('/name')} label={text('plant.inverter.name')} />
        {subplants.length > 0 && (
          <SelectField
            field={form.field('/subplantId')}
            label={text('plant.inverter.subplant')}
            options={subplants}
            empty={text('plant.inverter.noSubplant')}
            optional
          />
        )}
        {!isTypeKnown && (
          <SelectField
            field={form.field('/typeId')}
            label={text('plant.inverter.type')}
            help={text('plant.inverter.typeHelp')}
            options={types}
            empty={text('plant.inverter.typeLater')}
            optional
          />
        )}
        <Notice>
          <p>{text('plant.inverters.free')}</p>
          {licence?.state === 'none' && <p>{text('plant.inverters.startsTrial')}</p>}
        </Notice>
        <FormEnd label={text('plant.inverters.add')} busy={form.busy} onClose={onClose} />
      </FormFrame>
    </Dialog>
  );
}

type InverterProps = DialogProps & { readonly inverter: Inverter };

export function EditInverterDialog({ plantId, inverter, onClose }: InverterProps) {
  const text = useText();
  const done = useDone(plantId, onClose);
  const noticeGone = useNoticeGone(plantId);
  const types = useTypeOptions();
  const subplants = useSubplantOptions(plantId);
  const form = useForm({
    initial: {
      '/name': inverter.name,
      '/subplantId': inverter.subplantId ?? '',
      '/typeId': inverter.type?.id ?? '',
    },
    validate: (values) => ({ '/name': textUpTo(text, values['/name'], 80) }),
    submit: async (values) => {
      const name = values['/name'].trim();
      const body = { name, subplantId: orNull(values['/subplantId']), typeId: orNull(values['/typeId']) };
      await noticeGone(editInverter(plantId, inverter.id, body));
      await done(text('plant.inverters.saved', { name }));
    },
  });
  return (
    <Dialog title={text('plant.inverters.edit', { name: inverter.name })} onClose={onClose}>
      <FormFrame form={form} label={text('plant.inverters.edit', { name: inverter.name })}>
        <TextField field={form.field('/name')} label={text('plant.inverter.name')} />
        {subplants.length > 0 && (
          <SelectField
            field={form.field('/subplantId')}
            label={text('plant.inverter.subplant')}
            options={subplants}
            empty={text('plant.inverter.noSubplant')}
            optional
          />
        )}
        <SelectField
          field={form.field('/typeId')}
          label={text('plant.inverter.type')}
          help={text('plant.inverter.typeHelp')}
          options={types}
          empty={text('plant.inverter.typeLater')}
          optional
        />
        <FormEnd label={text('ui.save')} busy={form.busy} onClose={onClose} />
      </FormFrame>
    </Dialog>
  );
}

/** Another device at the same place: the series of the place goes on. */
export function ExchangeInverterDialog({ plantId, inverter, onClose }: InverterProps) {
  const text = useText();
  const format = useFormat();
  const done = useDone(plantId, onClose);
  const noticeGone = useNoticeGone(plantId);
  const plant = usePlant(plantId);
  const zone = plant.data?.location.timeZone ?? 'Europe/Berlin';
  const [idempotencyKey] = useState(() => crypto.randomUUID());
  const form = useForm({
    initial: { '/serialNumber': '', '/activationCode': '', '/exchangedAt': '' },
    validate: (values) => ({
      '/serialNumber': wrongSerialNumber(text, values['/serialNumber']),
      '/activationCode': atMost(text, values['/activationCode'], 40),
      '/exchangedAt': wrongExchangeTime(text, values['/exchangedAt'], { zone, standsSince: inverter.devices[0]?.from }),
    }),
    submit: async (values) => {
      const serialNumber = values['/serialNumber'].trim();
      const exchangedAt = values['/exchangedAt'];
      const body = {
        serialNumber,
        ...codePart(values['/activationCode']),
        ...(exchangedAt === '' ? {} : { exchangedAt: instantAt(exchangedAt, zone) }),
      };
      const { name, devices } = await noticeGone(exchangeInverter(plantId, inverter.id, body, idempotencyKey));
      const when = format.instant(devices[0]?.from, zone, 'dayTime');
      await done(text('plant.inverters.exchanged', { name, when }));
    },
  });
  const verdict = useLiveVerdict(plantId, form.values['/serialNumber'], form.values['/activationCode']);
  const title = text('plant.inverters.exchange', { name: inverter.name });
  return (
    <Dialog title={title} onClose={onClose}>
      <FormFrame form={form} label={title}>
        <p className="secondary">{text('plant.inverters.exchangeText')}</p>
        <TextField
          field={form.field('/serialNumber')}
          label={text('plant.inverter.newSerialNumber')}
          autoCapitalize="none"
        />
        <TextField
          field={form.field('/activationCode')}
          label={text('plant.inverter.code')}
          help={text('plant.inverter.codeHelp')}
          autoCapitalize="none"
          optional={verdict.answer?.verdict === 'unknownDevice'}
        />
        <VerdictLine of={verdict} />
        <TextField
          field={form.field('/exchangedAt')}
          label={text('plant.inverter.exchangedAt')}
          help={text('plant.inverter.exchangedAtHelp')}
          type="datetime-local"
          max={nowIn(zone)}
          optional
        />
        <div>
          <h3>{text('plant.inverters.history')}</h3>
          <ol className="device-history">
            {inverter.devices.map((device) => (
              <li key={device.from} className="secondary">
                <span className="serial">{device.serialNumber}</span>{' '}
                {text(device.to === null ? 'plant.inverters.since' : 'plant.inverters.fromTo', {
                  from: format.instant(device.from, zone, 'day'),
                  to: format.instant(device.to, zone, 'day'),
                })}
              </li>
            ))}
          </ol>
        </div>
        <FormEnd label={text('plant.inverters.exchangeNow')} busy={form.busy} onClose={onClose} />
      </FormFrame>
    </Dialog>
  );
}

type FormEndProps = { readonly label: string; readonly busy: boolean; readonly onClose: () => void };

function FormEnd({ label, busy, onClose }: FormEndProps) {
  const text = useText();
  return (
    <div className="form-actions">
      <Button onClick={onClose}>{text('ui.cancel')}</Button>
      <Button type="submit" look="primary" busy={busy}>
        {label}
      </Button>
    </div>
  );
}
