import { useQuery } from '@tanstack/react-query';
import { portalQuery } from '../api/accounts.js';
import { useText } from '../i18n/use-text.js';
import { Page } from '../ui/page.js';
import { Card } from '../ui/surfaces.js';
import { ResendButton } from './resend.js';

/** After registering: where the mail went, and what to do when it does not arrive. */
export function CheckYourMail({ email }: { readonly email: string }) {
  const text = useText();
  const mailbox = useQuery(portalQuery).data?.mailbox;
  return (
    <Page title={text('sent.title')} narrow>
      <Card>
        <div className="stack">
          <div>
            <p>{text('sent.text', { email })}</p>
            <p className="secondary">{text('sent.expiry')}</p>
          </div>
          {mailbox !== null && mailbox !== undefined && (
            <div>
              <a className="button primary" href={mailbox}>
                {text('sent.mailbox')}
              </a>
            </div>
          )}
          <div className="resend">
            <p className="secondary">{text('sent.nothing')}</p>
            <ResendButton email={email} />
          </div>
        </div>
      </Card>
    </Page>
  );
}
