import './export.css';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { request } from '../api/client.js';
import type { Overview, SeriesMetric } from '../api/types.js';
import { addDays, addMonths, daysBetween } from '../charts/time.js';
import { Field, FieldError, SelectField } from '../forms/fields.js';
import { FormFrame } from '../forms/form.js';
import { useForm, type FieldProps } from '../forms/use-form.js';
import { useFormat } from '../format/use-format.js';
import { useText } from '../i18n/use-text.js';
import { LoadFailure } from '../shell/failure.js';
import { Button } from '../ui/button.js';
import { Loading } from '../ui/surfaces.js';
import { seriesFilePath, type SeriesFile } from './api.js';
import { channelGroups } from './channel-groups.js';
import { Choice } from './choice.js';
import { useMayChange, useOverview, usePlant } from './queries.js';
import { Reports } from './reports.js';
import { SubPage } from './sub-page.js';
import { isDay } from './view.js';

const resolutions = ['PT10M', 'PT1H', 'P1D', 'P1M', 'P1Y'] as const;
const formats = ['xlsx', 'csv', 'csvWithComma'] as const;
type Resolution = (typeof resolutions)[number];

/** As the server limits them. */
const limits = { xlsxRows: 1_048_575, intradayDays: 9_150 };
const rowsPerDay = { PT10M: 144, PT1H: 24, P1D: 1, P1M: 12 / 365.25, P1Y: 1 / 365.25 } as const;

/** Any range of the measured values as a file; the browser itself stores it while it comes. */
export function Export({ plantId }: { readonly plantId: string }) {
  const text = useText();
  const { data, error, isPending, refetch } = useOverview(plantId);
  const mayChange = useMayChange(plantId);
  return (
    <SubPage plantId={plantId} title={text('plant.export.title')}>
      {isPending && <Loading />}
      {error && !data && (
        <div className="card">
          <LoadFailure error={error} retry={() => void refetch()} />
        </div>
      )}
      {data && <ExportForm overview={data} />}
      {data && mayChange && <WaysIn plantId={plantId} />}
      {data && <Reports plantId={plantId} />}
    </SubPage>
  );
}

/** Values go the other way, too. */
function WaysIn({ plantId }: { readonly plantId: string }) {
  const text = useText();
  return (
    <p className="row ways-in">
      <Link to="/plants/$plantId/history" params={{ plantId }}>
        {text('plant.history.title')}
      </Link>
      <Link to="/plants/$plantId/corrections" params={{ plantId }}>
        {text('plant.corrections.title')}
      </Link>
    </p>
  );
}

type Values = Readonly<Record<'/from' | '/to' | '/resolution' | '/by' | '/metrics' | '/format', string>>;

function ExportForm({ overview }: { readonly overview: Overview }) {
  const text = useText();
  const subplants = usePlant(overview.plantId).data?.subplants ?? [];
  const [isStarted, setStarted] = useState(false);
  const form = useForm<keyof Values>({
    initial: {
      '/from': addDays(addMonths(overview.today, -1), 1),
      '/to': overview.today,
      '/resolution': 'P1D',
      '/by': 'plant',
      '/metrics': 'energy',
      '/format': 'xlsx',
    },
    validate: (values) => ({
      ...wrongRange(text, values),
      '/metrics': values['/metrics'] === '' ? text('plant.export.noMetric') : undefined,
    }),
    submit: async (values) => {
      // Renews a session that has run out, which a download by the browser could not.
      await request('GET', `/plants/${encodeURIComponent(overview.plantId)}/overview`);
      Object.assign(document.createElement('a'), {
        href: seriesFilePath(overview.plantId, wishOf(values)),
        download: '',
      }).click();
      setStarted(true);
    },
  });
  const parts = { plant: 1, subplant: subplants.length, inverter: overview.inverters.length };
  const options = <V extends string>(values: readonly V[], prefix: string) =>
    values.map((value) => ({ value, label: text(`plant.export.${prefix}${value}` as Parameters<typeof text>[0]) }));
  return (
    <>
      <div className="sub-head">
        <h2>{text('plant.export.title')}</h2>
      </div>
      <section className="card export">
        <p>{text('plant.export.lead')}</p>
        <FormFrame form={form} label={text('plant.export.title')}>
          <div className="columns">
            <DayField field={form.field('/from')} label={text('plant.export.from')} max={overview.today} />
            <DayField field={form.field('/to')} label={text('plant.export.to')} max={overview.today} />
            <SelectField
              field={form.field('/resolution')}
              label={text('plant.export.resolution')}
              options={options(resolutions, '')}
            />
            <SelectField
              field={form.field('/by')}
              label={text('plant.export.by')}
              options={options(
                subplants.length === 0 ? ['plant', 'inverter'] : ['plant', 'subplant', 'inverter'],
                'by.',
              )}
            />
          </div>
          <Metrics field={form.field('/metrics')} />
          <SelectField
            field={form.field('/format')}
            label={text('plant.export.format')}
            options={options(formats, '')}
            help={<Size values={form.values} parts={parts[form.values['/by'] as keyof typeof parts]} />}
          />
          <div className="form-actions">
            <span role="status">{isStarted && text('plant.export.started')}</span>
            <Button look="primary" type="submit" busy={form.busy}>
              {text('plant.export.download')}
            </Button>
          </div>
        </FormFrame>
        <p className="help">{text('plant.export.columns')}</p>
      </section>
    </>
  );
}

