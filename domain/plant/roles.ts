import { mayDo, type Action, type PlantRole } from '../account/access.js';
import type { Actor } from '../kernel/event.js';
import type { AccountId } from '../kernel/ids.js';
import type { ActivePlant } from './state.js';

type Roles = Pick<ActivePlant, 'ownerId' | 'sharing'>;

/** What an account is to a plant; null for a stranger. */
export function roleIn({ ownerId, sharing }: Roles, accountId: string): PlantRole | null {
  if (accountId === ownerId) return 'owner';
  return sharing.grants.get(accountId as AccountId)?.right ?? null;
}

/** All who are something to a plant, its owner first. */
export function peopleOf({ ownerId, sharing }: Roles): readonly AccountId[] {
  return [ownerId, ...sharing.grants.keys()];
}

/** A11: owners buy for their plants, and service partners for those that they manage, as the owner has asked them to. */
export function mayBuyFor(plant: Roles, accountId: string, isPartner: boolean): boolean {
  const role = roleIn(plant, accountId);
  return role === 'owner' || (role === 'manager' && isPartner);
}

/**
 * Why somebody may not do this with a plant; null when it is allowed. For a stranger there is no plant. What the house does by
 * itself (policies, devices, the operator) is not bound to a person.
 */
export function refusalTo(
  actor: Actor,
  action: Action,
  plant: Roles,
): { readonly code: 'plant.not-found' | 'plant.right-missing' } | null {
  if (actor.kind !== 'account') return null;
  const role = roleIn(plant, actor.id);
  if (role === null) return { code: 'plant.not-found' };
  return mayDo(role, action) ? null : { code: 'plant.right-missing' };
}
