import type { Right } from '../account/access.js';
import { isErased } from '../kernel/event.js';
import type { AccountId } from '../kernel/ids.js';
import type { PlantEvent } from './events.js';
import { isSharingEvent, type SharingEvent } from './sharing-events.js';

const kinds = {
  ThirdPartyInvited: 'invited',
  InvitationRepeated: 'invitedAgain',
  InvitationAccepted: 'accepted',
  InvitationDeclined: 'declined',
  InvitationExpired: 'expired',
  InvitationWithdrawn: 'withdrawn',
  GrantChanged: 'changed',
  GrantRevoked: 'revoked',
  GrantGivenUp: 'left',
} as const satisfies Readonly<Record<SharingEvent['type'], string>>;

/** One line of what became of the third parties of a plant. */
export type SharingEntry = {
  /** RFC 3339. */
  readonly at: string;
  readonly what: (typeof kinds)[keyof typeof kinds];
  /** Where the invitation went; null when it is not kept any more. */
  readonly email: string | null;
  /** The third party, where it is known. */
  readonly accountId: AccountId | null;
  /** The right that was offered, given or changed to. */
  readonly right: Right | null;
};

/** Who was invited, came, was changed and left: the newest first. */
export function sharingHistory(events: readonly PlantEvent[]): readonly SharingEntry[] {
  const emails = new Map<string, string>();
  const entries = events.filter(isSharingEvent).map(({ type, data }): SharingEntry => {
    if ('email' in data && !isErased(data.email)) emails.set(data.invitationId, data.email);
    return {
      at: data.at,
      what: kinds[type],
      email: emails.get(data.invitationId) ?? null,
      accountId: 'accountId' in data ? data.accountId : null,
      right: 'right' in data ? data.right : null,
    };
  });
  return entries.toReversed();
}
