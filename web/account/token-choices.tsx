import { useId } from 'react';
import type { PlantListItem } from '../api/types.js';
import { Checkbox, FieldError } from '../forms/fields.js';
import type { FieldProps } from '../forms/use-form.js';
import { useText } from '../i18n/use-text.js';
import { scopeNames, tokenScopes } from './token-scopes.js';

type ChoiceForm = {
  readonly field: (name: string) => FieldProps;
  readonly set: (name: string, value: string) => void;
};

/** What the token may do, and in which plants. */
export function TokenChoices({
  form,
  plants,
}: {
  readonly form: ChoiceForm;
  readonly plants: readonly PlantListItem[];
}) {
  const text = useText();
  const name = useId();
  const scopes = form.field('/scopes');
  const chosen = form.field('/plantIds');
  return (
    <>
      <fieldset className="choices" aria-describedby={scopes.error === undefined ? undefined : `${scopes.id}-error`}>
        <legend data-label-of={scopes.id} id={scopes.id} tabIndex={-1}>
          {text('tokens.scopes')}
        </legend>
        {scopeNames.map((scope) => (
          <Checkbox
            key={scope}
            field={{
              ...form.field(`scope:${scope}`),
              onChange: (value) => {
                form.set(`scope:${scope}`, value);
                form.set('/scopes', '');
              },
            }}
            label={text(tokenScopes[scope].name)}
            help={text(tokenScopes[scope].text)}
          />
        ))}
        <FieldError id={scopes.id} error={scopes.error} />
      </fieldset>
      <fieldset className="choices" aria-describedby={chosen.error === undefined ? undefined : `${chosen.id}-error`}>
        <legend data-label-of={chosen.id} id={chosen.id} tabIndex={-1}>
          {text('tokens.plants')}
        </legend>
        {(['all', 'some'] as const).map((value) => (
          <label key={value} className="check">
            <input
              type="radio"
              name={name}
              checked={chosen.value === value}
              disabled={value === 'some' && plants.length === 0}
              onChange={() => form.set('/plantIds', value)}
            />
            <span>{text(value === 'all' ? 'tokens.plantsAll' : 'tokens.plantsSome')}</span>
          </label>
        ))}
        {chosen.value === 'some' && (
          <div className="choices-list" role="group" aria-label={text('tokens.plants')}>
            {plants.map((plant) => (
              <Checkbox key={plant.id} field={form.field(`plant:${plant.id}`)} label={plant.name} />
            ))}
          </div>
        )}
        <FieldError id={chosen.id} error={chosen.error} />
      </fieldset>
    </>
  );
}
