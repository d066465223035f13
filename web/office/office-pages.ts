import type { LinkProps } from '@tanstack/react-router';
import type { Action } from '../api/types.js';
import type { MessageId } from '../i18n/de.js';

type OfficePage = {
  readonly to: NonNullable<LinkProps['to']>;
  readonly label: MessageId;
  /** Who may see it. */
  readonly action: Action;
};

/**
 * The pages of the office, in the order of its navigation, those of one concern together: customers, the shop, repairs, the
 * portal itself. The first one that somebody may see is where they begin.
 */
export const officePages: readonly (readonly OfficePage[])[] = [
  [
    { to: '/office/accounts', label: 'office.accounts.title', action: 'accounts:read' },
    { to: '/office/search', label: 'office.search.title', action: 'devices:read' },
    { to: '/office/businesses', label: 'office.businesses.title', action: 'accounts:confirm-business' },
  ],
  [
    { to: '/office/orders', label: 'office.orders.title', action: 'orders:audit' },
    { to: '/office/declarations', label: 'office.declarations.title', action: 'orders:audit' },
    { to: '/office/licences', label: 'office.licences.title', action: 'licences:audit' },
    { to: '/office/charges', label: 'office.charges.title', action: 'orders:audit' },
    { to: '/office/invoices', label: 'office.invoices.title', action: 'orders:audit' },
    { to: '/office/prices', label: 'office.prices.title', action: 'prices:publish' },
  ],
  [
    { to: '/office/repairs', label: 'office.repairs.title', action: 'repairs:read' },
    { to: '/office/repair-prices', label: 'office.repairPrices.title', action: 'prices:publish' },
    { to: '/office/devices', label: 'office.devices.title', action: 'devices:import' },
  ],
  [
    { to: '/office/operators', label: 'office.operators', action: 'operators:read' },
    { to: '/office/documents', label: 'office.documents.title', action: 'documents:read' },
    { to: '/office/outbox', label: 'office.outbox.title', action: 'outbox:read' },
    { to: '/office/read-models', label: 'office.readModels.title', action: 'projections:read' },
  ],
];
