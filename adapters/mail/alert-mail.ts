import { loadPlant } from '../../commands/plant/manage.js';
import type { EventLog } from '../../commands/ports.js';
import type { AlertEvent } from '../../domain/alerting/events.js';
import { incidentsEver } from '../../domain/alerting/incidents.js';
import { isErased } from '../../domain/kernel/event.js';
import { streamOf } from '../../domain/kernel/ids.js';
import { roleIn } from '../../domain/plant/roles.js';
import type { ActivePlant } from '../../domain/plant/state.js';
import type { OutboxHandler } from '../outbox/port.js';
import { personOf } from './person.js';
import { AlertMailPayload, type Mailer } from './port.js';
import { incidentLetter, type ToldIncident } from './templates/incidents.js';
import { renderLetter } from './templates/letter.js';

type AlertMailDeps = {
  readonly log: Pick<EventLog, 'load'>;
  readonly mailer: Mailer;
  readonly publicUrl: string;
  readonly operatorName: string;
};

/**
 * The outbox handler for them: looks up plant, person and numbers. Writes to nobody who is gone or does not see the plant
 * any more. Throws when the mail was not taken.
 */
export function alertMailDelivery(deps: AlertMailDeps): OutboxHandler {
  return async ({ id, payload }) => {
    const { plantId, accountId, language, items } = AlertMailPayload.parse(payload);
    const plant = await loadPlant(deps.log, plantId);
    if (plant.status !== 'active' || roleIn(plant, accountId) === null) return;
    const { name: plantName, ...details } = plant.details;
    const reader = await personOf(deps, accountId);
    if (reader === null || isErased(plantName)) return;
    const { events } = await deps.log.load(streamOf.alerts(plantId));
    const incidents = incidentsEver(events as readonly AlertEvent[]);
    const told = items.flatMap(({ incidentId, news }): ToldIncident[] => {
      const incident = incidents.get(incidentId);
      if (incident === undefined) return [];
      const { evidence, inverterId, openedAt, changedAt } = incident;
      const reference = evidence.kind === 'deviation' ? nameOf(plant, evidence.reference.inverterId) : null;
      return [{ news, evidence, inverter: inverterId && nameOf(plant, inverterId), reference, openedAt, changedAt }];
    });
    if (told.length === 0) return;
    const [first] = items;
    const page = items.length === 1 ? `/incidents/${first?.incidentId}` : `/plants/${plantId}/alerts`;
    const letter = incidentLetter({
      ...{ language, firstName: reader.firstName, sender: deps.operatorName, plantName, timeZone: details.timeZone },
      ...{ incidents: told, url: `${deps.publicUrl}${page}` },
    });
    await deps.mailer.send({ key: id, to: reader.email, ...renderLetter(letter) });
  };
}

function nameOf({ inverters }: ActivePlant, inverterId: string): string {
  const inverter = [...inverters.values()].find((one) => one.inverterId === inverterId);
  if (inverter === undefined) return '–';
  return isErased(inverter.name) || inverter.name === '' ? inverter.serialNumber : inverter.name;
}
