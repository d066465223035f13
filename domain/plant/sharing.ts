import type { AccountLanguage } from '../account/person.js';
import type { Right } from '../account/access.js';
import { assertNever } from '../kernel/decider.js';
import type { Personal } from '../kernel/event.js';
import type { AccountId, InvitationId } from '../kernel/ids.js';
import { Temporal } from '../kernel/time.js';
import type { SharingEvent } from './sharing-events.js';

/** How long an invitation waits for an answer. */
export const invitationPeriod = Temporal.Duration.from({ hours: 14 * 24 });

/** A third party that looks after the plant. Instants are RFC 3339. */
export type Grant = { readonly right: Right; readonly since: string; readonly invitationId: InvitationId };

/** An invitation that waits for an answer, or has led to a grant. */
export type Invitation = {
  /** Whom it is sent to; known as long as its key. */
  readonly email: Personal<string>;
  readonly right: Right;
  readonly language: AccountLanguage;
  readonly invitedAt: string;
  /** Of the last mail. */
  readonly sentAt: string;
  readonly expiresAt: string;
  /** `expired` once somebody noted it; until then `isOver` tells. */
  readonly status: 'open' | 'expired' | 'accepted';
};

/** Who but the owner looks after a plant, and who is asked to. */
export type Sharing = {
  readonly grants: ReadonlyMap<AccountId, Grant>;
  readonly invitations: ReadonlyMap<InvitationId, Invitation>;
};

export const sharedWithNobody: Sharing = { grants: new Map(), invitations: new Map() };

/** Whether the time for an answer is over. */
export function isOver({ expiresAt }: Pick<Invitation, 'expiresAt'>, at: string): boolean {
  return Temporal.Instant.compare(Temporal.Instant.from(at), Temporal.Instant.from(expiresAt)) >= 0;
}

export function evolveSharing(sharing: Sharing, event: SharingEvent): Sharing {
  const { grants, invitations } = sharing;
  switch (event.type) {
    case 'ThirdPartyInvited': {
      const { invitationId, email, right, language, expiresAt, at } = event.data;
      const invitation = { email, right, language, invitedAt: at, sentAt: at, expiresAt, status: 'open' } as const;
      return { grants, invitations: new Map(invitations).set(invitationId, invitation) };
    }
    case 'InvitationRepeated': {
      const { invitationId, at: sentAt, expiresAt } = event.data;
      return { grants, invitations: changed(invitations, invitationId, { sentAt, expiresAt, status: 'open' }) };
    }
    case 'InvitationExpired':
      return { grants, invitations: changed(invitations, event.data.invitationId, { status: 'expired' }) };
    case 'InvitationDeclined':
    case 'InvitationWithdrawn':
      return { grants, invitations: without(invitations, event.data.invitationId) };
    case 'InvitationAccepted': {
      const { accountId, right, at: since, invitationId } = event.data;
      return {
        grants: new Map(grants).set(accountId, { right, since, invitationId }),
        invitations: changed(invitations, invitationId, { status: 'accepted' }),
      };
    }
    case 'GrantChanged':
      return { grants: changed(grants, event.data.accountId, { right: event.data.right }), invitations };
    case 'GrantRevoked':
    case 'GrantGivenUp':
      return {
        grants: without(grants, event.data.accountId),
        invitations: without(invitations, event.data.invitationId),
      };
    default:
      return assertNever(event);
  }
}

function changed<K, V>(map: ReadonlyMap<K, V>, key: K, changes: Partial<V>): ReadonlyMap<K, V> {
  const before = map.get(key);
  return before === undefined ? map : new Map(map).set(key, { ...before, ...changes });
}

function without<K, V>(map: ReadonlyMap<K, V>, key: K): ReadonlyMap<K, V> {
  const rest = new Map(map);
  rest.delete(key);
  return rest;
}
