import type { Cell, SheetRow } from './port.js';

export type TableRow = {
  /** Line of the file in which the row starts, 1 = first. */
  readonly line: number;
  /** Value by the name of its column, trimmed; a missing value is empty. */
  readonly values: Readonly<Record<string, string>>;
};

/** Columns that are looked for, by our name; the header may use any of the words. */
export type WantedColumns = Readonly<Record<string, { readonly words: readonly string[]; readonly required: boolean }>>;

type Table =
  | { readonly ok: true; readonly rows: readonly TableRow[] }
  | { readonly ok: false; readonly missing: readonly string[] };

/**
 * Finds the columns by the first row; case, blanks and punctuation of the header do not count, and what was not asked
 * for is left out.
 */
export function tableOf([header, ...rows]: readonly SheetRow[], wanted: WantedColumns): Table {
  const heads = (header?.cells ?? []).map((cell) => plain(textOf(cell)));
  const columns = Object.entries(wanted).map(([name, { words, required }]) => {
    const spellings = [name, ...words].map(plain);
    return { name, required, index: heads.findIndex((head) => spellings.includes(head)) };
  });
  const missing = columns.filter(({ required, index }) => required && index < 0).map(({ name }) => name);
  if (missing.length > 0) return { ok: false, missing };
  return {
    ok: true,
    rows: rows.map(({ line, cells }) => ({
      line,
      values: Object.fromEntries(columns.map(({ name, index }) => [name, textOf(cells[index] ?? null)])),
    })),
  };
}

function textOf(cell: Cell): string {
  return cell === null ? '' : String(cell).trim();
}

function plain(column: string): string {
  return column.toLowerCase().replace(/[^\p{Letter}]/gu, '');
}
