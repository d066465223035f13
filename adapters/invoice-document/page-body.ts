import { setImmediate as nextTurn } from 'node:timers/promises';
import type { InvoiceLine } from '../../domain/order/invoice.js';
import { dueCents } from '../../domain/order/invoice.js';
import { amount, euros, percent } from './labels.js';
import { bodyWidth, footerTop, left, type Page } from './letterhead.js';
import { ink, mm, type TextStyle } from '../pdf/sheet.js';

const nextPageTop = mm(25);
const padding = 7;

const columnWidths = { position: mm(11), item: mm(66), period: mm(38), power: mm(24), net: mm(26) } as const;
type Column = keyof typeof columnWidths;
const columns = Object.keys(columnWidths) as readonly Column[];
const isRight = (column: Column): boolean => column === 'power' || column === 'net';
const xOf = (column: Column): number =>
  columns.slice(0, columns.indexOf(column)).reduce((x, earlier) => x + columnWidths[earlier], left);

// pdfkit knows this option, its types do not.
const columnHead: object = { scope: 'Column' };
const rowHead: object = { scope: 'Row' };

/** A text in a cell, below the one before it. */
type Piece = { readonly text: string; readonly style: TextStyle };
type Row = Readonly<Record<Column, readonly Piece[]>>;

/** So many rows take some 50 ms; then others have their turn. */
const rowsInTurn = 10;

/**
 * The lines of the document, over as many pages as they need; answers where the table ends. 500 of them take seconds, in which
 * this process has other things to answer.
 */
export async function lineTable(page: Page, top: number): Promise<number> {
  const { sheet, facts } = page;
  const { doc } = sheet;
  const table = doc.struct('Table');
  sheet.root.add(table);
  let y = headRow(page, table, top);
  for (const [index, line] of facts.lines.entries()) {
    if (index % rowsInTurn === rowsInTurn - 1) await nextTurn();
    const row = rowOf(page, line, index + 1);
    const height = Math.max(...columns.map((column) => heightOf(page, row, column)));
    if (y + height + 2 * padding > footerTop - mm(6)) y = headRow(page, table, nextPage(page));
    const from = y + padding;
    drawRow(page, table, 'TD', row, from);
    y = from + height + padding;
    sheet.artifact(() => sheet.rule(left, y, bodyWidth));
  }
  table.end();
  return y;
}

function nextPage({ sheet }: Page): number {
  sheet.doc.addPage();
  return nextPageTop;
}

function headRow(page: Page, table: PDFKit.PDFStructureElement, y: number): number {
  const { sheet, labels } = page;
  const style = { size: 8, weight: 'bold', colour: ink.quiet } as const;
  const row = Object.fromEntries(
    columns.map((column) => [column, [{ text: labels.columns[column], style }]]),
  ) as unknown as Row;
  drawRow(page, table, 'TH', row, y);
  const end = y + 16;
  sheet.artifact(() => sheet.rule(left, end, bodyWidth, ink.text, 0.9));
  return end;
}

function rowOf({ facts, words, labels }: Page, line: InvoiceLine, position: number): Row {
  const plain = { size: 9.5 } as const;
  const quiet = { size: 8.5, colour: ink.quiet } as const;
  return {
    position: [{ text: String(position), style: { ...plain, colour: ink.quiet } }],
    item:
      line.kind === 'repair'
        ? [
            { text: line.description, style: { ...plain, weight: 'bold' } },
            { text: words.itemDetail(line, facts.kind), style: quiet },
          ]
        : [
            { text: line.plantName, style: { ...plain, weight: 'bold' } },
            { text: words.licence(line.termDays), style: { ...plain, size: 9 } },
            ...(facts.kind === 'correction' ? [{ text: words.itemDetail(line, facts.kind), style: quiet }] : []),
          ],
    period: [
      { text: `${words.day(line.firstDay)} –`, style: { ...plain, size: 9, isTabular: true } },
      { text: words.day(line.lastDay), style: { ...plain, size: 9, isTabular: true } },
    ],
    power: [
      {
        text:
          line.kind === 'repair'
            ? `${line.quantity} × ${amount(line.unitNetCents, labels.locale)}`
            : words.power(line.licensedPowerW),
        style: plain,
      },
    ],
    net: [{ text: amount(line.netCents, labels.locale), style: plain }],
  };
}

