import { sql, type Migration } from 'kysely';

/** The operator's devices, the claims on devices, and the live catalogue of inverter types. */
export const deviceRegistry: Migration = {
  up: async (db) => {
    await sql`create schema device_registry`.execute(db);
    await sql`
      create table device_registry.devices (
        serial_number text primary key,
        activation_code text not null,
        type_id text,
        imported_at timestamptz not null default now()
      )`.execute(db);
    // A reservation, not a fact: the facts are the plants' events. Without a device row, too: see claim by data.
    await sql`
      create table device_registry.claims (
        serial_number text primary key,
        plant_id uuid not null,
        inverter_id uuid not null,
        claimed_at timestamptz not null default now()
      )`.execute(db);
    await sql`
      create table device_registry.inverter_types (
        id text primary key,
        maker text not null,
        model text not null,
        nominal_power_w integer not null check (nominal_power_w > 0),
        aliases text[] not null,
        minimum_firmware text,
        source text not null,
        -- Rows that the operator wrote or removed are never touched by a new release.
        by_operator boolean not null,
        removed boolean not null default false,
        changed_at timestamptz not null default now()
      )`.execute(db);
  },
};
