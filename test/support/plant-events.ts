import { AccountId, InverterId, PlantId, SerialNumber, SubplantId } from '../../domain/kernel/ids.js';
import type { PlantEvent } from '../../domain/plant/events.js';
import { ratedPower } from '../../domain/plant/inverter-types.js';
import type { SpecEvent } from './projection-spec.js';

// Events of two plants and what stands in them, as read models meet them.

export const ownerId = AccountId.parse('0198a000-0000-7000-8000-000000000002');
export const stranger = AccountId.parse('0198a000-0000-7000-8000-000000000003');
export const plantId = PlantId.parse('0198a000-0000-7000-8000-000000000001');
export const other = PlantId.parse('0198a000-0000-7000-8000-000000000005');
export const roof = SubplantId.parse('0198a000-0000-7000-8000-000000000004');
export const first = InverterId.parse('0198a000-0000-7000-8000-000000000011');
export const second = InverterId.parse('0198a000-0000-7000-8000-000000000012');
export const serialA = SerialNumber.parse('A0264');
export const serialB = SerialNumber.parse('NB212');

export const day = (n: number) => `2026-07-${String(n).padStart(2, '0')}T12:00:00Z`;
export const on = (event: PlantEvent): SpecEvent => ({ streamId: `plant-${event.data.plantId}`, event });

export const planted = (id: PlantId, name: string, by = ownerId): SpecEvent =>
  on({
    type: 'PlantAdded',
    data: {
      plantId: id,
      ownerId: by,
      at: day(1),
      name,
      description: '',
      address: { street: 'Uracher Straße 91', postcode: '72555', town: 'Metzingen', country: 'DE' },
      location: { latitudeDeg: 48.54, longitudeDeg: 9.28, altitudeM: 350 },
      timeZone: 'Europe/Berlin',
      moduleName: '',
      kind: 'pv',
      powerTemperatureCoefficientPercentPerK: -0.4,
      azimuthDeg: 180,
      tiltDeg: 30,
      moduleAreaM2: 120.5,
      generatorPowerW: 24_000,
      feedInTariffs: [],
      public: false,
    },
  });
export const rated = ratedPower({ id: 'refusol-020k', nominalPowerW: 19_200 });
export const unknown = ratedPower(null);
export const added = (
  id: PlantId,
  inverterId: InverterId,
  serialNumber: SerialNumber,
  at: string,
  claim: 'code' | 'data',
) =>
  on({
    type: 'InverterAdded',
    data: { plantId: id, ownerId, inverterId, at, serialNumber, name: 'WR', subplantId: null, claim, ...unknown },
  });
export const activated = (id: PlantId, inverterId: InverterId, serialNumber: SerialNumber, at: string) =>
  on({ type: 'InverterActivated', data: { plantId: id, inverterId, at, serialNumber, proof: 'data' } });
export const exchanged = (at: string, exchangedAt = at) =>
  on({
    type: 'InverterExchanged',
    data: {
      plantId,
      inverterId: first,
      at,
      exchangedAt,
      oldSerialNumber: serialA,
      newSerialNumber: serialB,
      claim: 'data',
      ...rated,
    },
  });
export const removed = (id: PlantId, inverterId: InverterId, serialNumber: SerialNumber, at: string) =>
  on({ type: 'InverterRemoved', data: { plantId: id, inverterId, at, serialNumber } });
export const determined = (id: PlantId, inverterId: InverterId, at: string, typeId: string, nominalPowerW: number) =>
  on({
    type: 'InverterTypeDetermined',
    data: { plantId: id, inverterId, at, ...ratedPower({ id: typeId, nominalPowerW }), reason: 'reported' },
  });
export const gone = (id: PlantId, at: string) => on({ type: 'PlantRemoved', data: { plantId: id, at } });
