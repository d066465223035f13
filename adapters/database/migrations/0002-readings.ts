import { sql, type Kysely, type Migration } from 'kysely';

/**
 * Readings are not events: they live in tables partitioned by month. Partitions are created on demand by
 * `adapters/readings/partitions.ts`, ahead of the rows; there is no default partition, because rows in one would block
 * the creation of the right one.
 */
async function up(db: Kysely<unknown>): Promise<void> {
  await createDevicesAndReadings(db);
  await createKeptMessages(db);
  await createSums(db);
}

async function createDevicesAndReadings(db: Kysely<unknown>): Promise<void> {
  await sql`
    create table public.devices (
      id integer generated always as identity primary key,
      serial_number text not null unique,
      mac text,
      -- Clock of the last record under the former MAC: what is older under this one came from another device.
      mac_after_clock_s bigint,
      first_seen_at timestamptz not null,
      last_seen_at timestamptz not null
    )`.execute(db);
  // Eight-byte columns first: no padding, a quarter less to read.
  await sql`
    create table public.readings (
      measured_at timestamptz not null,
      device_clock_s bigint not null,
      received_at timestamptz not null,
      total_energy_wh double precision,
      operating_hours_raw double precision,
      device_id integer not null,
      interval_s integer,
      ac_power_w real,
      ac_voltage_v real,
      ac_current_a real,
      ac_frequency_hz real,
      dc_power_w real,
      dc_voltage_v real,
      dc_current_a real,
      temperature_1_c real,
      temperature_2_c real,
      irradiance_w_per_m2 real,
      module_temperature_c real,
      day_irradiation_wh_per_m2 real,
      power_limit_percent real,
      day_energy_wh integer,
      status integer,
      unknown_channels jsonb,
      constraint readings_identity unique (device_id, measured_at, device_clock_s)
    ) partition by range (measured_at)`.execute(db);
  await sql`
    create table public.device_errors (
      id bigint generated always as identity primary key,
      device_id integer not null references public.devices (id),
      measured_at timestamptz not null,
      device_clock_s bigint not null,
      received_at timestamptz not null,
      code text not null,
      state integer,
      state_after integer,
      short double precision,
      long double precision,
      type double precision,
      constraint device_errors_identity unique nulls not distinct
        (device_id, measured_at, device_clock_s, code, state, state_after, short, long, type)
    )`.execute(db);
  await sql`create index device_errors_newest on public.device_errors (device_id, measured_at desc, id desc)`.execute(
    db,
  );
}

async function createKeptMessages(db: Kysely<unknown>): Promise<void> {
  await sql`
    create table public.raw_messages (
      id bigint generated always as identity primary key,
      serial_number text,
      mac text,
      root text,
      reason text not null,
      body bytea not null,
      received_at timestamptz not null
    )`.execute(db);
  await sql`
    create table public.unclaimed_devices (
      serial_number text not null,
      mac text not null,
      messages integer not null,
      first_received_at timestamptz not null,
      last_received_at timestamptz not null,
      primary key (serial_number, mac)
    )`.execute(db);
  await sql`
    create table public.unclaimed_messages (
      id bigint generated always as identity primary key,
      serial_number text not null,
      mac text not null,
      kind text not null check (kind in ('record', 'error')),
      device_clock_s bigint not null,
      content jsonb not null,
      content_md5 text not null,
      received_at timestamptz not null,
      foreign key (serial_number, mac) references public.unclaimed_devices,
      constraint unclaimed_messages_identity unique (serial_number, mac, kind, device_clock_s, content_md5)
    )`.execute(db);
  await sql`create index unclaimed_messages_oldest on public.unclaimed_messages (serial_number, mac, id)`.execute(db);
  await sql`create index unclaimed_messages_age on public.unclaimed_messages (received_at)`.execute(db);
}

async function createSums(db: Kysely<unknown>): Promise<void> {
  // Append-only in the path of the readings, emptied by the sums worker: no index, no foreign key.
  await sql`
    create table public.stale_device_days (device_id integer not null, day date not null)
    with (autovacuum_vacuum_scale_factor = 0, autovacuum_vacuum_threshold = 20000)`.execute(db);
  await sql`
    create table public.device_latest (
      device_id integer primary key references public.devices (id),
      measured_at timestamptz not null,
      interval_s integer,
      ac_power_w real,
      status integer
    ) with (fillfactor = 70)`.execute(db);
  // What each device contributed to each place on each plant-local day; months are sums of days.
  for (const table of ['device_days', 'device_months']) {
    await sql`
      create table ${sql.id('public', table)} (
        plant_id uuid not null,
        inverter_id uuid not null,
        device_id integer not null,
        day date not null,
        energy_wh double precision,
        first_at timestamptz not null,
        last_at timestamptz not null,
        counter_first_wh double precision,
        counter_first_at timestamptz,
        counter_last_wh double precision,
        counter_last_at timestamptz,
        counter_increase_wh double precision,
        lead_wh double precision,
        primary key (inverter_id, day, device_id)
      ) with (fillfactor = 80)`.execute(db);
    await sql`create index ${sql.id(`${table}_by_device`)} on ${sql.id('public', table)} (device_id, day)`.execute(db);
  }
  await sql`
    create table public.inverter_totals (
      inverter_id uuid primary key,
      plant_id uuid not null,
      total_wh double precision
    ) with (fillfactor = 80)`.execute(db);
  // The assignments that the sums were made with; compared with those of today to find what changed.
  await sql`
    create table public.summed_assignments (
      serial_number text not null,
      inverter_id uuid not null,
      plant_id uuid not null,
      time_zone text not null,
      assigned_from timestamptz not null,
      assigned_to timestamptz,
      primary key (serial_number, inverter_id, assigned_from)
    )`.execute(db);
}

export const readings: Migration = { up };
