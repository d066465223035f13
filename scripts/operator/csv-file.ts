import { readFile } from 'node:fs/promises';
import { parseCsv, type CsvRow } from '../../adapters/device-registry/csv.js';
import { requireFile } from './input-file.js';
import { UsageError } from './output.js';

const maxBytes = 64 * 1024 * 1024;

/**
 * Reads a table whose header names the wanted columns; case, blanks and punctuation of the header do not count. UTF-8,
 * or Windows-1252 as older spreadsheets write it. Throws `UsageError`.
 */
export async function readCsvFile(
  file: string,
  wanted: { readonly required: readonly string[]; readonly optional: readonly string[] },
): Promise<readonly CsvRow[]> {
  if (/\.(?:xlsx?|xlsm|ods)$/i.test(file)) {
    throw new UsageError(`${file}: spreadsheet files are not supported yet. Please save the table as CSV.`);
  }
  const { columns, rows } = parseCsv(await textOf(file));
  const names = new Map(columns.map((column) => [plain(column), column]));
  const missing = wanted.required.filter((column) => !names.has(plain(column)));
  if (missing.length > 0) {
    throw new UsageError(`${file}: the first line must name the columns; missing: ${missing.join(', ')}.`);
  }
  const sources = [...wanted.required, ...wanted.optional].map((name) => [name, names.get(plain(name))] as const);
  return rows.map(({ line, values }) => ({
    line,
    values: Object.fromEntries(
      sources.map(([name, source]) => [name, source === undefined ? '' : (values[source] ?? '')]),
    ),
  }));
}

async function textOf(file: string): Promise<string> {
  const { size } = await requireFile(file);
  if (size > maxBytes) throw new UsageError(`${file}: larger than ${maxBytes / 1024 / 1024} MB. Please split it.`);
  const bytes = await readFile(file);
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    // Not UTF-8, then; every byte is a letter of this one.
    return new TextDecoder('windows-1252').decode(bytes);
  }
}

function plain(column: string): string {
  return column.toLowerCase().replace(/[^a-z]/g, '');
}
