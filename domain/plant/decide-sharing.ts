import type { Action } from '../account/access.js';
import { accept, assertNever, reject, type Decision } from '../kernel/decider.js';
import { isErased } from '../kernel/event.js';
import { Temporal } from '../kernel/time.js';
import { plantLimits } from './commands.js';
import { refusalTo } from './roles.js';
import { invitationPeriod, isOver, type Invitation } from './sharing.js';
import type { SharingCommand, SharingRejection } from './sharing-commands.js';
import type { SharingEvent } from './sharing-events.js';
import type { ActivePlant } from './state.js';

type Of<T extends SharingCommand['type']> = Extract<SharingCommand, { readonly type: T }>;
type SharingDecision = Decision<
  SharingEvent,
  SharingRejection | { readonly code: 'plant.not-found' | 'plant.right-missing' }
>;

/** Nobody can make the portal send mails to foreign addresses faster than this. */
const repeatInterval = Temporal.Duration.from({ minutes: 1 });

/** What a role is needed for. Whoever answers an invitation has none yet. */
const actionOf: Readonly<Partial<Record<SharingCommand['type'], Action>>> = {
  InviteThirdParty: 'plants:share',
  RepeatInvitation: 'plants:share',
  WithdrawInvitation: 'plants:share',
  ChangeGrant: 'plants:share',
  RevokeGrant: 'plants:share',
  LeavePlant: 'plants:leave',
};

/** A12: who but the owner looks after a plant. */
export function decideSharing(command: SharingCommand, plant: ActivePlant): SharingDecision {
  const action = actionOf[command.type];
  const refusal = action === undefined ? null : refusalTo(command.actor, action, plant);
  if (refusal !== null) return reject(refusal);
  switch (command.type) {
    case 'InviteThirdParty':
      return invite(command, plant);
    case 'RepeatInvitation':
      return repeat(command, plant);
    case 'WithdrawInvitation':
    case 'DeclineInvitation':
      return end(command, plant);
    case 'AcceptInvitation':
      return acceptInvitation(command, plant);
    case 'ExpireInvitation':
      return expire(command, plant);
    case 'ChangeGrant':
      return changeGrant(command, plant);
    case 'RevokeGrant':
    case 'LeavePlant':
      return endGrant(command, plant);
    case 'EndErasedGrant':
      return plant.sharing.grants.has(command.accountId) ? endGrant(command, plant) : accept<SharingEvent>();
    default:
      return assertNever(command);
  }
}

/** The plant is removed, and with it every invitation and every right. */
export function endSharing({ plantId, sharing }: ActivePlant, at: string): readonly SharingEvent[] {
  const withdrawn = [...sharing.invitations]
    .filter(([, { status }]) => status !== 'accepted')
    .map(([invitationId]): SharingEvent => ({ type: 'InvitationWithdrawn', data: { plantId, invitationId, at } }));
  const revoked = [...sharing.grants].map(([accountId, { invitationId }]): SharingEvent => ({
    type: 'GrantRevoked',
    data: { plantId, invitationId, accountId, at, reason: 'plantRemoved' },
  }));
  return [...withdrawn, ...revoked];
}

function invite(command: Of<'InviteThirdParty'>, { plantId, sharing }: ActivePlant): SharingDecision {
  const { invitationId, email, right, language, at } = command;
  // The same id again is the same wish again.
  if (sharing.invitations.has(invitationId)) return accept<SharingEvent>();
  const same = [...sharing.invitations.values()].find((one) => isSentTo(one, email));
  if (same !== undefined) return reject({ code: same.status === 'accepted' ? 'grant.exists' : 'invitation.exists' });
  if (sharing.invitations.size >= plantLimits.thirdParties) return reject({ code: 'plant.too-many-third-parties' });
  const data = { plantId, invitationId, at, email, right, language, expiresAt: expiryOf(at) };
  return accept<SharingEvent>({ type: 'ThirdPartyInvited', data });
}

