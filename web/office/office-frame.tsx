import { Link, Navigate, Outlet } from '@tanstack/react-router';
import { useMe } from '../api/accounts.js';
import { useText } from '../i18n/use-text.js';
import { ButtonLink } from '../ui/button.js';
import { Page } from '../ui/page.js';
import { EmptyState } from '../ui/surfaces.js';
import { officePages } from './office-pages.js';
import { useMay, worksInOffice } from './use-rights.js';

/** Frame of the office: lets in whose session may work there, and shows the pages that its roles see. */
export function OfficeFrame() {
  const text = useText();
  const me = useMe().data;
  const may = useMay();
  if (me === undefined || me === null) return null;
  if (!worksInOffice(me)) return <Refused reason="denied" />;
  if (!may('office:enter')) return <Refused reason="secondFactor" />;
  return (
    <>
      <nav className="page-nav" aria-label={text('office.navigation')}>
        {officePages
          .filter(({ action }) => may(action))
          .map(({ to, label }) => (
            <Link key={to} to={to}>
              {text(label)}
            </Link>
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
  const first = officePages.find(({ action }) => may(action));
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
            <ButtonLink look="primary" to="/account">
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
