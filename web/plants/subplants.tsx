import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { addSubplant, deleteSubplant, editSubplant } from '../api/plants.js';
import type { Plant, Subplant, SubplantBody } from '../api/types.js';
import { numberForInput, parseDecimal } from '../format/numbers.js';
import { useFormat } from '../format/use-format.js';
import { TextField } from '../forms/fields.js';
import { FormActions, FormFrame, FormGroup } from '../forms/form.js';
import { numberWithin, textUpTo } from '../forms/rules.js';
import { useForm, type FormErrors } from '../forms/use-form.js';
import { useText } from '../i18n/use-text.js';
import { LoadFailure } from '../shell/failure.js';
import { Button, IconButton } from '../ui/button.js';
import { Dialog } from '../ui/surfaces.js';
import { useNoticeGone } from './plant-gone.js';

type Open = { readonly kind: 'add' } | { readonly kind: 'edit' | 'remove'; readonly subplant: Subplant };

/** Groups of inverters with an orientation of their own. */
export function Subplants({ plant }: { readonly plant: Plant }) {
  const text = useText();
  const [open, setOpen] = useState<Open>();
  const close = () => setOpen(undefined);
  return (
    <FormGroup title={text('subplants.title')} help={text('subplants.text')}>
      {plant.subplants.length === 0 ? (
        <p className="secondary">{text('subplants.none')}</p>
      ) : (
        <ul>
          {plant.subplants.map((subplant) => (
            <li className="subplant" key={subplant.id}>
              <div>
                <b>{subplant.name}</b>
                <Facts subplant={subplant} />
              </div>
              <IconButton
                icon="edit"
                quiet
                label={text('subplants.edit', { name: subplant.name })}
                onClick={() => setOpen({ kind: 'edit', subplant })}
              />
              <IconButton
                icon="remove"
                quiet
                label={text('subplants.remove', { name: subplant.name })}
                onClick={() => setOpen({ kind: 'remove', subplant })}
              />
            </li>
          ))}
        </ul>
      )}
      <div>
        <Button icon="add" onClick={() => setOpen({ kind: 'add' })}>
          {text('subplants.add')}
        </Button>
      </div>
      {open?.kind === 'remove' && <RemoveDialog plantId={plant.id} subplant={open.subplant} onClose={close} />}
      {open?.kind === 'add' && <SubplantDialog plantId={plant.id} onClose={close} />}
      {open?.kind === 'edit' && <SubplantDialog plantId={plant.id} subplant={open.subplant} onClose={close} />}
    </FormGroup>
  );
}

function Facts({ subplant }: { readonly subplant: Subplant }) {
  const text = useText();
  const format = useFormat();
  const known = [
    subplant.azimuthDeg !== null && `${text('plantForm.azimuth')} ${format.number(subplant.azimuthDeg)}°`,
    subplant.tiltDeg !== null && `${text('plantForm.tilt')} ${format.number(subplant.tiltDeg)}°`,
    subplant.generatorPowerW !== null && format.inWords(format.ratedPower(subplant.generatorPowerW)),
  ].filter((fact) => fact !== false);
  return <p className="secondary num">{known.length === 0 ? text('subplants.asPlant') : known.join(' · ')}</p>;
}

type SubplantField = '/name' | '/azimuthDeg' | '/tiltDeg' | '/moduleAreaM2' | '/generatorPowerW';

const limits = {
  '/azimuthDeg': { min: 0, max: 359.9 },
  '/tiltDeg': { min: 0, max: 90 },
  '/moduleAreaM2': { min: 0.1, max: 10_000_000, groups: true },
  '/generatorPowerW': { min: 0.001, max: 1_000_000, groups: true },
} as const;

