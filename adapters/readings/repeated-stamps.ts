import { createHash } from 'node:crypto';
import type pg from 'pg';
import { dayNumber, instantsOf, likelyInstantS } from '../../domain/production/device-clock.js';
import type { Channels } from '../../domain/production/channels.js';
import type { Assignment } from './assignments.js';
import type { Partitions } from './partitions.js';
import { batchParameters, otherUnderSameStamp, storableJson, storeBatch, type ReadingRow } from './rows.js';

/**
 * A clock that is set back writes a stamp twice, for two different records. Where the stamp means one instant only, the
 * second one has no place in the readings: it is kept here, not shown. The usual reason is the doubled hour of autumn
 * in a plant whose time zone is wrong; once that is corrected, the second record finds its place.
 */

/** A clock that stands still writes one stamp for ever; more than a doubled hour and a clock set back explain is useless. */
const maxPerStamp = 4;

/**
 * Keeps those records of a stored batch that gave way to another one, a few of each stamp; answers how many are new here,
 * and how many were dropped because there are enough of their stamp.
 */
export async function keepRepeatedStamps(
  pool: pg.Pool,
  rows: readonly ReadingRow[],
): Promise<{ readonly kept: number; readonly dropped: number }> {
  const { rows: found } = await pool.query<{ n: number }>(otherUnderSameStamp, batchParameters(rows).slice(0, -2));
  const repeated = found.flatMap(({ n }) => rows[n - 1] ?? []);
  if (repeated.length === 0) return { kept: 0, dropped: 0 };
  const contents = repeated.map(({ intervalS, channels }) => storableJson({ intervalS, channels }));
  const { rows: counts } = await pool.query<{ kept: number; dropped: number }>(
    `with sent as (
       select distinct on (device_id, device_clock_s, content_md5) *
       from unnest($1::integer[], $2::bigint[], $3::double precision[], $4::text[], $5::text[])
         as incoming (device_id, device_clock_s, received_s, content, content_md5)
       order by device_id, device_clock_s, content_md5, received_s
     ), fresh as (
       select *, row_number() over (partition by device_id, device_clock_s order by received_s, content_md5) + (
         select count(*) from public.repeated_stamps kept
         where kept.device_id = sent.device_id and kept.device_clock_s = sent.device_clock_s
       ) as nth
       from sent where not exists (
         select from public.repeated_stamps kept
         where (kept.device_id, kept.device_clock_s, kept.content_md5)
           = (sent.device_id, sent.device_clock_s, sent.content_md5))
     ), kept as (
       insert into public.repeated_stamps (device_id, device_clock_s, received_at, content, content_md5)
       select device_id, device_clock_s, to_timestamp(received_s), content::jsonb, content_md5
       from fresh where nth <= $6
       on conflict do nothing
       returning 1
     )
     select (select count(*) from kept)::integer as kept, count(*) filter (where nth > $6)::integer as dropped from fresh`,
    [
      repeated.map(({ deviceId }) => deviceId),
      repeated.map(({ deviceClockS }) => deviceClockS),
      repeated.map(({ receivedS }) => receivedS),
      contents,
      contents.map((content) => createHash('md5').update(content).digest('hex')),
      maxPerStamp,
    ],
  );
  return counts[0] ?? { kept: 0, dropped: 0 };
}

type Kept = {
  readonly deviceClockS: number;
  readonly receivedS: number;
  readonly content: { readonly intervalS: number | null; readonly channels: Channels };
  readonly md5: string;
};

/**
 * Moves kept records of a stay into the readings where the zone of the plant now has a free instant for them, in the
 * order of their arrival. Runs in the caller's transaction; answers how many moved.
 */
export async function placeRepeatedStamps(
  client: pg.ClientBase,
  partitions: Partitions,
  stay: Assignment,
): Promise<number> {
  const { rows: kept } = await client.query<Kept>(
    `select device_clock_s::double precision as "deviceClockS",
       extract(epoch from received_at)::double precision as "receivedS", content, content_md5 as md5
     from public.repeated_stamps where device_id = $1 order by received_at, device_clock_s`,
    [stay.deviceId],
  );
  let moved = 0;
  for (const record of kept) {
    const measuredS = await freeInstantS(client, stay, record);
    if (measuredS === null) continue;
    const { deviceClockS, receivedS, content } = record;
    const day = dayNumber(stay.timeZone, measuredS);
    const row = { deviceId: stay.deviceId, measuredS, deviceClockS, receivedS, day, ...content };
    await partitions.ensure(measuredS);
    await client.query(storeBatch, batchParameters([row]));
    await client.query(
      'delete from public.repeated_stamps where device_id = $1 and device_clock_s = $2 and content_md5 = $3',
      [stay.deviceId, deviceClockS, record.md5],
    );
    moved++;
  }
  return moved;
}

/** The instant within the stay that the stamp can mean and no record has, the likely one first. */
async function freeInstantS(
  client: pg.ClientBase,
  { deviceId, timeZone, fromS, toS }: Assignment,
  { deviceClockS, receivedS }: Kept,
): Promise<number | null> {
  const instants = instantsOf(timeZone, deviceClockS);
  const wanted = [likelyInstantS(instants, receivedS), instants.earlierS, instants.laterS];
  const { rows } = await client.query<{ atS: number }>(
    `select extract(epoch from measured_at)::double precision as "atS" from public.readings
     where device_id = $1 and device_clock_s = $2 and measured_at in (to_timestamp($3), to_timestamp($4))`,
    [deviceId, deviceClockS, instants.earlierS, instants.laterS],
  );
  const isFree = (instantS: number) => instantS >= fromS && instantS < toS && rows.every(({ atS }) => atS !== instantS);
  return wanted.find(isFree) ?? null;
}
