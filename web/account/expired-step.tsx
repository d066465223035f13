import { useEffect, useState } from 'react';
import { ApiProblem } from '../api/problem.js';
import { FormFrame } from '../forms/form.js';
import { useForm } from '../forms/use-form.js';
import { useText } from '../i18n/use-text.js';
import { Button } from '../ui/button.js';
import { Card } from '../ui/surfaces.js';
import { CodeField } from './code-field.js';
import { NewPasswordField, useNewPasswordCheck } from './new-password-field.js';
import { useSignIn } from './use-sign-in.js';

/** The password was right and has expired: nothing goes on before another one is chosen. */
export function ExpiredStep({
  credentials,
  needsCode,
  onStartOver,
  onSignedIn,
}: {
  readonly needsCode: boolean;
  readonly credentials: { readonly userName: string; readonly password: string };
  readonly onStartOver: () => void;
  readonly onSignedIn: () => Promise<void>;
}) {
  const text = useText();
  const signIn = useSignIn();
  const check = useNewPasswordCheck();
  const [isCodeNeeded, setCodeNeeded] = useState(needsCode);
  const form = useForm({
    initial: { '/newPassword': '', '/totp': '' },
    validate: (values) => ({
      '/newPassword': check(values['/newPassword']),
      '/totp': isCodeNeeded && values['/totp'].trim() === '' ? text('form.required') : undefined,
    }),
    submit: async (values) => {
      const code = isCodeNeeded ? { totp: values['/totp'].trim() } : {};
      try {
        await signIn({ ...credentials, newPassword: values['/newPassword'], ...code });
      } catch (error) {
        const isAsked = error instanceof ApiProblem && error.code === 'session.totp-required';
        if (isAsked && !isCodeNeeded) return setCodeNeeded(true);
        throw error;
      }
      await onSignedIn();
    },
  });
  const codeField = form.field('/totp');
  const { id } = codeField;
  // Asked for later, where the second factor was set up meanwhile.
  useEffect(() => {
    if (isCodeNeeded && !needsCode) document.getElementById(id)?.focus();
  }, [isCodeNeeded, needsCode, id]);
  return (
    <Card>
      <FormFrame form={form} label={text('signIn.expiredTitle')}>
        <p className="secondary">{text('signIn.expiredText')}</p>
        <NewPasswordField field={form.field('/newPassword')} label={text('password.new')} />
        {isCodeNeeded && (
          <>
            <p className="secondary">{text('signIn.codeText')}</p>
            <CodeField field={codeField} />
          </>
        )}
        <div className="form-actions">
          <Button onClick={onStartOver}>{text('ui.back')}</Button>
          <Button look="primary" large type="submit" busy={form.busy}>
            {text('activate.submit')}
          </Button>
        </div>
      </FormFrame>
    </Card>
  );
}
