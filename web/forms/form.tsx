import { useEffect, useRef, type ReactNode } from 'react';
import { useText } from '../i18n/use-text.js';
import { Button, type Look } from '../ui/button.js';
import { Icon } from '../ui/icon.js';
import type { Form } from './use-form.js';

/** A form with its error summary on top; the summary takes the focus when sending was refused. */
export function FormFrame({
  form,
  label,
  children,
}: {
  readonly form: Form;
  readonly label: string;
  readonly children: ReactNode;
}) {
  return (
    <form
      className="form"
      noValidate
      onSubmit={(event) => form.onSubmit(event, unfinishedFields(event.currentTarget))}
      aria-label={label}
    >
      <Summary form={form} />
      {children}
    </form>
  );
}

/** The end of a form: the button that sends it, and the way back where there is one. */
export function FormActions({
  form,
  submit,
  onCancel,
  look = 'primary',
  ...rest
}: Look & { readonly form: Form; readonly submit: ReactNode; readonly onCancel?: () => void }) {
  const text = useText();
  return (
    <div className="form-actions">
      {onCancel !== undefined && <Button onClick={onCancel}>{text('ui.cancel')}</Button>}
      <Button {...rest} look={look} type="submit" busy={form.busy}>
        {submit}
      </Button>
    </div>
  );
}

/** Names of the fields that the browser cannot read, as a date without its time. */
const unfinishedFields = (form: HTMLFormElement): readonly string[] =>
  [...form.querySelectorAll('input')].filter(({ validity }) => validity.badInput).map(({ name }) => name);

function Summary({ form: { summary, attempt } }: { readonly form: Form }) {
  const text = useText();
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (attempt > 0) box.current?.focus();
  }, [attempt]);
  if (summary.items.length === 0 && summary.title === undefined) return null;
  return (
    <div className="notice fault" role="alert" tabIndex={-1} ref={box}>
      <Icon name="fault" />
      <div>
        <p>
          <strong>{summary.title ?? text('form.summary', { count: Math.max(1, summary.items.length) })}</strong>
        </p>
        <ul>
          {summary.items.map(({ id, message }) => (
            <li key={`${id}${message}`}>{id === undefined ? message : <FieldLink id={id} message={message} />}</li>
          ))}
        </ul>
      </div>
    </div>
  );
}

/** Leads to the field and names it as its label does, in front of it the row of a list. */
function FieldLink({ id, message }: { readonly id: string; readonly message: string }) {
  const labelled = document.querySelector(`[data-label-of="${id}"]`);
  const row = labelled?.closest('[data-row]')?.getAttribute('aria-label');
  const label = [row, labelled?.textContent].filter(Boolean).join(', ');
  return (
    <a
      href={`#${id}`}
      onClick={(event) => {
        event.preventDefault();
        document.getElementById(id)?.focus();
      }}
    >
      {label === '' ? message : `${label}: ${message}`}
    </a>
  );
}

/** Fields that belong together, with a heading. */
export function FormGroup({
  title,
  help,
  children,
}: {
  readonly title: string;
  readonly help?: ReactNode;
  readonly children: ReactNode;
}) {
  return (
    <div className="card form-group" role="group" aria-label={title}>
      <div className="group-head">
        <h2>{title}</h2>
        {help !== undefined && <p className="help">{help}</p>}
      </div>
      <div className="group-fields">{children}</div>
    </div>
  );
}
