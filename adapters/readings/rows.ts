import { plausibleValue } from '../../domain/production/plausibility.js';
import { factsOf, measuredChannels, type Channels, type MeasuredChannel } from '../../domain/production/channels.js';

/** What a `real` cannot hold exactly. */
const exact: ReadonlySet<MeasuredChannel> = new Set(['totalEnergyWh', 'operatingHoursRaw']);

/** Channel → column of `readings` and its type; the order is that of the statement. */
export const channelColumns: readonly (readonly [MeasuredChannel, string, string])[] = measuredChannels.map(
  (channel) => [channel, columnOf(channel), columnType(channel)],
);

/** `temperature1C` → `temperature_1_c`, `irradianceWPerM2` → `irradiance_w_per_m2`. */
function columnOf(channel: MeasuredChannel): string {
  const parts = channel.replace(/([a-z])([A-Z0-9])/g, '$1_$2').replace(/([A-Z0-9])([A-Z])/g, '$1_$2');
  return parts.toLowerCase();
}

function columnType(channel: MeasuredChannel): string {
  if (exact.has(channel)) return 'double precision';
  return factsOf(channel).whole === true ? 'integer' : 'real';
}

/** One reading on its way into the table. Times in epoch seconds. */
export type ReadingRow = {
  readonly deviceId: number;
  readonly measuredS: number;
  readonly deviceClockS: number;
  readonly receivedS: number;
  readonly intervalS: number | null;
  /** Plant-local calendar day, days since 1970-01-01. */
  readonly day: number;
  readonly channels: Channels;
};

const headColumns: readonly (readonly [string, string])[] = [
  ['device_id', 'integer'],
  ['measured_s', 'double precision'],
  ['device_clock_s', 'bigint'],
  ['received_s', 'double precision'],
  ['interval_s', 'integer'],
];
const names = [...headColumns.map(([name]) => name), ...channelColumns.map(([, name]) => name), 'unknown_channels'];
const types = [...headColumns.map(([, type]) => type), ...channelColumns.map(([, , type]) => type), 'text'];
const sources = names.map((name) => {
  if (name === 'measured_s' || name === 'received_s') return `to_timestamp(${name})`;
  return name === 'unknown_channels' ? 'unknown_channels::jsonb' : name;
});
const targets = names.map((name) => name.replace(/^(measured|received)_s$/, '$1_at'));

/**
 * Stores a batch and notes the days whose sums are stale, in one round trip and one transaction of its own. Parameters
 * are array literals, see `batchParameters`. Answers how many readings were new.
 */
export const storeBatch = `
  with stored as (
    insert into public.readings (${targets.join(', ')})
    select ${sources.join(', ')}
    from unnest(${types.map((type, index) => `$${index + 1}::${type}[]`).join(', ')}) as incoming (${names.join(', ')})
    on conflict on constraint readings_identity do nothing
    returning 1
  ), stale as (
    insert into public.stale_device_days (device_id, day)
    select device_id, date '1970-01-01' + day
    from unnest($${types.length + 1}::integer[], $${types.length + 2}::integer[]) as stale (device_id, day)
  )
  select count(*)::integer as stored from stored`;

const contents = [...channelColumns.map(([, column]) => column), 'unknown_channels'];

/**
 * Which rows of a batch (counted from 1) are not what is stored under their device, instant and stamp. Parameters are
 * those of `storeBatch` without the stale days.
 */
export const otherUnderSameStamp = `
  select n::integer
  from unnest(${types.map((type, index) => `$${index + 1}::${type}[]`).join(', ')}) with ordinality
    as incoming (${names.join(', ')}, n)
  cross join lateral (
    select ${contents.join(', ')} from public.readings
    where device_id = incoming.device_id and measured_at = to_timestamp(incoming.measured_s)
      and device_clock_s = incoming.device_clock_s
    offset 0
  ) stored
  where (${contents.map((name) => `stored.${name}`).join(', ')})
    is distinct from (${contents.map((name) => (name === 'unknown_channels' ? 'incoming.unknown_channels::jsonb' : `incoming.${name}`)).join(', ')})`;

/** Columns of a batch as PostgreSQL array literals, built here because that is much cheaper than the driver's way. */
export function batchParameters(rows: readonly ReadingRow[]): string[] {
  const columns: string[] = [
    column(rows, (row) => row.deviceId),
    column(rows, (row) => row.measuredS),
    column(rows, (row) => row.deviceClockS),
    column(rows, (row) => row.receivedS),
    column(rows, (row) => row.intervalS),
  ];
  for (const [channel] of channelColumns) {
    columns.push(column(rows, (row) => plausibleValue(channel, row.channels[channel])));
  }
  columns.push(`{${rows.map((row) => quotedJson(row.channels.unknown)).join(',')}}`);
  return [...columns, ...staleDays(rows)];
}

function column(rows: readonly ReadingRow[], value: (row: ReadingRow) => number | null): string {
  let literal = '{';
  for (let i = 0; i < rows.length; i++) {
    if (i > 0) literal += ',';
    literal += value(rows[i] as ReadingRow) ?? 'NULL';
  }
  return `${literal}}`;
}

function quotedJson(unknown: Channels['unknown']): string {
  if (unknown === undefined) return 'NULL';
  return `"${storableJson(unknown).replaceAll('\\', '\\\\').replaceAll('"', '\\"')}"`;
}

/** JSON that jsonb takes: it refuses U+0000 and lone surrogates. */
export function storableJson(value: unknown): string {
  return JSON.stringify(value, (_, part: unknown) => {
    if (typeof part === 'string') return storableText(part);
    if (typeof part !== 'object' || part === null || Array.isArray(part)) return part;
    return Object.fromEntries(Object.entries(part).map(([key, inner]) => [storableText(key), inner as unknown]));
  });
}

/** Text that PostgreSQL takes. */
export function storableText(text: string): string {
  return text.replaceAll('\u0000', '').replaceAll(/[\ud800-\udfff]/gu, '\ufffd');
}

function staleDays(rows: readonly ReadingRow[]): [devices: string, days: string] {
  const days = new Map<number, [number, number]>();
  for (const { deviceId, day } of rows) days.set(deviceId * 100_000 + day, [deviceId, day]);
  const pairs = [...days.values()];
  return [`{${pairs.map(([device]) => device).join(',')}}`, `{${pairs.map(([, day]) => day).join(',')}}`];
}
