import type { Action } from '../../domain/account/access.js';
import type { Identity } from '../../domain/account/identity.js';
import { opensThroughPartner, serviceRefusal, type ServiceRefusal } from '../../domain/account/services.js';
import type { AccountId, PlantId } from '../../domain/kernel/ids.js';
import { roleIn } from '../../domain/plant/roles.js';
import type { ActivePlant } from '../../domain/plant/state.js';
import { invitationsTo } from '../plant/invitations.js';
import { loadPlant } from '../plant/manage.js';
import type { Clock, EventLog, InvitationAddresses } from '../ports.js';
import { loadAccount } from './load-account.js';

type MonitoringDeps = {
  readonly log: Pick<EventLog, 'load'>;
  readonly clock: Clock;
  readonly invitationAddresses: InvitationAddresses;
  readonly findIdentity: (accountId: AccountId) => Promise<{ readonly identity: Identity } | null>;
  /** Every plant that the account has or looks after. */
  readonly plantIdsOf: (accountId: AccountId) => Promise<readonly PlantId[]>;
};

/** Why an account may not do what is part of monitoring; null when nothing stands against it. */
export async function monitoringRefusal(
  deps: MonitoringDeps,
  accountId: AccountId,
  action: Action,
): Promise<ServiceRefusal | null> {
  const found = await deps.findIdentity(accountId);
  const refusal = found === null ? null : serviceRefusal(found.identity);
  if (refusal === null || !opensThroughPartner(refusal, action)) return refusal;
  const isServed =
    (await hasPartner(deps, accountId, await plantsOf(deps, accountId))) ||
    // Whom a partner invites has to be able to accept it.
    (action === 'invitations:accept' && (await hasPartner(deps, accountId, await plantsOfferedTo(deps, accountId))));
  return isServed ? null : refusal;
}

/** Whether one of the plants belongs to a service partner, or is managed by one for this account. */
async function hasPartner(
  { log }: Pick<MonitoringDeps, 'log'>,
  accountId: AccountId,
  plants: readonly ActivePlant[],
): Promise<boolean> {
  const keepers = new Set(
    plants.flatMap(({ ownerId, sharing }) =>
      ownerId === accountId
        ? [...sharing.grants].flatMap(([id, { right }]) => (right === 'manager' ? [id] : []))
        : [ownerId],
    ),
  );
  for (const keeper of keepers) {
    const account = await loadAccount(log, keeper);
    if (account.status === 'active' && account.roles.includes('partner')) return true;
  }
  return false;
}

async function plantsOf({ log, plantIdsOf }: MonitoringDeps, accountId: AccountId): Promise<readonly ActivePlant[]> {
  const plants = await Promise.all((await plantIdsOf(accountId)).map((plantId) => loadPlant(log, plantId)));
  // By its own history: a right that was taken away counts no longer.
  return plants.filter((plant) => plant.status === 'active').filter((plant) => roleIn(plant, accountId) !== null);
}

async function plantsOfferedTo(deps: MonitoringDeps, accountId: AccountId): Promise<readonly ActivePlant[]> {
  return (await invitationsTo(deps, accountId)).map(({ plant }) => plant);
}
