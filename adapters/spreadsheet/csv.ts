import type { TableRow } from './table.js';

/**
 * Reads a table with a header row as spreadsheets write it: comma or semicolon, quoted values with doubled quotes and
 * line breaks in them, any line ending, with or without a byte order mark. Blank rows are left out. RFC 4180, read
 * tolerantly.
 */
export function parseCsv(text: string): { readonly columns: readonly string[]; readonly rows: readonly TableRow[] } {
  const records = [...csvRecords(text)];
  const columns = records[0]?.cells ?? [];
  const rows = records.slice(1).map(({ line, cells }) => ({
    line,
    values: Object.fromEntries(columns.map((column, index) => [column, cells[index] ?? ''])),
  }));
  return { columns, rows };
}

function delimiterOf(text: string): string {
  const header = /[^\r\n]+/.exec(text)?.[0] ?? '';
  return header.split(';').length > header.split(',').length ? ';' : ',';
}

type CsvRecord = { readonly line: number; readonly cells: readonly string[] };

/** The rows one by one, the header included, blank ones left out. */
export function* csvRecords(file: string): Generator<CsvRecord> {
  const text = file.startsWith('\ufeff') ? file.slice(1) : file;
  const delimiter = delimiterOf(text);
  const cellPattern = new RegExp(`[ \\t]*"((?:[^"]|"")*)"[^${delimiter}\\r\\n]*|([^${delimiter}\\r\\n]*)`, 'y');
  let cells: string[] = [];
  let line = 1;
  let startLine = 1;
  let at = 0;
  while (at <= text.length) {
    cellPattern.lastIndex = at;
    const [whole = '', quoted, bare = ''] = cellPattern.exec(text) ?? [];
    cells.push((quoted?.replaceAll('""', '"') ?? bare).trim());
    line += lineBreaksIn(whole);
    at += whole.length;
    if (text[at] === delimiter) {
      at++;
      continue;
    }
    if (cells.some((cell) => cell !== '')) yield { line: startLine, cells };
    cells = [];
    at += text.startsWith('\r\n', at) ? 2 : 1;
    startLine = ++line;
  }
}

function lineBreaksIn(text: string): number {
  return text.includes('\n') || text.includes('\r') ? text.split(/\r\n|\r|\n/).length - 1 : 0;
}
