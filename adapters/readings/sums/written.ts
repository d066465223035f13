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

/** Of the places in which the devices of these assignments stand or stood, about these days. */
export async function writtenPlaces(
  client: pg.ClientBase,
  assignments: readonly Assignment[],
  days: readonly DeviceDay[],
): Promise<WrittenPlaces> {
  const written = await writtenDaysOf(
    client,
    [...new Set(assignments.map(({ inverterId }) => inverterId))],
    days.map(({ day }) => day),
  );
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
      if (!devices.has(deviceId) || !written.has(inverterId, day)) continue;
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
  const measured = measuredBy(contributions);
  const insteadOf = (inverterId: string, day: number) =>
    written.instead(inverterId, day, measured.get(`${inverterId}/${day}`) ?? null);
  const bears = (inverterId: string, { deviceId, day }: DeviceDay) =>
    bearerOf(stays.get(inverterId) ?? [], day)?.deviceId === deviceId;
  const counted = contributions.map((one) => {
    const instead = insteadOf(one.inverterId, one.day);
    if (instead === null) return one;
    const energyWh = instead.energyWh === null || bears(one.inverterId, one) ? instead.energyWh : 0;
    return { ...one, energyWh, correctionWh: one.energyWh === null ? null : (energyWh ?? 0) - one.energyWh };
  });
  const present = new Set(contributions.map((one) => `${one.inverterId}/${one.deviceId}/${one.day}`));
  const unmeasured = [...stays].flatMap(([inverterId, ofPlace]) =>
    days.flatMap(({ deviceId, day }): readonly Contribution[] => {
      if (!written.has(inverterId, day) || present.has(`${inverterId}/${deviceId}/${day}`)) return [];
      const energyWh = insteadOf(inverterId, day)?.energyWh ?? null;
      const bearer = bearerOf(ofPlace, day);
      if (energyWh === null || bearer?.deviceId !== deviceId) return [];
      return [unmeasuredDay(bearer, day, energyWh)];
    }),
  );
  return [...counted, ...unmeasured];
}

/** What the devices of each place measured on each day, by `<inverter>/<day>`; left out where they measured nothing. */
function measuredBy(contributions: readonly Contribution[]): ReadonlyMap<string, number> {
  const sums = new Map<string, number>();
  for (const { inverterId, day, energyWh } of contributions) {
    if (energyWh === null) continue;
    sums.set(`${inverterId}/${day}`, (sums.get(`${inverterId}/${day}`) ?? 0) + energyWh);
  }
  return sums;
}

/** A day of which only people know: it happened at noon. */
function unmeasuredDay({ plantId, inverterId, deviceId, timeZone }: Assignment, day: number, energyWh: number) {
  const noonS = (startOfDayS(timeZone, day) + startOfDayS(timeZone, day + 1)) / 2;
  const when = { day, firstAtS: noonS, lastAtS: noonS };
  return { plantId, inverterId, deviceId, ...when, energyWh, stretch: null, leadWh: 0, correctionWh: null };
}
