import { useId, type ReactNode } from 'react';
import { useFormat } from '../format/use-format.js';
import { countryOptions } from '../forms/countries.js';
import { Field } from '../forms/fields.js';
import { useText } from '../i18n/use-text.js';
import { plantSizes, type PublicFilter } from './api.js';

type FilterProps = { readonly filter: PublicFilter; readonly onChange: (filter: PublicFilter) => void };

/** Country, size, postcode and town; works while it is typed. */
export function FilterFields({ filter, onChange }: FilterProps) {
  const text = useText();
  const { language } = useFormat();
  const id = useId();
  const change = (name: keyof PublicFilter) => (value: string) => onChange({ ...filter, [name]: value });
  const sizes = plantSizes.map((value) => ({ value, label: text(`public.size.${value}`) }));
  return (
    <div className="public-filter" role="search" aria-label={text('public.filter')}>
      <Choice id={`${id}-country`} label={text('public.country')} value={filter.country} onChange={change('country')}>
        <option value="">{text('public.everyCountry')}</option>
        {countryOptions(language).map(({ value, label }) => (
          <option key={value} value={value}>
            {label}
          </option>
        ))}
      </Choice>
      <Prefix
        id={`${id}-postcode`}
        label={text('public.postcode')}
        value={filter.postcode}
        max={16}
        onChange={change('postcode')}
      />
      <Prefix id={`${id}-town`} label={text('public.town')} value={filter.town} max={80} onChange={change('town')} />
      <Choice id={`${id}-size`} label={text('public.size')} value={filter.size} onChange={change('size')}>
        <option value="">{text('public.everySize')}</option>
        {sizes.map(({ value, label }) => (
          <option key={value} value={value}>
            {label}
          </option>
        ))}
      </Choice>
    </div>
  );
}

type ControlProps = {
  readonly id: string;
  readonly label: string;
  readonly value: string;
  readonly onChange: (value: string) => void;
};

function Choice({ id, label, value, onChange, children }: ControlProps & { readonly children: ReactNode }) {
  return (
    <Field id={id} label={label} error={undefined}>
      <select className="select" id={id} value={value} onChange={(event) => onChange(event.target.value)}>
        {children}
      </select>
    </Field>
  );
}

function Prefix({ id, label, value, max, onChange }: ControlProps & { readonly max: number }) {
  return (
    <Field id={id} label={label} error={undefined}>
      <input
        className="input"
        id={id}
        type="search"
        autoComplete="off"
        maxLength={max}
        value={value}
        onChange={(event) => onChange(event.target.value)}
      />
    </Field>
  );
}
