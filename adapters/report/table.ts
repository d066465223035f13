import { ink } from '../pdf/sheet.js';
import { bodyWidth, left, roomFor, type Paper } from './paper.js';

type Table = {
  readonly head: readonly string[] | null;
  /** Whether all columns but the first are numbers, as with a head they are unless it says otherwise. */
  readonly areNumbers?: boolean;
  readonly widths: readonly number[];
  readonly rows: readonly (readonly string[])[];
};

const padding = 4;
// pdfkit knows this option, its types do not.
const columnHead: object = { scope: 'Column' };

/** Rows over as many pages as they need; answers where they end. */
export function table(
  paper: Pick<Paper, 'sheet'>,
  top: number,
  { head, widths, rows, areNumbers = head !== null }: Table,
): number {
  const { sheet } = paper;
  const { doc } = sheet;
  const structure = doc.struct('Table');
  sheet.root.add(structure);
  const styleOf = (role: 'TH' | 'TD', column: number) =>
    ({
      size: role === 'TH' ? 8 : 9,
      weight: role === 'TH' ? 'bold' : 'regular',
      colour: role === 'TH' ? ink.quiet : ink.text,
      align: areNumbers && column > 0 ? 'right' : 'left',
      isTabular: areNumbers && column > 0,
    }) as const;
  const widthOf = (column: number) => (widths[column] ?? 0) * bodyWidth - 6;
  const heightOf = (cells: readonly string[], role: 'TH' | 'TD') =>
    Math.max(...cells.map((text, column) => sheet.heightOf(text, widthOf(column), styleOf(role, column))));
  const boxesAt = (y: number) =>
    widths.map((_, column) => {
      const before = widths.slice(0, column).reduce((sum, width) => sum + width, 0);
      return { x: left + before * bodyWidth, y: y + padding, width: widthOf(column) };
    });
  const rule = (y: number, role: 'TH' | 'TD') =>
    sheet.artifact(() => sheet.rule(left, y, bodyWidth, role === 'TH' ? ink.text : ink.line));
  /** On the next page the head stands again, for the eye only. */
  const headAgain = (y: number): number => {
    if (head === null) return y;
    const boxes = boxesAt(y);
    sheet.artifact(() => {
      head.forEach((text, column) =>
        sheet.write(text, boxes[column] ?? { x: left, y, width: 0 }, styleOf('TH', column)),
      );
    });
    const end = y + heightOf(head, 'TH') + 2 * padding;
    rule(end, 'TH');
    return end;
  };
  const row = (cells: readonly string[], at: number, role: 'TH' | 'TD'): number => {
    const height = heightOf(cells, role);
    const free = roomFor(paper, at, height + 2 * padding);
    const y = free !== at && role === 'TD' ? headAgain(free) : free;
    const boxes = boxesAt(y);
    structure.add(
      doc.struct(
        'TR',
        {},
        cells.map((text, column) =>
          doc.struct(role, role === 'TH' ? columnHead : {}, () => {
            sheet.write(text, boxes[column] ?? { x: left, y, width: 0 }, styleOf(role, column));
          }),
        ),
      ),
    );
    const end = y + height + 2 * padding;
    rule(end, role);
    return end;
  };
  let y = head === null ? top : row(head, top, 'TH');
  for (const cells of rows) y = row(cells, y, 'TD');
  structure.end();
  return y;
}
