import { useQuery } from '@tanstack/react-query';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { passwordPolicyQuery, useSession } from '../api/accounts.js';
import { PasswordField } from '../forms/fields.js';
import { FormFrame } from '../forms/form.js';
import { useForm } from '../forms/use-form.js';
import { useLanguage } from '../i18n/language.js';
import { useText } from '../i18n/use-text.js';
import { Button } from '../ui/button.js';
import { Page } from '../ui/page.js';
import { Card, Notice } from '../ui/surfaces.js';
import { useToast } from '../ui/toast.js';
import { PasswordChecklist } from './password-checklist.js';
import { unmetRules } from './password-rules.js';

/** Where the one-time link of an operator's account leads: its owner chooses the first password. */
export function ActivatePage() {
  const text = useText();
  const { token } = useSearch({ from: '/activate' });
  return (
    <div className="centred">
      <Page title={text('activate.title')} lead={text('activate.lead')} narrow>
        {token === undefined ? (
          <Notice tone="warn">
            <p>
              <b>{text('validate.missing')}</b>
            </p>
            <p>{text('validate.missingText')}</p>
          </Notice>
        ) : (
          <ChoosePassword token={token} />
        )}
      </Page>
    </div>
  );
}

function ChoosePassword({ token }: { readonly token: string }) {
  const text = useText();
  const toast = useToast();
  const navigate = useNavigate();
  const session = useSession();
  const { language } = useLanguage();
  const policy = useQuery(passwordPolicyQuery(language)).data;
  const form = useForm({
    initial: { '/password': '' },
    validate: (values) => ({ '/password': problemOf(values['/password']) }),
    submit: async (values) => {
      await session.activate(token, values['/password']);
      toast(text('activate.done'));
      await navigate({ to: '/account', replace: true });
    },
  });

  function problemOf(password: string): string | undefined {
    if (password === '') return text('form.required');
    const isUnmet = policy !== undefined && unmetRules(password, policy).size > 0;
    return isUnmet ? text('register.passwordWrong') : undefined;
  }

  return (
    <Card>
      <FormFrame form={form} label={text('activate.title')}>
        <PasswordField
          field={form.field('/password')}
          label={text('register.password')}
          autoComplete="new-password"
          help={<PasswordChecklist password={form.values['/password']} policy={policy} />}
        />
        <div className="form-actions">
          <Button look="primary" large type="submit" busy={form.busy}>
            {text('activate.submit')}
          </Button>
        </div>
      </FormFrame>
    </Card>
  );
}
