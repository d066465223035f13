import * as XLSX from 'sheetjs-style';
import { csvRecords } from './csv.js';
import type { Cell, ReadLimits, SheetRow } from './port.js';
import { Unreadable } from './unreadable.js';
import { readZip, writeZip, zipNames } from './zip.js';

/**
 * The rows of an uploaded file. Runs only in the worker of `read.ts`: what is called here has known defects (prototype
 * pollution, regular expressions without end), and the worker dies with whatever they do. Throws `Unreadable`.
 */
export function parseUpload(file: Buffer, limits: ReadLimits): readonly SheetRow[] {
  if (file.length === 0) throw new Unreadable('empty');
  const rows = (startsWith(file, 'PK') ? sheetRows(file, limits) : textRows(file, limits))
    .map(({ line, cells }) => ({ line, cells: cells.map((cell) => plainCell(cell, limits)) }))
    .filter(({ cells }) => cells.some((cell) => cell !== null && cell !== ''));
  if (rows.length === 0) throw new Unreadable('empty');
  if (rows.length > limits.maxRows) throw new Unreadable('tooManyRows');
  if (rows.some(({ cells }) => cells.length > limits.maxColumns)) throw new Unreadable('tooManyColumns');
  return rows;
}

const startsWith = (file: Buffer, text: string): boolean => file.toString('latin1', 0, text.length) === text;

/** Text that PostgreSQL can hold, of a bearable length. */
function plainCell(cell: Cell, { maxCellLength }: ReadLimits): Cell {
  if (typeof cell === 'number') return Number.isFinite(cell) ? cell : null;
  if (typeof cell !== 'string') return cell;
  const text = cell.trim();
  if (text.length > maxCellLength) throw new Unreadable('cellTooLong');
  return text.replace(/[\p{Cc}\p{Surrogate}]/gu, (character) => (/[\t\r\n]/.test(character) ? ' ' : '\ufffd'));
}

const oleSignature = Buffer.from('d0cf11e0a1b11ae1', 'hex');

function textRows(file: Buffer, { maxRows }: ReadLimits): readonly SheetRow[] {
  if (file.subarray(0, 8).equals(oleSignature)) {
    const isLocked = file.includes(Buffer.from('EncryptedPackage', 'utf16le'));
    throw new Unreadable(isLocked ? 'encrypted' : 'otherFormat');
  }
  // Neither pages nor pictures nor documents: text of a table has no null characters and does not begin with a tag.
  if (file.includes(0) || /^(?:\ufeff|ï»¿)?\s*(?:<|%PDF|\{)/.test(file.toString('latin1', 0, 200))) {
    throw new Unreadable('notASpreadsheet');
  }
  const rows: SheetRow[] = [];
  for (const record of csvRecords(decoded(file))) {
    rows.push(record);
    if (rows.length > 2 * maxRows) throw new Unreadable('tooManyRows');
  }
  return rows;
}

/** UTF-8, or Windows-1252 as older spreadsheets write it. */
function decoded(file: Buffer): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(file);
  } catch (error) {
    if (!(error instanceof TypeError)) throw error;
    return new TextDecoder('windows-1252').decode(file);
  }
}

const neededParts = /^xl\/(?:workbook\.xml|_rels\/workbook\.xml\.rels|sharedStrings\.xml|worksheets\/[^/]+\.xml)$/;

const contentType = 'application/vnd.openxmlformats-officedocument.spreadsheetml';
/** Names what values come from, and nothing of styles, themes, links and whatever else the file may hold. */
const ownContentTypes = Buffer.from(
  '<?xml version="1.0" encoding="UTF-8"?>' +
    '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">' +
    `<Override PartName="/xl/workbook.xml" ContentType="${contentType}.sheet.main+xml"/>` +
    `<Override PartName="/xl/sharedStrings.xml" ContentType="${contentType}.sharedStrings+xml"/>` +
    '</Types>',
);

function sheetRows(file: Buffer, limits: ReadLimits): readonly SheetRow[] {
  const names = zipNames(file, limits);
  if (!names.includes('xl/workbook.xml')) {
    const isOther = names.some((name) => name === 'xl/workbook.bin' || name === 'content.xml' || name.endsWith('.iwa'));
    throw new Unreadable(isOther ? 'otherFormat' : 'notASpreadsheet');
  }
  const parts = readZip(file, limits, (name) => neededParts.test(name));
  for (const content of parts.values()) {
    if (/<!(?:DOCTYPE|ENTITY)/i.test(content.toString('latin1'))) throw new Unreadable('suspicious');
  }
  return firstSheet(writeZip([['[Content_Types].xml', ownContentTypes], ...parts]), limits);
}

/** `archive` is ours, of the parts that were checked: the library never sees the file that came. */
function firstSheet(archive: Buffer, limits: ReadLimits): readonly SheetRow[] {
  const book = XLSX.read(archive, {
    type: 'buffer',
    sheets: 0,
    cellFormula: false,
    cellHTML: false,
    cellText: false,
    sheetRows: 2 * limits.maxRows + 1,
  });
  const sheet = book.Sheets[book.SheetNames[0] ?? ''];
  if (sheet === undefined) throw new Unreadable('damaged');
  const rows = new Map<number, Cell[]>();
  for (const [address, cell] of Object.entries(sheet)) {
    const place = /^([A-Z]{1,3})(\d{1,7})$/.exec(address);
    if (place === null) continue;
    const value = valueOf(cell);
    if (value === null || value === '') continue;
    const column = XLSX.utils.decode_col(place[1] ?? '');
    const line = Number(place[2]);
    if (column >= limits.maxColumns) throw new Unreadable('tooManyColumns');
    if (line > 2 * limits.maxRows) throw new Unreadable('tooManyRows');
    const cells = rows.get(line) ?? [];
    while (cells.length < column) cells.push(null);
    cells[column] = value;
    rows.set(line, cells);
  }
  return [...rows].sort(([a], [b]) => a - b).map(([line, cells]) => ({ line, cells }));
}

function valueOf(cell: unknown): Cell {
  const { t, v } = (cell ?? {}) as { readonly t?: unknown; readonly v?: unknown };
  if (t === 's' && typeof v === 'string') return v;
  if (t === 'n' && typeof v === 'number') return v;
  return t === 'b' && typeof v === 'boolean' ? v : null;
}
