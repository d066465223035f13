import type { ReactNode } from 'react';
import { TextField } from '../forms/fields.js';
import { Icon } from '../ui/icon.js';
import type { FieldProps } from '../forms/use-form.js';
import { useText } from '../i18n/use-text.js';

/**
 * A text that is compared when a VAT id is checked: where it holds characters that the check does not take, a second field
 * for its spelling stands beside it.
 */
export function SpeltField({
  field,
  spelling,
  characters,
  isSettled = false,
  label,
  help,
  autoComplete,
}: {
  readonly field: FieldProps;
  readonly spelling: FieldProps;
  /** That the check does not take; empty = none. */
  readonly characters: string;
  /** The other spelling is stored: nothing is left to do. */
  readonly isSettled?: boolean;
  readonly label: string;
  readonly help?: ReactNode;
  readonly autoComplete?: string;
}) {
  const text = useText();
  const isNeeded = characters !== '';
  const hint = isNeeded && !isSettled ? text('vat.characters', { characters }) : undefined;
  // With its other spelling beside it, nothing is wrong any more.
  const isSpelt = spelling.value.trim() !== '';
  const first = (
    <TextField
      field={{ ...field, error: field.error ?? (isSpelt ? undefined : hint) }}
      label={label}
      {...(isSpelt && hint !== undefined ? { help: <Hint>{hint}</Hint> } : help === undefined ? {} : { help })}
      {...(autoComplete === undefined ? {} : { autoComplete })}
    />
  );
  if (!isNeeded) return first;
  return (
    <div className="columns">
      {first}
      <TextField field={spelling} label={text('vat.spelling', { label })} help={text('vat.spellingHelp')} />
    </div>
  );
}

function Hint({ children }: { readonly children: string }) {
  return (
    <span className="hint" role="status">
      <Icon name="info" size={14} />
      <span>{children}</span>
    </span>
  );
}
