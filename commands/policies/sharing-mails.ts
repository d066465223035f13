import type { PlantMailPayload, PlantMailTemplate } from '../../adapters/mail/port.js';
import { isAmong } from '../../domain/kernel/event.js';
import { sharingEvents, type SharingEvent } from '../../domain/plant/sharing-events.js';
import type { Policy } from './engine.js';

const templates: Readonly<Partial<Record<SharingEvent['type'], PlantMailTemplate>>> = {
  ThirdPartyInvited: 'invitation',
  InvitationRepeated: 'invitation',
  InvitationAccepted: 'invitation-accepted',
  InvitationDeclined: 'invitation-declined',
  GrantChanged: 'grant-changed',
  GrantRevoked: 'grant-revoked',
  GrantGivenUp: 'third-party-left',
};

/** Writes to whom a plant is shared with, and to its owner (A12). Addresses are looked up when a mail is sent. */
export const sharingMails: Policy = {
  name: 'sharing-mails',
  prefixes: ['plant-'],
  react: async (event) => {
    if (!isAmong(sharingEvents, event)) return [];
    const { type, data }: SharingEvent = event;
    const template = templates[type];
    if (template === undefined) return [];
    const { plantId, invitationId } = data;
    const accountId = 'accountId' in data ? { accountId: data.accountId } : {};
    const payload: PlantMailPayload = { template, plantId, invitationId, ...accountId };
    return [{ kind: 'plant-mail', payload }];
  },
};
