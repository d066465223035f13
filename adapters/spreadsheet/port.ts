/** A plain value: formulas, dates and errors of a spreadsheet never come out of it. */
export type Cell = string | number | boolean | null;

/** A row that is not blank; `line` 1 is the first of the sheet or file. */
export type SheetRow = { readonly line: number; readonly cells: readonly Cell[] };

/**
 * Why a file was not read. `notASpreadsheet` - neither .xlsx nor text · `otherFormat` - .xls, .xlsb or .ods ·
 * `encrypted` - protected with a password · `damaged` - cut off or inconsistent · `suspicious` - made to do harm: bomb,
 * entities · `tooLarge`, `tooManyRows`, `tooManyColumns`, `cellTooLong` - over a limit · `tooSlow` - not read in time ·
 * `busy` - too many files at once.
 */
export type UnreadableReason =
  | 'empty'
  | 'notASpreadsheet'
  | 'otherFormat'
  | 'encrypted'
  | 'damaged'
  | 'suspicious'
  | 'tooLarge'
  | 'tooManyRows'
  | 'tooManyColumns'
  | 'cellTooLong'
  | 'tooSlow'
  | 'busy';

export type ReadSheet =
  { readonly ok: true; readonly rows: readonly SheetRow[] } | { readonly ok: false; readonly reason: UnreadableReason };

export type ReadLimits = {
  /** Of the file as it came. */
  readonly maxBytes: number;
  /** Of all parts of an .xlsx together, unpacked. */
  readonly maxUnpackedBytes: number;
  readonly maxParts: number;
  /** Unpacked to packed size of a part; small parts may be packed better. */
  readonly maxRatio: number;
  readonly maxRows: number;
  readonly maxColumns: number;
  /** In characters. */
  readonly maxCellLength: number;
  readonly maxHeapMb: number;
  readonly maxMs: number;
};

/** Looks that the styled sheets share. */
export type CellLook = 'heading' | 'required' | 'optional' | 'input' | 'example' | 'note';

export type StyledSheet = {
  readonly name: string;
  /** In characters. */
  readonly columnWidths: readonly number[];
  /** Rows at the top that stay when the others scroll. */
  readonly frozenRows: number;
  readonly rows: readonly (readonly { readonly value: Cell; readonly look: CellLook }[])[];
};

/** Seconds of a wall clock as if it were UTC, and how it is written where there are only texts. */
export type WallClock = {
  readonly localS: number;
  readonly text: string;
  readonly look: 'minute' | 'day' | 'month' | 'year';
};

/** A table of any length: its rows are made while they are sent. */
export type StreamedTable = {
  readonly name: string;
  readonly columns: readonly string[];
  readonly rows: AsyncIterable<readonly (Cell | WallClock)[]>;
};

export type StreamedFormat = 'csv' | 'csvWithComma' | 'xlsx';

export type Spreadsheets = {
  /** The first sheet of an .xlsx, or a .csv; by its content, whatever the file was called. Never throws for a file. */
  read(file: Uint8Array, wider?: Partial<ReadLimits>): Promise<ReadSheet>;
  /** An .xlsx. */
  write(sheets: readonly StyledSheet[]): Buffer;
  /**
   * The bytes of a table, in pieces; nothing runs ahead of its reader. `csv` is RFC 4180, `csvWithComma` has decimal
   * commas and semicolons, as German spreadsheets read it. An .xlsx has up to 1,048,575 rows.
   */
  stream(format: StreamedFormat, table: StreamedTable): AsyncIterable<string | Buffer>;
};
