import { readFile } from 'node:fs/promises';
import { operatorLimits } from '../../adapters/spreadsheet/limits.js';
import type { SheetRow, UnreadableReason } from '../../adapters/spreadsheet/port.js';
import { sheetReader } from '../../adapters/spreadsheet/read.js';
import { tableOf, type TableRow } from '../../adapters/spreadsheet/table.js';
import { requireFile } from './input-file.js';
import { UsageError } from './output.js';

const { maxBytes, maxRows } = operatorLimits;

const reasons: Readonly<Record<UnreadableReason, string>> = {
  empty: 'The file has no rows.',
  notASpreadsheet: 'This is neither .xlsx nor .csv.',
  otherFormat: 'This is an older or other format. Please save the table as .xlsx or .csv.',
  encrypted: 'The file is protected with a password. Please save it without.',
  damaged: 'The file is damaged.',
  suspicious: 'The file unpacks to far more than it should, or holds parts that no table needs. It was not read.',
  tooLarge: 'The file is too large. Please split it.',
  tooManyRows: `The table has more than ${maxRows} rows. Please split it.`,
  tooManyColumns: 'The table has too many columns.',
  cellTooLong: 'A cell is too long.',
  tooSlow: 'The file could not be read in time.',
  busy: 'Too many files are read at once.',
};

/**
 * Reads a table, .xlsx or .csv, whose header names the wanted columns; case, blanks and punctuation of the header do not
 * count. Throws `UsageError`.
 */
export async function readTableFile(
  file: string,
  wanted: { readonly required: readonly string[]; readonly optional: readonly string[] },
): Promise<readonly TableRow[]> {
  const columns = Object.fromEntries([
    ...wanted.required.map((name) => [name, { words: [], required: true }] as const),
    ...wanted.optional.map((name) => [name, { words: [], required: false }] as const),
  ]);
  const table = tableOf(await rowsOf(file), columns);
  if (table.ok) return table.rows;
  throw new UsageError(`${file}: the first line must name the columns; missing: ${table.missing.join(', ')}.`);
}

async function rowsOf(file: string): Promise<readonly SheetRow[]> {
  const { size } = await requireFile(file);
  if (size > maxBytes) throw new UsageError(`${file}: larger than ${maxBytes / 1024 / 1024} MB. Please split it.`);
  const answer = await sheetReader(operatorLimits)(await readFile(file));
  if (answer.ok) return answer.rows;
  // A file without rows is a table without columns.
  if (answer.reason === 'empty') return [];
  throw new UsageError(`${file}: ${reasons[answer.reason]}`);
}
