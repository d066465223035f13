import { Link, useRouter, useSearch } from '@tanstack/react-router';
import { useEffect, useState } from 'react';
import { useMe, useSession } from '../api/accounts.js';
import { ApiProblem } from '../api/problem.js';
import { PasswordField, TextField } from '../forms/fields.js';
import { FormFrame } from '../forms/form.js';
import { required } from '../forms/rules.js';
import { useForm } from '../forms/use-form.js';
import { TextWithLink } from '../i18n/text-with-link.js';
import { useText } from '../i18n/use-text.js';
import { Button } from '../ui/button.js';
import { Page } from '../ui/page.js';
import { Card, Notice } from '../ui/surfaces.js';
import { CodeField } from './code-field.js';
import { ResendButton, ResendForm } from './resend.js';

type Credentials = { readonly userName: string; readonly password: string };

/** Name and password; the code of the second factor only where it is needed. */
export function SignInPage() {
  const text = useText();
  const router = useRouter();
  const { to } = useSearch({ from: '/sign-in' });
  const [shown, setShown] = useState<Credentials>();
  const goOn = () => router.navigate({ href: to ?? '/plants', replace: true });
  return (
    <div className="centred">
      <Page title={text(shown === undefined ? 'signIn.title' : 'signIn.codeTitle')} narrow>
        {shown === undefined ? (
          <PasswordStep isOnTheWay={to !== undefined} onCodeNeeded={setShown} onSignedIn={goOn} />
        ) : (
          <CodeStep credentials={shown} onStartOver={() => setShown(undefined)} onSignedIn={goOn} />
        )}
      </Page>
    </div>
  );
}

function PasswordStep({
  isOnTheWay,
  onCodeNeeded,
  onSignedIn,
}: {
  /** Whether another page led here. */
  readonly isOnTheWay: boolean;
  readonly onCodeNeeded: (credentials: Credentials) => void;
  readonly onSignedIn: () => Promise<void>;
}) {
  const text = useText();
  const session = useSession();
  const me = useMe();
  const [notValidated, setNotValidated] = useState<string>();
  const form = useForm({
    initial: { '/userName': '', '/password': '' },
    validate: (values) => ({
      '/userName': required(text, values['/userName']),
      '/password': values['/password'] === '' ? text('form.required') : undefined,
    }),
    submit: async (values) => {
      const credentials = { userName: values['/userName'].trim(), password: values['/password'] };
      setNotValidated(undefined);
      try {
        await session.signIn(credentials);
      } catch (error) {
        if (!(error instanceof ApiProblem)) throw error;
        if (error.code === 'session.totp-required') return onCodeNeeded(credentials);
        if (error.code === 'account.not-validated') return setNotValidated(credentials.userName);
        throw error;
      }
      await onSignedIn();
    },
  });
  return (
    <>
      <div className="stack">
        {isOnTheWay && me.data === null && notValidated === undefined && form.attempt === 0 && (
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
    </>
  );
}

function CodeStep({
  credentials,
  onStartOver,
  onSignedIn,
}: {
  readonly credentials: Credentials;
  readonly onStartOver: () => void;
  readonly onSignedIn: () => Promise<void>;
}) {
  const text = useText();
  const session = useSession();
  const form = useForm({
    initial: { '/totp': '' },
    validate: (values) => ({ '/totp': required(text, values['/totp']) }),
    submit: async (values) => {
      await session.signIn({ ...credentials, totp: values['/totp'].trim() });
      await onSignedIn();
    },
  });
  const field = form.field('/totp');
  const { id } = field;
  useEffect(() => document.getElementById(id)?.focus(), [id]);
  return (
    <Card>
      <FormFrame form={form} label={text('signIn.form')}>
        <p className="secondary">{text('signIn.codeText')}</p>
        <CodeField field={field} />
        <div className="form-actions">
          <Button onClick={onStartOver}>{text('ui.back')}</Button>
          <Button look="primary" large type="submit" busy={form.busy}>
            {text('signIn.submit')}
          </Button>
        </div>
      </FormFrame>
    </Card>
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
