import { useId } from 'react';

/** A few choices side by side; a radio group for keyboard and screen reader. */
export function Segmented<V extends string>({
  label,
  value,
  options,
  onChange,
  large,
}: {
  readonly label: string;
  readonly value: V;
  readonly options: readonly { readonly value: V; readonly label: string }[];
  readonly onChange: (value: V) => void;
  readonly large?: boolean;
}) {
  const name = useId();
  return (
    <div className={large === true ? 'segmented large' : 'segmented'} role="radiogroup" aria-label={label}>
      {options.map((option) => (
        <label key={option.value}>
          <span>
            <input type="radio" name={name} checked={option.value === value} onChange={() => onChange(option.value)} />
            {option.label}
          </span>
        </label>
      ))}
    </div>
  );
}
