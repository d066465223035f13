import { randomUUID } from 'node:crypto';
import type { OpenEventLog } from '../../adapters/event-log/event-log.js';
import { InverterId, PlantId, SerialNumber, type AccountId } from '../../domain/kernel/ids.js';
import { TimeZone } from '../../domain/kernel/time.js';
import type { PlantEvent } from '../../domain/plant/events.js';

export const eventsPerPlant = 20;
const at = '2026-07-21T10:00:00Z';

/** The life of a plant as the portal writes it: added, three inverters with their powers, and changes over years. */
export function plantLife(ownerId: AccountId): readonly PlantEvent[] {
  const plantId = PlantId.parse(randomUUID());
  const ofPlant = { plantId, at };
  const added: PlantEvent = { type: 'PlantAdded', data: { ...ofPlant, ownerId, ...details } };
  const inverters = [1, 2, 3].flatMap((number): readonly PlantEvent[] => {
    const inverterId = InverterId.parse(randomUUID());
    const ofInverter = { ...ofPlant, inverterId };
    const serialNumber = SerialNumber.parse(`${plantId.slice(0, 8)}${number}`.toUpperCase());
    return [
      {
        type: 'InverterAdded',
        data: { ...ofInverter, ownerId, serialNumber, name: `WR ${number}`, subplantId: null, claim: 'code', ...rated },
      },
      { type: 'InverterActivated', data: { ...ofInverter, serialNumber, proof: 'code' } },
      {
        type: 'NominalPowerChanged',
        data: { ...ofPlant, nominalPowerW: number * rated.nominalPowerW, assumedPowerW: 0 },
      },
      { type: 'InverterChanged', data: { ...ofInverter, ownerId, name: `Wechselrichter ${number}` } },
    ];
  });
  const changes = Array.from({ length: eventsPerPlant - 1 - inverters.length }, (_, n): PlantEvent => {
    const data = n % 2 === 0 ? { tiltDeg: 30 + n } : { generatorPowerW: 60_000 + n };
    return { type: 'PlantChanged', data: { ...ofPlant, ownerId, ...data } };
  });
  return [added, ...inverters, ...changes];
}

/** Answers the position of the last one. */
export async function appendPlantEvents(log: OpenEventLog, events: readonly PlantEvent[]): Promise<bigint> {
  const streamId = `plant-${events[0]?.data.plantId}`;
  const named = events.map((event) => ({ id: randomUUID(), event }));
  const result = await log.append(streamId, named, await log.load(streamId), {
    actor: { kind: 'system', id: 'bench' },
    correlationId: 'bench',
  });
  if (!result.ok) throw new Error(result.reason);
  return result.position;
}

const rated = { typeId: 'refusol-020k', nominalPowerW: 19_200, powerAssumed: false };

const details = {
  name: 'Scheune Süd',
  description: 'Dach über dem alten Stall',
  address: { street: 'Ackerweg 12', postcode: '72555', town: 'Metzingen', country: 'DE' },
  location: { latitudeDeg: 48.53, longitudeDeg: 9.28, altitudeM: 354 },
  timeZone: TimeZone.parse('Europe/Berlin'),
  moduleName: 'SW 250 poly',
  kind: 'pv',
  powerTemperatureCoefficientPercentPerK: -0.41,
  azimuthDeg: 180,
  tiltDeg: 30,
  moduleAreaM2: 420,
  generatorPowerW: 60_000,
  feedInTariffs: [],
  public: false,
} as const;
