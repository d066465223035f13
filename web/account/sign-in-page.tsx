import { Link, useRouter, useSearch } from '@tanstack/react-router';
import { useState } from 'react';
import { useMe, useSession } from '../api/accounts.js';
import { ApiProblem } from '../api/problem.js';
import { PasswordField, TextField } from '../forms/fields.js';
import { FormFrame } from '../forms/form.js';
import { required } from '../forms/rules.js';
import { useForm, type FormErrors } from '../forms/use-form.js';
import { TextWithLink } from '../i18n/text-with-link.js';
import { useText } from '../i18n/use-text.js';
import { Button } from '../ui/button.js';
import { Page } from '../ui/page.js';
import { Card, Notice } from '../ui/surfaces.js';
import { ResendButton, ResendForm } from './resend.js';

type SignInField = '/userName' | '/password';

export function SignInPage() {
  const text = useText();
  const router = useRouter();
  const session = useSession();
  const me = useMe();
  const { to } = useSearch({ from: '/sign-in' });
  const [notValidated, setNotValidated] = useState<string>();
  const form = useForm<SignInField>({
    initial: { '/userName': '', '/password': '' },
    validate: (values) =>
      ({
        '/userName': required(text, values['/userName']),
        '/password': values['/password'] === '' ? text('form.required') : undefined,
      }) as FormErrors<SignInField>,
    submit: async (values) => {
      const userName = values['/userName'].trim();
      setNotValidated(undefined);
      try {
        await session.signIn({ userName, password: values['/password'] });
      } catch (error) {
        if (!(error instanceof ApiProblem) || error.code !== 'account.not-validated') throw error;
        return setNotValidated(userName);
      }
      await router.navigate({ href: to ?? '/plants', replace: true });
    },
  });
  return (
    <div className="centred">
      <Page title={text('signIn.title')} narrow>
        <div className="stack">
          {to !== undefined && me.data === null && notValidated === undefined && form.attempt === 0 && (
            <Notice>
              <p>{text('signIn.needed')}</p>
            </Notice>
          )}
          {notValidated !== undefined && <NotValidated userName={notValidated} />}
          <Card>
            <FormFrame form={form} label={text('signIn.form')}>
              <TextField
                field={form.field('/userName')}
                label={text('signIn.userName')}
                autoComplete="username"
                autoCapitalize="none"
              />
              <PasswordField
                field={form.field('/password')}
                label={text('signIn.password')}
                autoComplete="current-password"
              />
              <div className="form-actions">
                <Button look="primary" large type="submit" busy={form.busy}>
                  {text('signIn.submit')}
                </Button>
              </div>
            </FormFrame>
          </Card>
        </div>
        <p className="secondary after-form">
          <TextWithLink id="signIn.noAccount" link={(label) => <Link to="/register">{label}</Link>} />
        </p>
      </Page>
    </div>
  );
}

function NotValidated({ userName }: { readonly userName: string }) {
  const text = useText();
  return (
    <Notice tone="warn" live>
      <p>
        <b>{text('signIn.notValidated')}</b>
      </p>
      <p>{text('signIn.notValidatedText')}</p>
      <div className="notice-action">{userName.includes('@') ? <ResendButton email={userName} /> : <ResendForm />}</div>
    </Notice>
  );
}
