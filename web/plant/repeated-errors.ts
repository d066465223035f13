import type { DeviceError } from '../api/types.js';

/** The newest of messages that say the same, one after the other; `firstAt` is the oldest of them. */
export type RepeatedError = DeviceError & { readonly count: number; readonly firstAt: string };

/** One entry for each run of equal messages of one inverter. Newest first, as they come. */
export function repeats(errors: readonly DeviceError[]): readonly RepeatedError[] {
  const found: RepeatedError[] = [];
  for (const error of errors) {
    const last = found.at(-1);
    if (last !== undefined && saysTheSame(last, error))
      found[found.length - 1] = { ...last, count: last.count + 1, firstAt: error.at };
    else found.push({ ...error, count: 1, firstAt: error.at });
  }
  return found;
}

const saysTheSame = (a: DeviceError, b: DeviceError): boolean =>
  a.inverterId === b.inverterId &&
  a.code === b.code &&
  a.deviceState === b.deviceState &&
  a.deviceStateAfter === b.deviceStateAfter;
