import { clear } from '../../domain/kernel/event.js';
import type { ActivePlant, PlacedInverter } from '../../domain/plant/state.js';
import type { AlertRule } from '../../domain/alerting/rule.js';
import type { WatchedInverter } from '../../domain/alerting/watched.js';

/** Degrees by which roofs may differ and still look the same way. */
const sameWayDeg = 5;

/** Whether the device of a place was proven. */
export function isProven({ activatedAt }: PlacedInverter): boolean {
  return activatedAt !== null;
}

/** The inverters of a plant as rules see them: those whose device was proven. */
export function watchedInverters(
  plant: ActivePlant,
  contacts: ReadonlyMap<string, number>,
): readonly WatchedInverter[] {
  return [...plant.inverters.values()].filter(isProven).map((inverter) => ({
    inverterId: inverter.inverterId,
    nominalPowerW: inverter.nominalPowerW,
    powerAssumed: inverter.powerAssumed,
    orientation: orientationOf(plant, inverter),
    standsSinceS: Date.parse(inverter.standsSince) / 1_000,
    lastContactS: contacts.get(inverter.serialNumber) ?? null,
  }));
}

/** Which way the modules of an inverter face, as far as it matters for comparing. */
export function orientationOf({ details, subplants }: ActivePlant, { subplantId }: PlacedInverter): string {
  const subplant = subplantId === null ? undefined : subplants.get(subplantId);
  const { azimuthDeg, tiltDeg } = details;
  const tilt = onGrid(subplant?.tiltDeg ?? tiltDeg);
  // Flat modules look nowhere.
  return tilt === 0 ? 'flat' : `${onGrid(subplant?.azimuthDeg ?? azimuthDeg) % 360}/${tilt}`;
}

function onGrid(deg: number): number {
  return Math.round(deg / sameWayDeg) * sameWayDeg;
}

/** Where the sun is looked for; null when nobody knows any more. */
export function locationOf({ details: { location } }: ActivePlant) {
  return clear(location);
}

/** Whether a plant is watched for anything at all. */
export function isWatched(rules: readonly AlertRule[]): boolean {
  return rules.some(({ isOn }) => isOn);
}
