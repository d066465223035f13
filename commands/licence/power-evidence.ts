import { streamOf, type PlantId } from '../../domain/kernel/ids.js';
import { legalDay } from '../../domain/licence/calendar.js';
import type { PowerEvidence } from '../../domain/order/events.js';
import type { PlantEvent } from '../../domain/plant/events.js';
import { powerHistory, type RatedDevice } from '../../domain/plant/power-history.js';
import type { DeviceRegistry, EventLog, InverterCatalogue } from '../ports.js';

export type EvidenceDeps = {
  readonly log: Pick<EventLog, 'load'>;
  readonly registry: Pick<DeviceRegistry, 'find'>;
  readonly catalogue: Pick<InverterCatalogue, 'find'>;
};

/** What the history of a plant and the operator's register say of its power, for all that was so since a day. */
export async function powerEvidence(deps: EvidenceDeps, plantId: PlantId, sinceDay: string): Promise<PowerEvidence> {
  const { events } = await deps.log.load(streamOf.plant(plantId));
  const { devices, sums } = powerHistory(events as readonly PlantEvent[]);
  const counts = ({ to }: { readonly to: string | null }) => to === null || legalDay(to) >= sinceDay;
  const evidenced: PowerEvidence['devices'][number][] = [];
  for (const device of devices.filter(counts)) evidenced.push(await registered(deps, device));
  return { lastRevision: events.length - 1, devices: evidenced, sums: sums.filter(counts) };
}

async function registered({ registry, catalogue }: EvidenceDeps, { typeId, ...device }: RatedDevice) {
  const known = await registry.find(device.serialNumber);
  const nameOf = async (id: string | null) => {
    const type = id === null ? null : await catalogue.find(id);
    return type && { name: `${type.maker} ${type.model}`, nominalPowerW: type.nominalPowerW };
  };
  const [type, inRegister] = [await nameOf(typeId), await nameOf(known?.typeId ?? null)];
  const register =
    known === null ? null : { type: inRegister?.name ?? null, nominalPowerW: inRegister?.nominalPowerW ?? null };
  return { ...device, type: type?.name ?? typeId, register };
}
