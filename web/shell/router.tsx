import { createRootRoute, createRoute, createRouter, lazyRouteComponent, redirect } from '@tanstack/react-router';
import { SignInPage } from '../account/sign-in-page.js';
import { parseChannelsSearch, parsePlantSearch } from '../plant/view.js';
import {
  parseAsOf,
  parseCharges,
  parseDeclarations,
  parseFind,
  parseInvoices,
  parseNewCharge,
} from '../office/shop/searches.js';
import { parseFleetSearch } from '../plants/fleet-wish.js';
import { PlantsPage } from '../plants/plants-page.js';
import { LandingPage } from '../site/landing-page.js';
import { parseDocumentSearch } from '../site/document-search.js';
import { Loading } from '../ui/surfaces.js';
import { BrokenPage, NotFoundPage } from './failure.js';
import { ownPath } from './own-path.js';
import { Shell } from './shell.js';
import { SignedIn } from './signed-in.js';

const root = createRootRoute({ component: Shell });

const textIn = (search: Readonly<Record<string, unknown>>, name: string): string | undefined => {
  const value = search[name];
  return typeof value === 'string' && value !== '' ? value : undefined;
};

// Whoever reads the search part of an address names every field, also one that is dropped: the router lays what is read over
// what came, so that a field that is left out would stay as it came.

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
  component: lazyRouteComponent(() => import('../account/register-page.js'), 'RegisterPage'),
});

const validate = createRoute({
  getParentRoute: () => root,
  path: '/validate',
  component: lazyRouteComponent(() => import('../account/validate-page.js'), 'ValidatePage'),
  validateSearch: tokenSearch,
});

const activate = createRoute({
  getParentRoute: () => root,
  path: '/activate',
  component: lazyRouteComponent(() => import('../account/activate-page.js'), 'ActivatePage'),
  validateSearch: tokenSearch,
});

const forgotPassword = createRoute({
  getParentRoute: () => root,
  path: '/forgot-password',
  component: lazyRouteComponent(() => import('../account/forgot-password-page.js'), 'ForgotPasswordPage'),
});

const newPassword = createRoute({
  getParentRoute: () => root,
  path: '/new-password',
  component: lazyRouteComponent(() => import('../account/new-password-page.js'), 'NewPasswordPage'),
  validateSearch: tokenSearch,
});

const confirmEmail = createRoute({
  getParentRoute: () => root,
  path: '/confirm-email',
  component: lazyRouteComponent(() => import('../account/confirm-email-page.js'), 'ConfirmEmailPage'),
  validateSearch: tokenSearch,
});

const invitation = createRoute({
  getParentRoute: () => root,
  path: '/invitation',
  component: lazyRouteComponent(() => import('../sharing/invitation-page.js'), 'InvitationPage'),
  validateSearch: tokenSearch,
});

const document = createRoute({
  getParentRoute: () => root,
  path: '/documents/$kind',
  component: lazyRouteComponent(() => import('../site/document-page.js'), 'DocumentPage'),
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
  component: lazyRouteComponent(() => import('../site/imprint-page.js'), 'ImprintPage'),
});

const passwordPolicy = createRoute({
  getParentRoute: () => root,
  path: '/password-policy',
  component: lazyRouteComponent(() => import('../site/password-policy-page.js'), 'PasswordPolicyPage'),
});

const inverterTypes = createRoute({
  getParentRoute: () => root,
  path: '/inverter-types',
  component: lazyRouteComponent(() => import('../site/inverter-types-page.js'), 'InverterTypesPage'),
});

const publicPlants = createRoute({
  getParentRoute: () => root,
  path: '/public-plants',
  component: lazyRouteComponent(() => import('../public-plants/pages.js'), 'PublicPlantsPage'),
});

const publicPlant = createRoute({
  getParentRoute: () => root,
  path: '/public-plants/$plantId',
  component: lazyRouteComponent(() => import('../public-plants/pages.js'), 'PublicPlantPage'),
});

const prices = createRoute({
  getParentRoute: () => root,
  path: '/prices',
  component: lazyRouteComponent(() => import('../shop/prices-page.js'), 'PricesPage'),
});

const repairPrices = createRoute({
  getParentRoute: () => root,
  path: '/repair-prices',
  component: lazyRouteComponent(() => import('../repairs/prices-page.js'), 'RepairPricesPage'),
});

const withdraw = createRoute({
  getParentRoute: () => root,
  path: '/withdraw',
  component: lazyRouteComponent(() => import('../shop/declaration-page.js'), 'WithdrawPage'),
});

const cancel = createRoute({
  getParentRoute: () => root,
  path: '/cancel',
  component: lazyRouteComponent(() => import('../shop/declaration-page.js'), 'CancelPage'),
});

const signedIn = createRoute({ getParentRoute: () => root, id: 'signed-in', component: SignedIn });

const account = createRoute({
  getParentRoute: () => signedIn,
  path: '/account',
  component: lazyRouteComponent(() => import('../account/account-page.js'), 'AccountPage'),
});

