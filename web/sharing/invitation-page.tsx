import './sharing.css';
import { useMutation, useQuery } from '@tanstack/react-query';
import { useNavigate, useSearch } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useMe, useSession } from '../api/accounts.js';
import { ApiProblem } from '../api/problem.js';
import { declineByMail, invitationInMailQuery } from '../api/sharing.js';
import type { InvitationInMail, Me } from '../api/types.js';
import { useFormat } from '../format/use-format.js';
import { useText } from '../i18n/use-text.js';
import { LoadFailure } from '../shell/failure.js';
import { Button, ButtonLink } from '../ui/button.js';
import { Page } from '../ui/page.js';
import { Card, Loading, Notice } from '../ui/surfaces.js';
import { IncompleteLink } from '../account/incomplete-link.js';
import { useAcceptance } from './use-acceptance.js';

/** Where the link of an invitation leads: with an account, without one, and with the wrong one. */
export function InvitationPage() {
  const text = useText();
  const { token } = useSearch({ from: '/invitation' });
  const me = useMe();
  return (
    <div className="centred">
      <Page title={text('invitation.title')} narrow>
        {token === undefined ? (
          <IncompleteLink />
        ) : me.isPending ? (
          <Loading />
        ) : (
          <Invitation token={token} me={me.data ?? null} />
        )}
      </Page>
    </div>
  );
}

function Invitation({ token, me }: { readonly token: string; readonly me: Me | null }) {
  const text = useText();
  const invitation = useQuery(invitationInMailQuery(token, me?.id ?? null));
  const decline = useMutation({ mutationFn: () => declineByMail(token) });
  const { data, error } = invitation;
  if (decline.isSuccess && data !== undefined)
    return (
      <End tone="ok" title={text('invitation.declined')}>
        {text('invitation.declinedText', { owner: data.ownerName })}
      </End>
    );
  if (error instanceof ApiProblem && error.status < 500)
    return (
      <End tone="warn" title={error.problem.title}>
        {error.problem.detail}
      </End>
    );
  if (error !== null) return <LoadFailure error={error} retry={() => void invitation.refetch()} />;
  if (data === undefined) return <Loading />;
  const refuse = (
    <Button busy={decline.isPending} onClick={() => decline.mutate()}>
      {text('invitation.decline')}
    </Button>
  );
  return (
    <Card>
      <div className="stack">
        <Facts invitation={data} />
        {decline.error !== null && <LoadFailure error={decline.error} />}
        {me === null ? (
          <WithoutSession token={token} email={data.email}>
            {refuse}
          </WithoutSession>
        ) : data.addressedToCaller === true ? (
          <Answer invitation={data}>{refuse}</Answer>
        ) : (
          <OtherAccount invitation={data} me={me} token={token} />
        )}
      </div>
    </Card>
  );
}

/** What became of it, and the way on. */
function End({
  tone,
  title,
  children,
}: {
  readonly tone: 'ok' | 'warn';
  readonly title: string;
  readonly children: ReactNode;
}) {
  const text = useText();
  return (
    <div className="stack">
      <Notice tone={tone} live>
        <p>
          <b>{title}</b>
        </p>
        <p>{children}</p>
      </Notice>
      <div>
        <ButtonLink look="primary" to="/plants">
          {text('invitation.toPlants')}
        </ButtonLink>
      </div>
    </div>
  );
}

function Facts({ invitation }: { readonly invitation: InvitationInMail }) {
  const text = useText();
  const format = useFormat();
  const { ownerName, plantName, right, expiresAt, email } = invitation;
  return (
    <>
      <h2>{text('invitation.by', { owner: ownerName })}</h2>
      <dl className="invitation-facts">
        <dt>{text('invitation.plant')}</dt>
        <dd>{plantName}</dd>
        <dt>{text('invitation.right')}</dt>
        <dd>{text(`sharing.${right}`)}</dd>
        <dt>{text('invitation.to')}</dt>
        <dd>{email}</dd>
        <dt>{text('invitation.until')}</dt>
        <dd>{format.portal(expiresAt, 'day')}</dd>
      </dl>
    </>
  );
}

function Answer({ invitation, children }: { readonly invitation: InvitationInMail; readonly children: ReactNode }) {
  const text = useText();
  const accept = useAcceptance(invitation);
  return (
    <>
      <p className="secondary">{text('invitation.seen', { owner: invitation.ownerName })}</p>
      {accept.error !== null && <LoadFailure error={accept.error} />}
      <div className="row">
        <Button look="primary" large busy={accept.isPending} onClick={() => accept.mutate()}>
          {text('invitation.accept')}
        </Button>
        {children}
      </div>
    </>
  );
}

function WithoutSession({
  token,
  email,
  children,
}: {
  readonly token: string;
  readonly email: string;
  readonly children: ReactNode;
}) {
  const text = useText();
  return (
    <>
      <p className="secondary">{text('invitation.needsAccount')}</p>
      <div className="row">
        <ButtonLink look="primary" to="/sign-in" search={{ to: backTo(token) }}>
          {text('invitation.signIn')}
        </ButtonLink>
        <ButtonLink to="/register" search={{ email }}>
          {text('invitation.register')}
        </ButtonLink>
        {children}
      </div>
    </>
  );
}

function OtherAccount({
  invitation,
  me,
  token,
}: {
  readonly invitation: InvitationInMail;
  readonly me: Me;
  readonly token: string;
}) {
  const text = useText();
  const navigate = useNavigate();
  const session = useSession();
  const leave = useMutation({
    mutationFn: () =>
      session.signOut('current', () => navigate({ to: '/sign-in', search: { to: backTo(token) }, replace: true })),
  });
  return (
    <>
      <Notice tone="warn">
        <p>
          <b>{text('invitation.otherTitle', { email: invitation.email })}</b>
        </p>
        <p>{text('invitation.otherText', { own: me.email })}</p>
      </Notice>
      {leave.error !== null && <LoadFailure error={leave.error} />}
      <div className="row">
        <Button look="primary" busy={leave.isPending} onClick={() => leave.mutate()}>
          {text('invitation.switch')}
        </Button>
        <ButtonLink to="/plants">{text('invitation.toPlants')}</ButtonLink>
      </div>
    </>
  );
}

const backTo = (token: string) => `/invitation?token=${encodeURIComponent(token)}`;
