import { useMutation } from '@tanstack/react-query';
import { Link, Navigate, Outlet, useLocation, useNavigate } from '@tanstack/react-router';
import { useEffect, useRef } from 'react';
import { useMe, useSession } from '../api/accounts.js';
import type { Me } from '../api/types.js';
import { useText } from '../i18n/use-text.js';
import { Button, ButtonLink } from '../ui/button.js';
import { Page } from '../ui/page.js';
import { EmptyState } from '../ui/surfaces.js';
import './office-nav.css';
import { officePages } from './office-pages.js';
import { useMay, worksInOffice } from './use-rights.js';

/** Frame of the office: lets in whose session may work there, and shows the pages that its roles see. */
export function OfficeFrame() {
  const text = useText();
  const me = useMe().data;
  const may = useMay();
  const navigation = useRef<HTMLElement>(null);
  const { pathname } = useLocation();
  useEffect(() => {
    // On a narrow screen the page one is on may stand outside of what is seen.
    navigation.current?.querySelector('[aria-current]')?.scrollIntoView({ block: 'nearest', inline: 'nearest' });
  }, [pathname]);
  if (me === undefined || me === null) return null;
  if (!worksInOffice(me)) return <Refused reason="denied" />;
  if (!may('office:enter')) return me.totpEnabled ? <SignInAgain me={me} /> : <Refused reason="secondFactor" />;
  return (
    <>
      <nav ref={navigation} className="page-nav office-nav" aria-label={text('office.navigation')}>
        {officePages
          .map((pages) => pages.filter(({ action }) => may(action)))
          .filter((pages) => pages.length > 0)
          .map((pages) => (
            <div key={pages[0]?.to}>
              {pages.map(({ to, label }) => (
                <Link key={to} to={to}>
                  {text(label)}
                </Link>
              ))}
            </div>
          ))}
      </nav>
      <Outlet />
    </>
  );
}

/** `/office` itself: leads to the first page that somebody may see. */
export function OfficeStart() {
  const text = useText();
  const may = useMay();
  const first = officePages.flat().find(({ action }) => may(action));
  if (first !== undefined) return <Navigate to={first.to} replace />;
  return (
    <Page title={text('office.title')}>
      <div className="card">
        <EmptyState icon="info" title={text('office.nothing')}>
          <p>{text('office.nothingText')}</p>
        </EmptyState>
      </div>
    </Page>
  );
}

function Refused({ reason }: { readonly reason: 'denied' | 'secondFactor' }) {
  const text = useText();
  return (
    <Page title={text('office.title')}>
      <div className="card">
        <EmptyState
          icon="info"
          title={text(`office.${reason}`)}
          actions={
            <ButtonLink look="primary" to="/account" {...(reason === 'secondFactor' ? { hash: 'second-factor' } : {})}>
              {text('office.toAccount')}
            </ButtonLink>
          }
        >
          <p>{text(`office.${reason}Text`)}</p>
        </EmptyState>
      </div>
    </Page>
  );
}

/** The session began before the second factor was set up, or without it. */
function SignInAgain({ me }: { readonly me: Me }) {
  const text = useText();
  const session = useSession();
  const navigate = useNavigate();
  const { pathname } = useLocation();
  const leave = useMutation({
    mutationFn: () =>
      session.signOut(me.sessionId, () => navigate({ to: '/sign-in', search: { to: pathname }, replace: true })),
  });
  return (
    <Page title={text('office.title')}>
      <div className="card">
        <EmptyState
          icon="lock"
          title={text('office.signInAgain')}
          actions={
            <Button look="primary" busy={leave.isPending} onClick={() => leave.mutate()}>
              {text('office.signInAgainNow')}
            </Button>
          }
        >
          <p>{text('office.signInAgainText')}</p>
        </EmptyState>
      </div>
    </Page>
  );
}
