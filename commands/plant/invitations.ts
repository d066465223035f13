import type { ActionTokens } from '../../adapters/crypto/port.js';
import { reject } from '../../domain/kernel/decider.js';
import { streamOf, type AccountId, type InvitationId, type PlantId } from '../../domain/kernel/ids.js';
import { plantDecider, type PlantRejection } from '../../domain/plant/plant.js';
import { isOver, type Invitation } from '../../domain/plant/sharing.js';
import type { ActivePlant } from '../../domain/plant/state.js';
import { handle, type CommandContext } from '../handle.js';
import type { EventLog, InvitationAddresses, KnownInvitation } from '../ports.js';
import { loadPlant } from './manage.js';
import { asked, type PlantDeps } from './ports.js';

type FindDeps = { readonly log: Pick<EventLog, 'load'>; readonly invitationAddresses: InvitationAddresses };
type AnswerDeps = PlantDeps & FindDeps;

/** An invitation that waits, or whose time is over, with its plant. */
export type FoundInvitation = {
  readonly invitationId: InvitationId;
  readonly plant: ActivePlant;
  readonly invitation: Invitation;
};

type Refusal = PlantRejection['code'] | NotFound['code'] | 'invitation.other-address' | 'service.consumer-abroad';
type NotFound = { readonly code: 'invitation.link-invalid' | 'invitation.expired' | 'invitation.not-found' };

/** The invitation that the link of a mail leads to. */
export async function invitationInMail(
  deps: FindDeps & { readonly tokens: ActionTokens; readonly clock: PlantDeps['clock'] },
  token: string,
): Promise<({ readonly ok: true } & FoundInvitation) | { readonly ok: false; readonly rejection: NotFound }> {
  const at = deps.clock.now();
  const check = deps.tokens.check('accept-invitation', token, at);
  if (!check.ok) return refused(check.reason === 'expired' ? 'invitation.expired' : 'invitation.link-invalid');
  const invitationId = check.subject;
  const plantId = await deps.invitationAddresses.plantOf(invitationId);
  const waiting = plantId === null ? null : await found(deps, { invitationId, plantId });
  if (waiting === null) return refused('invitation.not-found');
  if (isOver(waiting.invitation, at.toString())) return refused('invitation.expired');
  return { ok: true, ...waiting };
}

/** What waits for an answer of an account, by its address; the newest first. */
export async function invitationsTo(
  deps: FindDeps & Pick<PlantDeps, 'clock'>,
  accountId: AccountId,
): Promise<readonly FoundInvitation[]> {
  const known = await deps.invitationAddresses.listFor(accountId);
  const all = await Promise.all(known.map((one) => found(deps, one)));
  const at = deps.clock.now().toString();
  return all.flatMap((one) => (one === null || isOver(one.invitation, at) ? [] : [one]));
}

async function found(
  { log }: Pick<FindDeps, 'log'>,
  { invitationId, plantId }: KnownInvitation,
): Promise<FoundInvitation | null> {
  const plant = await loadPlant(log, plantId);
  const invitation = plant.status === 'active' ? plant.sharing.invitations.get(invitationId) : undefined;
  if (plant.status !== 'active' || invitation === undefined || invitation.status === 'accepted') return null;
  return { invitationId, plant, invitation };
}

type Answered = { readonly invitationId: InvitationId; readonly accountId: AccountId };

/**
 * The account that has the invited address accepts: from now on it looks after the plant. `within` are the plants that monitoring is
 * open for, null = all.
 */
export async function acceptInvitation(
  deps: AnswerDeps,
  { within, ...answer }: Answered & { readonly within: readonly PlantId[] | null },
  context: CommandContext,
) {
  const { accountId, invitationId } = answer;
  const plantId = await addressedPlant(deps, answer);
  if (plantId === null) return refused('invitation.other-address');
  if (within !== null && !within.includes(plantId)) return refused('service.consumer-abroad');
  const command = { type: 'AcceptInvitation', ...asked(deps, context), invitationId, accountId } as const;
  return { plantId, ...(await handle(deps.log, plantDecider, streamOf.plant(plantId), command, context)) };
}

/** Whoever has the address, or the mail, does not want to. */
export async function declineInvitation(
  deps: AnswerDeps,
  invitation: InvitationId,
  accountId: AccountId | 'by-mail',
  context: CommandContext,
) {
  const plantId =
    accountId === 'by-mail'
      ? await deps.invitationAddresses.plantOf(invitation)
      : await addressedPlant(deps, { invitationId: invitation, accountId });
  if (plantId === null) return refused('invitation.not-found');
  const command = { type: 'DeclineInvitation', ...asked(deps, context), invitationId: invitation } as const;
  return handle(deps.log, plantDecider, streamOf.plant(plantId), command, context);
}

async function addressedPlant(
  { invitationAddresses }: FindDeps,
  { accountId, invitationId }: Answered,
): Promise<PlantId | null> {
  const known = await invitationAddresses.listFor(accountId);
  return known.find((one) => one.invitationId === invitationId)?.plantId ?? null;
}

function refused<Code extends Refusal>(code: Code) {
  return reject({ code });
}
