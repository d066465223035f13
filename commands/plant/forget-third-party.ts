import { streamOf, type AccountId, type InvitationId, type PlantId } from '../../domain/kernel/ids.js';
import { plantDecider } from '../../domain/plant/plant.js';
import type { SharingCommand } from '../../domain/plant/sharing-commands.js';
import { handle, type CommandContext } from '../handle.js';
import type { InvitationAddresses } from '../ports.js';
import { loadPlant } from './manage.js';
import { asked, type PlantDeps } from './ports.js';

export type ForgetThirdPartyDeps = PlantDeps & {
  readonly invitationAddresses: InvitationAddresses;
  readonly personKeys: { destroyKey(subjectId: string): Promise<void> };
  /** The plants of others that an account looks after. */
  readonly plantsGrantedTo: (accountId: AccountId) => Promise<readonly PlantId[]>;
};

/**
 * A15: an account is erased, and with it every right that others gave it, every invitation to its address, and the keys
 * of their addresses. Needs the address to be known still: comes before the credentials go. May be repeated.
 */
export async function forgetThirdParty(
  deps: ForgetThirdPartyDeps,
  accountId: AccountId,
  context: CommandContext,
): Promise<void> {
  for (const plantId of await deps.plantsGrantedTo(accountId)) {
    const plant = await loadPlant(deps.log, plantId);
    const grant = plant.status === 'active' ? plant.sharing.grants.get(accountId) : undefined;
    if (grant === undefined) continue;
    await end(deps, plantId, { type: 'EndErasedGrant', ...asked(deps, context), accountId }, context);
    await forgetAddress(deps, grant.invitationId);
  }
  for (const { invitationId, plantId } of await deps.invitationAddresses.listFor(accountId)) {
    await end(deps, plantId, { type: 'DeclineInvitation', ...asked(deps, context), invitationId }, context);
    await forgetAddress(deps, invitationId);
  }
}

/** Whatever is over already stays over. */
async function end(
  { log }: ForgetThirdPartyDeps,
  plantId: PlantId,
  command: Extract<SharingCommand, { readonly type: 'EndErasedGrant' | 'DeclineInvitation' }>,
  context: CommandContext,
): Promise<void> {
  await handle(log, plantDecider, streamOf.plant(plantId), command, context);
}

/** From now on nobody reads where the invitation went. */
export async function forgetAddress(
  { personKeys, invitationAddresses }: Pick<ForgetThirdPartyDeps, 'personKeys' | 'invitationAddresses'>,
  invitationId: InvitationId,
): Promise<void> {
  await personKeys.destroyKey(invitationId);
  await invitationAddresses.forget(invitationId);
}
