import './corrections.css';
import { useMutation } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import type { Correction, Overview } from '../api/types.js';
import { SelectField, TextArea, TextField } from '../forms/fields.js';
import { FormActions, FormFrame } from '../forms/form.js';
import { numberWithin } from '../forms/rules.js';
import { useForm } from '../forms/use-form.js';
import { parseDecimal } from '../format/numbers.js';
import { useFormat } from '../format/use-format.js';
import { useText } from '../i18n/use-text.js';
import { LoadFailure } from '../shell/failure.js';
import { Button } from '../ui/button.js';
import { EmptyState, Loading } from '../ui/surfaces.js';
import { useToast } from '../ui/toast.js';
import { correctEnergy, undoCorrection } from './api.js';
import { markOf } from './marks.js';
import { useCorrections, useMayChange, useOverview } from './queries.js';
import { SubPage } from './sub-page.js';
import { useChanged } from './use-changed.js';
import { isDay } from './view.js';

type CorrectionsProps = { readonly plantId: string; readonly day: string | undefined };

/** What people put right of the energy of the plant: the form for those who may, and everything that was ever written. */
export function Corrections({ plantId, day }: CorrectionsProps) {
  const text = useText();
  const overview = useOverview(plantId);
  const mayChange = useMayChange(plantId);
  const [saved, setSaved] = useState(0);
  return (
    <SubPage plantId={plantId} title={text('plant.corrections.title')}>
      <div className="sub-head">
        <h2>{text('plant.corrections.title')}</h2>
      </div>
      {overview.isPending && <Loading />}
      {overview.error && !overview.data && (
        <div className="card">
          <LoadFailure error={overview.error} retry={() => void overview.refetch()} />
        </div>
      )}
      {overview.data && (
        <>
          <section className="card corrections">
            <p>{text('plant.corrections.lead')}</p>
            {mayChange && (
              <p>
                <Link to="/plants/$plantId/history" params={{ plantId }}>
                  {text('plant.history.title')}
                </Link>
              </p>
            )}
            {mayChange && overview.data.inverters.length === 0 && (
              <p className="secondary">{text('plant.corrections.noInverters')}</p>
            )}
            {mayChange && overview.data.inverters.length > 0 && (
              <CorrectionForm key={saved} overview={overview.data} day={day} onSaved={() => setSaved(saved + 1)} />
            )}
          </section>
          <History overview={overview.data} mayChange={mayChange} />
        </>
      )}
    </SubPage>
  );
}

type Name = '/inverterId' | '/firstDay' | '/lastDay' | '/basis' | '/energyWhPerDay' | '/reason';
const bases = ['corrected', 'estimated', 'unknown'] as const;
const mostKwh = 1_000_000;

type FormProps = { readonly overview: Overview; readonly day: string | undefined; readonly onSaved: () => void };

function CorrectionForm({ overview, day, onSaved }: FormProps) {
  const text = useText();
  const { language } = useFormat();
  const toast = useToast();
  const { plantId, inverters, today } = overview;
  const changed = useChanged(plantId);
  const form = useForm<Name>({
    initial: {
      '/inverterId': inverters[0]?.id ?? '',
      '/firstDay': day ?? today,
      '/lastDay': day ?? today,
      '/basis': 'corrected',
      '/energyWhPerDay': '',
      '/reason': '',
    },
    validate: (values) => ({
      '/firstDay': isDay(values['/firstDay']) ? undefined : text('plant.export.day'),
      '/lastDay': isDay(values['/lastDay']) ? undefined : text('plant.export.day'),
      '/energyWhPerDay':
        values['/basis'] === 'unknown'
          ? undefined
          : numberWithin(text, language, values['/energyWhPerDay'], { min: 0, max: mostKwh, groups: true }),
      '/reason': values['/reason'].trim() === '' ? text('plant.corrections.reasonMissing') : undefined,
    }),
    submit: async (values) => {
      const kWh = parseDecimal(values['/energyWhPerDay'], language, true) ?? 0;
      const isUnknown = values['/basis'] === 'unknown';
      await correctEnergy(plantId, {
        inverterId: values['/inverterId'],
        firstDay: values['/firstDay'],
        lastDay: values['/lastDay'],
        energyWhPerDay: isUnknown ? null : Math.round(kWh * 1_000),
        basis: values['/basis'] === 'estimated' ? 'estimated' : 'corrected',
        reason: values['/reason'].trim(),
      });
      await changed();
      toast(text('plant.corrections.saved'));
      onSaved();
    },
  });
  return (
    <FormFrame form={form} label={text('plant.corrections.title')}>
      <div className="columns">
        <SelectField
          field={form.field('/inverterId')}
          label={text('plant.corrections.inverter')}
          options={inverters.map(({ id, name }) => ({ value: id, label: name }))}
        />
        <SelectField
          field={form.field('/basis')}
          label={text('plant.corrections.basis')}
          options={bases.map((value) => ({ value, label: text(`plant.corrections.basis.${value}`) }))}
        />
        <TextField field={form.field('/firstDay')} label={text('plant.corrections.first')} type="date" max={today} />
        <TextField field={form.field('/lastDay')} label={text('plant.corrections.last')} type="date" max={today} />
        {form.values['/basis'] !== 'unknown' && (
          <TextField
            field={form.field('/energyWhPerDay')}
            label={text('plant.corrections.energy')}
            unit="kWh"
            numeric
          />
        )}
      </div>
      <TextArea
        field={form.field('/reason')}
        label={text('plant.corrections.reason')}
        help={text('plant.corrections.reasonHelp')}
      />
      <FormActions form={form} submit={text('plant.corrections.save')} />
    </FormFrame>
  );
}

