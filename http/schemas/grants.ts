import { z } from 'zod';
import { Right } from '../../domain/account/access.js';
import { Email } from './accounts.js';
import { InstantText, Language } from './common.js';

/** What the caller may do with a plant: `owner` everything, `manager` change it and its inverters, `viewer` look at it. */
export const PlantRight = z.enum(['owner', ...Right.options]);

/** Somebody with whom a plant is shared. */
export const Grant = z
  .object({
    accountId: z.string(),
    name: z.string(),
    /** Where the invitation went; null when it is not kept any more. */
    email: z.string().nullable(),
    right: Right,
    since: InstantText,
  })
  .meta({ id: 'Grant' });

/** An invitation that waits for an answer. */
export const PlantInvitation = z
  .object({
    id: z.string(),
    email: z.string(),
    right: Right,
    language: Language,
    invitedAt: InstantText,
    /** Of the last mail. */
    sentAt: InstantText,
    expiresAt: InstantText,
    expired: z.boolean(),
  })
  .meta({ id: 'PlantInvitation' });

const SharingEntry = z
  .object({
    at: InstantText,
    what: z.enum([
      'invited',
      'invitedAgain',
      'accepted',
      'declined',
      'expired',
      'withdrawn',
      'changed',
      'revoked',
      'left',
    ]),
    /** Who it is about; null where only an address is known, or nothing any more. */
    name: z.string().nullable(),
    email: z.string().nullable(),
    right: Right.nullable(),
  })
  .meta({ id: 'SharingEntry' });

/** Third parties of a plant, open invitations, and what happened, the newest first: the last 200. */
export const GrantList = z
  .object({
    items: z.array(Grant),
    next: z.null(),
    invitations: z.array(PlantInvitation),
    history: z.array(SharingEntry),
  })
  .meta({ id: 'GrantList' });

export const InvitationBody = z
  .strictObject({
    email: Email,
    right: Right,
    /** In which the mail is written. */
    language: Language,
  })
  .meta({ id: 'InvitationBody' });

export const GrantPatch = z.strictObject({ right: Right }).meta({ id: 'GrantPatch' });

/** An invitation as whoever is invited sees it. */
export const ReceivedInvitation = z
  .object({
    id: z.string(),
    plantName: z.string(),
    /** Who invites. */
    ownerName: z.string(),
    right: Right,
    invitedAt: InstantText,
    expiresAt: InstantText,
  })
  .meta({ id: 'ReceivedInvitation' });

export const InvitationInMail = ReceivedInvitation.extend({
  /** The address that it went to: whoever has the mail knows it. */
  email: z.string(),
  /** Whether it is the caller's; null when nobody is signed in. */
  addressedToCaller: z.boolean().nullable(),
}).meta({ id: 'InvitationInMail' });

export const ReceivedInvitationList = z.object({ items: z.array(ReceivedInvitation), next: z.null() });

export const AcceptedInvitation = z.object({ plantId: z.string(), right: Right }).meta({ id: 'AcceptedInvitation' });
