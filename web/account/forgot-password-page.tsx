import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { portalQuery } from '../api/accounts.js';
import { askForReset } from '../api/passwords.js';
import { TextField } from '../forms/fields.js';
import { FormActions, FormFrame } from '../forms/form.js';
import { emailAddress } from '../forms/rules.js';
import { useForm } from '../forms/use-form.js';
import { TextWithLink } from '../i18n/text-with-link.js';
import { useText } from '../i18n/use-text.js';
import { Button } from '../ui/button.js';
import { Page } from '../ui/page.js';
import { Card } from '../ui/surfaces.js';

/** Asks for a mail with a link to set a new password; afterwards the same place says what happens next. */
export function ForgotPasswordPage() {
  const text = useText();
  const [sentTo, setSentTo] = useState<string>();
  return (
    <div className="centred">
      {sentTo === undefined ? (
        <Page title={text('forgot.title')} lead={text('forgot.lead')} narrow>
          <AskForm onSent={setSentTo} />
          <p className="secondary after-form">
            <TextWithLink id="forgot.remembered" link={(label) => <Link to="/sign-in">{label}</Link>} />
          </p>
        </Page>
      ) : (
        <Page title={text('sent.title')} narrow>
          <Sent email={sentTo} onAgain={() => setSentTo(undefined)} />
        </Page>
      )}
    </div>
  );
}

function AskForm({ onSent }: { readonly onSent: (email: string) => void }) {
  const text = useText();
  const form = useForm({
    initial: { '/email': '' },
    validate: (values) => ({ '/email': emailAddress(text, values['/email']) }),
    submit: async (values) => {
      const email = values['/email'].trim();
      await askForReset(email);
      onSent(email);
    },
  });
  return (
    <Card>
      <FormFrame form={form} label={text('forgot.title')}>
        <TextField
          field={form.field('/email')}
          label={text('register.email')}
          type="email"
          autoComplete="email"
          autoCapitalize="none"
        />
        <FormActions form={form} submit={text('forgot.submit')} large />
      </FormFrame>
    </Card>
  );
}

function Sent({ email, onAgain }: { readonly email: string; readonly onAgain: () => void }) {
  const text = useText();
  const mailbox = useQuery(portalQuery).data?.mailbox;
  return (
    <Card>
      <div className="stack">
        <div role="status">
          <p>{text('forgot.sent', { email })}</p>
          <p className="secondary">{text('forgot.expiry')}</p>
        </div>
        {mailbox !== null && mailbox !== undefined && (
          <div>
            <a className="button primary" href={mailbox}>
              {text('sent.mailbox')}
            </a>
          </div>
        )}
        <div className="resend">
          <p className="secondary">{text('forgot.nothing')}</p>
          <Button icon="mail" onClick={onAgain}>
            {text('forgot.again')}
          </Button>
        </div>
      </div>
    </Card>
  );
}
