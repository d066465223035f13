import type pg from 'pg';
import { likelyInstantS, type Instants } from '../../domain/production/device-clock.js';
import { plausibleValue } from '../../domain/production/plausibility.js';
import { channelColumns, storableJson, type ReadingRow } from './rows.js';

/** Channels by their columns; `same_unknown` 1 when those of no column are the same as in the record that came. */
type StoredReading = Readonly<Record<string, number | null>> & {
  readonly measured_s: number;
  readonly same_unknown: number;
};

/**
 * Decides which of the two instants a record of the doubled autumn hour gets, and stores it before the next record of
 * the same device is decided: the same content again before the later instant has come → the place it has; live near the
 * later instant → later; stamp free → earlier; the same content again → the place it has; other content under the same stamp → the instant that is still free.
 */
export function doubledHour(pool: pg.Pool) {
  const tails = new Map<number, Promise<void>>();

  return (row: ReadingRow, instants: Instants, store: (measuredS: number) => Promise<void>): Promise<void> => {
    const turn = (tails.get(row.deviceId) ?? Promise.resolve()).then(async () =>
      store(await chooseInstantS(pool, row, instants)),
    );
    const tail = turn.then(
      () => undefined,
      () => undefined,
    );
    tails.set(row.deviceId, tail);
    void tail.then(() => {
      if (tails.get(row.deviceId) === tail) tails.delete(row.deviceId);
    });
    return turn;
  };
}

async function chooseInstantS(pool: pg.Pool, row: ReadingRow, instants: Instants): Promise<number> {
  const { unknown = null } = row.channels;
  const { rows } = await pool.query<StoredReading>(
    `select extract(epoch from measured_at)::double precision as measured_s,
       (unknown_channels is not distinct from $5::jsonb)::integer as same_unknown,
       ${channelColumns.map(([, column]) => column).join(', ')}
     from public.readings
     where device_id = $1 and device_clock_s = $2 and measured_at in (to_timestamp($3), to_timestamp($4))`,
    [row.deviceId, row.deviceClockS, instants.earlierS, instants.laterS, unknown && storableJson(unknown)],
  );
  const earlier = rows.find(({ measured_s }) => measured_s === instants.earlierS);
  const later = rows.find(({ measured_s }) => measured_s === instants.laterS);
  const likelyLater = likelyInstantS(instants, row.receivedS) === instants.laterS;
  const isRepeat = earlier !== undefined && row.receivedS < instants.laterS && isSame(row, earlier);
  if (likelyLater && later === undefined && !isRepeat) return instants.laterS;
  if (earlier === undefined) {
    return later !== undefined && isSame(row, later) ? instants.laterS : instants.earlierS;
  }
  return isSame(row, earlier) ? instants.earlierS : instants.laterS;
}

function isSame(row: ReadingRow, stored: StoredReading): boolean {
  if (stored.same_unknown !== 1) return false;
  return channelColumns.every(([channel, column, type]) => {
    const value = plausibleValue(channel, row.channels[channel]);
    const other = stored[column] ?? null;
    if (value === null || other === null) return value === other;
    return type === 'real' ? Math.fround(value) === Math.fround(other) : value === other;
  });
}