/** How large the file becomes, before it is asked for. */
function Size({ values, parts }: { readonly values: Values; readonly parts: number }) {
  const text = useText();
  const format = useFormat();
  if (!isDay(values['/from']) || !isDay(values['/to']) || values['/to'] < values['/from']) return null;
  const columns = parts * metricsOf(values['/metrics']).length;
  return <span className="num">{text('plant.export.size', { rows: format.number(rowsOf(values)), columns })}</span>;
}

function DayField({ field, label, max }: { readonly field: FieldProps; readonly label: string; readonly max: string }) {
  return (
    <Field id={field.id} label={label} error={field.error}>
      <input
        className="input"
        id={field.id}
        name={field.name}
        type="date"
        max={max}
        value={field.value}
        onChange={(event) => field.onChange(event.target.value)}
        onBlur={field.onBlur}
        aria-invalid={field.error === undefined ? undefined : true}
        aria-describedby={field.error === undefined ? undefined : `${field.id}-error`}
      />
    </Field>
  );
}

/** Energy and the groups of channels, of which a file holds all. */
function Metrics({ field }: { readonly field: FieldProps }) {
  const text = useText();
  const options = [
    { id: 'energy', name: text('plant.export.energy') },
    ...channelGroups.map(({ id }) => ({ id, name: text(`plant.channels.${id}`) })),
  ];
  return (
    <div id={field.id} tabIndex={-1}>
      <Choice
        label={text('plant.export.metrics')}
        options={options}
        chosen={new Set(field.value.split(',').filter(Boolean))}
        onChange={(chosen) => field.onChange([...chosen].join(','))}
      />
      <FieldError id={field.id} error={field.error} />
    </div>
  );
}

function metricsOf(groups: string): readonly SeriesMetric[] {
  const chosen = groups.split(',');
  const energy: readonly SeriesMetric[] = chosen.includes('energy') ? ['energyWh'] : [];
  return [...energy, ...channelGroups.flatMap(({ id, metrics }) => (chosen.includes(id) ? metrics : []))];
}

function rowsOf(values: Values): number {
  const days = daysBetween(values['/from'], values['/to']) + 1;
  return Math.ceil(days * rowsPerDay[values['/resolution'] as Resolution]);
}

function wrongRange(text: ReturnType<typeof useText>, values: Values) {
  const missing = text('plant.export.day');
  const from = isDay(values['/from']) ? undefined : missing;
  const to = isDay(values['/to']) ? undefined : missing;
  if (from !== undefined || to !== undefined) return { '/from': from, '/to': to };
  if (values['/to'] < values['/from']) return { '/to': text('plant.export.order') };
  const isIntraday = values['/resolution'] === 'PT10M' || values['/resolution'] === 'PT1H';
  const isTooLong = isIntraday && daysBetween(values['/from'], values['/to']) >= limits.intradayDays;
  const isTooMuch = values['/format'] === 'xlsx' && rowsOf(values) > limits.xlsxRows;
  return {
    '/resolution': isTooLong ? text('plant.export.tooLong') : undefined,
    '/format': isTooMuch ? text('plant.export.tooManyRows') : undefined,
  };
}

function wishOf(values: Values): SeriesFile {
  const format = values['/format'];
  return {
    kind: format === 'xlsx' ? 'xlsx' : 'csv',
    from: values['/from'],
    to: addDays(values['/to'], 1),
    resolution: values['/resolution'] as Resolution,
    by: values['/by'],
    metrics: metricsOf(values['/metrics']),
    numbers: format === 'csvWithComma' ? 'comma' : 'point',
  };
}
