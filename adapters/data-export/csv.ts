/** A value of a table; null is an empty cell. */
export type Cell = string | number | boolean | null;

/** RFC 4180, with the byte order mark by which spreadsheets know UTF-8. */
export function* csvOf(columns: readonly string[], rows: Iterable<readonly Cell[]>): Generator<string> {
  yield `\ufeff${csvLine(columns)}`;
  for (const row of rows) yield csvLine(row);
}

/** One row of a table. */
export function csvLine(cells: readonly Cell[]): string {
  return `${cells.map(cellText).join(',')}\r\n`;
}

function cellText(cell: Cell): string {
  if (cell === null) return '';
  if (typeof cell !== 'string') return String(cell);
  // A spreadsheet would compute what begins so: an apostrophe keeps it text.
  const text = /^[=+\-@\t\r]/.test(cell) ? `'${cell}` : cell;
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
