import * as XLSX from 'sheetjs-style';
import { writeZip } from '../../adapters/spreadsheet/zip.js';

/** An .xlsx as an office program would write it. */
export function xlsxOf(rows: readonly (readonly unknown[])[]): Buffer {
  const book = XLSX.utils.book_new();
  XLSX.utils.book_append_sheet(book, XLSX.utils.aoa_to_sheet(rows.map((row) => [...row])), 'List');
  return XLSX.write(book, { type: 'buffer', bookType: 'xlsx', compression: true }) as Buffer;
}

/** An .xlsx whose parts are written by hand: `sheet` is what stands between the tags of the first worksheet. */
export function xlsxFrom(sheet: string, changed: Readonly<Record<string, string | Buffer>> = {}): Buffer {
  const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
  const office = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
  const relations = 'http://schemas.openxmlformats.org/package/2006/relationships';
  const parts: Record<string, string | Buffer> = {
    '[Content_Types].xml':
      '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">' +
      '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>' +
      '<Override PartName="/xl/workbook.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/>' +
      '<Override PartName="/xl/worksheets/sheet1.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml"/></Types>',
    '_rels/.rels': `<Relationships xmlns="${relations}"><Relationship Id="rId1" Type="${office}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
    'xl/workbook.xml': `<workbook xmlns="${main}" xmlns:r="${office}"><sheets><sheet name="List" sheetId="1" r:id="rId1"/></sheets></workbook>`,
    'xl/_rels/workbook.xml.rels': `<Relationships xmlns="${relations}"><Relationship Id="rId1" Type="${office}/worksheet" Target="worksheets/sheet1.xml"/></Relationships>`,
    'xl/worksheets/sheet1.xml': `<worksheet xmlns="${main}">${sheet}</worksheet>`,
    ...changed,
  };
  return writeZip(Object.entries(parts).map(([name, content]) => [name, Buffer.from(content)] as const));
}

/** Cells of one row with texts in them. */
export function inlineRow(line: number, ...texts: readonly string[]): string {
  const cells = texts.map((text, column) => {
    return `<c r="${XLSX.utils.encode_col(column)}${line}" t="inlineStr"><is><t>${text}</t></is></c>`;
  });
  return `<row r="${line}">${cells.join('')}</row>`;
}
