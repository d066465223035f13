import { useQueryClient } from '@tanstack/react-query';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { meQuery } from '../api/accounts.js';
import { resetPassword } from '../api/passwords.js';
import { FormActions, FormFrame } from '../forms/form.js';
import { useForm } from '../forms/use-form.js';
import { useText } from '../i18n/use-text.js';
import { ButtonLink } from '../ui/button.js';
import { Page } from '../ui/page.js';
import { Card } from '../ui/surfaces.js';
import { useToast } from '../ui/toast.js';
import { MailLink } from './mail-link.js';
import { NewPasswordField, useNewPasswordCheck } from './new-password-field.js';

/** Where the link of a reset leads. The new password signs in afterwards, with a second factor where there is one. */
export function NewPasswordPage() {
  const text = useText();
  const { token } = useSearch({ from: '/new-password' });
  return (
    <div className="centred">
      <Page title={text('reset.title')} narrow>
        <MailLink
          path="/password-resets"
          token={token}
          otherwise={
            <ButtonLink look="primary" to="/forgot-password">
              {text('reset.newLink')}
            </ButtonLink>
          }
        >
          <ResetForm token={token ?? ''} />
        </MailLink>
      </Page>
    </div>
  );
}

function ResetForm({ token }: { readonly token: string }) {
  const text = useText();
  const toast = useToast();
  const client = useQueryClient();
  const navigate = useNavigate();
  const check = useNewPasswordCheck();
  const form = useForm({
    initial: { '/password': '' },
    validate: (values) => ({ '/password': check(values['/password']) }),
    submit: async (values) => {
      await resetPassword(token, values['/password']);
      toast(text('reset.done'));
      // Whoever was signed in here is not any more.
      await client.invalidateQueries({ queryKey: meQuery.queryKey });
      await navigate({ to: '/sign-in', replace: true });
    },
  });
  return (
    <Card>
      <FormFrame form={form} label={text('password.save')}>
        <p className="secondary">{text('reset.lead')}</p>
        <NewPasswordField field={form.field('/password')} label={text('password.new')} />
        <FormActions form={form} submit={text('password.save')} large />
      </FormFrame>
    </Card>
  );
}
