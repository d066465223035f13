import { randomUUID } from 'node:crypto';
import { IncidentOpened } from '../../domain/alerting/events.js';
import { PlantId, streamOf } from '../../domain/kernel/ids.js';
import { eventFixture } from './event-fixtures.js';
import type { Portal } from './portal.js';

/** Something was found in a plant: answers the id of the incident once the pages know it. */
export async function openIncident({ system }: Pick<Portal, 'system'>, plantId: string): Promise<string> {
  const { type, data } = await eventFixture('IncidentOpened', 1);
  const incidentId = randomUUID();
  const event = { type, data: IncidentOpened.schema.parse({ ...data, plantId, incidentId }) };
  const context = { actor: { kind: 'system', id: 'test' }, correlationId: 'c' } as const;
  const stream = streamOf.alerts(PlantId.parse(plantId));
  const loaded = await system.log.load(stream);
  const appended = await system.log.append(stream, [{ id: randomUUID(), event }], loaded, context);
  await system.readModels.waitFor(appended.ok ? appended.position : 0n);
  return incidentId;
}