function SubplantDialog({
  plantId,
  subplant,
  onClose,
}: {
  readonly plantId: string;
  readonly subplant?: Subplant;
  readonly onClose: () => void;
}) {
  const text = useText();
  const { language } = useFormat();
  const client = useQueryClient();
  const noticeGone = useNoticeGone(plantId);
  const shown = (value: number | null | undefined) => (value == null ? '' : numberForInput(value, language));
  const form = useForm<SubplantField>({
    initial: {
      '/name': subplant?.name ?? '',
      '/azimuthDeg': shown(subplant?.azimuthDeg),
      '/tiltDeg': shown(subplant?.tiltDeg),
      '/moduleAreaM2': shown(subplant?.moduleAreaM2),
      '/generatorPowerW': shown(subplant?.generatorPowerW == null ? null : subplant.generatorPowerW / 1000),
    },
    validate: (values) => {
      const optional = (name: keyof typeof limits) =>
        values[name].trim() === '' ? undefined : numberWithin(text, language, values[name], limits[name]);
      return {
        '/name': textUpTo(text, values['/name'], 80),
        '/azimuthDeg': optional('/azimuthDeg'),
        '/tiltDeg': optional('/tiltDeg'),
        '/moduleAreaM2': optional('/moduleAreaM2'),
        '/generatorPowerW': optional('/generatorPowerW'),
      } as FormErrors<SubplantField>;
    },
    submit: async (values) => {
      const number = (name: SubplantField, groups = false) => parseDecimal(values[name], language, groups);
      const powerKw = number('/generatorPowerW', true);
      const body: SubplantBody = {
        name: values['/name'].trim(),
        azimuthDeg: number('/azimuthDeg') ?? null,
        tiltDeg: number('/tiltDeg') ?? null,
        moduleAreaM2: number('/moduleAreaM2', true) ?? null,
        generatorPowerW: powerKw === undefined ? null : Math.round(powerKw * 1000),
      };
      if (subplant === undefined) await noticeGone(addSubplant(plantId, body));
      else await noticeGone(editSubplant(plantId, subplant.id, body));
      await client.invalidateQueries({ queryKey: ['plants', plantId] });
      onClose();
    },
  });
  const title = subplant === undefined ? text('subplants.add') : text('subplants.edit', { name: subplant.name });
  return (
    <Dialog title={title} onClose={onClose}>
      <FormFrame form={form} label={title}>
        <TextField field={form.field('/name')} label={text('subplants.name')} />
        <p className="help">{text('subplants.optionalHelp')}</p>
        <div className="columns">
          <TextField field={form.field('/azimuthDeg')} label={text('plantForm.azimuth')} unit="°" numeric optional />
          <TextField field={form.field('/tiltDeg')} label={text('plantForm.tilt')} unit="°" numeric optional />
          <TextField field={form.field('/moduleAreaM2')} label={text('plantForm.area')} unit="m²" numeric optional />
          <TextField
            field={form.field('/generatorPowerW')}
            label={text('plantForm.power')}
            unit="kW"
            numeric
            optional
          />
        </div>
        <FormActions form={form} submit={text('ui.save')} onCancel={onClose} />
      </FormFrame>
    </Dialog>
  );
}

function RemoveDialog({
  plantId,
  subplant,
  onClose,
}: {
  readonly plantId: string;
  readonly subplant: Subplant;
  readonly onClose: () => void;
}) {
  const text = useText();
  const client = useQueryClient();
  const noticeGone = useNoticeGone(plantId);
  const remove = useMutation({
    mutationFn: () => noticeGone(deleteSubplant(plantId, subplant.id)),
    onSuccess: async () => {
      await client.invalidateQueries({ queryKey: ['plants', plantId] });
      onClose();
    },
  });
  return (
    <Dialog
      title={text('subplants.remove', { name: subplant.name })}
      onClose={onClose}
      actions={
        <>
          <Button onClick={onClose}>{text('ui.cancel')}</Button>
          <Button look="danger" solid busy={remove.isPending} onClick={() => remove.mutate()}>
            {text('ui.delete')}
          </Button>
        </>
      }
    >
      {remove.isError && <LoadFailure error={remove.error} />}
      <p>{text('subplants.removeText')}</p>
    </Dialog>
  );
}
