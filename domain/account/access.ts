import { z } from 'zod';

/** What the operator of the portal makes of an account (A11, A13). Any number of them go together. */
export const OperatorRole = z.enum(['partner', 'support', 'advocate', 'catalogue-manager', 'auditor', 'admin']);
export type OperatorRole = z.infer<typeof OperatorRole>;

/** What the owner of a plant permits a third party: to look at everything, or to change plant and inverters, too (A12). */
export const Right = z.enum(['viewer', 'manager']);
export type Right = z.infer<typeof Right>;

/** What somebody is to one plant: its owner, or a third party. `owner` is every account, for what is its own. */
export type PlantRole = 'owner' | Right;
type Role = PlantRole | OperatorRole;

/** Who may do what: the one table. What an owner may do, every account may do with its own things. */
const rolesByAction = {
  'plants:add': ['owner'],
  'plants:view': ['owner', 'viewer', 'manager'],
  'readings:view': ['owner', 'viewer', 'manager'],
  'reports:order': ['owner', 'viewer', 'manager'],
  'plants:change': ['owner', 'manager'],
  'plants:remove': ['owner'],
  'plants:share': ['owner'],
  'plants:leave': ['viewer', 'manager'],
  'invitations:accept': ['owner'],
  'alerts:view': ['owner', 'viewer', 'manager'],
  'alerts:change': ['owner', 'manager'],
  'licences:view': ['owner'],
  'licences:buy': ['owner'],
  'orders:read': ['owner'],
  'repairs:order': ['owner'],
  'repairs:follow': ['owner'],
  'office:enter': ['support', 'advocate', 'catalogue-manager', 'auditor', 'admin'],
  'operators:read': ['support', 'auditor', 'admin'],
  'operators:change': ['admin'],
  'projections:read': ['support', 'auditor', 'admin'],
  'projections:operate': ['admin'],
  'outbox:read': ['support', 'auditor', 'admin'],
  'outbox:operate': ['support', 'admin'],
  'accounts:confirm-business': ['support', 'admin'],
  'accounts:read': ['support', 'auditor', 'admin'],
  'accounts:operate': ['support', 'admin'],
  'prices:publish': ['catalogue-manager', 'admin'],
  'documents:read': ['support', 'auditor', 'admin'],
  'documents:publish': ['admin'],
  'licences:audit': ['support', 'auditor', 'admin'],
  'licences:operate': ['admin'],
  'orders:audit': ['support', 'auditor', 'admin'],
  'orders:operate': ['support', 'admin'],
  'repairs:read': ['support', 'advocate', 'auditor', 'admin'],
  'repairs:handle': ['advocate', 'admin'],
  'devices:read': ['support', 'advocate', 'auditor', 'admin'],
  'devices:import': ['catalogue-manager', 'admin'],
} as const satisfies Readonly<Record<string, readonly Role[]>>;

export type Action = keyof typeof rolesByAction;

/** What a personal API token may be made for (A14). */
export const TokenScope = z.enum(['plants:read', 'readings:read', 'readings:write', 'alerts:write', 'billing:read']);
export type TokenScope = z.infer<typeof TokenScope>;

/** The scope under which a token may do what its owner may do; null = no token ever does it. */
const scopeByAction: Readonly<Record<Action, TokenScope | null>> = {
  'plants:add': null,
  'plants:view': 'plants:read',
  'readings:view': 'readings:read',
  'reports:order': null,
  'plants:change': null,
  'plants:remove': null,
  'plants:share': null,
  'plants:leave': null,
  'invitations:accept': null,
  'alerts:view': 'plants:read',
  'alerts:change': 'alerts:write',
  'licences:view': 'billing:read',
  'licences:buy': null,
  'orders:read': 'billing:read',
  'repairs:order': null,
  'repairs:follow': null,
  'office:enter': null,
  'operators:read': null,
  'operators:change': null,
  'projections:read': null,
  'projections:operate': null,
  'outbox:read': null,
  'outbox:operate': null,
  'accounts:confirm-business': null,
  'accounts:read': null,
  'accounts:operate': null,
  'prices:publish': null,
  'documents:read': null,
  'documents:publish': null,
  'licences:audit': null,
  'licences:operate': null,
  'orders:audit': null,
  'orders:operate': null,
  'repairs:read': null,
  'repairs:handle': null,
  'devices:read': null,
  'devices:import': null,
};

export const actions = Object.keys(rolesByAction) as readonly Action[];

/** What a route asks of its caller: nothing, to be signed in, or a role that may do the action. */
export type Access = 'public' | 'account' | Action;

/** What an account brings beyond being signed in. */
export type Rights = {
  readonly roles: readonly OperatorRole[];
  /**
   * `proven`: a second factor was shown in the session lately, without which roles have no effect; `unproven`: the account
   * has one, but it was not shown, or too long ago.
   */
  readonly secondFactor: 'missing' | 'unproven' | 'proven';
};

type AccessRefusal = 'access.denied' | 'totp.set-up-required' | 'totp.sign-in-required';

/** The scope that a token needs for a route; null when tokens have no business there, as with everything of the account. */
export function scopeFor(access: Exclude<Access, 'public'>): TokenScope | null {
  return access === 'account' ? null : scopeByAction[access];
}

export const withoutRights: Rights = { roles: [], secondFactor: 'missing' };

/** The roles that may do an action. */
export function rolesFor(action: Action): readonly Role[] {
  return rolesByAction[action];
}

/** What is part of monitoring: open only to those whom monitoring is offered to (A7, A10). */
const partsOfMonitoring: readonly Action[] = [
  'plants:add',
  'plants:view',
  'readings:view',
  'reports:order',
  'plants:change',
  'alerts:view',
  'alerts:change',
  'invitations:accept',
];

export function isMonitoring(action: Action): boolean {
  return partsOfMonitoring.includes(action);
}

/** What only those may do who may use the services at all (A7): monitoring, and the online services. */
export function isService(action: Action): boolean {
  return isMonitoring(action) || action === 'repairs:order';
}

/** Whether every account may do it, with what is its own, or with the plants of others that it has a role for. */
export function isForAccounts(action: Action): boolean {
  return rolesFor(action).some(isPlantRole);
}

/** Whether what somebody is to a plant allows the action there. */
export function mayDo(role: PlantRole, action: Action): boolean {
  return rolesFor(action).includes(role);
}

/** Whether it matters what the caller is to the plant: not where everybody who sees it may do it. */
export function dependsOnRole(action: Action): boolean {
  return isForAccounts(action) && !plantRoles.every((role) => mayDo(role, action));
}

const plantRoles: readonly PlantRole[] = ['owner', ...Right.options];

function isPlantRole(role: Role): role is PlantRole {
  return plantRoles.some((one) => one === role);
}

/** Why these rights do not allow the action; null when they do. */
export function refusalOf(action: Action, { roles, secondFactor }: Rights): AccessRefusal | null {
  if (isForAccounts(action)) return null;
  if (!roles.some((role) => rolesFor(action).includes(role))) return 'access.denied';
  if (secondFactor === 'missing') return 'totp.set-up-required';
  return secondFactor === 'proven' ? null : 'totp.sign-in-required';
}

/** What these rights allow beyond what every account may do. */
export function actionsOf(rights: Rights): readonly Action[] {
  return actions.filter((action) => !isForAccounts(action) && refusalOf(action, rights) === null);
}
