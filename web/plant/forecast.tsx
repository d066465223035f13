import '../ui/filters.css';
import './forecast.css';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import type { PlantForecast } from '../api/types.js';
import { FieldError } from '../forms/fields.js';
import { FormFrame } from '../forms/form.js';
import { numberWithin } from '../forms/rules.js';
import { useForm, type FieldProps } from '../forms/use-form.js';
import { numberForInput, parseDecimal } from '../format/numbers.js';
import { useFormat } from '../format/use-format.js';
import { useText } from '../i18n/use-text.js';
import { LoadFailure } from '../shell/failure.js';
import { Button } from '../ui/button.js';
import { Loading } from '../ui/surfaces.js';
import { useToast } from '../ui/toast.js';
import { setForecast } from './api.js';
import { ExpectationSource } from './expectation.js';
import { ForecastScores } from './forecast-scores.js';
import { keys, useForecast, useMayChange } from './queries.js';
import { SubPage } from './sub-page.js';

type Part = PlantForecast['plant'];
type Month = Part['months'][number];
type Name = `/monthsWh/${number}`;

const mostKwh = 1_000_000_000;

/** What is expected of each month, of the plant and of each inverter: written, or by the model. */
export function Forecast({ plantId }: { readonly plantId: string }) {
  const text = useText();
  const { data, error, isPending, refetch } = useForecast(plantId);
  const mayChange = useMayChange(plantId);
  const [chosen, setChosen] = useState('');
  const inverter = data?.inverters.find(({ id }) => id === chosen) ?? null;
  const part = inverter ?? data?.plant;
  return (
    <SubPage plantId={plantId} title={text('plant.forecast.title')}>
      {isPending && <Loading />}
      {error && !data && (
        <div className="card">
          <LoadFailure error={error} retry={() => void refetch()} />
        </div>
      )}
      {data && part && (
        <>
          <div className="sub-head">
            <h2>{text('plant.forecast.title')}</h2>
          </div>
          <section className="card forecast">
            <p>{text('plant.forecast.lead')}</p>
            {data.inverters.length > 0 && (
              <label className="filter">
                {text('plant.forecast.of')}
                <select className="select" value={chosen} onChange={(event) => setChosen(event.target.value)}>
                  <option value="">{text('plant.forecast.plant')}</option>
                  {data.inverters.map(({ id, name }) => (
                    <option key={id} value={id}>
                      {name}
                    </option>
                  ))}
                </select>
              </label>
            )}
            <Months
              // Another part, or what was saved, is another form.
              key={`${chosen} ${JSON.stringify(part.months)}`}
              plantId={plantId}
              inverterId={inverter?.id ?? null}
              part={part}
              mayChange={mayChange}
            />
            {data.expectation && <ExpectationSource source={data.expectation} />}
          </section>
          <ForecastScores />
        </>
      )}
    </SubPage>
  );
}

type MonthsProps = {
  readonly plantId: string;
  /** Null = the plant as a whole. */
  readonly inverterId: string | null;
  readonly part: Part;
  readonly mayChange: boolean;
};

