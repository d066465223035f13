import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { parseQueue } from '../../office/repairs/queue.js';
import {
  parseAsOf,
  parseCharges,
  parseDeclarations,
  parseFind,
  parseInvoices,
  parseMessage,
  parseNewCharge,
  parseSearch,
} from '../../office/shop/searches.js';
import { signedIn } from './root.js';

const office = createRoute({
  getParentRoute: () => signedIn,
  path: '/office',
  component: lazyRouteComponent(() => import('../../office/office-frame.js'), 'OfficeFrame'),
});

const officeStart = createRoute({
  getParentRoute: () => office,
  path: '/',
  component: lazyRouteComponent(() => import('../../office/office-frame.js'), 'OfficeStart'),
});

const officeSearch = createRoute({
  getParentRoute: () => office,
  path: '/search',
  validateSearch: parseSearch,
  component: lazyRouteComponent(() => import('../../office/search-page.js'), 'SearchPage'),
});

const officeDevices = createRoute({
  getParentRoute: () => office,
  path: '/devices',
  component: lazyRouteComponent(() => import('../../office/devices-page.js'), 'DevicesPage'),
});

const officeDevice = createRoute({
  getParentRoute: () => office,
  path: '/devices/$serialNumber',
  component: lazyRouteComponent(() => import('../../office/device-page.js'), 'DevicePage'),
});

const officeReadModels = createRoute({
  getParentRoute: () => office,
  path: '/read-models',
  component: lazyRouteComponent(() => import('../../office/read-models-page.js'), 'ReadModelsPage'),
});

const officeOutbox = createRoute({
  getParentRoute: () => office,
  path: '/outbox',
  validateSearch: parseMessage,
  component: lazyRouteComponent(() => import('../../office/outbox-page.js'), 'OutboxPage'),
});

const officeAccounts = createRoute({
  getParentRoute: () => office,
  path: '/accounts',
  validateSearch: parseFind,
  component: lazyRouteComponent(() => import('../../office/accounts-page.js'), 'AccountsPage'),
});

const officeBusinesses = createRoute({
  getParentRoute: () => office,
  path: '/businesses',
  component: lazyRouteComponent(() => import('../../office/businesses-page.js'), 'BusinessesPage'),
});

const officeOperators = createRoute({
  getParentRoute: () => office,
  path: '/operators',
  component: lazyRouteComponent(() => import('../../office/operators-page.js'), 'OperatorsPage'),
});

const officeDocuments = createRoute({
  getParentRoute: () => office,
  path: '/documents',
  component: lazyRouteComponent(() => import('../../office/documents/documents-page.js'), 'OfficeDocumentsPage'),
});

const officeDocument = createRoute({
  getParentRoute: () => office,
  path: '/documents/$kind',
  component: lazyRouteComponent(() => import('../../office/documents/document-page.js'), 'OfficeDocumentPage'),
});

const officeRepairs = createRoute({
  getParentRoute: () => office,
  path: '/repairs',
  validateSearch: parseQueue,
  component: lazyRouteComponent(() => import('../../office/repairs/queue-page.js'), 'RepairQueuePage'),
});

const officeRepair = createRoute({
  getParentRoute: () => office,
  path: '/repairs/$repairId',
  component: lazyRouteComponent(() => import('../../office/repairs/repair-page.js'), 'OfficeRepairPage'),
});

const officeRepairPrices = createRoute({
  getParentRoute: () => office,
  path: '/repair-prices',
  component: lazyRouteComponent(() => import('../../office/repairs/prices-page.js'), 'OfficeRepairPricesPage'),
});

const officeNewRepairPrices = createRoute({
  getParentRoute: () => office,
  path: '/repair-prices/new',
  component: lazyRouteComponent(() => import('../../office/repairs/new-prices-page.js'), 'NewRepairPricesPage'),
});

const officePrices = createRoute({
  getParentRoute: () => office,
  path: '/prices',
  component: lazyRouteComponent(() => import('../../office/shop/prices-page.js'), 'PriceListsPage'),
});

const officeNewPrices = createRoute({
  getParentRoute: () => office,
  path: '/prices/new',
  component: lazyRouteComponent(() => import('../../office/shop/new-prices-page.js'), 'NewPriceListPage'),
});

const officeOrders = createRoute({
  getParentRoute: () => office,
  path: '/orders',
  validateSearch: parseFind,
  component: lazyRouteComponent(() => import('../../office/shop/pages.js'), 'OrdersPage'),
});

const officeDeclarations = createRoute({
  getParentRoute: () => office,
  path: '/declarations',
  validateSearch: parseDeclarations,
  component: lazyRouteComponent(() => import('../../office/shop/pages.js'), 'DeclarationsPage'),
});

const officeLicences = createRoute({
  getParentRoute: () => office,
  path: '/licences',
  validateSearch: parseFind,
  component: lazyRouteComponent(() => import('../../office/shop/pages.js'), 'LicencesPage'),
});

const officeLicence = createRoute({
  getParentRoute: () => office,
  path: '/licences/$plantId',
  validateSearch: parseAsOf,
  component: lazyRouteComponent(() => import('../../office/shop/pages.js'), 'LicencePage'),
});

const officeCharges = createRoute({
  getParentRoute: () => office,
  path: '/charges',
  validateSearch: parseCharges,
  component: lazyRouteComponent(() => import('../../office/shop/pages.js'), 'ChargesPage'),
});

const officeNewCharge = createRoute({
  getParentRoute: () => office,
  path: '/charges/new',
  validateSearch: parseNewCharge,
  component: lazyRouteComponent(() => import('../../office/shop/pages.js'), 'NewChargePage'),
});

const officeInvoices = createRoute({
  getParentRoute: () => office,
  path: '/invoices',
  validateSearch: parseInvoices,
  component: lazyRouteComponent(() => import('../../office/shop/pages.js'), 'InvoicesPage'),
});

/** The back office. */
export const officeRoutes = office.addChildren([
  officeStart,
  officeSearch,
  officeDevices,
  officeDevice,
  officeReadModels,
  officeOutbox,
  officeAccounts,
  officeBusinesses,
  officeOperators,
  officeDocuments,
  officeDocument,
  officeRepairs,
  officeRepair,
  officeRepairPrices,
  officeNewRepairPrices,
  officePrices,
  officeNewPrices,
  officeOrders,
  officeDeclarations,
  officeLicences,
  officeLicence,
  officeCharges,
  officeNewCharge,
  officeInvoices,
]);
