import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { plantsQuery } from '../api/plants.js';
import { createToken } from '../api/tokens.js';
import type { CreatedToken } from '../api/types.js';
import { PasswordField, SelectField, TextField } from '../forms/fields.js';
import { FormActions, FormFrame } from '../forms/form.js';
import { required } from '../forms/rules.js';
import { useForm } from '../forms/use-form.js';
import { useText } from '../i18n/use-text.js';
import { Dialog } from '../ui/surfaces.js';
import { CodeField } from './code-field.js';
import { ShownToken } from './shown-token.js';
import { TokenChoices } from './token-choices.js';
import { expiryOf, expiryDays, latestDay, tomorrow } from './token-expiry.js';
import { scopeNames } from './token-scopes.js';

/** What the token is for and may do; then its text, once. */
export function NewTokenDialog({
  hasTotp,
  onCreated,
  onClose,
}: {
  readonly hasTotp: boolean;
  readonly onCreated: (token: CreatedToken) => void;
  readonly onClose: () => void;
}) {
  const text = useText();
  const [created, setCreated] = useState<CreatedToken>();
  return (
    <Dialog title={text(created === undefined ? 'tokens.newTitle' : 'tokens.shownTitle')} onClose={onClose}>
      {created === undefined ? (
        <TokenForm
          hasTotp={hasTotp}
          onCancel={onClose}
          onCreated={(token) => {
            setCreated(token);
            onCreated(token);
          }}
        />
      ) : (
        <ShownToken token={created} onDone={onClose} />
      )}
    </Dialog>
  );
}

function TokenForm({
  hasTotp,
  onCreated,
  onCancel,
}: {
  readonly hasTotp: boolean;
  readonly onCreated: (token: CreatedToken) => void;
  readonly onCancel: () => void;
}) {
  const text = useText();
  const plants = useQuery(plantsQuery).data ?? [];
  const form = useForm<string>({
    initial: {
      ...{ '/name': '', '/scopes': '', '/plantIds': 'all', '/expiresIn': '90', '/expiresAt': '' },
      ...{ '/password': '', '/code': '' },
      ...Object.fromEntries(scopeNames.map((scope) => [`scope:${scope}`, ''])),
    },
    validate: (values) => ({
      '/name': required(text, values['/name'] ?? ''),
      '/scopes': scopeNames.some((scope) => values[`scope:${scope}`] === 'yes')
        ? undefined
        : text('tokens.scopeNeeded'),
      '/plantIds':
        values['/plantIds'] === 'some' && !plants.some(({ id }) => values[`plant:${id}`] === 'yes')
          ? text('tokens.plantNeeded')
          : undefined,
      '/expiresAt':
        values['/expiresIn'] === 'date' && !isBetween(values['/expiresAt'] ?? '')
          ? text('tokens.dateWrong')
          : undefined,
      '/password': required(text, values['/password'] ?? ''),
      '/code': hasTotp ? required(text, values['/code'] ?? '') : undefined,
    }),
    submit: async (values) => {
      const chosen = plants.filter(({ id }) => values[`plant:${id}`] === 'yes').map(({ id }) => id);
      const token = await createToken({
        name: (values['/name'] ?? '').trim(),
        scopes: scopeNames.filter((scope) => values[`scope:${scope}`] === 'yes'),
        plantIds: values['/plantIds'] === 'some' ? chosen : null,
        expiresAt: expiryOf(values['/expiresIn'] ?? '', values['/expiresAt'] ?? ''),
        password: values['/password'] ?? '',
        ...(hasTotp ? { code: (values['/code'] ?? '').trim() } : {}),
      });
      onCreated(token);
    },
  });
  return (
    <FormFrame form={form} label={text('tokens.newTitle')}>
      <TextField field={form.field('/name')} label={text('tokens.name')} help={text('tokens.nameHelp')} />
      <TokenChoices form={form} plants={plants} />
      <SelectField
        field={form.field('/expiresIn')}
        label={text('tokens.expiresIn')}
        options={[
          ...expiryDays.map((days) => ({ value: String(days), label: text('tokens.days', { days }) })),
          { value: 'date', label: text('tokens.ownDate') },
        ]}
      />
      {form.values['/expiresIn'] === 'date' && (
        <TextField
          field={form.field('/expiresAt')}
          label={text('tokens.date')}
          help={text('tokens.dateHelp')}
          type="date"
        />
      )}
      <PasswordField
        field={form.field('/password')}
        label={text('signIn.password')}
        help={text('tokens.passwordHelp')}
        autoComplete="current-password"
      />
      {hasTotp && <CodeField field={form.field('/code')} />}
      <FormActions form={form} submit={text('tokens.create')} onCancel={onCancel} />
    </FormFrame>
  );
}

/** A browser takes years of six digits, too. */
const isBetween = (day: string) => day.length === 10 && day >= tomorrow() && day <= latestDay();
