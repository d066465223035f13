import { useQuery } from '@tanstack/react-query';
import { Link, Outlet, useLocation, type LinkProps } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { mayAddPlants, nameOf, portalQuery, useMe } from '../api/accounts.js';
import type { DocumentKind, Me } from '../api/types.js';
import { useText } from '../i18n/use-text.js';
import type { MessageId } from '../i18n/de.js';
import { worksInOffice } from '../office/use-rights.js';
import { documentKinds, documentNames } from '../site/document-names.js';
import { ButtonLink } from '../ui/button.js';
import { BrandMark, Icon, type IconName } from '../ui/icon.js';
import { Banners } from './banners.js';
import { Switches } from './switches.js';

type Place = {
  readonly to: NonNullable<LinkProps['to']>;
  readonly icon: IconName;
  readonly label: MessageId;
  readonly short?: MessageId;
  /** Where a phone has little room. */
  readonly phone?: MessageId;
};

const ownPlaces: readonly Place[] = [
  { to: '/plants', icon: 'plants', label: 'shell.plants' },
  { to: '/incidents', icon: 'bell', label: 'alerts.title' },
  { to: '/plants/new', icon: 'add', label: 'shell.addPlant', phone: 'shell.add' },
  { to: '/inverter-types', icon: 'inverter', label: 'shell.inverterTypes', short: 'shell.types' },
  { to: '/repairs', icon: 'service', label: 'repair.title' },
  { to: '/orders', icon: 'licence', label: 'shop.orders' },
];

const officePlace: Place = { to: '/office', icon: 'office', label: 'shell.office' };

const accountPlace: Place = { to: '/account', icon: 'account', label: 'shell.account' };

const publicPlaces: readonly Place[] = [
  { to: '/', icon: 'home', label: 'shell.home' },
  { to: '/public-plants', icon: 'globe', label: 'public.title', short: 'public.short' },
  { to: '/inverter-types', icon: 'inverter', label: 'shell.inverterTypes', short: 'shell.types' },
  { to: '/register', icon: 'add', label: 'shell.register' },
  { to: '/sign-in', icon: 'signIn', label: 'shell.signIn' },
];

/** Frame of every page: sidebar for those who are signed in, top bar for visitors, a few places on a phone. */
export function Shell() {
  const me = useMe();
  const text = useText();
  const isWall = useLocation({ select: ({ pathname }) => pathname === '/wall' });
  // Nothing but its figures stands on a wall.
  if (isWall)
    return (
      <main id="main">
        <Outlet />
      </main>
    );
  return (
    <>
      <a
        className="skip"
        href="#main"
        onClick={(event) => {
          event.preventDefault();
          document.getElementById('main')?.focus();
        }}
      >
        {text('shell.skip')}
      </a>
      {me.data === null || me.data === undefined ? <PublicFrame /> : <OwnFrame me={me.data} />}
    </>
  );
}

function Main({ children }: { readonly children: ReactNode }) {
  return (
    <main id="main" className="main" tabIndex={-1}>
      {children}
    </main>
  );
}

function OwnFrame({ me }: { readonly me: Me }) {
  const text = useText();
  const own = ownPlaces.filter(({ to }) => to !== '/plants/new' || mayAddPlants(me));
  const places = worksInOffice(me) ? [...own, officePlace] : own;
  return (
    <>
      <Banners />
      <div className="app">
        <nav className="sidebar" aria-label={text('shell.navigation')}>
          <Brand to="/plants" />
          {places.map((place) => (
            <PlaceLink key={place.to} place={place} />
          ))}
          <div className="spacer" />
          <PlaceLink place={accountPlace} label={nameOf(me)} />
          <Switches />
        </nav>
        <Main>
          <Outlet />
          <footer className="own-footer">
            <Documents kinds={['privacy', 'terms', 'faq']} />
            <Link to="/repairs">{text('repair.title')}</Link>
            <Declarations />
          </footer>
        </Main>
      </div>
      {/* Five places fit on a phone. */}
      <BottomBar places={[...places.slice(0, 3), ...places.slice(-1), accountPlace]} />
    </>
  );
}

