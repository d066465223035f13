import { v5 as uuidV5, v7 as uuidV7 } from 'uuid';
import type { Right } from '../../domain/account/access.js';
import type { AccountLanguage } from '../../domain/account/person.js';
import { reject } from '../../domain/kernel/decider.js';
import { InvitationId, streamOf, type AccountId, type PlantId } from '../../domain/kernel/ids.js';
import type { PlantCommand } from '../../domain/plant/commands.js';
import { plantDecider, type PlantRejection } from '../../domain/plant/plant.js';
import { refusalTo } from '../../domain/plant/roles.js';
import { handle, type CommandContext } from '../handle.js';
import type { Credentials, InvitationAddresses } from '../ports.js';
import { loadPlant } from './manage.js';
import { asked, type PlantDeps } from './ports.js';

export type ThirdPartyDeps = PlantDeps & {
  readonly invitationAddresses: InvitationAddresses;
  readonly credentials: Pick<Credentials, 'findByEmail'>;
};

type InviteWish = {
  readonly plantId: PlantId;
  readonly email: string;
  readonly right: Right;
  /** In which the mail is written. */
  readonly language: AccountLanguage;
};

/** A12: the owner invites somebody. Whether the address has an account is neither looked at nor told. */
export async function inviteThirdParty(deps: ThirdPartyDeps, wish: InviteWish, context: CommandContext) {
  const { plantId, email, right, language } = wish;
  const { idempotencyKey: key } = context;
  const invitationId = InvitationId.parse(key === undefined ? uuidV7() : uuidV5(`invitation/${key}`, plantId));
  const refused = (rejection: PlantRejection) => ({ invitationId, ...reject(rejection) });

  const plant = await loadPlant(deps.log, plantId);
  if (plant.status !== 'active') return refused({ code: 'plant.not-found' });
  const refusal = refusalTo(context.actor, 'plants:share', plant);
  if (refusal !== null) return refused(refusal);
  if ((await deps.credentials.findByEmail(email)) === plant.ownerId) return refused({ code: 'invitation.own-address' });

  await deps.invitationAddresses.note({ invitationId, plantId, email });
  const command = { type: 'InviteThirdParty', ...asked(deps, context), invitationId, email, right, language } as const;
  const handled = await handle(deps.log, plantDecider, streamOf.plant(plantId), command, context);
  if (!handled.ok) await deps.invitationAddresses.forget(invitationId);
  return { invitationId, ...handled };
}

type OfInvitation = { readonly plantId: PlantId; readonly invitationId: InvitationId };
type OfGrant = { readonly plantId: PlantId; readonly accountId: AccountId };

/** The mail goes out once more, and its time begins anew. */
export function repeatInvitation(deps: PlantDeps, { plantId, invitationId }: OfInvitation, context: CommandContext) {
  return ask(deps, plantId, { type: 'RepeatInvitation', ...asked(deps, context), invitationId }, context);
}

/** The owner takes an invitation back. */
export function withdrawInvitation(deps: PlantDeps, { plantId, invitationId }: OfInvitation, context: CommandContext) {
  return ask(deps, plantId, { type: 'WithdrawInvitation', ...asked(deps, context), invitationId }, context);
}

/** Makes a viewer a manager, or a manager a viewer. */
export function changeGrant(
  deps: PlantDeps,
  { plantId, accountId, right }: OfGrant & { readonly right: Right },
  context: CommandContext,
) {
  return ask(deps, plantId, { type: 'ChangeGrant', ...asked(deps, context), accountId, right }, context);
}

/** The owner takes the right away, at once. */
export function revokeGrant(deps: PlantDeps, { plantId, accountId }: OfGrant, context: CommandContext) {
  return ask(deps, plantId, { type: 'RevokeGrant', ...asked(deps, context), accountId }, context);
}

/** The third party gives its right up. */
export function leavePlant(deps: PlantDeps, { plantId, accountId }: OfGrant, context: CommandContext) {
  return ask(deps, plantId, { type: 'LeavePlant', ...asked(deps, context), accountId }, context);
}

function ask({ log }: PlantDeps, plantId: PlantId, command: PlantCommand, context: CommandContext) {
  return handle(log, plantDecider, streamOf.plant(plantId), command, context);
}