const plants = createRoute({
  getParentRoute: () => signedIn,
  path: '/plants',
  validateSearch: parseFleetSearch,
  component: PlantsPage,
});

const addPlant = createRoute({
  getParentRoute: () => signedIn,
  path: '/plants/new',
  component: lazyRouteComponent(() => import('../plants/add-plant-page.js'), 'AddPlantPage'),
});

const plantByNumber = createRoute({
  getParentRoute: () => signedIn,
  path: '/plants/number/$number',
  component: lazyRouteComponent(() => import('../plants/plant-by-number.js'), 'PlantByNumber'),
});

const editPlant = createRoute({
  getParentRoute: () => signedIn,
  path: '/plants/$plantId/edit',
  component: lazyRouteComponent(() => import('../plants/edit-plant-page.js'), 'EditPlantPage'),
});

const plant = createRoute({
  getParentRoute: () => signedIn,
  path: '/plants/$plantId',
  validateSearch: parsePlantSearch,
  component: lazyRouteComponent(() => import('../plant/pages.js'), 'PlantPage'),
});

const inverters = createRoute({
  getParentRoute: () => signedIn,
  path: '/plants/$plantId/inverters',
  component: lazyRouteComponent(() => import('../plant/pages.js'), 'InvertersPage'),
});

const inverterList = createRoute({
  getParentRoute: () => signedIn,
  path: '/plants/$plantId/inverters/import',
  validateSearch: (search: Record<string, unknown>): { readonly list?: string | undefined } => ({
    list: textIn(search, 'list'),
  }),
  component: lazyRouteComponent(() => import('../plant/pages.js'), 'InverterListPage'),
});

const sharing = createRoute({
  getParentRoute: () => signedIn,
  path: '/plants/$plantId/sharing',
  component: lazyRouteComponent(() => import('../plant/pages.js'), 'SharingPage'),
});

const alerts = createRoute({
  getParentRoute: () => signedIn,
  path: '/plants/$plantId/alerts',
  component: lazyRouteComponent(() => import('../plant/pages.js'), 'AlertsPage'),
});

const incident = createRoute({
  getParentRoute: () => signedIn,
  path: '/incidents/$incidentId',
  component: lazyRouteComponent(() => import('../alerts/incident-page.js'), 'IncidentPage'),
});

const deviceErrors = createRoute({
  getParentRoute: () => signedIn,
  path: '/plants/$plantId/errors',
  component: lazyRouteComponent(() => import('../plant/pages.js'), 'DeviceErrorsPage'),
});

const forecast = createRoute({
  getParentRoute: () => signedIn,
  path: '/plants/$plantId/forecast',
  component: lazyRouteComponent(() => import('../plant/pages.js'), 'ForecastPage'),
});

const exportData = createRoute({
  getParentRoute: () => signedIn,
  path: '/plants/$plantId/export',
  component: lazyRouteComponent(() => import('../plant/pages.js'), 'ExportPage'),
});

const channels = createRoute({
  getParentRoute: () => signedIn,
  path: '/plants/$plantId/channels',
  validateSearch: parseChannelsSearch,
  component: lazyRouteComponent(() => import('../plant/pages.js'), 'ChannelsPage'),
});

const licence = createRoute({
  getParentRoute: () => signedIn,
  path: '/plants/$plantId/licence',
  component: lazyRouteComponent(() => import('../shop/pages.js'), 'LicencePage'),
});

const buyLicence = createRoute({
  getParentRoute: () => signedIn,
  path: '/licences/buy',
  validateSearch: (search: Record<string, unknown>): { readonly plants?: string | undefined } => ({
    plants: textIn(search, 'plants'),
  }),
  component: lazyRouteComponent(() => import('../shop/pages.js'), 'BuyLicencePage'),
});

const orders = createRoute({
  getParentRoute: () => signedIn,
  path: '/orders',
  component: lazyRouteComponent(() => import('../shop/orders-page.js'), 'OrdersPage'),
});

const order = createRoute({
  getParentRoute: () => signedIn,
  path: '/orders/$orderId',
  component: lazyRouteComponent(() => import('../shop/pages.js'), 'OrderPage'),
});

const repairs = createRoute({
  getParentRoute: () => signedIn,
  path: '/repairs',
  component: lazyRouteComponent(() => import('../repairs/repairs-page.js'), 'RepairsPage'),
});

const newRepair = createRoute({
  getParentRoute: () => signedIn,
  path: '/repairs/new',
  component: lazyRouteComponent(() => import('../repairs/pages.js'), 'NewRepairPage'),
});

const repair = createRoute({
  getParentRoute: () => signedIn,
  path: '/repairs/$repairId',
  component: lazyRouteComponent(() => import('../repairs/pages.js'), 'RepairPage'),
});

const office = createRoute({
  getParentRoute: () => signedIn,
  path: '/office',
  component: lazyRouteComponent(() => import('../office/office-frame.js'), 'OfficeFrame'),
});