function Months({ plantId, inverterId, part, mayChange }: MonthsProps) {
  const text = useText();
  const format = useFormat();
  const toast = useToast();
  const client = useQueryClient();
  const inKwh = (energyWh: number, digits: number) => numberForInput(energyWh / 1_000, format.language, digits, true);
  const written = ({ source, energyWh }: Month) => source === 'user' && energyWh !== null;
  const form = useForm<Name>({
    initial: Object.fromEntries(
      part.months.map((month, index) => [nameOf(index), written(month) ? inKwh(month.energyWh ?? 0, 3) : '']),
    ),
    validate: (values) =>
      Object.fromEntries(
        Object.entries(values).map(([name, value]) => [
          name,
          value.trim() === ''
            ? undefined
            : numberWithin(text, format.language, value, { min: 0, max: mostKwh, groups: true }),
        ]),
      ),
    submit: async (values) => {
      const monthsWh = part.months.map((_, index) => wattHours(values[nameOf(index)] ?? '', format.language));
      const saved = await setForecast(plantId, inverterId, monthsWh);
      client.setQueryData(keys.forecast(plantId), saved);
      void client.invalidateQueries({ queryKey: keys.series(plantId) });
      toast(text('plant.forecast.saved'));
    },
  });
  const valueOf = (month: Month, index: number) =>
    mayChange ? (wattHours(form.values[nameOf(index)] ?? '', format.language) ?? withoutOwn(month)) : month.energyWh;
  const sumWh = part.months.reduce<number>((sum, month, index) => sum + (valueOf(month, index) ?? 0), 0);
  const perKw = (energyWh: number | null) =>
    format.specificYield(energyWh === null ? null : energyWh / part.peakPowerW).figure;
  const rows = part.months.map((month, index) => {
    const name = format.day(`2026-${String(month.month).padStart(2, '0')}-01`, 'monthName');
    return (
      <tr key={month.month}>
        <th scope="row">{name}</th>
        <td className="right">{format.inWords(format.energy(month.modelledWh))}</td>
        <td className="right">
          {mayChange ? (
            <MonthField
              field={form.field(nameOf(index))}
              label={text('plant.forecast.own', { month: name })}
              placeholder={withoutOwn(month) === null ? '' : inKwh(withoutOwn(month) ?? 0, 0)}
            />
          ) : (
            format.inWords(format.energy(month.energyWh))
          )}
        </td>
        <td className="right">{perKw(valueOf(month, index))}</td>
        <td className="from">{text(`plant.forecast.source.${sourceOf(month, form.values[nameOf(index)])}`)}</td>
      </tr>
    );
  });
  return (
    <FormFrame form={form} label={text('plant.forecast.title')}>
      <div className="table-scroll">
        <table className="table">
          <caption className="visually-hidden">{text('plant.forecast.title')}</caption>
          <thead>
            <tr>
              <th scope="col">{text('plant.forecast.month')}</th>
              <th scope="col" className="right">
                {text('plant.forecast.model')}
              </th>
              <th scope="col" className="right">
                {text('plant.forecast.expected')}
              </th>
              <th scope="col" className="right">
                kWh/kW
              </th>
              <th scope="col" className="from">
                {text('plant.forecast.source')}
              </th>
            </tr>
          </thead>
          <tbody>{rows}</tbody>
          <tfoot>
            <tr>
              <th scope="row">{text('plant.forecast.year')}</th>
              <td className="right">
                {format.inWords(format.energy(part.months.reduce((sum, month) => sum + (month.modelledWh ?? 0), 0)))}
              </td>
              <td className="right">{format.inWords(format.energy(sumWh))}</td>
              <td className="right">{perKw(sumWh)}</td>
              <td className="from" />
            </tr>
          </tfoot>
        </table>
      </div>
      {mayChange && (
        <div className="form-actions">
          <span className="help">{text('plant.forecast.empty')}</span>
          <Button look="primary" type="submit" busy={form.busy}>
            {text('plant.forecast.save')}
          </Button>
        </div>
      )}
    </FormFrame>
  );
}

function MonthField({
  field,
  label,
  placeholder,
}: {
  readonly field: FieldProps;
  readonly label: string;
  readonly placeholder: string;
}) {
  return (
    <>
      <span className="with-unit">
        <input
          className="input num"
          id={field.id}
          name={field.name}
          aria-label={label}
          inputMode="decimal"
          autoComplete="off"
          placeholder={placeholder}
          value={field.value}
          onChange={(event) => field.onChange(event.target.value)}
          onBlur={field.onBlur}
          aria-invalid={field.error === undefined ? undefined : true}
          aria-describedby={field.error === undefined ? undefined : `${field.id}-error`}
        />
        <span aria-hidden="true">kWh</span>
      </span>
      <FieldError id={field.id} error={field.error} />
    </>
  );
}

const nameOf = (index: number): Name => `/monthsWh/${index}`;

function wattHours(kilowattHours: string, language: Parameters<typeof parseDecimal>[1]): number | null {
  const kwh = kilowattHours.trim() === '' ? undefined : parseDecimal(kilowattHours, language, true);
  return kwh === undefined ? null : Math.round(kwh * 1_000);
}

/** What stands in where the field is empty; only the server knows the shares of what is written elsewhere. */
const withoutOwn = ({ source, energyWh, modelledWh }: Month) => (source === 'user' ? modelledWh : energyWh);

function sourceOf({ source }: Month, typed: string | undefined): Month['source'] {
  if (typed !== undefined && typed.trim() !== '') return 'user';
  return source === 'user' ? 'model' : source;
}
