import type { Right } from '../account/access.js';
import type { AccountLanguage } from '../account/person.js';
import type { AccountId, InvitationId } from '../kernel/ids.js';
import type { Asked } from './asked.js';

type OfInvitation = { readonly invitationId: InvitationId };
type OfGrant = { readonly accountId: AccountId };

/** What is asked about the third parties of a plant (A12). */
export type SharingCommand =
  | Asked<
      'InviteThirdParty',
      OfInvitation & { readonly email: string; readonly right: Right; readonly language: AccountLanguage }
    >
  | Asked<'RepeatInvitation', OfInvitation>
  | Asked<'WithdrawInvitation', OfInvitation>
  /** By the account that the address belongs to, which was looked up. */
  | Asked<'AcceptInvitation', OfInvitation & OfGrant>
  /** By whoever has the mail. */
  | Asked<'DeclineInvitation', OfInvitation>
  /** By the clock; means nothing before its time. */
  | Asked<'ExpireInvitation', OfInvitation>
  | Asked<'ChangeGrant', OfGrant & { readonly right: Right }>
  | Asked<'RevokeGrant', OfGrant>
  | Asked<'LeavePlant', OfGrant>
  /** The account was erased, and its right goes with it. */
  | Asked<'EndErasedGrant', OfGrant>;

export type SharingRejection =
  | { readonly code: 'plant.too-many-third-parties' }
  /** To this address an invitation waits already, or its time is over. */
  | { readonly code: 'invitation.exists' }
  | { readonly code: 'invitation.own-address' }
  | { readonly code: 'invitation.not-found' }
  | { readonly code: 'invitation.expired' }
  /** It was sent less than a minute ago. */
  | { readonly code: 'invitation.too-soon' }
  | { readonly code: 'invitation.own-plant' }
  /** The third party has its right already. */
  | { readonly code: 'grant.exists' }
  | { readonly code: 'grant.not-found' };

const types: ReadonlySet<string> = new Set<SharingCommand['type']>([
  'InviteThirdParty',
  'RepeatInvitation',
  'WithdrawInvitation',
  'AcceptInvitation',
  'DeclineInvitation',
  'ExpireInvitation',
  'ChangeGrant',
  'RevokeGrant',
  'LeavePlant',
  'EndErasedGrant',
]);

export function isSharingCommand<C extends { readonly type: string }>(
  command: C,
): command is Extract<C, SharingCommand> {
  return types.has(command.type);
}
