import '../ui/kept-views.css';
import { useState } from 'react';
import { useText } from '../i18n/use-text.js';
import { Button, IconButton } from '../ui/button.js';
import { Dialog } from '../ui/surfaces.js';
import { TextField } from './fields.js';
import { FormActions, FormFrame } from './form.js';
import { textUpTo } from './rules.js';
import { useForm } from './use-form.js';

type KeptViewsProps<View> = {
  readonly label: string;
  readonly views: readonly View[];
  /** The one of them that is looked at now. */
  readonly current: View | undefined;
  /** What is looked at has no name yet, and is worth one. */
  readonly isKeepable: boolean;
  readonly onOpen: (view: View | undefined) => void;
  readonly onForget: (view: View) => void;
  readonly onKeep: (name: string) => Promise<void>;
};

/** Ways of looking at something that somebody has given names; they are kept on the server. */
export function KeptViews<View extends { readonly name: string }>({
  label,
  views,
  current,
  isKeepable,
  onOpen,
  onForget,
  onKeep,
}: KeptViewsProps<View>) {
  const text = useText();
  const [isNaming, setNaming] = useState(false);
  if (views.length === 0 && !isKeepable) return null;
  return (
    <div className="kept-views" role="group" aria-label={label}>
      {views.map((view) => (
        <button
          key={view.name}
          type="button"
          className="kept-view"
          aria-pressed={view === current}
          onClick={() => onOpen(view === current ? undefined : view)}
        >
          {view.name}
        </button>
      ))}
      {current !== undefined && (
        <IconButton
          icon="remove"
          quiet
          label={text('fleet.forget', { name: current.name })}
          onClick={() => onForget(current)}
        />
      )}
      {isKeepable && (
        <Button look="quiet" icon="add" onClick={() => setNaming(true)}>
          {text('fleet.keep')}
        </Button>
      )}
      {isNaming && (
        <NameDialog taken={views.map(({ name }) => name)} onClose={() => setNaming(false)} onName={onKeep} />
      )}
    </div>
  );
}

function NameDialog({
  taken,
  onName,
  onClose,
}: {
  readonly taken: readonly string[];
  readonly onName: (name: string) => Promise<void>;
  readonly onClose: () => void;
}) {
  const text = useText();
  const form = useForm({
    initial: { '/name': '' },
    validate: (values) => {
      const name = values['/name'].trim();
      return { '/name': taken.includes(name) ? text('fleet.nameTaken') : textUpTo(text, name, 60) };
    },
    submit: async (values) => {
      await onName(values['/name'].trim());
      onClose();
    },
  });
  return (
    <Dialog title={text('fleet.keep')} onClose={onClose}>
      <FormFrame form={form} label={text('fleet.keep')}>
        <TextField field={form.field('/name')} label={text('fleet.viewName')} help={text('fleet.viewHelp')} />
        <FormActions form={form} submit={text('ui.save')} onCancel={onClose} />
      </FormFrame>
    </Dialog>
  );
}
