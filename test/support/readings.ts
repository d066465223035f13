import type pg from 'pg';
import { inTransaction } from '../../adapters/database/transaction.js';
import { SerialNumber } from '../../domain/kernel/ids.js';
import { Temporal } from '../../domain/kernel/time.js';
import type { DeviceDirectory, DevicePlace, DeviceRecord } from '../../adapters/readings/port.js';
import type { Channels } from '../../domain/production/channels.js';

export const plantId = '00000000-0000-4000-8000-00000000000a';
export const inverterId = (n: number) => `00000000-0000-4000-8000-00000000010${n}`;
export const serial = (text: string) => SerialNumber.parse(text);
export const instant = (text: string) => Temporal.Instant.from(text);
/** The wall clock of a device as it sends it: `2026-03-29T01:50` → seconds as if it were UTC. */
export const clockS = (wallClock: string) => Date.parse(`${wallClock}Z`) / 1000;

export function record(
  serialNumber: string,
  wallClock: string,
  channels: Channels,
  mac: string | null = null,
): DeviceRecord {
  return { serialNumber: serial(serialNumber), mac, deviceClockS: clockS(wallClock), intervalS: 600, channels };
}

export type AssignmentRow = {
  readonly serialNumber: string;
  readonly inverterId: string;
  readonly timeZone?: string;
  readonly nominalPowerW?: number;
  readonly from: string;
  readonly to?: string;
};

/** Stands in for the table that the plants' projection fills. */
export async function createAssignments(pool: pg.Pool, rows: readonly AssignmentRow[] = []): Promise<void> {
  await pool.query('create schema if not exists devices');
  await setAssignments(pool, rows);
}

/** The table anew, as after a rebuild. */
export async function setAssignments(pool: pg.Pool, rows: readonly AssignmentRow[]): Promise<void> {
  await inTransaction(pool, async (client) => {
    await client.query('drop table if exists devices.assignments');
    await client.query(
      `create table devices.assignments (serial_number text not null, inverter_id uuid not null,
         plant_id uuid not null, time_zone text not null, nominal_power_w integer not null,
         assigned_from timestamptz not null, assigned_to timestamptz, changed_position int8 not null)`,
    );
    for (const row of rows) {
      await client.query('insert into devices.assignments values ($1, $2, $3, $4, $5, $6, $7, 1)', [
        row.serialNumber,
        row.inverterId,
        plantId,
        row.timeZone ?? 'Europe/Berlin',
        row.nominalPowerW ?? 10_000,
        row.from,
        row.to ?? null,
      ]);
    }
  });
}

/** Every device that stands or stood somewhere. */
export async function devicesIn(pool: pg.Pool): Promise<readonly SerialNumber[]> {
  const { rows } = await pool.query<{ serialNumber: SerialNumber }>(
    'select distinct serial_number as "serialNumber" from devices.assignments',
  );
  return rows.map(({ serialNumber }) => serialNumber);
}

/** Finds places in `devices.assignments`, as the plants' read model does. */
export function assignmentsDirectory(pool: pg.Pool): DeviceDirectory {
  return {
    async find(serialNumber) {
      const { rows } = await pool.query<DevicePlace>(
        `select plant_id::text as "plantId", inverter_id::text as "inverterId", time_zone as "timeZone"
         from devices.assignments where serial_number = $1 and assigned_to is null`,
        [serialNumber],
      );
      return rows[0] ?? null;
    },
  };
}

export type WrittenRow = {
  readonly inverterId: string;
  readonly firstDay: string;
  readonly lastDay: string;
  readonly energyWh: number | null;
  /** Of a file, from the first day on, instead of `energyWh`. */
  readonly history?: readonly (number | null)[];
  readonly isUndone?: boolean;
};

/** Stands in for the table that the projection of corrections fills: rows in the order in which they were written, to which more are added. */
export async function setCorrections(pool: pg.Pool, rows: readonly WrittenRow[]): Promise<void> {
  await pool.query('create schema if not exists corrections');
  await inTransaction(pool, async (client) => {
    await client.query('drop table if exists corrections.written');
    await client.query(
      `create table corrections.written (correction_id uuid primary key, inverter_id uuid not null,
         first_day text not null, last_day text not null, energy_wh_per_day float8, is_undone boolean not null,
         made_position int8 not null, changed_position int8 not null)`,
    );
    await client.query('drop table if exists corrections.history');
    await client.query(
      `create table corrections.history (correction_id uuid not null, inverter_id uuid not null, first_day text not null,
         energies_wh float8[] not null, is_undone boolean not null, made_position int8 not null,
         changed_position int8 not null)`,
    );
    for (const [position, { history, ...row }] of rows.entries()) {
      const id = `c0440000-0000-4000-8000-${String(position).padStart(12, '0')}`;
      const values = [id, row.inverterId, row.firstDay, row.lastDay, row.energyWh, row.isUndone === true, position];
      if (history === undefined) {
        await client.query('insert into corrections.written values ($1, $2, $3, $4, $5, $6, $7, $7)', values);
      } else {
        const told = [id, row.inverterId, row.firstDay, history, row.isUndone === true, position];
        await client.query('insert into corrections.history values ($1, $2, $3, $4, $5, $6, $6)', told);
      }
    }
  });
}
