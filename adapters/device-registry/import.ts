import { sql } from 'kysely';
import type { Db } from '../database/port.js';
import { SerialNumber } from '../../domain/kernel/ids.js';
import { matchInverterType, type InverterType } from '../../domain/plant/inverter-types.js';
import type { TableRow } from '../spreadsheet/table.js';

/**
 * `typeUnknown` - stored, but the catalogue has no such type: it counts as unknown until it is corrected. The last
 * three were not stored.
 */
type DeviceVerdict =
  | 'imported'
  | 'updated'
  | 'unchanged'
  | 'typeUnknown'
  | 'serialNumberMalformed'
  | 'activationCodeMalformed'
  | 'repeatedInFile';

export type JudgedRow = { readonly line: number; readonly serialNumber: string; readonly verdict: DeviceVerdict };

const refused: ReadonlySet<DeviceVerdict> = new Set([
  'serialNumberMalformed',
  'activationCodeMalformed',
  'repeatedInFile',
]);

/** Whether a row was left out. */
export function wasRefused(row: JudgedRow): boolean {
  return refused.has(row.verdict);
}

type Device = {
  readonly line: number;
  readonly serialNumber: SerialNumber;
  readonly activationCode: string;
  readonly typeId: string | null;
  readonly typeText: string;
};

const rowsPerStatement = 5_000;

/**
 * Brings rows with the columns `serialNumber`, `activationCode` and `type` into the registry and tells what became of
 * each, in the order of the file.
 */
export async function importDevices(
  db: Db,
  rows: readonly TableRow[],
  types: readonly InverterType[],
  onProgress: (done: number) => void = () => undefined,
): Promise<readonly JudgedRow[]> {
  const judged: JudgedRow[] = [];
  const devices = readDevices(rows, types, judged);
  for (let start = 0; start < devices.length; start += rowsPerStatement) {
    const part = devices.slice(start, start + rowsPerStatement);
    judged.push(...(await store(db, part)));
    onProgress(judged.length);
  }
  return judged.sort((a, b) => a.line - b.line);
}

function readDevices(rows: readonly TableRow[], types: readonly InverterType[], refusedRows: JudgedRow[]): Device[] {
  const typeIds = new Map<string, string | null>();
  const typeIdOf = (text: string): string | null => {
    const known = typeIds.get(text);
    if (known !== undefined) return known;
    const typeId = matchInverterType(types, text)?.id ?? null;
    typeIds.set(text, typeId);
    return typeId;
  };
  const seen = new Set<string>();
  const devices: Device[] = [];
  for (const { line, values } of rows) {
    const { serialNumber: text = '', activationCode = '', type: typeText = '' } = values;
    const refuse = (verdict: DeviceVerdict) => void refusedRows.push({ line, serialNumber: text, verdict });
    const serialNumber = SerialNumber.safeParse(text).data;
    if (serialNumber === undefined) refuse('serialNumberMalformed');
    else if (!/^(?=.*[A-Za-z0-9])[\x20-\x7e]{1,40}$/.test(activationCode)) refuse('activationCodeMalformed');
    else if (seen.has(serialNumber)) refuse('repeatedInFile');
    else devices.push({ line, serialNumber, activationCode, typeId: typeIdOf(typeText), typeText });
    if (serialNumber !== undefined) seen.add(serialNumber);
  }
  return devices;
}

/** A file that does not name the type leaves a type that is known already. */
async function store(db: Db, devices: readonly Device[]): Promise<readonly JudgedRow[]> {
  const { rows } = await sql<{ serial_number: string; inserted: boolean }>`
    insert into device_registry.devices as known (serial_number, activation_code, type_id)
    select * from unnest(
      ${devices.map((device) => device.serialNumber)}::text[],
      ${devices.map((device) => device.activationCode)}::text[],
      ${devices.map((device) => device.typeId)}::text[])
    on conflict (serial_number) do update set
      activation_code = excluded.activation_code,
      type_id = coalesce(excluded.type_id, known.type_id),
      imported_at = now()
    where (known.activation_code, known.type_id)
      is distinct from (excluded.activation_code, coalesce(excluded.type_id, known.type_id))
    returning serial_number, (xmax = 0) as inserted`.execute(db);
  const written = new Map(rows.map((row) => [row.serial_number, row.inserted]));
  return devices.map(({ line, serialNumber, typeId, typeText }) => {
    const inserted = written.get(serialNumber);
    const stored = inserted === undefined ? 'unchanged' : inserted ? 'imported' : 'updated';
    return { line, serialNumber, verdict: typeText !== '' && typeId === null ? 'typeUnknown' : stored };
  });
}
