import type { Action } from '../../domain/account/access.js';
import type { Identity } from '../../domain/account/identity.js';
import {
  isOpenFor,
  opensThroughPartner,
  serviceRefusal,
  standsAgainst,
  wholeMonitoring,
  type Monitoring,
} from '../../domain/account/services.js';
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

/** What is open to an account of the part of monitoring, or of the online services, that an action belongs to. */
export async function monitoringOf(deps: MonitoringDeps, accountId: AccountId, action: Action): Promise<Monitoring> {
  const found = await deps.findIdentity(accountId);
  const refusal = found === null ? null : serviceRefusal(found.identity);
  if (refusal === null || !standsAgainst(refusal, action)) return wholeMonitoring;
  if (!opensThroughPartner(refusal, action)) return { refusal, plantIds: [] };
  const plants = [
    ...(await plantsOf(deps, accountId)),
    // Whom a partner invites has to be able to accept it.
    ...(action === 'invitations:accept' ? await plantsOfferedTo(deps, accountId) : []),
  ];
  const plantIds = await servedAmong(deps, accountId, plants);
  return plantIds.length > 0 ? { refusal: null, plantIds } : { refusal, plantIds };
}

/** Whether monitoring of a plant that it sees is open to an account. */
export async function isMonitored(deps: MonitoringDeps, accountId: AccountId, plantId: PlantId): Promise<boolean> {
  return isOpenFor(await monitoringOf(deps, accountId, 'readings:view'), plantId);
}

/** Those plants that belong to a service partner, or are managed by one for this account. */
async function servedAmong(
  { log }: Pick<MonitoringDeps, 'log'>,
  accountId: AccountId,
  plants: readonly ActivePlant[],
): Promise<readonly PlantId[]> {
  const keepers = new Map(plants.map((plant) => [plant.plantId, keepersFor(accountId, plant)]));
  const partners = new Set<AccountId>();
  for (const keeper of new Set([...keepers.values()].flat())) {
    const account = await loadAccount(log, keeper);
    if (account.status === 'active' && account.roles.includes('partner')) partners.add(keeper);
  }
  return [...keepers].flatMap(([plantId, ids]) => (ids.some((id) => partners.has(id)) ? [plantId] : []));
}

/** Who keeps a plant for an account: its owner, or those that the account as its owner lets manage it. */
function keepersFor(accountId: AccountId, { ownerId, sharing }: ActivePlant): readonly AccountId[] {
  if (ownerId !== accountId) return [ownerId];
  return [...sharing.grants].flatMap(([id, { right }]) => (right === 'manager' ? [id] : []));
}

async function plantsOf({ log, plantIdsOf }: MonitoringDeps, accountId: AccountId): Promise<readonly ActivePlant[]> {
  const plants = await Promise.all((await plantIdsOf(accountId)).map((plantId) => loadPlant(log, plantId)));
  // By its own history: a right that was taken away counts no longer.
  return plants.filter((plant) => plant.status === 'active').filter((plant) => roleIn(plant, accountId) !== null);
}

async function plantsOfferedTo(deps: MonitoringDeps, accountId: AccountId): Promise<readonly ActivePlant[]> {
  return (await invitationsTo(deps, accountId)).map(({ plant }) => plant);
}
