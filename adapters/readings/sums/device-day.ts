import { startOfDayS } from '../../../domain/production/device-clock.js';
import {
  counterStretch,
  energyOfDay,
  leadOf,
  sumOfSteps,
  type CounterStretch,
} from '../../../domain/production/energy.js';
import type { Assignment } from '../assignments.js';
import type { Sample, Samples, Stretch } from '../samples.js';

/** Days since 1970-01-01 in the zone of the plant. */
export type DeviceDay = { readonly deviceId: number; readonly day: number };

/** What one device contributed to one place on one day (or in one month). */
export type Contribution = {
  readonly plantId: string;
  readonly inverterId: string;
  readonly deviceId: number;
  readonly day: number;
  readonly energyWh: number | null;
  readonly firstAtS: number;
  readonly lastAtS: number;
  readonly stretch: CounterStretch | null;
  readonly leadWh: number;
  /** What people wrote less what was measured; null where nothing was written, or nothing measured. */
  readonly correctionWh: number | null;
};

/** One day of one device in one place: which records to load for it. */
type DayTask = Stretch & { readonly assignment: Assignment; readonly day: number; readonly dayStartS: number };

/** The tasks of a day: one for each assignment of the device that touches it. */
export function tasksOf({ deviceId, day }: DeviceDay, assignments: readonly Assignment[]): readonly DayTask[] {
  return assignments.flatMap((assignment) => {
    const dayStartS = startOfDayS(assignment.timeZone, day);
    const fromS = Math.max(dayStartS, assignment.fromS);
    const toS = Math.min(startOfDayS(assignment.timeZone, day + 1), assignment.toS);
    return fromS < toS ? [{ deviceId, assignment, day, dayStartS, fromS, toS }] : [];
  });
}

/** What the records of a task add up to, null without records. */
export function contributionOf(task: DayTask, { before, samples }: Samples): Contribution | null {
  const first = samples[0];
  const last = samples.at(-1);
  if (first === undefined || last === undefined) return null;
  const steps = energyOfDay(task.dayStartS, before, samples);
  const stretch = counterStretch(samples);
  return {
    plantId: task.assignment.plantId,
    inverterId: task.assignment.inverterId,
    deviceId: task.deviceId,
    day: task.day,
    energyWh: sumOfSteps(steps),
    firstAtS: first.atS,
    lastAtS: last.atS,
    stretch,
    leadWh: leadOf(steps, stretch),
    correctionWh: null,
  };
}

export type Latest = { readonly deviceId: number; readonly sample: Sample };

/** The record of each task that speaks best of the present. */
export function latestOf(tasks: readonly DayTask[], loaded: readonly Samples[]): readonly Latest[] {
  return tasks.flatMap(({ deviceId }, index) => {
    const sample = newestOf(loaded[index]?.samples ?? []);
    return sample === null ? [] : [{ deviceId, sample }];
  });
}

function newestOf(samples: readonly Sample[]): Sample | null {
  let newest: Sample | null = null;
  for (const sample of samples) if (newest === null || isNewer(sample, newest)) newest = sample;
  return newest;
}

export function newestOnly(latest: readonly Latest[]): readonly Latest[] {
  const newest = new Map<number, Latest>();
  for (const one of latest) {
    const known = newest.get(one.deviceId)?.sample;
    if (known === undefined || isNewer(one.sample, known)) newest.set(one.deviceId, one);
  }
  return [...newest.values()];
}

function isNewer(sample: Sample, known: Sample): boolean {
  return sample.presentS > known.presentS || (sample.presentS === known.presentS && sample.atS > known.atS);
}
