import type { PlantId } from '../../domain/kernel/ids.js';
import { Temporal } from '../../domain/kernel/time.js';
import type { CommandContext } from '../handle.js';
import type { DeviceSightings } from '../ports.js';
import { isHeldByAnother } from './claim-device.js';
import { judgeCode, type DeviceWish } from './examine-device.js';
import { managedPlant } from './manage.js';
import type { InverterDeps } from './ports.js';

/** A device that sent within this time is reporting: long enough for a winter night. */
const reportingWindow = Temporal.Duration.from({ hours: 24 });

export type InverterVerdict = 'reporting' | 'awaitingData' | 'wrongCode' | 'unknownDevice' | 'codeMissing' | 'taken';

export type JudgeDeps = InverterDeps & { readonly sightings: DeviceSightings };

type JudgedInverter = {
  readonly verdict: InverterVerdict;
  /** Type by the operator's registry; told only with the right code. */
  readonly typeId: string | null;
  readonly lastSeenAt: Temporal.Instant | null;
};

/**
 * B2: what would become of a device if it were added now. Null when the caller does not manage the plant. Whether a
 * device is taken or sends is told only to those who know its code.
 */
export async function judgeInverter(
  deps: JudgeDeps,
  { plantId, ...wish }: DeviceWish & { readonly plantId: PlantId },
  context: CommandContext,
): Promise<JudgedInverter | null> {
  if ((await managedPlant(deps.log, plantId, context)) === null) return null;
  return judgeDevice(deps, wish);
}

/** As `judgeInverter`, for callers who asked whose plant it is. */
export async function judgeDevice(
  deps: JudgeDeps,
  { serialNumber, activationCode }: DeviceWish,
): Promise<JudgedInverter> {
  const device = await deps.registry.find(serialNumber);
  const code = judgeCode(device, activationCode);
  if (code === 'wrongCode' || code === 'codeMissing') return { verdict: code, typeId: null, lastSeenAt: null };
  const typeId = device?.typeId ?? null;
  const claim = code === 'right' ? 'code' : 'data';
  if (await isHeldByAnother(deps, { serialNumber, claim })) return { verdict: 'taken', typeId, lastSeenAt: null };
  const lastSeenAt = await deps.sightings.lastSeen(serialNumber);
  if (code === 'unknownDevice') return { verdict: code, typeId, lastSeenAt };
  return { verdict: isReporting(lastSeenAt, deps.clock.now()) ? 'reporting' : 'awaitingData', typeId, lastSeenAt };
}

export function isReporting(lastSeenAt: Temporal.Instant | null, now: Temporal.Instant): boolean {
  if (lastSeenAt === null) return false;
  return Temporal.Instant.compare(lastSeenAt.add(reportingWindow), now) >= 0;
}
