import { instantsOf, likelyInstantS } from './device-clock.js';

/** A stored record of a device: its own clock, when that was, and when it arrived. Epoch seconds. */
export type TimedRecord = { readonly deviceClockS: number; readonly measuredS: number; readonly receivedS: number };

const hourS = 3_600;

/**
 * When the records that one device sent under one stamp were measured, once the time zone of its plant was corrected.
 * Answers one instant per record, in their order (by `measuredS`); records that were not timed by the old zone keep
 * theirs, so that a second look changes nothing. Two records under one stamp come from a doubled hour: where the new zone
 * has none at that time, the second one follows an hour later, because nothing may be lost.
 */
export function retimed(records: readonly TimedRecord[], oldTimeZone: string, timeZone: string): readonly number[] {
  const [record] = records;
  if (record === undefined) return [];
  const before = slotsOf(oldTimeZone, record.deviceClockS);
  const timedByOldZone = records.filter(({ measuredS }) => before.includes(measuredS));
  const slots = slotsOf(timeZone, record.deviceClockS);
  return records.map((one) => {
    const rank = timedByOldZone.indexOf(one);
    if (rank < 0) return one.measuredS;
    if (timedByOldZone.length > 1) return slots[rank] ?? one.measuredS;
    const instants = instantsOf(timeZone, one.deviceClockS);
    const isRight = one.measuredS === instants.earlierS || one.measuredS === instants.laterS;
    return isRight ? one.measuredS : likelyInstantS(instants, one.receivedS);
  });
}

/** Where two records under one stamp stand. */
function slotsOf(timeZone: string, deviceClockS: number): readonly [number, number] {
  const { earlierS, laterS } = instantsOf(timeZone, deviceClockS);
  return [earlierS, laterS > earlierS ? laterS : earlierS + hourS];
}

export type Move = { readonly fromS: number; readonly toS: number };

/**
 * Where a record stands that was stored by the old zone and, sent again, by the new one (`fromS`), and where it belongs
 * (`toS`), null when there is none. Only for a stamp that means one instant in both zones: around a doubled hour two
 * records under one stamp are two.
 */
export function storedByBothZones(records: readonly TimedRecord[], oldTimeZone: string, timeZone: string): Move | null {
  const [record] = records;
  if (record === undefined) return null;
  const before = instantsOf(oldTimeZone, record.deviceClockS);
  const now = instantsOf(timeZone, record.deviceClockS);
  const meansOne = before.earlierS === before.laterS && now.earlierS === now.laterS;
  if (!meansOne || before.earlierS === now.earlierS) return null;
  const standsAt = (instantS: number) => records.some(({ measuredS }) => measuredS === instantS);
  const isBoth = standsAt(before.earlierS) && standsAt(now.earlierS);
  return isBoth ? { fromS: before.earlierS, toS: now.earlierS } : null;
}

/**
 * In which order records under one stamp reach their new instants without ever standing on each other: rounds of moves.
 * A record whose place is taken for good stays where it is.
 */
export function movesInRounds(fromS: readonly number[], toS: readonly number[]): readonly (readonly Move[])[] {
  const occupied = new Set(fromS);
  let waiting = fromS.map((from, index) => ({ fromS: from, toS: toS[index] ?? from }));
  waiting = waiting.filter((move) => move.fromS !== move.toS);
  const rounds: Move[][] = [];
  for (;;) {
    const free = waiting.filter((move) => !occupied.has(move.toS));
    if (free.length === 0) return rounds;
    rounds.push(free);
    for (const move of free) {
      occupied.delete(move.fromS);
      occupied.add(move.toS);
    }
    waiting = waiting.filter((move) => !free.includes(move));
  }
}
