import { TextField } from '../forms/fields.js';
import type { FieldProps } from '../forms/use-form.js';
import { useText } from '../i18n/use-text.js';

/** The second factor: a code of the app, or one of those for emergencies. */
export function CodeField({ field }: { readonly field: FieldProps }) {
  const text = useText();
  return (
    <TextField field={field} label={text('totp.codeOrRecovery')} autoComplete="one-time-code" autoCapitalize="none" />
  );
}
