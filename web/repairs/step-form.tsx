import { useMutation } from '@tanstack/react-query';
import { useEffect, useState, type ReactNode } from 'react';
import { useMe } from '../api/accounts.js';
import { FormFrame, FormGroup } from '../forms/form.js';
import { required } from '../forms/rules.js';
import { useForm } from '../forms/use-form.js';
import { useText } from '../i18n/use-text.js';
import { LoadFailure } from '../shell/failure.js';
import { Button } from '../ui/button.js';
import { neededIn, requestSteps, type DraftValues, type Pointer, type RequestStep } from './draft-values.js';
import type { Draft } from './use-draft.js';

type StepFormProps<Name extends Pointer> = {
  readonly draft: Draft;
  readonly step: RequestStep;
  readonly names: readonly Name[];
  /** What stands in the fields at first, where it is not what the draft says. */
  readonly initial?: Partial<DraftValues>;
  /** The draft with what was typed. */
  readonly merge?: (values: DraftValues, typed: Partial<DraftValues>) => DraftValues;
  readonly help?: ReactNode;
  readonly next?: string;
  readonly children: (form: ReturnType<typeof useForm<Name>>) => ReactNode;
};

/** One step of the request with fields: going on asks for what is missing, going back keeps what was typed as it is. */
export function StepForm<Name extends Pointer>({
  draft,
  step,
  names,
  initial,
  merge = (values, typed) => ({ ...values, ...typed }),
  help,
  next,
  children,
}: StepFormProps<Name>) {
  const text = useText();
  const typed = useTyped(`${draft.repair?.id ?? 'new'}/${step}`);
  const place = requestSteps.indexOf(step);
  const before = requestSteps[place - 1];
  const onwards = requestSteps[place + 1] ?? step;
  const form = useForm<Name>({
    initial: { ...picked({ ...draft.values, ...initial }, names), ...picked(typed.kept, names) },
    validate: (values) =>
      Object.fromEntries(neededIn(step).map((name) => [name, required(text, values[name as Name])])) as Partial<
        Record<Name, string | undefined>
      >,
    submit: (values) => leave(values, onwards),
  });
  async function leave(values: Readonly<Record<Name, string>>, to: RequestStep | 'list') {
    await draft.leave(merge(draft.values, values as Partial<DraftValues>), to);
    typed.forget();
  }
  const { isEdited, values } = form;
  const { remember } = typed;
  useEffect(() => {
    if (isEdited) remember(values);
  }, [isEdited, values, remember]);
  const aside = useMutation({ mutationFn: (to: RequestStep | 'list') => leave(form.values, to) });
  return (
    <FormFrame form={form} label={text(`repair.step.${step}`)}>
      <FormGroup title={text(`repair.stepTitle.${step}`)} {...(help === undefined ? {} : { help })}>
        {children(form)}
      </FormGroup>
      {aside.error !== null && <LoadFailure error={aside.error} />}
      <div className="form-actions">
        <Button look="quiet" busy={aside.isPending} onClick={() => aside.mutate('list')}>
          {text('repair.later')}
        </Button>
        {before !== undefined && (
          <Button busy={aside.isPending} onClick={() => aside.mutate(before)}>
            {text('ui.back')}
          </Button>
        )}
        <Button look="primary" type="submit" busy={form.busy || aside.isPending}>
          {next ?? text('repair.next')}
        </Button>
      </div>
    </FormFrame>
  );
}

function picked<Name extends Pointer>(values: Partial<DraftValues>, names: readonly Name[]): Record<Name, string> {
  return Object.fromEntries(
    names.flatMap((name) => (values[name] === undefined ? [] : [[name, values[name]]])),
  ) as Record<Name, string>;
}

/** What was typed in a step and not kept yet outlives a reload, in this tab and for this account alone. */
function useTyped(place: string) {
  const me = useMe().data;
  const key = `repair-draft/${me?.id ?? ''}/${place}`;
  const [{ kept, ...actions }] = useState(() => ({
    kept: JSON.parse(sessionStorage.getItem(key) ?? '{}') as Partial<DraftValues>,
    remember: (values: object) => sessionStorage.setItem(key, JSON.stringify(values)),
    forget: () => sessionStorage.removeItem(key),
  }));
  return { kept, ...actions };
}
