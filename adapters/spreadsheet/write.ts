import * as XLSX from 'sheetjs-style';
import type { CellLook, StyledSheet } from './port.js';
import { readZip, writeZip } from './zip.js';
import { uploadLimits } from './limits.js';

const border = { style: 'thin', color: { rgb: 'D5D0C4' } };
const borders = { top: border, bottom: border, left: border, right: border };
const font = { name: 'Calibri', sz: 11, color: { rgb: '1F1B16' } };
const middle = { vertical: 'center', wrapText: true };
const head = { font: { ...font, bold: true }, alignment: middle, border: borders };

/** As the web application looks: ink on paper, the sun for what must be filled in. */
const looks = {
  heading: { font: { ...font, bold: true, sz: 14 }, alignment: { vertical: 'center' } },
  required: { ...head, fill: { patternType: 'solid', fgColor: { rgb: 'FFC940' } } },
  optional: { ...head, fill: { patternType: 'solid', fgColor: { rgb: 'EFEBE1' } } },
  // Text, so that leading zeros of a code stay.
  input: { font, border: borders, numFmt: '@' },
  example: { font: { ...font, italic: true, color: { rgb: '6B6558' } }, border: borders, numFmt: '@' },
  note: { font, alignment: { vertical: 'top', wrapText: true } },
} as const satisfies Record<CellLook, object>;

/** An .xlsx of the given sheets. Column widths, looks and rows that stay at the top are as described. */
export function writeSheets(sheets: readonly StyledSheet[]): Buffer {
  const book = XLSX.utils.book_new();
  for (const sheet of sheets) XLSX.utils.book_append_sheet(book, worksheet(sheet), sheet.name);
  const written = XLSX.write(book, { type: 'buffer', bookType: 'xlsx' }) as Buffer;
  return withFrozenRows(written, sheets);
}

function worksheet({ rows, columnWidths }: StyledSheet): XLSX.WorkSheet {
  const sheet: XLSX.WorkSheet = {};
  rows.forEach((cells, line) => {
    cells.forEach(({ value, look }, column) => {
      const type = typeof value === 'number' ? 'n' : typeof value === 'boolean' ? 'b' : 's';
      sheet[XLSX.utils.encode_cell({ r: line, c: column })] = { t: type, v: value ?? '', s: looks[look] };
    });
  });
  const columns = Math.max(1, ...rows.map((cells) => cells.length));
  sheet['!ref'] = XLSX.utils.encode_range({
    s: { r: 0, c: 0 },
    e: { r: Math.max(0, rows.length - 1), c: columns - 1 },
  });
  sheet['!cols'] = columnWidths.map((wch) => ({ wch }));
  return sheet;
}

/** The library does not write panes: they are put into the sheets that it has written. */
function withFrozenRows(file: Buffer, sheets: readonly StyledSheet[]): Buffer {
  const parts = new Map(readZip(file, uploadLimits, () => true));
  sheets.forEach(({ frozenRows }, index) => {
    const name = `xl/worksheets/sheet${index + 1}.xml`;
    const xml = parts.get(name)?.toString('utf8');
    if (xml === undefined || frozenRows === 0) return;
    const view =
      '<sheetView workbookViewId="0">' +
      `<pane ySplit="${frozenRows}" topLeftCell="A${frozenRows + 1}" activePane="bottomLeft" state="frozen"/></sheetView>`;
    parts.set(name, Buffer.from(xml.replace(/<sheetView [^>]*\/>/, view)));
  });
  return writeZip(parts);
}
