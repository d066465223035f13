import { createRoute, lazyRouteComponent, redirect } from '@tanstack/react-router';
import { SignInPage } from '../../account/sign-in-page.js';
import { parseDocumentSearch } from '../../site/document-search.js';
import { LandingPage } from '../../site/landing-page.js';
import { ownPath } from '../own-path.js';
import { root } from './root.js';
import { textIn } from './search-text.js';

/** Tokens may look like numbers to the router; they stay as they came. */
const tokenSearch = (search: Record<string, unknown>): { readonly token?: string | undefined } => ({
  token: search['token'] === undefined ? undefined : String(search['token']),
});

const landing = createRoute({ getParentRoute: () => root, path: '/', component: LandingPage });

const signIn = createRoute({
  getParentRoute: () => root,
  path: '/sign-in',
  component: SignInPage,
  validateSearch: (search: Record<string, unknown>): { readonly to?: string | undefined } => ({
    to: ownPath(textIn(search, 'to')),
  }),
});

const register = createRoute({
  getParentRoute: () => root,
  path: '/register',
  component: lazyRouteComponent(() => import('../../account/register-page.js'), 'RegisterPage'),
  validateSearch: (search: Record<string, unknown>): { readonly email?: string | undefined } => ({
    email: textIn(search, 'email'),
  }),
});

const validate = createRoute({
  getParentRoute: () => root,
  path: '/validate',
  component: lazyRouteComponent(() => import('../../account/validate-page.js'), 'ValidatePage'),
  validateSearch: tokenSearch,
});

const activate = createRoute({
  getParentRoute: () => root,
  path: '/activate',
  component: lazyRouteComponent(() => import('../../account/activate-page.js'), 'ActivatePage'),
  validateSearch: tokenSearch,
});

const forgotPassword = createRoute({
  getParentRoute: () => root,
  path: '/forgot-password',
  component: lazyRouteComponent(() => import('../../account/forgot-password-page.js'), 'ForgotPasswordPage'),
});

const newPassword = createRoute({
  getParentRoute: () => root,
  path: '/new-password',
  component: lazyRouteComponent(() => import('../../account/new-password-page.js'), 'NewPasswordPage'),
  validateSearch: tokenSearch,
});

const confirmEmail = createRoute({
  getParentRoute: () => root,
  path: '/confirm-email',
  component: lazyRouteComponent(() => import('../../account/confirm-email-page.js'), 'ConfirmEmailPage'),
  validateSearch: tokenSearch,
});

const invitation = createRoute({
  getParentRoute: () => root,
  path: '/invitation',
  component: lazyRouteComponent(() => import('../../sharing/invitation-page.js'), 'InvitationPage'),
  validateSearch: tokenSearch,
});

const document = createRoute({
  getParentRoute: () => root,
  path: '/documents/$kind',
  component: lazyRouteComponent(() => import('../../site/document-page.js'), 'DocumentPage'),
  validateSearch: parseDocumentSearch,
});

/** Where documents were before; mails and bookmarks may lead there. */
const formerDocument = createRoute({
  getParentRoute: () => root,
  path: '/legal/$kind',
  beforeLoad: ({ params }) => {
    throw redirect({ to: '/documents/$kind', params, replace: true });
  },
});

const imprint = createRoute({
  getParentRoute: () => root,
  path: '/imprint',
  component: lazyRouteComponent(() => import('../../site/imprint-page.js'), 'ImprintPage'),
});

const passwordPolicy = createRoute({
  getParentRoute: () => root,
  path: '/password-policy',
  component: lazyRouteComponent(() => import('../../site/password-policy-page.js'), 'PasswordPolicyPage'),
});

const inverterTypes = createRoute({
  getParentRoute: () => root,
  path: '/inverter-types',
  component: lazyRouteComponent(() => import('../../site/inverter-types-page.js'), 'InverterTypesPage'),
});

const publicPlants = createRoute({
  getParentRoute: () => root,
  path: '/public-plants',
  component: lazyRouteComponent(() => import('../../public-plants/pages.js'), 'PublicPlantsPage'),
});

const publicPlant = createRoute({
  getParentRoute: () => root,
  path: '/public-plants/$plantId',
  component: lazyRouteComponent(() => import('../../public-plants/pages.js'), 'PublicPlantPage'),
});

const prices = createRoute({
  getParentRoute: () => root,
  path: '/prices',
  component: lazyRouteComponent(() => import('../../shop/prices-page.js'), 'PricesPage'),
});

const repairPrices = createRoute({
  getParentRoute: () => root,
  path: '/repair-prices',
  component: lazyRouteComponent(() => import('../../repairs/prices-page.js'), 'RepairPricesPage'),
});

const withdraw = createRoute({
  getParentRoute: () => root,
  path: '/withdraw',
  component: lazyRouteComponent(() => import('../../shop/declaration-page.js'), 'WithdrawPage'),
});

const cancel = createRoute({
  getParentRoute: () => root,
  path: '/cancel',
  component: lazyRouteComponent(() => import('../../shop/declaration-page.js'), 'CancelPage'),
});

/** What everybody sees. */
export const openRoutes = [
  landing,
  signIn,
  register,
  validate,
  activate,
  forgotPassword,
  newPassword,
  confirmEmail,
  invitation,
  document,
  formerDocument,
  imprint,
  passwordPolicy,
  inverterTypes,
  publicPlants,
  publicPlant,
  prices,
  repairPrices,
  withdraw,
  cancel,
] as const;
