import { zipOf } from '../data-export/archive.js';
import type { Cell, StreamedFormat, StreamedTable, WallClock } from './port.js';

/** Characters that are sent at once. */
const pieceLength = 64 * 1024;

/** A table as CSV or .xlsx, made while it is read. Throws what its rows throw. */
export function streamTable(format: StreamedFormat, table: StreamedTable): AsyncIterable<string | Buffer> {
  if (format === 'xlsx') return xlsx(table);
  return inPieces(csv(table, format === 'csv' ? [',', '.'] : [';', ',']));
}

async function* csv(
  { columns, rows }: StreamedTable,
  [separator, decimal]: readonly [string, string],
): AsyncGenerator<string> {
  const line = (cells: readonly (Cell | WallClock)[]) =>
    `${cells.map((cell) => csvCell(cell, separator, decimal)).join(separator)}\r\n`;
  // The byte order mark by which spreadsheets know UTF-8.
  yield `\ufeff${line(columns)}`;
  for await (const row of rows) yield line(row);
}

function csvCell(cell: Cell | WallClock, separator: string, decimal: string): string {
  if (cell === null) return '';
  if (typeof cell === 'number') return String(cell).replace('.', decimal);
  if (typeof cell === 'object') return cell.text;
  if (typeof cell === 'boolean') return String(cell);
  // A spreadsheet would compute what begins so: an apostrophe keeps it text.
  const text = /^[=+\-@\t\r]/.test(cell) ? `'${cell}` : cell;
  return text.includes(separator) || /["\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

const looks = { minute: 1, day: 2, month: 3, year: 4 } as const satisfies Record<WallClock['look'], number>;
const headStyle = 5;
const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const office = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const packaged = 'http://schemas.openxmlformats.org/package/2006';
const declaration = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';

/** The least that ECMA-376 asks of a workbook with one sheet: five small parts and the sheet, written row by row. */
function xlsx(table: StreamedTable): AsyncIterable<Buffer> {
  const fixed = (name: string, xml: string) => ({ name, content: () => [declaration + xml] });
  const part = (name: string, kind: string) =>
    `<Override PartName="/xl/${name}" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.${kind}+xml"/>`;
  const related = (id: string, kind: string, target: string) =>
    `<Relationship Id="${id}" Type="${office}/${kind}" Target="${target}"/>`;
  return zipOf(
    [
      fixed(
        '[Content_Types].xml',
        `<Types xmlns="${packaged}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>` +
          `<Default Extension="xml" ContentType="application/xml"/>` +
          `${part('workbook.xml', 'sheet.main')}${part('worksheets/sheet1.xml', 'worksheet')}${part('styles.xml', 'styles')}</Types>`,
      ),
      fixed(
        '_rels/.rels',
        `<Relationships xmlns="${packaged}/relationships">${related('r1', 'officeDocument', 'xl/workbook.xml')}</Relationships>`,
      ),
      fixed(
        'xl/workbook.xml',
        `<workbook xmlns="${main}" xmlns:r="${office}"><sheets><sheet name="${xmlText(sheetName(table.name))}" sheetId="1" r:id="r1"/></sheets></workbook>`,
      ),
      fixed(
        'xl/_rels/workbook.xml.rels',
        `<Relationships xmlns="${packaged}/relationships">${related('r1', 'worksheet', 'worksheets/sheet1.xml')}${related('r2', 'styles', 'styles.xml')}</Relationships>`,
      ),
      fixed('xl/styles.xml', styles()),
      { name: 'xl/worksheets/sheet1.xml', content: () => inPieces(sheet(table)) },
    ],
    new Date(),
  );
}

/** Cell formats in the order of `looks`, the bold one of the head last. */
function styles(): string {
  const formats = ['yyyy\\-mm\\-dd\\ hh:mm', 'yyyy\\-mm\\-dd', 'yyyy\\-mm', 'yyyy'];
  const cells = formats.map(
    (_, index) => `<xf numFmtId="${164 + index}" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1"/>`,
  );
  return (
    `<styleSheet xmlns="${main}"><numFmts count="4">` +
    formats.map((code, index) => `<numFmt numFmtId="${164 + index}" formatCode="${code}"/>`).join('') +
    `</numFmts><fonts count="2"><font><sz val="11"/><name val="Calibri"/></font><font><b/><sz val="11"/><name val="Calibri"/></font></fonts>` +
    `<fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills>` +
    `<borders count="1"><border><left/><right/><top/><bottom/><diagonal/></border></borders>` +
    `<cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs>` +
    `<cellXfs count="6"><xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/>${cells.join('')}` +
    `<xf numFmtId="0" fontId="1" fillId="0" borderId="0" xfId="0" applyFont="1"/></cellXfs></styleSheet>`
  );
}

async function* sheet({ columns, rows }: StreamedTable): AsyncGenerator<string> {
  yield (
    `${declaration}<worksheet xmlns="${main}"><sheetViews><sheetView workbookViewId="0">` +
    '<pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/></sheetView></sheetViews>' +
    `<cols><col min="1" max="${columns.length}" width="21" customWidth="1"/></cols><sheetData>`
  );
  let line = 0;
  const row = (cells: readonly (Cell | WallClock)[], style?: number) => {
    line++;
    return `<row r="${line}">${cells.map((cell, column) => xlsxCell(cell, `${columnName(column)}${line}`, style)).join('')}</row>`;
  };
  yield row(columns, headStyle);
  for await (const cells of rows) yield row(cells);
  yield '</sheetData></worksheet>';
}

function xlsxCell(cell: Cell | WallClock, place: string, style = 0): string {
  if (cell === null) return '';
  if (typeof cell === 'number') return `<c r="${place}"><v>${cell}</v></c>`;
  if (typeof cell === 'boolean') return `<c r="${place}" t="b"><v>${cell ? 1 : 0}</v></c>`;
  if (typeof cell === 'string') {
    const text = `<is><t xml:space="preserve">${xmlText(cell)}</t></is>`;
    return `<c r="${place}" s="${style}" t="inlineStr">${text}</c>`;
  }
  // Days since 1899-12-30, as spreadsheets count.
  const days = Math.round((cell.localS / 86_400 + 25_569) * 1e6) / 1e6;
  return `<c r="${place}" s="${looks[cell.look]}"><v>${days}</v></c>`;
}

const columnNames: string[] = [];

/** A, B … Z, AA … of 0, 1 … */
function columnName(column: number): string {
  return (columnNames[column] ??=
    (column >= 26 ? columnName(Math.floor(column / 26) - 1) : '') + String.fromCharCode(65 + (column % 26)));
}

const entities: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

function xmlText(text: string): string {
  // XML 1.0 has no way to write the others.
  return text
    .replaceAll(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g, '')
    .replaceAll(/[&<>"]/g, (character) => entities[character] ?? '');
}

/** Excel takes 31 characters and none of `[]:*?/\`. */
function sheetName(name: string): string {
  return (
    name
      .replaceAll(/[[\]:*?/\\']/g, ' ')
      .trim()
      .slice(0, 31) || 'SiteLink'
  );
}

async function* inPieces(parts: AsyncIterable<string>): AsyncGenerator<string> {
  let piece = '';
  for await (const part of parts) {
    piece += part;
    if (piece.length < pieceLength) continue;
    yield piece;
    piece = '';
  }
  if (piece !== '') yield piece;
}
