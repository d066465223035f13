import { loadPlant } from '../../commands/plant/manage.js';
import type { EventLog } from '../../commands/ports.js';
import type { AlertEvent } from '../../domain/alerting/events.js';
import { incidentsEver } from '../../domain/alerting/incidents.js';
import { isErased } from '../../domain/kernel/event.js';
import { streamOf, type AccountId, type PlantId } from '../../domain/kernel/ids.js';
import { roleIn } from '../../domain/plant/roles.js';
import type { ActivePlant } from '../../domain/plant/state.js';
import type { OutboxHandler } from '../outbox/port.js';
import { personOf } from './person.js';
import { AlertMailPayload, type Mailer } from './port.js';
import { incidentLetter, type ToldIncident } from './templates/incidents.js';
import { renderLetter, type Letter, type Sender } from './templates/letter.js';

export type AlertLetterDeps = {
  readonly log: Pick<EventLog, 'load'>;
  /** Whether monitoring is open to an account for a plant that it sees. */
  readonly isOpenFor: (accountId: AccountId, plantId: PlantId) => Promise<boolean>;
  readonly publicUrl: string;
  readonly sender: Sender;
};

/** A letter about incidents, to whom it goes, and where one reads on. */
type AlertLetter = {
  readonly letter: Letter;
  readonly email: string;
  readonly url: string;
  readonly plantName: string;
};

/** The outbox handler for them. Throws when the mail was not taken. */
export function alertMailDelivery(deps: AlertLetterDeps & { readonly mailer: Mailer }): OutboxHandler {
  return async ({ id, payload }) => {
    const told = await alertLetter(deps, AlertMailPayload.parse(payload));
    if (told !== null) await deps.mailer.send({ key: id, to: told.email, ...renderLetter(told.letter) });
  };
}

/** Looks up plant, person and numbers. Null for somebody who is gone, does not see the plant any more or may not monitor it. */
export async function alertLetter(
  deps: AlertLetterDeps,
  { plantId, accountId, language, items }: AlertMailPayload,
): Promise<AlertLetter | null> {
  const plant = await loadPlant(deps.log, plantId);
  if (plant.status !== 'active' || roleIn(plant, accountId) === null) return null;
  if (!(await deps.isOpenFor(accountId, plantId))) return null;
  const { name: plantName, ...details } = plant.details;
  const reader = await personOf(deps, accountId);
  if (reader === null || isErased(plantName)) return null;
  const { events } = await deps.log.load(streamOf.alerts(plantId));
  const incidents = incidentsEver(events as readonly AlertEvent[]);
  const told = items.flatMap(({ incidentId, news }): ToldIncident[] => {
    const incident = incidents.get(incidentId);
    if (incident === undefined) return [];
    const { evidence, inverterId, openedAt, changedAt } = incident;
    const reference = evidence.kind === 'deviation' ? nameOf(plant, evidence.reference.inverterId) : null;
    return [{ news, evidence, inverter: inverterId && nameOf(plant, inverterId), reference, openedAt, changedAt }];
  });
  if (told.length === 0) return null;
  const [first] = items;
  const page = items.length === 1 ? `/incidents/${first?.incidentId}` : `/plants/${plantId}/alerts`;
  const url = `${deps.publicUrl}${page}`;
  const letter = incidentLetter({
    ...{ language, firstName: reader.firstName, sender: deps.sender, plantName, timeZone: details.timeZone },
    ...{ incidents: told, url },
  });
  return { letter, email: reader.email, url, plantName };
}

function nameOf({ inverters }: ActivePlant, inverterId: string): string {
  const inverter = [...inverters.values()].find((one) => one.inverterId === inverterId);
  if (inverter === undefined) return '–';
  return isErased(inverter.name) || inverter.name === '' ? inverter.serialNumber : inverter.name;
}
