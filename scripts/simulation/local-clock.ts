import { Temporal } from '../../domain/kernel/time.js';

const hourS = 3_600;
const offsets = new Map<string, Map<number, number>>();

/** The wall clock of a zone, written as if it were UTC seconds: the time that a device sends (wire.md 1.7). */
export function localClockS(timeZone: string, epochS: number): number {
  return epochS + offsetS(timeZone, Math.floor(epochS / hourS));
}

/** Offset of a zone in a UTC hour; the zones of the simulation change only at full hours. */
function offsetS(timeZone: string, hour: number): number {
  const known = offsets.get(timeZone) ?? new Map<number, number>();
  offsets.set(timeZone, known);
  let offset = known.get(hour);
  if (offset === undefined) {
    const instant = Temporal.Instant.fromEpochMilliseconds(hour * hourS * 1000);
    offset = instant.toZonedDateTimeISO(timeZone).offsetNanoseconds / 1e9;
    known.set(hour, offset);
  }
  return offset;
}
