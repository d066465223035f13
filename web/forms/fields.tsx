import { useState, type HTMLInputTypeAttribute, type ReactNode } from 'react';
import { useText } from '../i18n/use-text.js';
import { IconButton } from '../ui/button.js';
import { Icon } from '../ui/icon.js';
import { afterPress } from './after-press.js';
import type { FieldProps } from './use-form.js';

type Labelled = {
  readonly label: string;
  readonly help?: ReactNode;
  readonly optional?: boolean;
};

const describedBy = (id: string, help: ReactNode, error: string | undefined) =>
  [error !== undefined && `${id}-error`, help !== undefined && `${id}-help`].filter(Boolean).join(' ') || undefined;

const ariaOf = ({ id, error }: FieldProps, help: ReactNode) => ({
  'aria-invalid': error === undefined ? undefined : true,
  'aria-describedby': describedBy(id, help, error),
});

/** Label above, help below, error beside the field with an icon. For a control of your own put it inside. */
export function Field({
  id,
  label,
  help,
  optional,
  error,
  children,
}: Labelled & { readonly id: string; readonly error: string | undefined; readonly children: ReactNode }) {
  const text = useText();
  return (
    <div className="field">
      <label htmlFor={id}>
        <span data-label-of={id}>{label}</span>
        {optional === true && <span className="optional">{text('ui.optional')}</span>}
      </label>
      {children}
      <FieldError id={id} error={error} />
      {help !== undefined && (
        <div className="help" id={`${id}-help`}>
          {help}
        </div>
      )}
    </div>
  );
}

export function FieldError({ id, error }: { readonly id: string; readonly error: string | undefined }) {
  if (error === undefined) return null;
  return (
    <p className="error" id={`${id}-error`}>
      <Icon name="fault" />
      <span>{error}</span>
    </p>
  );
}

/** Years have four digits, however long somebody types. */
const latest: Readonly<Record<string, string | undefined>> = {
  date: '9999-12-31',
  'datetime-local': '9999-12-31T23:59',
};

export function TextField({
  field,
  label,
  help,
  optional,
  type = 'text',
  autoComplete,
  unit,
  numeric,
  placeholder,
  autoCapitalize,
  inputMode,
  max,
}: Labelled & {
  readonly field: FieldProps;
  readonly type?: HTMLInputTypeAttribute;
  readonly autoComplete?: string;
  /** Stands grey inside the field at the right. */
  readonly unit?: string;
  readonly numeric?: boolean;
  readonly placeholder?: string;
  readonly autoCapitalize?: 'none';
  /** Digits alone, without sign or comma. */
  readonly inputMode?: 'numeric';
  /** Latest day or moment that a date may name. */
  readonly max?: string;
}) {
  const input = (
    <input
      className={numeric === true ? 'input num' : 'input'}
      id={field.id}
      name={field.name}
      type={type}
      value={field.value}
      onChange={(event) => field.onChange(event.target.value)}
      onBlur={() => afterPress(field.onBlur)}
      autoComplete={autoComplete ?? 'off'}
      inputMode={numeric === true ? 'decimal' : inputMode}
      placeholder={placeholder}
      autoCapitalize={autoCapitalize}
      max={max ?? latest[type]}
      aria-required={optional === true ? undefined : true}
      {...ariaOf(field, help)}
    />
  );
  return (
    <Field id={field.id} label={label} help={help} error={field.error} {...(optional === true ? { optional } : {})}>
      {unit === undefined ? (
        input
      ) : (
        <span className="with-unit">
          {input}
          <span aria-hidden="true">{unit}</span>
        </span>
      )}
    </Field>
  );
}

export function TextArea({ field, label, help, optional }: Labelled & { readonly field: FieldProps }) {
  return (
    <Field id={field.id} label={label} help={help} error={field.error} {...(optional === true ? { optional } : {})}>
      <textarea
        className="textarea"
        id={field.id}
        name={field.name}
        rows={3}
        value={field.value}
        onChange={(event) => field.onChange(event.target.value)}
        onBlur={() => afterPress(field.onBlur)}
        {...ariaOf(field, help)}
      />
    </Field>
  );
}

export type SelectOption = { readonly value: string; readonly label: string };

export function SelectField({
  field,
  label,
  help,
  optional,
  options,
  autoComplete,
  empty,
}: Labelled & {
  readonly field: FieldProps;
  readonly options: readonly SelectOption[];
  readonly autoComplete?: string;
  /** First entry for "nothing chosen". */
  readonly empty?: string;
}) {
  return (
    <Field id={field.id} label={label} help={help} error={field.error} {...(optional === true ? { optional } : {})}>
      <select
        className="select"
        id={field.id}
        name={field.name}
        value={field.value}
        autoComplete={autoComplete}
        onChange={(event) => field.onChange(event.target.value)}
        onBlur={() => afterPress(field.onBlur)}
        aria-required={optional === true ? undefined : true}
        {...ariaOf(field, help)}
      >
        {empty !== undefined && <option value="">{empty}</option>}
        {options.map((option) => (
          <option key={option.value} value={option.value}>
            {option.label}
          </option>
        ))}
      </select>
    </Field>
  );
}

/** Holds 'yes' or ''. `label` may contain links. */
export function Checkbox({
  field,
  label,
  help,
  required,
}: {
  readonly field: FieldProps;
  readonly label: ReactNode;
  readonly help?: ReactNode;
  readonly required?: boolean;
}) {
  return (
    <div className="check">
      <input
        type="checkbox"
        id={field.id}
        name={field.name}
        checked={field.value === 'yes'}
        onChange={(event) => field.onChange(event.target.checked ? 'yes' : '')}
        aria-required={required}
        {...ariaOf(field, help)}
      />
      <label htmlFor={field.id}>{label}</label>
      <FieldError id={field.id} error={field.error} />
      {help !== undefined && (
        <div className="help" id={`${field.id}-help`}>
          {help}
        </div>
      )}
    </div>
  );
}

export function PasswordField({
  field,
  label,
  help,
  autoComplete,
}: Labelled & { readonly field: FieldProps; readonly autoComplete: 'current-password' | 'new-password' }) {
  const text = useText();
  const [shown, setShown] = useState(false);
  return (
    <Field id={field.id} label={label} help={help} error={field.error}>
      <span className="with-button">
        <input
          className="input"
          id={field.id}
          name={field.name}
          type={shown ? 'text' : 'password'}
          value={field.value}
          onChange={(event) => field.onChange(event.target.value)}
          onBlur={() => afterPress(field.onBlur)}
          autoComplete={autoComplete}
          autoCapitalize="none"
          spellCheck={false}
          aria-required
          {...ariaOf(field, help)}
        />
        <IconButton
          icon={shown ? 'eyeOff' : 'eye'}
          label={text(shown ? 'ui.hidePassword' : 'ui.showPassword')}
          aria-pressed={shown}
          quiet
          onClick={() => setShown(!shown)}
        />
      </span>
    </Field>
  );
}
