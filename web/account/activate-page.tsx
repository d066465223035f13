import { useNavigate, useSearch } from '@tanstack/react-router';
import { useSession } from '../api/accounts.js';
import { FormActions, FormFrame } from '../forms/form.js';
import { useForm } from '../forms/use-form.js';
import { useText } from '../i18n/use-text.js';
import { ButtonLink } from '../ui/button.js';
import { Page } from '../ui/page.js';
import { Card } from '../ui/surfaces.js';
import { useToast } from '../ui/toast.js';
import { MailLink } from './mail-link.js';
import { NewPasswordField, useNewPasswordCheck } from './new-password-field.js';

/** Where the one-time link of an operator's account leads: its owner chooses the first password. */
export function ActivatePage() {
  const text = useText();
  const { token } = useSearch({ from: '/activate' });
  return (
    <div className="centred">
      <Page title={text('activate.title')} narrow>
        <MailLink
          path="/accounts/activations"
          token={token}
          otherwise={
            <ButtonLink look="primary" to="/sign-in">
              {text('signIn.submit')}
            </ButtonLink>
          }
        >
          <ChoosePassword token={token ?? ''} />
        </MailLink>
      </Page>
    </div>
  );
}

function ChoosePassword({ token }: { readonly token: string }) {
  const text = useText();
  const toast = useToast();
  const navigate = useNavigate();
  const session = useSession();
  const check = useNewPasswordCheck();
  const form = useForm({
    initial: { '/password': '' },
    validate: (values) => ({ '/password': check(values['/password']) }),
    submit: async (values) => {
      await session.activate(token, values['/password']);
      toast(text('activate.done'));
      await navigate({ to: '/account', replace: true });
    },
  });
  return (
    <Card>
      <FormFrame form={form} label={text('activate.title')}>
        <p className="secondary">{text('activate.lead')}</p>
        <NewPasswordField field={form.field('/password')} label={text('register.password')} />
        <FormActions form={form} submit={text('activate.submit')} large />
      </FormFrame>
    </Card>
  );
}
