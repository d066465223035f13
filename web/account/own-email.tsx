import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { meQuery } from '../api/accounts.js';
import { request } from '../api/client.js';
import type { Me } from '../api/types.js';
import { useFormat } from '../format/use-format.js';
import { PasswordField, TextField } from '../forms/fields.js';
import { FormActions, FormFrame } from '../forms/form.js';
import { emailAddress, required } from '../forms/rules.js';
import { useForm } from '../forms/use-form.js';
import { useText } from '../i18n/use-text.js';
import { LoadFailure } from '../shell/failure.js';
import { Button } from '../ui/button.js';
import { Card, Dialog, Notice } from '../ui/surfaces.js';
import { useToast } from '../ui/toast.js';
import { CodeField } from './code-field.js';

/** The address of the account, the one that waits to be confirmed, and asking for another. */
export function OwnEmail({ me }: { readonly me: Me }) {
  const text = useText();
  const [isChanging, setChanging] = useState(false);
  return (
    <Card>
      <div className="panel-head">
        <h2>{text('email.title')}</h2>
      </div>
      <div className="stack">
        <p>{me.email}</p>
        {me.emailChange !== null && <Waiting change={me.emailChange} />}
        <div>
          <Button onClick={() => setChanging(true)}>{text('email.change')}</Button>
        </div>
      </div>
      {isChanging && <ChangeEmailDialog hasTotp={me.totpEnabled} onClose={() => setChanging(false)} />}
    </Card>
  );
}

function Waiting({ change: { email, expiresAt } }: { readonly change: NonNullable<Me['emailChange']> }) {
  const text = useText();
  const format = useFormat();
  const toast = useToast();
  const client = useQueryClient();
  const cancel = useMutation({
    mutationFn: () => request<undefined>('DELETE', '/me/email'),
    onSuccess: async () => {
      await client.invalidateQueries({ queryKey: meQuery.queryKey });
      toast(text('email.cancelled'));
    },
  });
  return (
    <Notice tone="sun">
      <div className="stack">
        <p>
          {text('email.waiting', { email })} {text('email.until', { when: format.portal(expiresAt, 'dayTime') })}
        </p>
        {cancel.error !== null && <LoadFailure error={cancel.error} />}
        <div>
          <Button busy={cancel.isPending} onClick={() => cancel.mutate()}>
            {text('email.cancel')}
          </Button>
        </div>
      </div>
    </Notice>
  );
}

function ChangeEmailDialog({ hasTotp, onClose }: { readonly hasTotp: boolean; readonly onClose: () => void }) {
  const text = useText();
  const toast = useToast();
  const client = useQueryClient();
  const form = useForm({
    initial: { '/email': '', '/password': '', '/code': '' },
    validate: (values) => ({
      '/email': emailAddress(text, values['/email']),
      '/password': required(text, values['/password']),
      '/code': hasTotp ? required(text, values['/code']) : undefined,
    }),
    submit: async (values) => {
      const email = values['/email'].trim();
      const proof = { password: values['/password'], ...(hasTotp ? { code: values['/code'].trim() } : {}) };
      await request<undefined>('PUT', '/me/email', { body: { email, ...proof } });
      await client.invalidateQueries({ queryKey: meQuery.queryKey });
      toast(text('email.sent', { email }));
      onClose();
    },
  });
  return (
    <Dialog title={text('email.change')} onClose={onClose}>
      <FormFrame form={form} label={text('email.change')}>
        <p className="secondary">{text('email.changeText')}</p>
        <TextField field={form.field('/email')} label={text('email.new')} type="email" autoComplete="email" />
        <PasswordField field={form.field('/password')} label={text('email.password')} autoComplete="current-password" />
        {hasTotp && <CodeField field={form.field('/code')} />}
        <FormActions form={form} submit={text('email.send')} onCancel={onClose} />
      </FormFrame>
    </Dialog>
  );
}