const officeStart = createRoute({
  getParentRoute: () => office,
  path: '/',
  component: lazyRouteComponent(() => import('../office/office-frame.js'), 'OfficeStart'),
});

const officeReadModels = createRoute({
  getParentRoute: () => office,
  path: '/read-models',
  component: lazyRouteComponent(() => import('../office/read-models-page.js'), 'ReadModelsPage'),
});

const officeOutbox = createRoute({
  getParentRoute: () => office,
  path: '/outbox',
  component: lazyRouteComponent(() => import('../office/outbox-page.js'), 'OutboxPage'),
});

const officeAccounts = createRoute({
  getParentRoute: () => office,
  path: '/accounts',
  component: lazyRouteComponent(() => import('../office/accounts-page.js'), 'AccountsPage'),
});

const officeBusinesses = createRoute({
  getParentRoute: () => office,
  path: '/businesses',
  component: lazyRouteComponent(() => import('../office/businesses-page.js'), 'BusinessesPage'),
});

const officeOperators = createRoute({
  getParentRoute: () => office,
  path: '/operators',
  component: lazyRouteComponent(() => import('../office/operators-page.js'), 'OperatorsPage'),
});

const officeRepairs = createRoute({
  getParentRoute: () => office,
  path: '/repairs',
  component: lazyRouteComponent(() => import('../office/repairs/queue-page.js'), 'RepairQueuePage'),
});

const officeRepair = createRoute({
  getParentRoute: () => office,
  path: '/repairs/$repairId',
  component: lazyRouteComponent(() => import('../office/repairs/repair-page.js'), 'OfficeRepairPage'),
});

const officePrices = createRoute({
  getParentRoute: () => office,
  path: '/prices',
  component: lazyRouteComponent(() => import('../office/shop/prices-page.js'), 'PriceListsPage'),
});

const officeNewPrices = createRoute({
  getParentRoute: () => office,
  path: '/prices/new',
  component: lazyRouteComponent(() => import('../office/shop/new-prices-page.js'), 'NewPriceListPage'),
});

const officeOrders = createRoute({
  getParentRoute: () => office,
  path: '/orders',
  validateSearch: parseFind,
  component: lazyRouteComponent(() => import('../office/shop/pages.js'), 'OrdersPage'),
});

const officeDeclarations = createRoute({
  getParentRoute: () => office,
  path: '/declarations',
  validateSearch: parseDeclarations,
  component: lazyRouteComponent(() => import('../office/shop/pages.js'), 'DeclarationsPage'),
});

const officeLicences = createRoute({
  getParentRoute: () => office,
  path: '/licences',
  validateSearch: parseFind,
  component: lazyRouteComponent(() => import('../office/shop/pages.js'), 'LicencesPage'),
});

const officeLicence = createRoute({
  getParentRoute: () => office,
  path: '/licences/$plantId',
  validateSearch: parseAsOf,
  component: lazyRouteComponent(() => import('../office/shop/pages.js'), 'LicencePage'),
});

const officeCharges = createRoute({
  getParentRoute: () => office,
  path: '/charges',
  validateSearch: parseCharges,
  component: lazyRouteComponent(() => import('../office/shop/pages.js'), 'ChargesPage'),
});

const officeNewCharge = createRoute({
  getParentRoute: () => office,
  path: '/charges/new',
  validateSearch: parseNewCharge,
  component: lazyRouteComponent(() => import('../office/shop/pages.js'), 'NewChargePage'),
});

const officeInvoices = createRoute({
  getParentRoute: () => office,
  path: '/invoices',
  validateSearch: parseInvoices,
  component: lazyRouteComponent(() => import('../office/shop/pages.js'), 'InvoicesPage'),
});

const routeTree = root.addChildren([
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
  signedIn.addChildren([
    licence,
    buyLicence,
    orders,
    order,
    repairs,
    newRepair,
    repair,
    account,
    plants,
    addPlant,
    plantByNumber,
    editPlant,
    plant,
    inverters,
    inverterList,
    alerts,
    incident,
    deviceErrors,
    channels,
    forecast,
    exportData,
    sharing,
    office.addChildren([
      officeStart,
      officeReadModels,
      officeOutbox,
      officeAccounts,
      officeBusinesses,
      officeOperators,
      officeRepairs,
      officeRepair,
      officePrices,
      officeNewPrices,
      officeOrders,
      officeDeclarations,
      officeLicences,
      officeLicence,
      officeCharges,
      officeNewCharge,
      officeInvoices,
    ]),
  ]),
]);

export const router = createRouter({
  routeTree,
  scrollRestoration: true,
  defaultPreload: 'intent',
  defaultErrorComponent: BrokenPage,
  defaultNotFoundComponent: NotFoundPage,
  defaultPendingComponent: Loading,
});

declare module '@tanstack/react-router' {
  interface Register {
    router: typeof router;
  }
}
