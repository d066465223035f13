import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useSearch } from '@tanstack/react-router';
import { meQuery } from '../api/accounts.js';
import { ApiProblem } from '../api/problem.js';
import { request } from '../api/client.js';
import { useText } from '../i18n/use-text.js';
import { LoadFailure } from '../shell/failure.js';
import { Button, ButtonLink } from '../ui/button.js';
import { Page } from '../ui/page.js';
import { Card, Notice } from '../ui/surfaces.js';
import { MailLink } from './mail-link.js';

/** Where the link to a new address leads. A click confirms it: programs that look into mails follow links, too. */
export function ConfirmEmailPage() {
  const text = useText();
  const { token } = useSearch({ from: '/confirm-email' });
  return (
    <div className="centred">
      <Page title={text('email.confirmTitle')} narrow>
        <MailLink path="/accounts/email-confirmations" token={token} otherwise={<ToAccount />}>
          <Confirmation token={token ?? ''} />
        </MailLink>
      </Page>
    </div>
  );
}

function Confirmation({ token }: { readonly token: string }) {
  const text = useText();
  const client = useQueryClient();
  const confirm = useMutation({
    mutationFn: () => request<undefined>('POST', '/accounts/email-confirmations', { body: { token } }),
    onSuccess: () => client.invalidateQueries({ queryKey: meQuery.queryKey }),
  });
  const { error } = confirm;
  if (confirm.isSuccess || (error instanceof ApiProblem && error.status < 500 && error.status !== 429))
    return (
      <div className="stack">
        <Notice tone={confirm.isSuccess ? 'ok' : 'warn'} live>
          <p>
            <b>{error instanceof ApiProblem ? error.problem.title : text('email.confirmed')}</b>
          </p>
          <p>{error instanceof ApiProblem ? error.problem.detail : text('email.confirmedText')}</p>
        </Notice>
        <div>
          <ToAccount />
        </div>
      </div>
    );
  return (
    <Card>
      <div className="stack">
        {error !== null && <LoadFailure error={error} />}
        <p className="secondary">{text('email.confirmText')}</p>
        <div>
          <Button look="primary" large busy={confirm.isPending} onClick={() => confirm.mutate()}>
            {text('email.confirm')}
          </Button>
        </div>
      </div>
    </Card>
  );
}

function ToAccount() {
  const text = useText();
  return (
    <ButtonLink look="primary" to="/account">
      {text('email.toAccount')}
    </ButtonLink>
  );
}