function repeat({ invitationId, at }: Of<'RepeatInvitation'>, { plantId, sharing }: ActivePlant): SharingDecision {
  const invitation = sharing.invitations.get(invitationId);
  if (invitation === undefined || invitation.status === 'accepted') return reject({ code: 'invitation.not-found' });
  const next = Temporal.Instant.from(invitation.sentAt).add(repeatInterval);
  if (Temporal.Instant.compare(Temporal.Instant.from(at), next) < 0) return reject({ code: 'invitation.too-soon' });
  const data = { plantId, invitationId, at, expiresAt: expiryOf(at) };
  return accept<SharingEvent>({ type: 'InvitationRepeated', data });
}

function end(command: Of<'WithdrawInvitation' | 'DeclineInvitation'>, plant: ActivePlant): SharingDecision {
  const { invitationId, at } = command;
  const { plantId, sharing } = plant;
  const invitation = sharing.invitations.get(invitationId);
  if (invitation === undefined || invitation.status === 'accepted') return reject({ code: 'invitation.not-found' });
  const type = command.type === 'WithdrawInvitation' ? 'InvitationWithdrawn' : 'InvitationDeclined';
  return accept<SharingEvent>({ type, data: { plantId, invitationId, at } });
}

function acceptInvitation(command: Of<'AcceptInvitation'>, plant: ActivePlant): SharingDecision {
  const { invitationId, accountId, at } = command;
  const { plantId, ownerId, sharing } = plant;
  const grant = sharing.grants.get(accountId);
  // Followed twice.
  if (grant?.invitationId === invitationId) return accept<SharingEvent>();
  const invitation = sharing.invitations.get(invitationId);
  if (invitation === undefined || invitation.status === 'accepted') return reject({ code: 'invitation.not-found' });
  if (isOver(invitation, at)) return reject({ code: 'invitation.expired' });
  if (accountId === ownerId) return reject({ code: 'invitation.own-plant' });
  if (grant !== undefined) return reject({ code: 'grant.exists' });
  const data = { plantId, invitationId, accountId, at, right: invitation.right };
  return accept<SharingEvent>({ type: 'InvitationAccepted', data });
}

function expire({ invitationId, at }: Of<'ExpireInvitation'>, { plantId, sharing }: ActivePlant): SharingDecision {
  const invitation = sharing.invitations.get(invitationId);
  if (invitation?.status !== 'open' || !isOver(invitation, at)) return accept<SharingEvent>();
  return accept<SharingEvent>({ type: 'InvitationExpired', data: { plantId, invitationId, at } });
}

function changeGrant({ accountId, right, at }: Of<'ChangeGrant'>, { plantId, sharing }: ActivePlant): SharingDecision {
  const grant = sharing.grants.get(accountId);
  if (grant === undefined) return reject({ code: 'grant.not-found' });
  if (grant.right === right) return accept<SharingEvent>();
  const { invitationId } = grant;
  return accept<SharingEvent>({ type: 'GrantChanged', data: { plantId, invitationId, accountId, at, right } });
}

function endGrant(command: Of<'RevokeGrant' | 'LeavePlant' | 'EndErasedGrant'>, plant: ActivePlant): SharingDecision {
  const { accountId, at } = command;
  const { plantId, sharing } = plant;
  const grant = sharing.grants.get(accountId);
  if (grant === undefined) return reject({ code: 'grant.not-found' });
  const data = { plantId, invitationId: grant.invitationId, accountId, at };
  if (command.type === 'RevokeGrant') {
    return accept<SharingEvent>({ type: 'GrantRevoked', data: { ...data, reason: 'byOwner' } });
  }
  const reason = command.type === 'LeavePlant' ? 'left' : 'erased';
  return accept<SharingEvent>({ type: 'GrantGivenUp', data: { ...data, reason } });
}

/** Case does not tell addresses apart here: no provider gives two people addresses that differ in nothing else. */
function isSentTo({ email }: Invitation, address: string): boolean {
  return !isErased(email) && email.toLowerCase() === address.toLowerCase();
}

function expiryOf(at: string): string {
  return Temporal.Instant.from(at).add(invitationPeriod).toString();
}
