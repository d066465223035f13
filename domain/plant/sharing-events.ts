import { z } from 'zod';
import { Right } from '../account/access.js';
import { AccountLanguage } from '../account/person.js';
import { defineEvent, personal, type EventOf } from '../kernel/event.js';
import { AccountId, InvitationId, PlantId } from '../kernel/ids.js';
import { Instant } from '../kernel/time.js';

const ofInvitation = { plantId: PlantId, invitationId: InvitationId, at: Instant };
/** A grant is known by the account that has it, and remembers the invitation that it came from. */
const ofGrant = { ...ofInvitation, accountId: AccountId };

/**
 * The owner invites somebody by mail to look after the plant. The address is sealed with a key of the invitation, since
 * nobody knows whether there is an account.
 */
export const ThirdPartyInvited = defineEvent(
  'ThirdPartyInvited',
  z.object({
    ...ofInvitation,
    email: personal(z.string()),
    right: Right,
    /** In which the mail is written. */
    language: AccountLanguage,
    expiresAt: Instant,
  }),
  { subjectField: 'invitationId' },
);

/** The mail goes out once more, and the time begins anew. */
export const InvitationRepeated = defineEvent('InvitationRepeated', z.object({ ...ofInvitation, expiresAt: Instant }));

/** The account may look after the plant from now on. */
export const InvitationAccepted = defineEvent('InvitationAccepted', z.object({ ...ofGrant, right: Right }));

/** Whoever was invited does not want to. */
export const InvitationDeclined = defineEvent('InvitationDeclined', z.object(ofInvitation));

/** Nobody answered in time. The owner may still repeat it. */
export const InvitationExpired = defineEvent('InvitationExpired', z.object(ofInvitation));

/** The owner took the invitation back. */
export const InvitationWithdrawn = defineEvent('InvitationWithdrawn', z.object(ofInvitation));

/** The owner made a viewer a manager, or a manager a viewer. */
export const GrantChanged = defineEvent('GrantChanged', z.object({ ...ofGrant, right: Right }));

/** The owner took the right away, or the plant with it. */
export const GrantRevoked = defineEvent(
  'GrantRevoked',
  z.object({ ...ofGrant, reason: z.enum(['byOwner', 'plantRemoved']) }),
);

/** The third party left of its own accord, or with its account. */
export const GrantGivenUp = defineEvent('GrantGivenUp', z.object({ ...ofGrant, reason: z.enum(['left', 'erased']) }));

export const sharingEvents = [
  ThirdPartyInvited,
  InvitationRepeated,
  InvitationAccepted,
  InvitationDeclined,
  InvitationExpired,
  InvitationWithdrawn,
  GrantChanged,
  GrantRevoked,
  GrantGivenUp,
] as const;

export type SharingEvent = EventOf<(typeof sharingEvents)[number]>;
export type SharingEventData<T extends SharingEvent['type']> = Extract<SharingEvent, { readonly type: T }>['data'];

/** Whether an event tells of third parties. */
export function isSharingEvent<E extends { readonly type: string }>(event: E): event is Extract<E, SharingEvent> {
  return types.has(event.type);
}

const types: ReadonlySet<string> = new Set(sharingEvents.map(({ type }) => type));
