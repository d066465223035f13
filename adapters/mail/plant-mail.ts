import type { Clock, EventLog } from '../../commands/ports.js';
import { fold } from '../../domain/kernel/decider.js';
import { isErased } from '../../domain/kernel/event.js';
import { streamOf } from '../../domain/kernel/ids.js';
import type { PlantEvent } from '../../domain/plant/events.js';
import { plantDecider } from '../../domain/plant/plant.js';
import { isOver } from '../../domain/plant/sharing.js';
import type { ActionTokens } from '../crypto/port.js';
import type { OutboxHandler } from '../outbox/port.js';
import { personOf } from './person.js';
import { PlantMailPayload, type Mailer } from './port.js';
import { renderLetter, type Letter, type Sender } from './templates/letter.js';
import {
  grantChanged,
  grantRevoked,
  invitation,
  invitationAccepted,
  invitationDeclined,
  thirdPartyLeft,
} from './templates/sharing.js';

type PlantMailDeps = {
  readonly log: Pick<EventLog, 'load'>;
  readonly mailer: Mailer;
  readonly tokens: ActionTokens;
  readonly clock: Clock;
  readonly publicUrl: string;
  readonly sender: Sender;
};

type Addressed = { readonly to: string; readonly letter: Letter };

/**
 * The outbox handler for them: looks up plant and people, and makes the link of an invitation now. Says nothing that is
 * not true any more, and writes to nobody who is gone. Throws when the mail was not taken.
 */
export function plantMailDelivery(deps: PlantMailDeps): OutboxHandler {
  return async ({ id, payload }) => {
    const mail = PlantMailPayload.parse(payload);
    const history = await deps.log.load(streamOf.plant(mail.plantId));
    const plant = plantIn(history.events as readonly PlantEvent[]);
    if (plant === null) return;
    const addressed = mail.template === 'invitation' ? await invite(deps, mail, plant) : await tell(deps, mail, plant);
    if (addressed !== null) await deps.mailer.send({ key: id, to: addressed.to, ...renderLetter(addressed.letter) });
  };
}

/** A plant as mails speak of it, also after it was removed. */
function plantIn(events: readonly PlantEvent[]) {
  const state = fold(plantDecider, events);
  if (state.status === 'none') return null;
  const described = events.flatMap((event) =>
    (event.type === 'PlantAdded' || event.type === 'PlantChanged') && event.data.name !== undefined
      ? [event.data.name]
      : [],
  );
  const name = described.at(-1);
  if (name === undefined || isErased(name)) return null;
  return { name, ownerId: state.ownerId, sharing: state.status === 'active' ? state.sharing : null };
}

type MailedPlant = NonNullable<ReturnType<typeof plantIn>>;

async function invite(deps: PlantMailDeps, mail: PlantMailPayload, plant: MailedPlant): Promise<Addressed | null> {
  const { invitationId } = mail;
  const now = deps.clock.now();
  const waiting = plant.sharing?.invitations.get(invitationId);
  if (waiting?.status !== 'open' || isErased(waiting.email) || isOver(waiting, now.toString())) return null;
  const owner = await personOf(deps, plant.ownerId);
  if (owner === null) return null;
  const token = deps.tokens.issue('accept-invitation', invitationId, now);
  const url = `${deps.publicUrl}/invitation?token=${encodeURIComponent(token)}`;
  const { email: to, language, right, expiresAt } = waiting;
  const facts = { language, sender: deps.sender, plantName: plant.name };
  return { to, letter: invitation({ ...facts, ownerName: owner.name, right, expiresAt, url }) };
}

async function tell(deps: PlantMailDeps, mail: PlantMailPayload, plant: MailedPlant): Promise<Addressed | null> {
  const isToThirdParty = mail.template === 'grant-changed' || mail.template === 'grant-revoked';
  const thirdParty = mail.accountId === undefined ? null : await personOf(deps, mail.accountId);
  const owner = await personOf(deps, plant.ownerId);
  const reader = isToThirdParty ? thirdParty : owner;
  if (reader === null) return null;
  const { firstName, language, email: to } = reader;
  const facts = { language, firstName, sender: deps.sender, plantName: plant.name };
  const plantUrl = `${deps.publicUrl}/plants/${mail.plantId}`;
  const right = mail.accountId === undefined ? undefined : plant.sharing?.grants.get(mail.accountId)?.right;
  switch (mail.template) {
    case 'grant-changed':
      // Changed again, or over by now: another mail says so.
      return right === undefined ? null : { to, letter: grantChanged({ ...facts, right, url: plantUrl }) };
    case 'grant-revoked':
      return { to, letter: grantRevoked({ ...facts, url: `${deps.publicUrl}/plants` }) };
    case 'invitation-accepted': {
      if (right === undefined || thirdParty === null) return null;
      const url = `${plantUrl}/sharing`;
      return { to, letter: invitationAccepted({ ...facts, personName: thirdParty.name, right, url }) };
    }
    case 'third-party-left':
      return {
        to,
        letter: thirdPartyLeft({ ...facts, personName: thirdParty?.name ?? null, url: `${plantUrl}/sharing` }),
      };
    case 'invitation-declined':
      return { to, letter: invitationDeclined({ ...facts, url: `${plantUrl}/sharing` }) };
    default:
      return null;
  }
}
