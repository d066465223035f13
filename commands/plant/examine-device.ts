import type { SerialNumber } from '../../domain/kernel/ids.js';
import type { Claim } from '../../domain/plant/events.js';
import { ratedPower, type RatedPower } from '../../domain/plant/inverter-types.js';
import type { PlantRejection } from '../../domain/plant/plant.js';
import type { RegisteredDevice } from '../ports.js';
import { isBlankCode, isRightCode } from './activation-code.js';
import type { InverterDeps } from './ports.js';

export type DeviceWish = {
  readonly serialNumber: SerialNumber;
  readonly activationCode?: string | undefined;
  /** Type that the caller chose; null or left out = unknown. */
  readonly typeId?: string | null | undefined;
};

type Examined =
  | { readonly ok: true; readonly claim: Claim; readonly rated: RatedPower }
  | { readonly ok: false; readonly rejection: PlantRejection };

/**
 * How a device may be claimed: by its code when the operator's registry knows it, by its data otherwise (B6); and its
 * nominal power by the type of the registry, else the chosen one, else the assumed 20 kW (B8).
 */
export async function examineDevice(deps: InverterDeps, wish: DeviceWish): Promise<Examined> {
  const device = await deps.registry.find(wish.serialNumber);
  const verdict = judgeCode(device, wish.activationCode);
  if (verdict === 'codeMissing') return { ok: false, rejection: { code: 'inverter.activation-code-missing' } };
  if (verdict === 'wrongCode') return { ok: false, rejection: { code: 'inverter.activation-code-wrong' } };
  const registered = device?.typeId == null ? null : await deps.catalogue.find(device.typeId);
  const claim = verdict === 'right' ? 'code' : 'data';
  if (registered !== null) return { ok: true, claim, rated: ratedPower(registered) };
  const rated = await chosenPower(deps, wish.typeId ?? null);
  return rated === null ? { ok: false, rejection: { code: 'inverter.type-unknown' } } : { ok: true, claim, rated };
}

/** Nominal power of a chosen type; null when the catalogue does not have it. */
export async function chosenPower(
  { catalogue }: Pick<InverterDeps, 'catalogue'>,
  typeId: string | null,
): Promise<RatedPower | null> {
  if (typeId === null) return ratedPower(null);
  const type = await catalogue.find(typeId);
  return type === null ? null : ratedPower(type);
}

type CodeVerdict = 'right' | 'wrongCode' | 'codeMissing' | 'unknownDevice';

export function judgeCode(device: RegisteredDevice | null, typed: string | undefined): CodeVerdict {
  if (device === null) return 'unknownDevice';
  if (typed === undefined || isBlankCode(typed)) return 'codeMissing';
  return isRightCode(typed, device.activationCode) ? 'right' : 'wrongCode';
}
