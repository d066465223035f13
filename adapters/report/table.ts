import { ink } from '../pdf/sheet.js';
import { bodyWidth, left, roomFor, type Paper } from './paper.js';

type Table = {
  readonly head: readonly string[] | null;
  /** Shares of the width; the first column is text, with a head the others are numbers. */
  readonly widths: readonly number[];
  readonly rows: readonly (readonly string[])[];
};

const padding = 4;
// pdfkit knows this option, its types do not.
const columnHead: object = { scope: 'Column' };

/** Rows over as many pages as they need; answers where they end. */
export function table(paper: Pick<Paper, 'sheet'>, top: number, { head, widths, rows }: Table): number {
  const { sheet } = paper;
  const { doc } = sheet;
  const structure = doc.struct('Table');
  sheet.root.add(structure);
  const hasNumbers = head !== null;
  const row = (cells: readonly string[], at: number, role: 'TH' | 'TD'): number => {
    const styleOf = (column: number) =>
      ({
        size: role === 'TH' ? 8 : 9,
        weight: role === 'TH' ? 'bold' : 'regular',
        colour: role === 'TH' ? ink.quiet : ink.text,
        align: hasNumbers && column > 0 ? 'right' : 'left',
        isTabular: hasNumbers && column > 0,
      }) as const;
    const widthOf = (column: number) => (widths[column] ?? 0) * bodyWidth - 6;
    const height = Math.max(...cells.map((text, column) => sheet.heightOf(text, widthOf(column), styleOf(column))));
    const y = roomFor(paper, at, height + 2 * padding);
    let x = left;
    structure.add(
      doc.struct(
        'TR',
        {},
        cells.map((text, column) => {
          const box = { x, y: y + padding, width: widthOf(column) };
          x += (widths[column] ?? 0) * bodyWidth;
          return doc.struct(role, role === 'TH' ? columnHead : {}, () => void sheet.write(text, box, styleOf(column)));
        }),
      ),
    );
    const end = y + height + 2 * padding;
    sheet.artifact(() => sheet.rule(left, end, bodyWidth, role === 'TH' ? ink.text : ink.line));
    return end;
  };
  let y = head === null ? top : row(head, top, 'TH');
  for (const cells of rows) y = row(cells, y, 'TD');
  structure.end();
  return y;
}