function PublicFrame() {
  const text = useText();
  const portal = useQuery(portalQuery);
  return (
    <div className="site">
      <Banners />
      <header className="topbar">
        <Brand to="/" />
        <nav aria-label={text('shell.navigation')} className="row">
          <PlaceLink place={{ to: '/public-plants', icon: 'globe', label: 'public.title' }} />
          <PlaceLink place={{ to: '/inverter-types', icon: 'inverter', label: 'shell.inverterTypes' }} />
        </nav>
        <div className="spacer" />
        <Switches />
        <ButtonLink look="quiet" to="/sign-in">
          {text('shell.signIn')}
        </ButtonLink>
        <ButtonLink to="/register">{text('shell.register')}</ButtonLink>
      </header>
      <Main>
        <Outlet />
      </Main>
      <footer className="footer">
        <div>
          <Documents kinds={documentKinds} />
          <Declarations />
          <Link to="/public-plants">{text('public.title')}</Link>
          <Link to="/prices">{text('shop.prices')}</Link>
          <Link to="/repair-prices">{text('repair.prices')}</Link>
          <Link to="/password-policy">{text('shell.passwordPolicy')}</Link>
          <a href="/api/docs">{text('shell.apiDocs')}</a>
          {portal.data !== undefined && (
            <span className="operator">{text('shell.operator', { name: portal.data.operatorName })}</span>
          )}
        </div>
      </footer>
      <BottomBar places={publicPlaces} />
    </div>
  );
}

/** Who answers for the portal, and what holds between it and its users: on every page (§ 5 DDG). */
function Documents({ kinds }: { readonly kinds: readonly DocumentKind[] }) {
  const text = useText();
  return (
    <>
      <Link to="/imprint">{text('imprint.title')}</Link>
      {kinds.map((kind) => (
        <Link key={kind} to="/documents/$kind" params={{ kind }}>
          {text(documentNames[kind])}
        </Link>
      ))}
    </>
  );
}

/** The law wants both at hand on every page, without signing in (§ 356a, § 312k BGB). */
function Declarations() {
  const text = useText();
  return (
    <>
      <Link to="/withdraw">{text('declare.withdraw')}</Link>
      <Link to="/cancel">{text('declare.cancel')}</Link>
    </>
  );
}

function Brand({ to }: { readonly to: '/' | '/plants' }) {
  return (
    <Link to={to} className="brand" activeOptions={exactly}>
      <BrandMark />
      SiteLink
    </Link>
  );
}

const exactly = { exact: true, includeSearch: false };

/** A page below a place belongs to it, but adding a plant is a place of its own. */
function useIsHere(): (to: string) => boolean {
  const { pathname } = useLocation();
  return (to) => pathname === to || (to !== '/' && pathname !== '/plants/new' && pathname.startsWith(`${to}/`));
}

function PlaceLink({ place, label }: { readonly place: Place; readonly label?: string }) {
  const text = useText();
  const isHere = useIsHere();
  return (
    <Link to={place.to} className="place" activeOptions={exactly} aria-current={isHere(place.to) ? 'page' : undefined}>
      <Icon name={place.icon} />
      <span>{label ?? text(place.short ?? place.label)}</span>
    </Link>
  );
}

function BottomBar({ places }: { readonly places: readonly Place[] }) {
  const text = useText();
  const isHere = useIsHere();
  return (
    <nav className="bottom-bar" aria-label={text('shell.navigation')}>
      {places.map((place) => (
        <Link key={place.to} to={place.to} activeOptions={exactly} aria-current={isHere(place.to) ? 'page' : undefined}>
          <Icon name={place.icon} />
          {text(place.phone ?? place.short ?? place.label)}
        </Link>
      ))}
    </nav>
  );
}
