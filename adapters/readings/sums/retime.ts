import type pg from 'pg';
import {
  movesInRounds,
  retimed,
  storedByBothZones,
  type Move,
  type TimedRecord,
} from '../../../domain/production/zone-change.js';
import type { Assignment } from '../assignments.js';
import type { Partitions } from '../partitions.js';
import { placeRepeatedStamps } from '../repeated-stamps.js';

/** A stay of a device whose plant was given another time zone. */
export type ZoneChange = {
  readonly assignment: Assignment;
  readonly oldTimeZone: string;
  /** When the device had left where it stood before, -Infinity when it stood nowhere; epoch seconds. */
  readonly sinceS: number;
};

/**
 * Timed by a wrong zone, records of a stay may lie outside of it: before its beginning, or after its end when they
 * arrived before that.
 */
export function spread({ assignment, sinceS }: ZoneChange): { readonly fromS: number; readonly toS: number } {
  return { fromS: Math.max(sinceS, assignment.fromS - maxOffsetS), toS: assignment.toS + maxOffsetS };
}

/** Stamps that are moved at once. */
const windowS = 60 * 86_400;
/** No zone is further from UTC. */
export const maxOffsetS = 15 * 3_600;

/**
 * Gives the readings and errors of a stay the instants that their device clock means in the new zone. Runs in the
 * caller's transaction; repeating it changes nothing. Answers how many moved, or went because they were stored twice.
 */
export async function retime(client: pg.ClientBase, partitions: Partitions, change: ZoneChange): Promise<number> {
  const span = await spanOf(client, change.assignment);
  let moved = await retimeErrors(client, change);
  if (span === null) return moved;
  for (let fromS = span.fromS - maxOffsetS; fromS <= span.toS + maxOffsetS; fromS += windowS) {
    moved += await retimeWindow(client, partitions, change, fromS);
  }
  moved += await placeRepeatedStamps(client, partitions, change.assignment);
  // The newest record was kept with its old instant; it is found again with the sums.
  if (moved > 0) {
    await client.query('delete from public.device_latest where device_id = $1', [change.assignment.deviceId]);
  }
  return moved;
}

async function spanOf(
  client: pg.ClientBase,
  { deviceId }: Assignment,
): Promise<{ readonly fromS: number; readonly toS: number } | null> {
  const { rows } = await client.query<{ fromS: number | null; toS: number | null }>(
    `select extract(epoch from min(measured_at))::double precision as "fromS",
       extract(epoch from max(measured_at))::double precision as "toS"
     from public.readings where device_id = $1`,
    [deviceId],
  );
  const { fromS = null, toS = null } = rows[0] ?? {};
  return fromS === null || toS === null ? null : { fromS, toS };
}

/** Moves the readings whose stamps lie in one window. */
async function retimeWindow(
  client: pg.ClientBase,
  partitions: Partitions,
  change: ZoneChange,
  fromS: number,
): Promise<number> {
  const { assignment, oldTimeZone } = change;
  const widest = spread(change);
  const around = [Math.max(fromS - maxOffsetS, widest.fromS), Math.min(fromS + windowS + maxOffsetS, widest.toS)];
  const { rows } = await client.query<TimedRecord>(
    `select device_clock_s::double precision as "deviceClockS",
       extract(epoch from measured_at)::double precision as "measuredS",
       extract(epoch from received_at)::double precision as "receivedS"
     from public.readings
     where device_id = $1 and measured_at >= to_timestamp($2) and measured_at < to_timestamp($3)
       and device_clock_s >= $4::bigint and device_clock_s < $4::bigint + $5::bigint
       and least(measured_at, received_at) < to_timestamp($6)
     order by device_clock_s, measured_at`,
    [assignment.deviceId, ...around, Math.floor(fromS), windowS, assignment.toS],
  );
  const repeats = [...byStamp(rows)].flatMap((records) => {
    const repeat = storedByBothZones(records, oldTimeZone, assignment.timeZone);
    return repeat === null ? [] : [{ ...repeat, deviceClockS: records[0]?.deviceClockS ?? 0 }];
  });
  const dropped = await dropRepeats(client, assignment.deviceId, repeats);
  const rounds: StampedMove[][] = [];
  for (const records of byStamp(rows.filter((row) => !dropped.has(nameOf(row))))) {
    const { deviceClockS = 0 } = records[0] ?? {};
    const instants = retimed(records, oldTimeZone, assignment.timeZone);
    const moves = movesInRounds(
      records.map(({ measuredS }) => measuredS),
      instants,
    );
    moves.forEach((round, index) => (rounds[index] ??= []).push(...round.map((move) => ({ ...move, deviceClockS }))));
  }
  for (const round of rounds) await move(client, partitions, assignment.deviceId, round);
  return rounds.reduce((sum, round) => sum + round.length, dropped.size);
}

type StampedMove = Move & { readonly deviceClockS: number };