function History({ overview, mayChange }: { readonly overview: Overview; readonly mayChange: boolean }) {
  const text = useText();
  const { data, error, isPending, refetch } = useCorrections(overview.plantId);
  return (
    <section className="card corrections">
      <h3>{text('plant.corrections.history')}</h3>
      {isPending && <Loading />}
      {error && !data && <LoadFailure error={error} retry={() => void refetch()} />}
      {data?.length === 0 && (
        <EmptyState icon="check" title={text('plant.corrections.none')}>
          <p>{text('plant.corrections.noneText')}</p>
        </EmptyState>
      )}
      {data !== undefined && data.length > 0 && (
        <ul className="correction-list">
          {data.map((correction) => (
            <Entry key={correction.id} overview={overview} correction={correction} mayChange={mayChange} />
          ))}
        </ul>
      )}
    </section>
  );
}

type EntryProps = { readonly overview: Overview; readonly correction: Correction; readonly mayChange: boolean };

/** One correction: which days, what counts, what was measured, why and by whom. */
function Entry({ overview: { plantId, timeZone }, correction, mayChange }: EntryProps) {
  const text = useText();
  const format = useFormat();
  const toast = useToast();
  const changed = useChanged(plantId);
  const undo = useMutation({
    mutationFn: () => undoCorrection(plantId, correction.id),
    onSuccess: async () => {
      await changed();
      toast(text('plant.corrections.undoneNow'));
    },
  });
  const { firstDay, lastDay, energyWhPerDay, measuredWh, undone, made } = correction;
  const energy = (wh: number) => format.inWords(format.energy(wh));
  const days = firstDay === lastDay ? format.day(firstDay) : `${format.day(firstDay)} – ${format.day(lastDay)}`;
  const who = ({ at, by }: typeof made) => ({
    at: format.instant(at, timeZone),
    by: by ?? text('plant.corrections.somebody'),
  });
  return (
    <li className={undone === null ? undefined : 'undone'}>
      <div>
        <b>{days}</b> · {correction.inverterName ?? text('plant.corrections.removedInverter')}
        <div className="num">
          {energyWhPerDay === null
            ? text('plant.corrections.unknown')
            : text('plant.corrections.perDay', { energy: energy(energyWhPerDay) })}
          {energyWhPerDay !== null && ` (${text(`plant.corrections.mark.${markOf(correction)}`)})`}
          <span className="secondary">
            {' · '}
            {measuredWh === null
              ? text('plant.corrections.measuredNone')
              : text('plant.corrections.measured', { energy: energy(measuredWh) })}
          </span>
        </div>
        {correction.reason !== null && <p>{correction.reason}</p>}
        <small className="secondary">{text('plant.corrections.made', who(made))}</small>
        {undone !== null && <small className="secondary">{text('plant.corrections.undone', who(undone))}</small>}
        {undo.error && <LoadFailure error={undo.error} />}
      </div>
      {mayChange && undone === null && (
        <Button
          busy={undo.isPending}
          onClick={() => undo.mutate()}
          aria-label={text('plant.corrections.undoOf', { at: days })}
        >
          {text('plant.corrections.undo')}
        </Button>
      )}
    </li>
  );
}
