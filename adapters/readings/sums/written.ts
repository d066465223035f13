import type pg from 'pg';
import { startOfDayS } from '../../../domain/production/device-clock.js';
import type { WrittenDays } from '../../../domain/production/written-days.js';
import { assignmentsOfInverters, type Assignment } from '../assignments.js';
import { bearerOf, writtenDaysOf } from '../corrected-days.js';
import type { Contribution, DeviceDay } from './device-day.js';

/** What people wrote about the places of some devices, and who stood there. */
export type WrittenPlaces = {
  readonly written: WrittenDays;
  readonly stays: ReadonlyMap<string, readonly Assignment[]>;
};

/** Of the places in which the devices of these assignments stand or stood. */
export async function writtenPlaces(client: pg.ClientBase, assignments: readonly Assignment[]): Promise<WrittenPlaces> {
  const written = await writtenDaysOf(client, [...new Set(assignments.map(({ inverterId }) => inverterId))]);
  const stays = new Map<string, Assignment[]>();
  for (const stay of await assignmentsOfInverters(client, written.inverterIds)) {
    stays.set(stay.inverterId, [...(stays.get(stay.inverterId) ?? []), stay]);
  }
  return { written, stays };
}

/** The days, and for each written one among them that day of every other device of the place: one of them bears it. */
export function withNeighbours(days: readonly DeviceDay[], { written, stays }: WrittenPlaces): readonly DeviceDay[] {
  const all = new Map(days.map((one) => [`${one.deviceId}/${one.day}`, one]));
  for (const [inverterId, ofPlace] of stays) {
    const devices = new Set(ofPlace.map(({ deviceId }) => deviceId));
    for (const { deviceId, day } of days) {
      if (!devices.has(deviceId) || written.on(inverterId, day) === null) continue;
      for (const other of devices) all.set(`${other}/${day}`, { deviceId: other, day });
    }
  }
  return [...all.values()];
}

/**
 * The contributions as people wrote them: the bearer of a written day contributes it, whatever it measured, and every other
 * device of the place nothing. What was measured can be told from the difference.
 */
export function asWritten(
  contributions: readonly Contribution[],
  days: readonly DeviceDay[],
  { written, stays }: WrittenPlaces,
): readonly Contribution[] {
  const counted = contributions.map((one) => {
    const instead = written.on(one.inverterId, one.day);
    if (instead === null) return one;
    const isBearer = bearerOf(stays.get(one.inverterId) ?? [], one.day)?.deviceId === one.deviceId;
    const energyWh = isBearer || instead.energyWh === null ? instead.energyWh : 0;
    return { ...one, energyWh, correctionWh: one.energyWh === null ? null : (energyWh ?? 0) - one.energyWh };
  });
  const present = new Set(contributions.map((one) => `${one.inverterId}/${one.deviceId}/${one.day}`));
  const unmeasured = [...stays].flatMap(([inverterId, ofPlace]) =>
    days.flatMap(({ deviceId, day }): readonly Contribution[] => {
      const bearer = bearerOf(ofPlace, day);
      const energyWh = written.on(inverterId, day)?.energyWh ?? null;
      if (energyWh === null || bearer?.deviceId !== deviceId) return [];
      return present.has(`${inverterId}/${deviceId}/${day}`) ? [] : [unmeasuredDay(bearer, day, energyWh)];
    }),
  );
  return [...counted, ...unmeasured];
}

/** A day of which only people know: it happened at noon. */
function unmeasuredDay({ plantId, inverterId, deviceId, timeZone }: Assignment, day: number, energyWh: number) {
  const noonS = (startOfDayS(timeZone, day) + startOfDayS(timeZone, day + 1)) / 2;
  const when = { day, firstAtS: noonS, lastAtS: noonS };
  return { plantId, inverterId, deviceId, ...when, energyWh, stretch: null, leadWh: 0, correctionWh: null };
}
