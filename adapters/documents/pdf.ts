import { createRequire } from 'node:module';
import PDFDocument from 'pdfkit';
import type { AccountLanguage } from '../../domain/account/person.js';
import type { LegalSection, LegalText } from './port.js';
import { localeOf } from '../locale.js';

const fontFile = createRequire(import.meta.url).resolve;
const fonts = {
  text: fontFile('@expo-google-fonts/inter/400Regular/Inter_400Regular.ttf'),
  bold: fontFile('@expo-google-fonts/inter/600SemiBold/Inter_600SemiBold.ttf'),
};

const marginPt = 64;
const footerPt = 46;
/** A heading does not stand alone at the foot of a page. */
const headingRoomPt = 70;

const words = {
  de: { version: 'Fassung', page: (page: number, pages: number) => `Seite ${page} von ${pages}` },
  en: { version: 'Version', page: (page: number, pages: number) => `Page ${page} of ${pages}` },
} as const;

type Printing = { readonly version: string; readonly language: AccountLanguage; readonly operatorName: string };

/** A4, tagged for screen readers, with an embedded font; the same bytes every time. */
export async function printDocument(text: LegalText, { version, language, operatorName }: Printing): Promise<Buffer> {
  const doc = new PDFDocument({
    size: 'A4',
    margins: { top: marginPt, bottom: marginPt + 10, left: marginPt, right: marginPt },
    pdfVersion: '1.7',
    tagged: true,
    displayTitle: true,
    bufferPages: true,
    lang: localeOf(language),
    font: fonts.text,
    info: {
      Title: text.title,
      Author: operatorName,
      Subject: `${words[language].version} ${version}`,
      Creator: 'SiteLink',
      Producer: 'SiteLink',
      CreationDate: new Date(`${version}T00:00:00Z`),
    },
  });
  const chunks: Buffer[] = [];
  const written = new Promise<Buffer>((resolve, reject) => {
    doc.on('data', (chunk: Buffer) => chunks.push(chunk));
    doc.on('end', () => resolve(Buffer.concat(chunks)));
    doc.on('error', reject);
  });
  const root = doc.struct('Document');
  doc.addStructure(root);
  root.add(doc.struct('H1', {}, () => void doc.font(fonts.bold, 20).text(text.title, { paragraphGap: 4 })));
  const edition = `${operatorName} · ${words[language].version} ${version}`;
  root.add(
    doc.struct('P', {}, () => void doc.font(fonts.text, 9.5).fillColor('#565a52').text(edition, { paragraphGap: 10 })),
  );
  for (const section of text.sections) root.add(sectionOf(doc, section));
  root.end();
  footers(doc, `${text.title} · ${edition}`, words[language].page);
  doc.end();
  return written;
}

function sectionOf(doc: PDFKit.PDFDocument, { heading, blocks }: LegalSection): PDFKit.PDFStructureElement {
  const section = doc.struct('Sect');
  section.add(
    doc.struct('H2', {}, () => {
      if (doc.y > doc.page.height - doc.page.margins.bottom - headingRoomPt) doc.addPage();
      doc.moveDown(0.6).font(fonts.bold, 12).fillColor('#1c1e1b').text(heading, { paragraphGap: 3 });
    }),
  );
  for (const block of blocks) {
    if (block.type === 'paragraph') section.add(doc.struct('P', {}, () => paragraph(doc, block.text)));
    else
      section.add(
        doc.struct(
          'L',
          {},
          block.items.map((item) => itemOf(doc, item)),
        ),
      );
  }
  return section;
}

function itemOf(doc: PDFKit.PDFDocument, item: string): PDFKit.PDFStructureElement {
  return doc.struct('LI', {}, [
    doc.struct(
      'Lbl',
      {},
      () => void doc.font(fonts.text, 10.5).text('•', doc.page.margins.left, doc.y, { continued: false }),
    ),
    doc.struct('LBody', {}, () => {
      doc.moveUp();
      doc.x = doc.page.margins.left + 14;
      paragraph(doc, item);
      doc.x = doc.page.margins.left;
    }),
  ]);
}

function paragraph(doc: PDFKit.PDFDocument, text: string): void {
  doc.font(fonts.text, 10.5).fillColor('#1c1e1b').text(text, { lineGap: 2.5, paragraphGap: 5 });
}

function footers(doc: PDFKit.PDFDocument, text: string, pageText: (page: number, pages: number) => string): void {
  const { count } = doc.bufferedPageRange();
  for (let page = 0; page < count; page++) {
    doc.switchToPage(page);
    // What stands below the margin would begin a new page.
    doc.page.margins.bottom = 0;
    const { left, right } = doc.page.margins;
    const width = doc.page.width - left - right;
    const y = doc.page.height - footerPt;
    doc.markContent('Artifact', { type: 'Pagination' });
    doc.font(fonts.text, 8).fillColor('#565a52');
    doc.text(text, left, y, { width: width - 90, height: 22, ellipsis: true });
    doc.text(pageText(page + 1, count), left, y, { width, align: 'right', lineBreak: false });
    doc.endMarkedContent();
  }
}
