import type { DeviceError } from '../api/types.js';

/**
 * The newest of messages of an inverter that say the same, one after the other; `firstAt` is the oldest of them. `outageMs` is
 * how long the inverter was not running because of them; null when it has not run since.
 */
export type RepeatedError = DeviceError & {
  readonly count: number;
  readonly firstAt: string;
  readonly outageMs: number | null;
};

/** One entry for each run of equal messages of one inverter, whatever others said meanwhile. Newest first, as they come. */
export function repeats(errors: readonly DeviceError[]): readonly RepeatedError[] {
  const runs: DeviceError[][] = [];
  const latest = new Map<string, DeviceError[]>();
  for (const error of errors) {
    const run = latest.get(error.inverterId);
    if (run !== undefined && run.every((one) => saysTheSame(one, error))) run.push(error);
    else {
      const begun = [error];
      runs.push(begun);
      latest.set(error.inverterId, begun);
    }
  }
  return runs.flatMap((run) => {
    const [newest, oldest] = [run[0], run.at(-1)];
    if (newest === undefined || oldest === undefined) return [];
    return [{ ...newest, count: run.length, firstAt: oldest.at, outageMs: outageOf(run) }];
  });
}

/** Of several errors before the device ran again the first one counts. */
function outageOf(run: readonly DeviceError[]): number | null {
  const [newest] = run;
  if (newest === undefined || newest.runningAgainAt === null) return null;
  const starts = new Map<string, number>();
  for (const { at, runningAgainAt } of run) {
    if (runningAgainAt === null) continue;
    starts.set(runningAgainAt, Math.min(starts.get(runningAgainAt) ?? Infinity, Date.parse(at)));
  }
  return [...starts].reduce((sum, [end, startMs]) => sum + Date.parse(end) - startMs, 0);
}

const saysTheSame = (a: DeviceError, b: DeviceError): boolean =>
  a.code === b.code && a.deviceState === b.deviceState && a.deviceStateAfter === b.deviceStateAfter;
