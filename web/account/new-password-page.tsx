import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { meQuery } from '../api/accounts.js';
import { resetLinkQuery, resetPassword } from '../api/passwords.js';
import { ApiProblem } from '../api/problem.js';
import { FormFrame } from '../forms/form.js';
import { useForm } from '../forms/use-form.js';
import { useText } from '../i18n/use-text.js';
import { LoadFailure } from '../shell/failure.js';
import { Button, ButtonLink } from '../ui/button.js';
import { Page } from '../ui/page.js';
import { Card, Loading, Notice } from '../ui/surfaces.js';
import { useToast } from '../ui/toast.js';
import { IncompleteLink } from './incomplete-link.js';
import { NewPasswordField, useNewPasswordCheck } from './new-password-field.js';

/** Where the link of a reset leads. The new password signs in afterwards, with a second factor where there is one. */
export function NewPasswordPage() {
  const text = useText();
  const { token } = useSearch({ from: '/new-password' });
  return (
    <div className="centred">
      <Page title={text('reset.title')} lead={text('reset.lead')} narrow>
        {token === undefined ? <IncompleteLink /> : <ResetLink token={token} />}
      </Page>
    </div>
  );
}

/** Nobody thinks up a password for a link that does not count any more. */
function ResetLink({ token }: { readonly token: string }) {
  const text = useText();
  const link = useQuery(resetLinkQuery(token));
  if (link.isPending) return <Loading />;
  if (link.data === true) return <ResetForm token={token} />;
  if (!(link.error instanceof ApiProblem) || link.error.status >= 500 || link.error.status === 429)
    return <LoadFailure error={link.error} retry={() => void link.refetch()} />;
  const { title, detail } = link.error.problem;
  return (
    <div className="stack">
      <Notice tone="warn" live>
        <p>
          <b>{title}</b>
        </p>
        {detail !== undefined && <p>{detail}</p>}
      </Notice>
      <div>
        <ButtonLink look="primary" to="/forgot-password">
          {text('reset.newLink')}
        </ButtonLink>
      </div>
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
        <NewPasswordField field={form.field('/password')} label={text('password.new')} />
        <div className="form-actions">
          <Button look="primary" large type="submit" busy={form.busy}>
            {text('password.save')}
          </Button>
        </div>
      </FormFrame>
    </Card>
  );
}