const boxOf = (column: Column, y: number) => ({
  x: xOf(column),
  y,
  width: columnWidths[column] - (isRight(column) ? 0 : 8),
});
const styleOf = (column: Column, style: TextStyle): TextStyle =>
  isRight(column) ? { ...style, align: 'right', isTabular: true } : style;

function heightOf({ sheet }: Page, row: Row, column: Column): number {
  const { width } = boxOf(column, 0);
  return row[column].reduce(
    (height, { text, style }) => height + sheet.heightOf(text, width, styleOf(column, style)),
    0,
  );
}

function drawRow({ sheet }: Page, table: PDFKit.PDFStructureElement, role: 'TH' | 'TD', row: Row, y: number): void {
  const { doc } = sheet;
  const cells = columns.map((column) =>
    doc.struct(role, role === 'TH' ? columnHead : {}, () => {
      let next = y;
      for (const { text, style } of row[column]) next = sheet.write(text, boxOf(column, next), styleOf(column, style));
    }),
  );
  table.add(doc.struct('TR', {}, cells));
}

type Sum = { readonly label: string; readonly cents: number; readonly isStrong?: boolean };

/** Net, VAT and gross, what was set off and paid, and what is left; answers where that ends. */
export function totals(page: Page, top: number): number {
  const { sheet, facts, labels } = page;
  const { vat, creditCents, paidCents } = facts;
  // What is not taxable has no rate, not even one of zero.
  const rate = vat.treatment === 'notTaxable' ? '' : ` ${percent(vat.rateBasisPoints, labels.locale)}`;
  const isSettled = creditCents > 0 || paidCents > 0;
  const sums: readonly Sum[] = [
    { label: labels.net, cents: facts.netCents },
    { label: `${labels.vat}${rate}`, cents: facts.vatCents },
    { label: labels.gross, cents: facts.grossCents, isStrong: true },
    ...(creditCents > 0 ? [{ label: labels.setOff, cents: -creditCents }] : []),
    ...(paidCents > 0 ? [{ label: labels.paid, cents: -paidCents }] : []),
    ...(isSettled ? [{ label: labels.due, cents: dueCents(facts), isStrong: true }] : []),
  ];
  const x = left + mm(83);
  const width = mm(82);
  const step = 18;
  let y = top + mm(4);
  if (y + sums.length * step + 10 > footerTop - mm(6)) y = nextPage(page);
  const table = sheet.doc.struct('Table');
  sheet.root.add(table);
  for (const { label, cents, isStrong = false } of sums) {
    const style = { size: isStrong ? 10.5 : 9.5, weight: isStrong ? 'bold' : 'regular' } as const;
    if (isStrong) {
      sheet.artifact(() => sheet.rule(x, y, width));
      y += 5;
    }
    const cell = (role: 'TH' | 'TD', text: string, align: 'left' | 'right') =>
      sheet.doc.struct(role, role === 'TH' ? rowHead : {}, () => {
        sheet.write(text, { x, y, width }, { ...style, align, isTabular: true });
      });
    table.add(
      sheet.doc.struct('TR', {}, [cell('TH', label, 'left'), cell('TD', euros(cents, labels.locale), 'right')]),
    );
    y += step;
  }
  table.end();
  return y + mm(6);
}

/** The sentences that the law wants, and what happens with what is open. */
export function notes(page: Page, top: number): void {
  const { sheet, facts, words } = page;
  const terms = words.terms(facts);
  const sentences = [...words.notes(facts), ...(terms === null ? [] : [terms])];
  let y = top;
  for (const [index, sentence] of sentences.entries()) {
    const isTaxNotice = index === 0 && facts.vat.treatment !== 'domestic';
    const style = { size: 9.5, lineGap: 3, ...(isTaxNotice ? { weight: 'bold' as const } : {}) };
    if (y + sheet.heightOf(sentence, bodyWidth, style) > footerTop - mm(6)) y = nextPage(page);
    sheet.root.add(
      sheet.doc.struct('P', {}, () => {
        y = sheet.write(sentence, { x: left, y, width: bodyWidth }, style) + 4;
      }),
    );
  }
}
