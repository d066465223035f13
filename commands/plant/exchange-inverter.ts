import { reject } from '../../domain/kernel/decider.js';
import { streamOf, type InverterId, type PlantId } from '../../domain/kernel/ids.js';
import { Temporal } from '../../domain/kernel/time.js';
import { plantDecider, wrongExchangeTime } from '../../domain/plant/plant.js';
import { handle, type CommandContext } from '../handle.js';
import { claimDevice } from './claim-device.js';
import { examineDevice, type DeviceWish } from './examine-device.js';
import { managedPlant } from './manage.js';
import { givingBack } from './release.js';
import { asked, type InverterDeps } from './ports.js';

type ExchangeWish = DeviceWish & {
  readonly plantId: PlantId;
  readonly inverterId: InverterId;
  /** RFC 3339: when it happened, for somebody who tells of it later. */
  readonly exchangedAt?: string | undefined;
};

/** Puts another device into a place: the series of the place goes on, the old device is free for another plant. */
export async function exchangeInverter(deps: InverterDeps, wish: ExchangeWish, context: CommandContext) {
  const { plantId, inverterId, serialNumber, exchangedAt } = wish;
  const plant = await managedPlant(deps.log, plantId, context);
  if (plant === null) return reject({ code: 'plant.not-found' });
  const before = plant.inverters.get(inverterId);
  if (before === undefined) return reject({ code: 'inverter.not-found' });
  const examined = await examineDevice(deps, wish);
  if (!examined.ok) return examined;

  const told = {
    ...asked(deps, context),
    ...(exchangedAt === undefined
      ? {}
      : {
          exchangedAt: Temporal.Instant.from(exchangedAt)
            .round({ smallestUnit: 'millisecond', roundingMode: 'floor' })
            .toString(),
        }),
  };
  // Before the claim, for which another plant may lose its own.
  const wrongTime = wrongExchangeTime(before, told);
  if (wrongTime !== null) return reject(wrongTime);

  const place = { plantId, inverterId };
  const { claim, rated } = examined;
  const claimed = await claimDevice(deps, { ...place, serialNumber, claim });
  if (!claimed.ok) return claimed;
  const command = {
    type: 'ExchangeInverter',
    ...told,
    inverterId,
    serialNumber,
    claim,
    rated,
  } as const;
  const handled = await givingBack(deps.registry, serialNumber, place, () =>
    handle(deps.log, plantDecider, streamOf.plant(plantId), command, context),
  );
  if (handled.ok) await deps.registry.release(before.serialNumber, place);
  return handled;
}
