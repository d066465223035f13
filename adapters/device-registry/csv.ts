export type CsvRow = {
  /** Line of the file in which the row starts, 1 = first. */
  readonly line: number;
  /** Value by the column's name of the header, trimmed; a missing value is empty. */
  readonly values: Readonly<Record<string, string>>;
};

/**
 * Reads a table with a header row as spreadsheets write it: comma or semicolon, quoted values with doubled quotes and
 * line breaks in them, any line ending, with or without a byte order mark. Blank rows are left out. RFC 4180, read
 * tolerantly.
 */
export function parseCsv(text: string): { readonly columns: readonly string[]; readonly rows: readonly CsvRow[] } {
  const body = text.startsWith('\ufeff') ? text.slice(1) : text;
  const records = recordsOf(body, delimiterOf(body)).filter(({ cells }) => cells.some((cell) => cell !== ''));
  const columns = records[0]?.cells ?? [];
  const rows = records.slice(1).map(({ line, cells }) => ({
    line,
    values: Object.fromEntries(columns.map((column, index) => [column, cells[index] ?? ''])),
  }));
  return { columns, rows };
}

function delimiterOf(text: string): string {
  const header = text.slice(0, Math.max(0, text.search(/[\r\n]|$/)));
  return header.split(';').length > header.split(',').length ? ';' : ',';
}

type CsvRecord = { readonly line: number; readonly cells: readonly string[] };

function recordsOf(text: string, delimiter: string): readonly CsvRecord[] {
  const cellPattern = new RegExp(`[ \\t]*"((?:[^"]|"")*)"[^${delimiter}\\r\\n]*|([^${delimiter}\\r\\n]*)`, 'y');
  const records: CsvRecord[] = [];
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
    records.push({ line: startLine, cells });
    cells = [];
    at += text.startsWith('\r\n', at) ? 2 : 1;
    startLine = ++line;
  }
  return records;
}

function lineBreaksIn(text: string): number {
  return text.includes('\n') || text.includes('\r') ? text.split(/\r\n|\r|\n/).length - 1 : 0;
}
