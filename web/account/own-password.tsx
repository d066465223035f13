import { useQueryClient } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { meQuery, useMe } from '../api/accounts.js';
import { changePassword } from '../api/passwords.js';
import { sessionsQuery, totpQuery } from '../api/security.js';
import type { Me } from '../api/types.js';
import { useFormat } from '../format/use-format.js';
import { PasswordField } from '../forms/fields.js';
import { FormActions, FormFrame } from '../forms/form.js';
import { useForm } from '../forms/use-form.js';
import { TextWithLink } from '../i18n/text-with-link.js';
import { useText } from '../i18n/use-text.js';
import { Button } from '../ui/button.js';
import { Card, Dialog } from '../ui/surfaces.js';
import { useToast } from '../ui/toast.js';
import { CodeField } from './code-field.js';
import { NewPasswordField, useNewPasswordCheck, usePasswordPolicy } from './new-password-field.js';

/** How old the password is, and changing it. */
export function OwnPassword({ me }: { readonly me: Me }) {
  const text = useText();
  const toast = useToast();
  const format = useFormat();
  const client = useQueryClient();
  const { dataUpdatedAt } = useMe();
  const [isChanging, setChanging] = useState(false);
  const { chosenAt, changeableFrom, expiresAt } = me.password;
  const isChangeable = Date.parse(changeableFrom) <= dataUpdatedAt;

  const changed = async () => {
    setChanging(false);
    toast(text('password.changed'));
    const stale = [meQuery, sessionsQuery, totpQuery];
    await Promise.all(stale.map(({ queryKey }) => client.invalidateQueries({ queryKey })));
  };

  return (
    <Card>
      <div className="panel-head">
        <h2>{text('password.title')}</h2>
      </div>
      <div className="stack">
        <p className="secondary">
          {text('password.age', { chosen: format.day(chosenAt), expires: format.day(expiresAt) })}
        </p>
        {isChangeable ? (
          <div>
            <Button onClick={() => setChanging(true)}>{text('password.change')}</Button>
          </div>
        ) : (
          <p className="secondary">{text('password.changeableFrom', { when: format.portal(changeableFrom) })}</p>
        )}
        <p className="secondary">
          <TextWithLink id="password.known" link={(label) => <Link to="/forgot-password">{label}</Link>} />
        </p>
      </div>
      {isChanging && (
        <ChangePasswordDialog
          hasTotp={me.totpEnabled}
          onClose={() => setChanging(false)}
          onDone={() => void changed()}
        />
      )}
    </Card>
  );
}

function ChangePasswordDialog({
  hasTotp,
  onClose,
  onDone,
}: {
  readonly hasTotp: boolean;
  readonly onClose: () => void;
  readonly onDone: () => void;
}) {
  const text = useText();
  const policy = usePasswordPolicy();
  const check = useNewPasswordCheck();
  const needed = (value: string) => (value.trim() === '' ? text('form.required') : undefined);
  const form = useForm({
    initial: { '/password': '', '/newPassword': '', '/code': '' },
    validate: (values) => ({
      '/password': needed(values['/password']),
      '/newPassword': check(values['/newPassword']),
      '/code': hasTotp ? needed(values['/code']) : undefined,
    }),
    submit: async (values) => {
      await changePassword({
        password: values['/password'],
        newPassword: values['/newPassword'],
        ...(hasTotp ? { code: values['/code'].trim() } : {}),
      });
      onDone();
    },
  });
  return (
    <Dialog title={text('password.change')} onClose={onClose}>
      <FormFrame form={form} label={text('password.change')}>
        {policy && <p className="secondary">{text('password.changeText', { count: policy.historyLength })}</p>}
        <PasswordField
          field={form.field('/password')}
          label={text('password.present')}
          autoComplete="current-password"
        />
        <NewPasswordField field={form.field('/newPassword')} label={text('password.new')} />
        {hasTotp && <CodeField field={form.field('/code')} />}
        <FormActions form={form} submit={text('password.save')} onCancel={onClose} />
      </FormFrame>
    </Dialog>
  );
}
