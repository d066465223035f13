import type pg from 'pg';
import { assignmentsOfDevices, type Assignment } from '../assignments.js';
import { loadSamples } from '../samples.js';
import { joinContributions, keepLatest, replaceDays, replaceMonths, replaceTotals } from './contributions.js';
import {
  contributionOf,
  latestOf,
  newestOnly,
  tasksOf,
  type Contribution,
  type DeviceDay,
  type Latest,
} from './device-day.js';
import { asWritten, withNeighbours, writtenPlaces } from './written.js';

/** Device-days loaded at once: small enough not to hold up the event loop of the process. */
const chunkSize = 100;

type Recomputed = { readonly days: number; readonly plantIds: readonly string[] };

/**
 * Takes notes of stale days and computes those days anew from their readings, then the months and totals they are part
 * of. Runs in the caller's transaction. A reading and its note are committed together, and the readings are loaded after
 * the notes were taken, so no reading is missed. `days` is 0 when there was nothing to do.
 */
export async function recomputeStale(client: pg.ClientBase, maxNotes: number): Promise<Recomputed> {
  const noted = await takeNotes(client, maxNotes);
  if (noted.length === 0) return { days: 0, plantIds: [] };
  const ofNoted = await assignmentsOfDevices(client, devicesOf(noted));
  const byHand = await writtenPlaces(client, ofNoted, noted);
  const days = withNeighbours(noted, byHand);
  const assignments = byDevice(
    days.length === noted.length ? ofNoted : await assignmentsOfDevices(client, devicesOf(days)),
  );
  const contributions: Contribution[] = [];
  const latest: Latest[] = [];
  for (let from = 0; from < days.length; from += chunkSize) {
    const tasks = days
      .slice(from, from + chunkSize)
      .flatMap((day) => tasksOf(day, assignments.get(day.deviceId) ?? []));
    const loaded = await loadSamples(client, tasks);
    tasks.forEach((task, index) => {
      const contribution = contributionOf(task, loaded[index] ?? { before: null, samples: [] });
      if (contribution !== null) contributions.push(contribution);
    });
    latest.push(...latestOf(tasks, loaded));
  }
  const summed = joinContributions(contributions, [...assignments.values()].flat());
  const months = await replaceDays(client, days, asWritten(summed, days, byHand));
  await replaceMonths(client, months);
  await replaceTotals(client, [...new Set(months.map(({ inverterId }) => inverterId))]);
  await keepLatest(client, newestOnly(latest));
  return { days: noted.length, plantIds: [...new Set(months.map(({ plantId }) => plantId))] };
}

/**
 * Removes notes and answers their days, each once. The three days after a stale one are computed again, too, when they
 * were computed before: the first reading of a day is judged by the last one of the two days before it, which with a
 * change of the clocks begin on the third.
 */
async function takeNotes(client: pg.ClientBase, maxNotes: number): Promise<readonly DeviceDay[]> {
  const { rows } = await client.query<DeviceDay>(
    `with taken as (
       delete from public.stale_device_days where ctid = any (array(
         select ctid from public.stale_device_days limit $1 for update skip locked))
       returning device_id, day
     ), stale as (
       select device_id, day from taken
       union
       select next.device_id, next.day from taken
       join public.device_days next on next.device_id = taken.device_id and next.day between taken.day + 1 and taken.day + 3
     )
     select device_id as "deviceId", day - date '1970-01-01' as day from stale order by day, device_id`,
    [maxNotes],
  );
  return rows;
}

function devicesOf(days: readonly DeviceDay[]): readonly number[] {
  return [...new Set(days.map(({ deviceId }) => deviceId))];
}

function byDevice(assignments: readonly Assignment[]): ReadonlyMap<number, readonly Assignment[]> {
  const grouped = new Map<number, Assignment[]>();
  for (const assignment of assignments) {
    const stays = grouped.get(assignment.deviceId);
    if (stays === undefined) grouped.set(assignment.deviceId, [assignment]);
    else stays.push(assignment);
  }
  return grouped;
}
