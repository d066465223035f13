import { z } from 'zod';
import { SerialNumber } from '../kernel/ids.js';
import { Instant } from '../kernel/time.js';
import type { PlantEvent } from './events.js';

/** From when to when something was so; `revision` is the place of the event that says it in the history of the plant. */
const during = { from: Instant, to: Instant.nullable(), revision: z.int().min(0) };

/** The power of one device, as it was known. */
export const RatedDevice = z
  .object({
    ...during,
    serialNumber: SerialNumber,
    typeId: z.string().nullable(),
    nominalPowerW: z.int().min(1),
    /** Its type was not known. */
    isAssumed: z.boolean(),
    /** Since it was added, took the place of another one, or its type was determined: by choice, by its data, in the catalogue. */
    since: z.enum(['added', 'exchanged', 'chosen', 'reported', 'catalogueCorrected']),
  })
  .readonly();
export type RatedDevice = z.infer<typeof RatedDevice>;

/** The sum over all devices. */
export const RatedPlant = z
  .object({ ...during, nominalPowerW: z.int().min(0), assumedPowerW: z.int().min(0) })
  .readonly();
export type RatedPlant = z.infer<typeof RatedPlant>;

/** Which devices with which power a plant had, and their sum, from when to when; `events` is its history from the first one on. */
export function powerHistory(events: readonly PlantEvent[]): {
  readonly devices: readonly RatedDevice[];
  readonly sums: readonly RatedPlant[];
} {
  const devices: RatedDevice[] = [];
  const sums: RatedPlant[] = [];
  /** Where the device of each place stands among `devices`. */
  const there = new Map<string, number>();
  const leave = (inverterId: string, to: string) => {
    const index = there.get(inverterId);
    const device = index === undefined ? undefined : devices[index];
    if (index !== undefined && device !== undefined) devices[index] = { ...device, to };
    there.delete(inverterId);
    return device;
  };
  const stand = (inverterId: string, device: RatedDevice) => there.set(inverterId, devices.push(device) - 1);

  for (const [revision, { type, data }] of events.entries()) {
    switch (type) {
      case 'InverterAdded': {
        const { inverterId, serialNumber, at: from } = data;
        stand(inverterId, { serialNumber, ...ratingOf(data), from, to: null, revision, since: 'added' });
        break;
      }
      case 'InverterExchanged': {
        const { inverterId, newSerialNumber: serialNumber, exchangedAt: from } = data;
        leave(inverterId, from);
        stand(inverterId, { serialNumber, ...ratingOf(data), from, to: null, revision, since: 'exchanged' });
        break;
      }
      case 'InverterTypeDetermined': {
        const { inverterId, at: from, reason: since } = data;
        const device = leave(inverterId, from);
        if (device !== undefined) stand(inverterId, { ...device, ...ratingOf(data), from, to: null, revision, since });
        break;
      }
      case 'InverterRemoved':
        leave(data.inverterId, data.at);
        break;
      case 'NominalPowerChanged': {
        const { at: from, nominalPowerW, assumedPowerW } = data;
        const last = sums.pop();
        if (last !== undefined) sums.push({ ...last, to: from });
        sums.push({ from, to: null, revision, nominalPowerW, assumedPowerW });
        break;
      }
      default:
    }
  }
  return { devices, sums };
}

type Rating = { readonly typeId: string | null; readonly nominalPowerW: number; readonly powerAssumed: boolean };

function ratingOf({ typeId, nominalPowerW, powerAssumed }: Rating) {
  return { typeId, nominalPowerW, isAssumed: powerAssumed };
}
