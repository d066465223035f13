import { v5 as uuidV5, v7 as uuidV7 } from 'uuid';
import { reject } from '../../domain/kernel/decider.js';
import { InverterId, streamOf, type PlantId, type SubplantId } from '../../domain/kernel/ids.js';
import { plantDecider, type PlantRejection } from '../../domain/plant/plant.js';
import { handle, type CommandContext } from '../handle.js';
import { claimDevice } from './claim-device.js';
import { examineDevice, type DeviceWish } from './examine-device.js';
import { managedPlant } from './manage.js';
import { givingBack } from './release.js';
import { asked, type InverterDeps } from './ports.js';

type AddInverterWish = DeviceWish & {
  readonly plantId: PlantId;
  readonly name: string;
  readonly subplantId: SubplantId | null;
};

/**
 * Adds a place with its device. The device is claimed first, so that of two plants that want it at once exactly one
 * gets it; a claim that leads to no place is given back.
 */
export async function addInverter(deps: InverterDeps, wish: AddInverterWish, context: CommandContext) {
  const { plantId, serialNumber, name, subplantId } = wish;
  const { idempotencyKey: key } = context;
  const inverterId = InverterId.parse(key === undefined ? uuidV7() : uuidV5(`inverter/${key}`, plantId));
  const refused = (rejection: PlantRejection) => ({ inverterId, ...reject(rejection) });

  const plant = await managedPlant(deps.log, plantId, context);
  if (plant === null) return refused({ code: 'plant.not-found' });
  const examined = await examineDevice(deps, wish);
  if (!examined.ok) return refused(examined.rejection);

  const place = { plantId, inverterId };
  const { claim, rated } = examined;
  const claimed = await claimDevice(deps, { ...place, serialNumber, claim });
  if (!claimed.ok) return refused(claimed.rejection);
  const device = { inverterId, serialNumber, name, subplantId, claim, rated };
  const command = { type: 'AddInverter', ...asked(deps, context), ...device } as const;
  const handled = await givingBack(deps.registry, serialNumber, place, () =>
    handle(deps.log, plantDecider, streamOf.plant(plantId), command, context),
  );
  return { inverterId, ...handled };
}
