import type { Me } from '../api/types.js';
import type { MessageId } from '../i18n/de.js';

export type OperatorRole = Me['roles'][number];

/** What people call a role. */
export const roleLabels = {
  partner: 'office.role.partner',
  support: 'office.role.support',
  advocate: 'office.role.advocate',
  'catalogue-manager': 'office.role.catalogueManager',
  auditor: 'office.role.auditor',
  admin: 'office.role.admin',
} as const satisfies Record<OperatorRole, MessageId>;

export const operatorRoles = Object.keys(roleLabels) as readonly OperatorRole[];
