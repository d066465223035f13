import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { parseIncidentsSearch } from '../../alerts/incidents-search.js';
import { parseChartSearch } from '../../plant/chart-lines.js';
import { parseChannelsSearch, parseCurvesSearch, parsePlantSearch } from '../../plant/view.js';
import { parseFleetSearch } from '../../plants/fleet-wish.js';
import { PlantsPage } from '../../plants/plants-page.js';
import { parseWallSearch } from '../../wall/wall-search.js';
import { parseRequestStep } from '../../repairs/draft-values.js';
import { signedIn } from './root.js';
import { textIn } from './search-text.js';

const account = createRoute({
  getParentRoute: () => signedIn,
  path: '/account',
  component: lazyRouteComponent(() => import('../../account/account-page.js'), 'AccountPage'),
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
  component: lazyRouteComponent(() => import('../../plants/add-plant-page.js'), 'AddPlantPage'),
});

const plantByNumber = createRoute({
  getParentRoute: () => signedIn,
  path: '/plants/number/$number',
  component: lazyRouteComponent(() => import('../../plants/plant-by-number.js'), 'PlantByNumber'),
});

const editPlant = createRoute({
  getParentRoute: () => signedIn,
  path: '/plants/$plantId/edit',
  component: lazyRouteComponent(() => import('../../plants/edit-plant-page.js'), 'EditPlantPage'),
});

const plant = createRoute({
  getParentRoute: () => signedIn,
  path: '/plants/$plantId',
  validateSearch: parsePlantSearch,
  component: lazyRouteComponent(() => import('../../plant/pages.js'), 'PlantPage'),
});

const inverters = createRoute({
  getParentRoute: () => signedIn,
  path: '/plants/$plantId/inverters',
  component: lazyRouteComponent(() => import('../../plant/pages.js'), 'InvertersPage'),
});

const inverterList = createRoute({
  getParentRoute: () => signedIn,
  path: '/plants/$plantId/inverters/import',
  validateSearch: (search: Record<string, unknown>): { readonly list?: string | undefined } => ({
    list: textIn(search, 'list'),
  }),
  component: lazyRouteComponent(() => import('../../plant/pages.js'), 'InverterListPage'),
});

const sharing = createRoute({
  getParentRoute: () => signedIn,
  path: '/plants/$plantId/sharing',
  component: lazyRouteComponent(() => import('../../plant/pages.js'), 'SharingPage'),
});

const alerts = createRoute({
  getParentRoute: () => signedIn,
  path: '/plants/$plantId/alerts',
  component: lazyRouteComponent(() => import('../../plant/pages.js'), 'AlertsPage'),
});

const incident = createRoute({
  getParentRoute: () => signedIn,
  path: '/incidents/$incidentId',
  component: lazyRouteComponent(() => import('../../alerts/incident-page.js'), 'IncidentPage'),
});

const incidents = createRoute({
  getParentRoute: () => signedIn,
  path: '/incidents',
  validateSearch: parseIncidentsSearch,
  component: lazyRouteComponent(() => import('../../alerts/incidents-page.js'), 'IncidentsPage'),
});

const deviceErrors = createRoute({
  getParentRoute: () => signedIn,
  path: '/plants/$plantId/errors',
  component: lazyRouteComponent(() => import('../../plant/pages.js'), 'DeviceErrorsPage'),
});

const forecast = createRoute({
  getParentRoute: () => signedIn,
  path: '/plants/$plantId/forecast',
  component: lazyRouteComponent(() => import('../../plant/pages.js'), 'ForecastPage'),
});

const exportData = createRoute({
  getParentRoute: () => signedIn,
  path: '/plants/$plantId/export',
  component: lazyRouteComponent(() => import('../../plant/pages.js'), 'ExportPage'),
});

const corrections = createRoute({
  getParentRoute: () => signedIn,
  path: '/plants/$plantId/corrections',
  validateSearch: parseChannelsSearch,
  component: lazyRouteComponent(() => import('../../plant/pages.js'), 'CorrectionsPage'),
});

const history = createRoute({
  getParentRoute: () => signedIn,
  path: '/plants/$plantId/history',
  component: lazyRouteComponent(() => import('../../plant/pages.js'), 'HistoryPage'),
});

const wall = createRoute({
  getParentRoute: () => signedIn,
  path: '/wall',
  validateSearch: parseWallSearch,
  component: lazyRouteComponent(() => import('../../wall/wall-page.js'), 'WallPage'),
});

const chart = createRoute({
  getParentRoute: () => signedIn,
  path: '/plants/$plantId/chart',
  validateSearch: parseChartSearch,
  component: lazyRouteComponent(() => import('../../plant/pages.js'), 'ChartPage'),
});

const channels = createRoute({
  getParentRoute: () => signedIn,
  path: '/plants/$plantId/channels',
  validateSearch: parseCurvesSearch,
  component: lazyRouteComponent(() => import('../../plant/pages.js'), 'ChannelsPage'),
});

const licence = createRoute({
  getParentRoute: () => signedIn,
  path: '/plants/$plantId/licence',
  component: lazyRouteComponent(() => import('../../shop/pages.js'), 'LicencePage'),
});

const buyLicence = createRoute({
  getParentRoute: () => signedIn,
  path: '/licences/buy',
  validateSearch: (search: Record<string, unknown>): { readonly plants?: string | undefined } => ({
    plants: textIn(search, 'plants'),
  }),
  component: lazyRouteComponent(() => import('../../shop/pages.js'), 'BuyLicencePage'),
});

const orders = createRoute({
  getParentRoute: () => signedIn,
  path: '/orders',
  component: lazyRouteComponent(() => import('../../shop/orders-page.js'), 'OrdersPage'),
});

const order = createRoute({
  getParentRoute: () => signedIn,
  path: '/orders/$orderId',
  component: lazyRouteComponent(() => import('../../shop/pages.js'), 'OrderPage'),
});

const repairs = createRoute({
  getParentRoute: () => signedIn,
  path: '/repairs',
  component: lazyRouteComponent(() => import('../../repairs/repairs-page.js'), 'RepairsPage'),
});

const newRepair = createRoute({
  getParentRoute: () => signedIn,
  path: '/repairs/new',
  validateSearch: (search: Record<string, unknown>): { readonly incident?: string | undefined } => ({
    incident: textIn(search, 'incident'),
  }),
  component: lazyRouteComponent(() => import('../../repairs/pages.js'), 'NewRepairPage'),
});

const repair = createRoute({
  getParentRoute: () => signedIn,
  path: '/repairs/$repairId',
  validateSearch: parseRequestStep,
  component: lazyRouteComponent(() => import('../../repairs/pages.js'), 'RepairPage'),
});

/** What an account sees of itself, its plants, licences and repairs. */
export const signedInRoutes = [
  account,
  plants,
  addPlant,
  plantByNumber,
  editPlant,
  plant,
  inverters,
  inverterList,
  sharing,
  alerts,
  incidents,
  incident,
  deviceErrors,
  forecast,
  exportData,
  corrections,
  history,
  channels,
  chart,
  wall,
  licence,
  buyLicence,
  orders,
  order,
  repairs,
  newRepair,
  repair,
] as const;
