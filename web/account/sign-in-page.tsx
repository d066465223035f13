import { Link, useRouter, useSearch } from '@tanstack/react-router';
import { useEffect, useState } from 'react';
import { useMe } from '../api/accounts.js';
import { ApiProblem } from '../api/problem.js';
import { PasswordField, TextField } from '../forms/fields.js';
import { FormActions, FormFrame } from '../forms/form.js';
import { required } from '../forms/rules.js';
import { useForm } from '../forms/use-form.js';
import { TextWithLink } from '../i18n/text-with-link.js';
import { useText } from '../i18n/use-text.js';
import { ownPath } from '../shell/own-path.js';
import { Button } from '../ui/button.js';
import { Page } from '../ui/page.js';
import { Card, Notice } from '../ui/surfaces.js';
import { CodeField } from './code-field.js';
import { ExpiredStep } from './expired-step.js';
import { ResendButton, ResendForm } from './resend.js';
import { useSignIn } from './use-sign-in.js';

type Credentials = { readonly userName: string; readonly password: string };

/** What has to follow name and password, where that is not enough. */
type Step = {
  readonly need: 'code' | 'new-password';
  readonly credentials: Credentials;
  /** Whether a new password takes a code, too. */
  readonly needsCode?: boolean;
};

const titles = { code: 'signIn.codeTitle', 'new-password': 'signIn.expiredTitle' } as const;

/** Name and password; the code of the second factor, or a new password, only where it is needed. */
export function SignInPage() {
  const text = useText();
  const router = useRouter();
  const { to } = useSearch({ from: '/sign-in' });
  const [step, setStep] = useState<Step>();
  // Judged once more where it is followed.
  const goOn = () => router.navigate({ href: ownPath(to) ?? '/plants', replace: true });
  const next = step && { credentials: step.credentials, onStartOver: () => setStep(undefined), onSignedIn: goOn };
  return (
    <div className="centred">
      <Page title={text(step === undefined ? 'signIn.title' : titles[step.need])} narrow>
        {next === undefined && <PasswordStep isOnTheWay={to !== undefined} onMoreNeeded={setStep} onSignedIn={goOn} />}
        {next !== undefined && step?.need === 'code' && <CodeStep {...next} />}
        {next !== undefined && step?.need === 'new-password' && (
          <ExpiredStep {...next} needsCode={step.needsCode === true} />
        )}
      </Page>
    </div>
  );
}

function PasswordStep({
  isOnTheWay,
  onMoreNeeded,
  onSignedIn,
}: {
  /** Whether another page led here. */
  readonly isOnTheWay: boolean;
  readonly onMoreNeeded: (step: Step) => void;
  readonly onSignedIn: () => Promise<void>;
}) {
  const text = useText();
  const signIn = useSignIn();
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
        await signIn(credentials);
      } catch (error) {
        if (!(error instanceof ApiProblem)) throw error;
        if (error.code === 'session.totp-required') return onMoreNeeded({ need: 'code', credentials });
        if (error.code === 'password.expired') {
          const needsCode = error.problem.totpRequired === true;
          return onMoreNeeded({ need: 'new-password', credentials, needsCode });
        }
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
            <p className="secondary">
              <Link to="/forgot-password">{text('forgot.link')}</Link>
            </p>
            <FormActions form={form} submit={text('signIn.submit')} large />
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
  const signIn = useSignIn();
  const form = useForm({
    initial: { '/totp': '' },
    validate: (values) => ({ '/totp': required(text, values['/totp']) }),
    submit: async (values) => {
      await signIn({ ...credentials, totp: values['/totp'].trim() });
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
