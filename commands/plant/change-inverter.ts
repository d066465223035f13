import { reject } from '../../domain/kernel/decider.js';
import { streamOf, type InverterId, type PlantId, type SubplantId } from '../../domain/kernel/ids.js';
import { plantDecider } from '../../domain/plant/plant.js';
import { handle, type CommandContext } from '../handle.js';
import { chosenPower } from './examine-device.js';
import { managedPlant } from './manage.js';
import { asked, type InverterDeps } from './ports.js';

type ChangeInverterWish = {
  readonly plantId: PlantId;
  readonly inverterId: InverterId;
  readonly name?: string | undefined;
  readonly subplantId?: SubplantId | null | undefined;
  readonly typeId?: string | null | undefined;
};

/** Changes name, subplant or type of an inverter. A type that the operator's registry names cannot be changed. */
export async function changeInverter(deps: InverterDeps, wish: ChangeInverterWish, context: CommandContext) {
  const { plantId, inverterId, name, subplantId, typeId } = wish;
  const plant = await managedPlant(deps.log, plantId, context);
  if (plant === null) return reject({ code: 'plant.not-found' });
  const inverter = plant.inverters.get(inverterId);
  if (inverter === undefined) return reject({ code: 'inverter.not-found' });

  // The type that stands already may have left the catalogue; it needs no look-up, because nothing changes.
  const choosesType = typeId !== undefined && typeId !== inverter.typeId;
  if (choosesType && (await isTypeFixed(deps, inverter.serialNumber, typeId))) {
    return reject({ code: 'inverter.type-fixed' });
  }
  const rated = choosesType ? await chosenPower(deps, typeId) : undefined;
  if (rated === null) return reject({ code: 'inverter.type-unknown' });
  const command = {
    type: 'ChangeInverter',
    ...asked(deps, context),
    inverterId,
    ...(name === undefined ? {} : { name }),
    ...(subplantId === undefined ? {} : { subplantId }),
    ...(rated === undefined ? {} : { rated }),
  } as const;
  return handle(deps.log, plantDecider, streamOf.plant(plantId), command, context);
}

async function isTypeFixed(
  { registry, catalogue }: InverterDeps,
  serialNumber: Parameters<InverterDeps['registry']['find']>[0],
  typeId: string | null,
): Promise<boolean> {
  const device = await registry.find(serialNumber);
  if (device === null || device.typeId === null || device.typeId === typeId) return false;
  return (await catalogue.find(device.typeId)) !== null;
}
