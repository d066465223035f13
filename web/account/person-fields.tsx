import { TextField } from '../forms/fields.js';
import type { FieldProps } from '../forms/use-form.js';
import { useText } from '../i18n/use-text.js';

type NameField = '/person/firstName' | '/person/lastName';

export function NameFields({ field }: { readonly field: (name: NameField) => FieldProps }) {
  const text = useText();
  return (
    <div className="columns">
      <TextField field={field('/person/firstName')} label={text('register.firstName')} autoComplete="given-name" />
      <TextField field={field('/person/lastName')} label={text('register.lastName')} autoComplete="family-name" />
    </div>
  );
}
