import { useId, useRef, useState, type FormEvent } from 'react';
import { ApiProblem, Unreachable } from '../api/problem.js';
import { useText } from '../i18n/use-text.js';

/** Values by JSON pointer (`/address/street`), as the API names the fields; check boxes hold 'yes' or ''. */
export type FormValues<Name extends string> = Readonly<Record<Name, string>>;
export type FormErrors<Name extends string> = Partial<Record<Name, string | undefined>>;

export type FieldProps = {
  readonly id: string;
  readonly name: string;
  readonly value: string;
  readonly error: string | undefined;
  readonly onChange: (value: string) => void;
  readonly onBlur: () => void;
};

type FormSummary = {
  readonly items: readonly { readonly id: string | undefined; readonly message: string }[];
  readonly title: string | undefined;
  readonly count: number;
};

/** Forms of one page may have fields of the same name; the form's own id keeps them apart. */
const fieldId = (form: string, pointer: string): string => `f${form}${pointer}`.replace(/[^a-zA-Z0-9]+/g, '-');

/**
 * State of one form. Values stay as typed, whatever happens. Errors of `validate` show when a field was left, on sending
 * for all fields that are there; errors of the server are shown beside the field that their pointer names, or on top. A
 * field that the browser cannot read, as a date without its time, has no value: the form is not sent then.
 */
export function useForm<Name extends string>({
  initial,
  validate,
  submit,
}: {
  readonly initial: FormValues<Name>;
  readonly validate: (values: FormValues<Name>) => FormErrors<Name>;
  readonly submit: (values: FormValues<Name>) => Promise<void>;
}) {
  const text = useText();
  const formId = useId();
  const [start] = useState(initial);
  const [values, setValues] = useState(initial);
  const [touched, setTouched] = useState(false);
  const [left, setLeft] = useState<ReadonlySet<string>>(new Set());
  const [refused, setRefused] = useState<FormErrors<Name>>({});
  const [failure, setFailure] = useState<{ readonly title?: string; readonly others: readonly string[] }>();
  const [busy, setBusy] = useState(false);
  const [attempt, setAttempt] = useState(0);
  const sending = useRef(false);

  const names = Object.keys(values) as Name[];
  const own = validate(values);
  const errorOf = (name: Name) => refused[name] ?? (left.has(name) ? own[name] : undefined);
  // A field that is gone was not left when it comes back.
  if ([...left].some((name) => !(name in values))) setLeft(new Set([...left].filter((name) => name in values)));

  // What the server refused is mended where the value is another one, whoever changed it.
  const change = (changed: (all: FormValues<Name>) => FormValues<Name>) => {
    const next = changed(values);
    setTouched(true);
    setValues(changed);
    setRefused(
      (all) =>
        Object.fromEntries(
          Object.entries(all).filter(([name]) => next[name as Name] === values[name as Name]),
        ) as FormErrors<Name>,
    );
  };

  const set = (name: Name, value: string) => {
    change((all) => ({ ...all, [name]: value }));
    setRefused(({ [name]: _corrected, ...others }) => others as FormErrors<Name>);
  };

  const failed = (error: unknown) => {
    setAttempt((count) => count + 1);
    if (error instanceof Unreachable) return setFailure({ title: text('ui.offline'), others: [] });
    if (!(error instanceof ApiProblem)) throw error;
    const { errors = [], title, detail } = error.problem;
    const nearest = (pointer: string) =>
      names.find((name) => name === pointer) ?? names.find((name) => name.startsWith(`${pointer}/`));
    const beside: FormErrors<Name> = {};
    const others: string[] = [];
    for (const { pointer, message } of errors) {
      const name = nearest(pointer);
      if (name === undefined) others.push(message);
      else beside[name] = beside[name] === undefined ? message : `${beside[name]} ${message}`;
    }
    setRefused(beside);
    const known = Object.keys(beside).length > 0;
    setFailure(known ? { others } : { title, others: others.length > 0 || detail === undefined ? others : [detail] });
  };

  const onSubmit = (event: FormEvent, unfinished: readonly string[]) => {
    event.preventDefault();
    if (sending.current) return;
    setLeft(new Set(names));
    setFailure(undefined);
    setRefused(Object.fromEntries(unfinished.map((name) => [name, text('form.unfinished')])) as FormErrors<Name>);
    if (unfinished.length > 0 || Object.values(own).some((message) => message !== undefined)) {
      setAttempt((count) => count + 1);
      return;
    }
    sending.current = true;
    setBusy(true);
    submit(values)
      .catch(failed)
      .finally(() => {
        sending.current = false;
        setBusy(false);
      });
  };

  const shown = names.flatMap((name) => {
    const message = errorOf(name);
    return message === undefined ? [] : [{ id: fieldId(formId, name), message }];
  });
  const summary: FormSummary = {
    items: attempt === 0 ? [] : [...shown, ...(failure?.others ?? []).map((message) => ({ id: undefined, message }))],
    title: failure?.title,
    count: shown.length,
  };

  return {
    values,
    set,
    /** Several values at once, fields added or removed. */
    change,
    /** As `change`, for what nobody typed. */
    propose: setValues,
    /** As it was at first: what was typed is sent, and the next may be written. */
    clear: () => {
      setValues(start);
      setTouched(false);
      setLeft(new Set());
      setRefused({});
    },
    /** Somebody changed something that would be lost. */
    isEdited: touched && JSON.stringify(values) !== JSON.stringify(start),
    busy,
    /** Grows with every refused attempt, so that the summary can take the focus. */
    attempt,
    summary,
    onSubmit,
    field: (name: Name): FieldProps => ({
      id: fieldId(formId, name),
      name,
      value: values[name],
      error: errorOf(name),
      onChange: (value) => set(name, value),
      onBlur: () => {
        if (values[name] !== '') setLeft((all) => new Set(all).add(name));
      },
    }),
  };
}

export type Form = Pick<ReturnType<typeof useForm<string>>, 'attempt' | 'summary' | 'busy' | 'isEdited' | 'onSubmit'>;