async function move(
  client: pg.ClientBase,
  partitions: Partitions,
  deviceId: number,
  moves: readonly StampedMove[],
): Promise<void> {
  for (const { toS } of moves) await partitions.ensure(toS);
  const from = moves.map(({ fromS }) => fromS);
  await client.query(
    `update public.readings reading set measured_at = to_timestamp(moved.to_s)
     from unnest($2::bigint[], $3::double precision[], $4::double precision[]) as moved (device_clock_s, from_s, to_s)
     where reading.device_id = $1 and reading.device_clock_s = moved.device_clock_s
       and reading.measured_at = to_timestamp(moved.from_s)
       and reading.measured_at between to_timestamp($5) and to_timestamp($6)
       and not exists (
         select from public.readings other where other.device_id = $1
           and other.measured_at = to_timestamp(moved.to_s) and other.device_clock_s = moved.device_clock_s)`,
    [
      deviceId,
      moves.map(({ deviceClockS }) => deviceClockS),
      from,
      moves.map(({ toS }) => toS),
      from.reduce((least, one) => Math.min(least, one), Infinity),
      from.reduce((greatest, one) => Math.max(greatest, one), -Infinity),
    ],
  );
}

type Place = Pick<TimedRecord, 'deviceClockS' | 'measuredS'>;
const nameOf = ({ deviceClockS, measuredS }: Place) => `${deviceClockS}/${measuredS}`;

/** Removes records that stand, the same in all they say, also where they belong; answers the names of those. */
async function dropRepeats(
  client: pg.ClientBase,
  deviceId: number,
  repeats: readonly StampedMove[],
): Promise<ReadonlySet<string>> {
  if (repeats.length === 0) return new Set();
  const { rows } = await client.query<Place>(
    `delete from public.readings reading
     using unnest($2::bigint[], $3::double precision[], $4::double precision[]) as repeat (device_clock_s, from_s, to_s)
     where reading.device_id = $1 and reading.device_clock_s = repeat.device_clock_s
       and reading.measured_at = to_timestamp(repeat.from_s)
       and exists (
         select from public.readings other where other.device_id = $1
           and other.measured_at = to_timestamp(repeat.to_s) and other.device_clock_s = repeat.device_clock_s
           and to_jsonb(other) - array['measured_at', 'received_at'] = to_jsonb(reading) - array['measured_at', 'received_at'])
     returning reading.device_clock_s::double precision as "deviceClockS",
       extract(epoch from reading.measured_at)::double precision as "measuredS"`,
    [
      deviceId,
      repeats.map(({ deviceClockS }) => deviceClockS),
      repeats.map(({ fromS }) => fromS),
      repeats.map(({ toS }) => toS),
    ],
  );
  return new Set(rows.map(nameOf));
}

const contentOf = (table: string) =>
  `row(${['device_clock_s', 'code', 'state', 'state_after', 'short', 'long', 'type'].map((name) => `${table}.${name}`).join(', ')})::text`;

type ErrorRow = TimedRecord & { readonly id: string; readonly content: string };

/** Errors are few; those that are the same but for their instants must not come to stand on each other. */
async function retimeErrors(client: pg.ClientBase, change: ZoneChange): Promise<number> {
  const { assignment, oldTimeZone } = change;
  const { fromS, toS } = spread(change);
  const { rows } = await client.query<ErrorRow>(
    `select id::text, device_clock_s::double precision as "deviceClockS",
       extract(epoch from measured_at)::double precision as "measuredS",
       extract(epoch from received_at)::double precision as "receivedS",
       ${contentOf('error')} as content
     from public.device_errors error
     where device_id = $1 and measured_at >= to_timestamp($2) and measured_at < to_timestamp($3)
       and least(measured_at, received_at) < to_timestamp($4)
     order by measured_at, id`,
    [assignment.deviceId, fromS, toS, assignment.toS],
  );
  const rounds: { readonly id: string; readonly toS: number }[][] = [];
  for (const errors of groupsBy(rows, ({ content }) => content)) {
    const instants = retimed(errors, oldTimeZone, assignment.timeZone);
    const at = errors.map(({ measuredS }) => measuredS);
    movesInRounds(at, instants).forEach((round, index) =>
      (rounds[index] ??= []).push(...round.map(({ fromS, toS }) => ({ id: errors[at.indexOf(fromS)]?.id ?? '', toS }))),
    );
  }
  for (const round of rounds) {
    await client.query(
      `update public.device_errors error set measured_at = to_timestamp(moved.to_s)
       from unnest($1::bigint[], $2::double precision[]) as moved (id, to_s)
       where error.id = moved.id and not exists (
         select from public.device_errors other
         where other.device_id = error.device_id and other.measured_at = to_timestamp(moved.to_s)
           and ${contentOf('other')} = ${contentOf('error')})`,
      [round.map(({ id }) => id), round.map(({ toS }) => toS)],
    );
  }
  return rounds.reduce((sum, round) => sum + round.length, 0);
}

function byStamp(records: readonly TimedRecord[]): Iterable<readonly TimedRecord[]> {
  return groupsBy(records, ({ deviceClockS }) => deviceClockS);
}

function groupsBy<T, K>(items: readonly T[], keyOf: (item: T) => K): Iterable<readonly T[]> {
  const groups = new Map<K, T[]>();
  for (const item of items) {
    const key = keyOf(item);
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [item]);
    else group.push(item);
  }
  return groups.values();
}
