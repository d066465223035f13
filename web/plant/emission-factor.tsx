import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import type { Overview, PlantEmissionFactor } from '../api/types.js';
import { numberForInput, parseDecimal } from '../format/numbers.js';
import { useFormat } from '../format/use-format.js';
import { TextField } from '../forms/fields.js';
import { FormActions, FormFrame } from '../forms/form.js';
import { numberWithin, textUpTo } from '../forms/rules.js';
import { useForm } from '../forms/use-form.js';
import { useText } from '../i18n/use-text.js';
import { LoadFailure } from '../shell/failure.js';
import { Button } from '../ui/button.js';
import { Dialog, Loading } from '../ui/surfaces.js';
import { useToast } from '../ui/toast.js';
import { getEmissionFactor, resetEmissionFactor, setEmissionFactor } from './api.js';
import { keys, useMayChange } from './queries.js';

type Factor = Pick<Overview['co2'], 'gramsPerKwh' | 'source' | 'year'>;

/** `0,363 kg/kWh, UBA 2024` */
export function useFactorWords(): (factor: Factor) => string {
  const text = useText();
  const format = useFormat();
  return ({ gramsPerKwh, source, year }) =>
    text('plant.co2.factor', { kg: format.number(gramsPerKwh / 1_000, { min: 3, max: 3 }), source, year: `${year}` });
}

/** What avoided CO₂ is counted with, and the way to another factor for those who may change it. */
export function EmissionFactor({ plantId, factor }: { readonly plantId: string; readonly factor: Factor }) {
  const text = useText();
  const words = useFactorWords();
  const mayChange = useMayChange(plantId);
  const [isOpen, setOpen] = useState(false);
  return (
    <>
      <small className="source">
        {text('plant.co2.countedWith', { factor: words(factor) })}{' '}
        {mayChange && (
          <button type="button" className="link-button" onClick={() => setOpen(true)}>
            {text('plant.co2.change')}
          </button>
        )}
      </small>
      {isOpen && <FactorDialog plantId={plantId} onClose={() => setOpen(false)} />}
    </>
  );
}

function FactorDialog({ plantId, onClose }: { readonly plantId: string; readonly onClose: () => void }) {
  const text = useText();
  const stated = useQuery({
    queryKey: keys.emissionFactor(plantId),
    queryFn: ({ signal }) => getEmissionFactor(plantId, signal),
  });
  return (
    <Dialog title={text('plant.co2.title')} onClose={onClose}>
      {stated.isPending && <Loading />}
      {stated.error && <LoadFailure error={stated.error} retry={() => void stated.refetch()} />}
      {stated.data && <FactorForm plantId={plantId} stated={stated.data} onClose={onClose} />}
    </Dialog>
  );
}

type FactorFormProps = {
  readonly plantId: string;
  readonly stated: PlantEmissionFactor;
  readonly onClose: () => void;
};

function FactorForm({ plantId, stated, onClose }: FactorFormProps) {
  const text = useText();
  const words = useFactorWords();
  const { language } = useFormat();
  const client = useQueryClient();
  const toast = useToast();
  const taken = (factor: PlantEmissionFactor) => {
    client.setQueryData(keys.emissionFactor(plantId), factor);
    void client.invalidateQueries({ queryKey: keys.plant(plantId) });
    toast(text('plant.co2.saved', { factor: words(factor) }));
    onClose();
  };
  const reset = useMutation({ mutationFn: () => resetEmissionFactor(plantId), onSuccess: taken });
  const thisYear = new Date().getFullYear();
  const form = useForm({
    initial: {
      '/gramsPerKwh': numberForInput(stated.gramsPerKwh / 1_000, language, 3),
      '/source': stated.source,
      '/year': `${stated.year}`,
    },
    validate: (values) => ({
      '/gramsPerKwh': numberWithin(text, language, values['/gramsPerKwh'], { min: 0, max: 2 }),
      '/source': textUpTo(text, values['/source'], 100),
      '/year': /^\d{4}$/.test(values['/year'].trim())
        ? numberWithin(text, 'en', values['/year'], { min: 1990, max: thisYear })
        : text('plant.co2.yearForm'),
    }),
    submit: async (values) => {
      const kgPerKwh = parseDecimal(values['/gramsPerKwh'], language) ?? Number.NaN;
      const body = { source: values['/source'].trim(), year: Number(values['/year']) };
      taken(await setEmissionFactor(plantId, { ...body, gramsPerKwh: Math.round(kgPerKwh * 1_000) }));
    },
  });
  return (
    <FormFrame form={form} label={text('plant.co2.title')}>
      <p className="secondary">{text('plant.co2.lead', { factor: words(stated.usual) })}</p>
      <TextField field={form.field('/gramsPerKwh')} label={text('plant.co2.value')} unit="kg/kWh" numeric />
      <TextField field={form.field('/source')} label={text('plant.co2.source')} help={text('plant.co2.sourceHelp')} />
      <TextField field={form.field('/year')} label={text('plant.co2.year')} inputMode="numeric" />
      {reset.error && <LoadFailure error={reset.error} />}
      {stated.isOwn && (
        <p>
          <Button look="quiet" busy={reset.isPending} onClick={() => reset.mutate()}>
            {text('plant.co2.reset', { factor: words(stated.usual) })}
          </Button>
        </p>
      )}
      <FormActions form={form} submit={text('ui.save')} onCancel={onClose} />
    </FormFrame>
  );
}
