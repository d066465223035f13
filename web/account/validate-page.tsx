import { useNavigate, useSearch } from '@tanstack/react-router';
import { useEffect, useRef, useState } from 'react';
import { nameOf, useMe, useSession } from '../api/accounts.js';
import { PasswordField } from '../forms/fields.js';
import { FormFrame } from '../forms/form.js';
import { useForm } from '../forms/use-form.js';
import { useText } from '../i18n/use-text.js';
import { Button, ButtonLink } from '../ui/button.js';
import { Page } from '../ui/page.js';
import { Card, Loading } from '../ui/surfaces.js';
import { useToast } from '../ui/toast.js';
import { MailLink } from './mail-link.js';
import { NewPasswordField, useNewPasswordCheck } from './new-password-field.js';
import { forgetRegistration, hasRegisteredHere } from './registered-here.js';
import { ResendForm } from './resend.js';

/**
 * Where the link of the mail leads. It proves the address; whose password the account has, its reader shows here, or chooses
 * another. Whoever has registered in this browser is signed in at once.
 */
export function ValidatePage() {
  const text = useText();
  const { token } = useSearch({ from: '/validate' });
  return (
    <div className="centred">
      <Page title={text('validate.title')} narrow>
        <MailLink path="/accounts/validations" token={token} otherwise={<OtherWays />}>
          <Follow token={token ?? ''} />
        </MailLink>
      </Page>
    </div>
  );
}

function Follow({ token }: { readonly token: string }) {
  const text = useText();
  const validate = useValidation(token);
  const [isAsked, setAsked] = useState(!hasRegisteredHere());
  const [isKnown, setKnown] = useState(true);
  const tried = useRef(false);
  useEffect(() => {
    // The link works once: a repeated effect must not spend it.
    if (isAsked || tried.current) return;
    tried.current = true;
    // Where somebody else has registered with the address, too, or anything is wrong, the form goes on.
    validate({}).catch(() => setAsked(true));
  });
  if (!isAsked)
    return (
      <Card>
        <Loading label={text('validate.working')} />
      </Card>
    );
  return isKnown ? (
    <ShowPassword token={token} onUnknown={() => setKnown(false)} />
  ) : (
    <ChoosePassword token={token} onKnown={() => setKnown(true)} />
  );
}

function useValidation(token: string) {
  const text = useText();
  const toast = useToast();
  const navigate = useNavigate();
  const session = useSession();
  return async (proof: Parameters<typeof session.validate>[1]) => {
    await session.validate(token, proof);
    forgetRegistration();
    toast(text('validate.done'));
    await navigate({ to: '/plants', replace: true });
  };
}

function ShowPassword({ token, onUnknown }: { readonly token: string; readonly onUnknown: () => void }) {
  const text = useText();
  const validate = useValidation(token);
  const form = useForm({
    initial: { '/password': '' },
    validate: (values) => ({ '/password': values['/password'] === '' ? text('form.required') : undefined }),
    submit: (values) => validate({ password: values['/password'] }),
  });
  return (
    <Card>
      <FormFrame form={form} label={text('validate.title')}>
        <p className="secondary">{text('validate.lead')}</p>
        <PasswordField
          field={form.field('/password')}
          label={text('register.password')}
          autoComplete="current-password"
        />
        <div className="form-actions">
          <Button look="primary" large type="submit" busy={form.busy}>
            {text('validate.submit')}
          </Button>
          <Button look="quiet" large onClick={onUnknown}>
            {text('validate.unknown')}
          </Button>
        </div>
      </FormFrame>
    </Card>
  );
}

function ChoosePassword({ token, onKnown }: { readonly token: string; readonly onKnown: () => void }) {
  const text = useText();
  const check = useNewPasswordCheck();
  const validate = useValidation(token);
  const form = useForm({
    initial: { '/newPassword': '' },
    validate: (values) => ({ '/newPassword': check(values['/newPassword']) }),
    submit: (values) => validate({ newPassword: values['/newPassword'] }),
  });
  return (
    <Card>
      <FormFrame form={form} label={text('validate.title')}>
        <p className="secondary">{text('validate.newLead')}</p>
        <NewPasswordField field={form.field('/newPassword')} label={text('password.new')} />
        <div className="form-actions">
          <Button look="primary" large type="submit" busy={form.busy}>
            {text('validate.submit')}
          </Button>
          <Button look="quiet" large onClick={onKnown}>
            {text('validate.known')}
          </Button>
        </div>
      </FormFrame>
    </Card>
  );
}

/** On from a link that does not count: whoever is signed in has used it. */
function OtherWays() {
  const text = useText();
  const me = useMe().data;
  if (me)
    return (
      <Card>
        <div className="stack">
          <p className="secondary">{text('validate.signedInText', { name: nameOf(me) })}</p>
          <div>
            <ButtonLink look="primary" to="/plants">
              {text('plants.toPlants')}
            </ButtonLink>
          </div>
        </div>
      </Card>
    );
  return (
    <Card>
      <div className="stack">
        <p className="secondary">{text('validate.usedText')}</p>
        <div>
          <ButtonLink look="primary" to="/sign-in">
            {text('signIn.submit')}
          </ButtonLink>
        </div>
        <h2>{text('validate.newLink')}</h2>
        <ResendForm />
      </div>
    </Card>
  );
}
