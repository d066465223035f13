import type { InvoiceFacts } from '../../domain/order/invoice.js';
import type { InvoiceWords } from '../../domain/order/invoice-words.js';
import { wholePeriod } from '../../domain/order/e-invoice.js';
import type { Labels } from './labels.js';
import { ink, mm, sun, type Sheet } from '../pdf/sheet.js';

/** What the parts of a page are made from. */
export type Page = {
  readonly sheet: Sheet;
  readonly facts: InvoiceFacts;
  readonly labels: Labels;
  readonly words: InvoiceWords;
};

/** DIN 5008, form B: the address shows in the window of an envelope. */
export const left = mm(25);
export const bodyWidth = mm(165);
const right = left + bodyWidth;
const addressTop = mm(57.7);
const infoX = mm(125);
const infoTop = mm(50);
const titleTop = mm(98);

export const footerTop = mm(268);

/** The top of the first page down to the title; answers where the rest begins. */
export function letterhead(page: Page): number {
  const { sheet, facts, labels, words } = page;
  const { seller } = facts;
  sheet.artifact(() => sun(sheet, left + 8, mm(21)));
  sheet.root.add(
    sheet.doc.struct('P', {}, () => {
      const box = { x: left + 24, y: mm(18.4), width: mm(100) };
      sheet.write(seller.name, box, { size: 13, weight: 'bold', lineGap: 1 });
    }),
  );
  const title = `${words.title[facts.kind]} ${facts.number}`;
  let y = Math.max(titleTop, addressWindow(page) + mm(10), infoBlock(page) + mm(10));
  sheet.root.add(
    sheet.doc.struct('H1', {}, () => {
      y = sheet.write(title, { x: left, y, width: bodyWidth }, { size: 19, weight: 'bold' }) + 3;
    }),
  );
  const order = labels.order(facts.orderId, words.day(facts.orderedOn));
  sheet.root.add(
    sheet.doc.struct('P', {}, () => {
      y = sheet.write(order, { x: left, y, width: bodyWidth }, { size: 9, colour: ink.quiet });
    }),
  );
  return y + mm(7);
}

/** Answers where the address ends: a name of many lines moves down what follows. */
function addressWindow({ sheet, facts: { seller, buyer }, labels }: Page): number {
  const box = (y: number) => ({ x: left, y, width: mm(80) });
  const sender = [seller.name, seller.street, `${seller.postcode} ${seller.town}`].join(' · ');
  sheet.root.add(
    sheet.doc.struct('P', {}, () => {
      const style = { size: 6.2, colour: ink.quiet, lineGap: 0 };
      sheet.write(sender, box(addressTop - 5 - sheet.heightOf(sender, mm(80), style)), style);
    }),
  );
  const lines = [
    buyer.name,
    buyer.contactName === buyer.name ? null : buyer.contactName,
    buyer.street,
    `${buyer.postcode} ${buyer.town}`.trim(),
    buyer.country === seller.country
      ? null
      : countryName(buyer.country, labels.locale).toLocaleUpperCase(labels.locale),
  ].filter((line) => line !== null);
  let y = addressTop;
  sheet.root.add(
    sheet.doc.struct('P', {}, () => {
      for (const line of lines) y = sheet.write(line, box(y), { size: 10, lineGap: 2.2 });
    }),
  );
  return y;
}

function infoBlock({ sheet, facts, labels, words }: Page): number {
  const { firstDay, lastDay } = wholePeriod(facts.lines);
  const rows: readonly (readonly [string, string | null])[] = [
    [labels.number, facts.number],
    [labels.issuedOn, words.day(facts.issuedOn)],
    [labels.earlier, facts.corrects && `${facts.corrects.number}\n${words.day(facts.corrects.issuedOn)}`],
    [labels.period, `${words.day(firstDay)} –\n${words.day(lastDay)}`],
    [labels.buyerVatId, facts.buyer.vatId],
  ];
  let y = infoTop;
  for (const [label, value] of rows) {
    if (value === null) continue;
    sheet.root.add(
      sheet.doc.struct('P', {}, () => {
        const style = { size: 8.5, lineGap: 1.6 } as const;
        sheet.write(label, { x: infoX, y, width: mm(29) }, { ...style, colour: ink.quiet });
        const x = infoX + mm(30);
        for (const part of value.split('\n'))
          y = sheet.write(part, { x, y, width: right - x }, { ...style, isTabular: part.includes('.') });
      }),
    );
    y += 3.5;
  }
  return y;
}

/** The foot of every page: who the seller is, and which page this is. */
export function footers({ sheet, facts, labels, words }: Page): void {
  const { doc } = sheet;
  const { seller } = facts;
  const { count } = doc.bufferedPageRange();
  const columns = [
    [seller.name, seller.street, `${seller.postcode} ${seller.town}`, countryName(seller.country, labels.locale)],
    [`${labels.phone} ${seller.phone}`, seller.email],
    [seller.registrationCourt, seller.registrationNumber],
    [
      `${labels.vatId} ${seller.vatId}`,
      ...(seller.taxNumber === null ? [] : [`${labels.taxNumber} ${seller.taxNumber}`]),
    ],
  ];
  const width = bodyWidth / columns.length;
  const style = { size: 7, colour: ink.quiet, lineGap: 1.2 } as const;
  for (let page = 0; page < count; page++) {
    doc.switchToPage(page);
    sheet.artifact(() => {
      sheet.rule(left, footerTop, bodyWidth);
      columns.forEach((lines, index) => {
        let y = footerTop + 7;
        for (const line of lines) y = sheet.write(line, { x: left + index * width, y, width: width - 8 }, style);
      });
      const title = `${words.title[facts.kind]} ${facts.number}`;
      const foot = { x: left, y: mm(289), width: bodyWidth };
      if (count > 1) sheet.write(title, foot, style);
      sheet.write(labels.page(page + 1, count), foot, { ...style, align: 'right' });
    }, 'Pagination');
  }
}

function countryName(country: string, locale: Labels['locale']): string {
  return new Intl.DisplayNames(locale, { type: 'region' }).of(country) ?? country;
}
