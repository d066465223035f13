import { getRouteApi, useNavigate } from '@tanstack/react-router';
import { ChargesPage as Charges } from './charges-page.js';
import { DeclarationsPage as Declarations } from './declarations-page.js';
import { InvoicesPage as Invoices } from './invoices-page.js';
import { LicencePage as OneLicence } from './licence-page.js';
import { LicencesPage as Licences } from './licences-page.js';
import { NewChargePage as NewCharge } from './new-charge-page.js';
import { OrdersPage as Orders } from './orders-page.js';

const ordersRoute = getRouteApi('/signed-in/office/orders');
const declarationsRoute = getRouteApi('/signed-in/office/declarations');
const licencesRoute = getRouteApi('/signed-in/office/licences');
const licenceRoute = getRouteApi('/signed-in/office/licences/$plantId');
const chargesRoute = getRouteApi('/signed-in/office/charges');
const newChargeRoute = getRouteApi('/signed-in/office/charges/new');
const invoicesRoute = getRouteApi('/signed-in/office/invoices');

export function OrdersPage() {
  const { find } = ordersRoute.useSearch();
  const navigate = useNavigate();
  return <Orders key={find} find={find} onFind={(wanted) => void navigate({ to: '/office/orders', search: wanted })} />;
}

export function DeclarationsPage() {
  const { state = 'open' } = declarationsRoute.useSearch();
  const navigate = useNavigate();
  const show = (wanted: typeof state) =>
    void navigate({ to: '/office/declarations', search: wanted === 'open' ? {} : { state: wanted } });
  return <Declarations state={state} onShow={show} />;
}

export function LicencesPage() {
  const { find } = licencesRoute.useSearch();
  const navigate = useNavigate();
  return (
    <Licences
      key={find}
      find={find}
      onFind={(wanted) => void navigate({ to: '/office/licences', search: { find: wanted } })}
    />
  );
}

export function LicencePage() {
  const { plantId } = licenceRoute.useParams();
  const { asOf } = licenceRoute.useSearch();
  const navigate = useNavigate();
  const show = (instant: string | undefined) =>
    void navigate({
      to: '/office/licences/$plantId',
      params: { plantId },
      search: instant === undefined ? {} : { asOf: instant },
    });
  return <OneLicence key={plantId} plantId={plantId} asOf={asOf} onShow={show} />;
}

export function ChargesPage() {
  const search = chargesRoute.useSearch();
  const navigate = useNavigate();
  return (
    <Charges
      key={search.find}
      filter={search}
      onFilter={(filter) => void navigate({ to: '/office/charges', search: filter })}
    />
  );
}

export function NewChargePage() {
  const search = newChargeRoute.useSearch();
  const navigate = useNavigate();
  return (
    <NewCharge
      key={search.plant ?? search.find}
      search={search}
      onFind={(find) => void navigate({ to: '/office/charges/new', search: { find } })}
    />
  );
}

export function InvoicesPage() {
  const search = invoicesRoute.useSearch();
  const navigate = useNavigate();
  return <Invoices filter={search} onFilter={(filter) => void navigate({ to: '/office/invoices', search: filter })} />;
}
