import type pg from 'pg';
import { inTransaction } from '../database/transaction.js';
import { publishChanges } from './changes.js';
import { groupCommit, type GroupCommit } from './group-commit.js';
import type { DeviceErrorRecord } from './port.js';

type ErrorRow = {
  readonly deviceId: number;
  readonly plantId: string;
  readonly measuredS: number;
  readonly receivedS: number;
  readonly record: DeviceErrorRecord;
};

/** Stores errors of devices and tells of those that are new; the same error twice is one. */
export function errorStore(pool: pg.Pool): GroupCommit<ErrorRow> {
  return groupCommit(
    (rows) =>
      inTransaction(pool, async (client) => {
        const stored = await store(client, rows);
        const plants = rows.filter(({ deviceId }) => stored.has(deviceId)).map(({ plantId }) => plantId);
        await publishChanges(client, 'deviceErrors', [...new Set(plants)]);
      }),
    500,
  );
}

/** Answers the devices of which an error is new. */
async function store(client: pg.ClientBase, rows: readonly ErrorRow[]): Promise<ReadonlySet<number>> {
  const { rows: stored } = await client.query<{ deviceId: number }>(
    `insert into public.device_errors (device_id, measured_at, device_clock_s, received_at,
           code, state, state_after, short, long, type)
         select device_id, to_timestamp(measured_s), device_clock_s, to_timestamp(received_s),
           code, state, state_after, short, long, type
         from unnest($1::integer[], $2::double precision[], $3::bigint[], $4::double precision[], $5::text[],
           $6::integer[], $7::integer[], $8::double precision[], $9::double precision[], $10::double precision[])
           as incoming (device_id, measured_s, device_clock_s, received_s, code, state, state_after, short, long, type)
       on conflict on constraint device_errors_identity do nothing
       returning device_id as "deviceId"`,
    [
      rows.map(({ deviceId }) => deviceId),
      rows.map(({ measuredS }) => measuredS),
      rows.map(({ record }) => record.deviceClockS),
      rows.map(({ receivedS }) => receivedS),
      rows.map(({ record }) => record.code),
      rows.map(({ record }) => smallInteger(record.state)),
      rows.map(({ record }) => smallInteger(record.stateAfter)),
      rows.map(({ record }) => finite(record.short)),
      rows.map(({ record }) => finite(record.long)),
      rows.map(({ record }) => finite(record.type)),
    ],
  );
  return new Set(stored.map(({ deviceId }) => deviceId));
}

function finite(value: number | null): number | null {
  return value !== null && Number.isFinite(value) ? value : null;
}

function smallInteger(value: number | null): number | null {
  return value !== null && Number.isInteger(value) && Math.abs(value) < 2 ** 31 ? value : null;
}
