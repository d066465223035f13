import { createRequire } from 'node:module';
import anyAscii from 'any-ascii';
import PDFDocument from 'pdfkit';

const fontFile = createRequire(import.meta.url).resolve;
const fonts = {
  regular: fontFile('@expo-google-fonts/inter/400Regular/Inter_400Regular.ttf'),
  bold: fontFile('@expo-google-fonts/inter/600SemiBold/Inter_600SemiBold.ttf'),
};

export const ink = { text: '#1c1e1b', quiet: '#565a52', line: '#d8d5cb', sun: '#e39a0b', soft: '#f7f6f2' } as const;

/** Millimetres as points of a page. */
export const mm = (millimetres: number): number => (millimetres * 72) / 25.4;

export type TextStyle = {
  readonly size: number;
  readonly weight?: keyof typeof fonts;
  readonly colour?: string;
  readonly align?: 'left' | 'right' | 'center';
  readonly lineGap?: number;
  /** Figures of one width, for columns of amounts. */
  readonly isTabular?: boolean;
};

type Box = { readonly x: number; readonly y: number; readonly width: number };

/** A document of pages on which texts are put at places, each with its role for screen readers. */
export type Sheet = ReturnType<typeof openSheet>;

/** A4 and PDF/A-3b: all fonts embedded, colours with their profile; not compressed, because zlib differs between machines. */
export function openSheet(options: { readonly language: string; readonly info: PDFKit.DocumentInfo }) {
  const doc = new PDFDocument({
    size: 'A4',
    margin: 0,
    pdfVersion: '1.7',
    subset: 'PDF/A-3b',
    tagged: true,
    displayTitle: true,
    bufferPages: true,
    compress: false,
    lang: options.language,
    font: fonts.regular,
    info: options.info,
  });
  const root = doc.struct('Document');
  doc.addStructure(root);

  const styled = ({ size, weight = 'regular', colour = ink.text }: TextStyle) =>
    doc.font(fonts[weight], size).fillColor(colour);
  const textOptions = ({ align = 'left', lineGap = 2, isTabular = false }: TextStyle, width: number) =>
    ({ width, align, lineGap, features: isTabular ? ['tnum'] : [] }) satisfies PDFKit.Mixins.TextOptions;

  return {
    doc,
    root,
    heightOf(text: string, width: number, style: TextStyle): number {
      styled(style);
      return doc.heightOfString(printable(doc, text), textOptions(style, width));
    },
    /** Writes a text into a box; answers where it ends. */
    write(text: string, { x, y, width }: Box, style: TextStyle): number {
      styled(style).text(printable(doc, text), x, y, textOptions(style, width));
      return doc.y;
    },
    rule(x: number, y: number, width: number, colour: string = ink.line, thickness = 0.6): void {
      doc.moveTo(x, y).lineTo(x + width, y);
      doc.lineWidth(thickness).strokeColor(colour).stroke();
    },
    /** What is only there to be looked at, or repeats on every page. */
    artifact(draw: () => void, type: 'Layout' | 'Pagination' = 'Layout'): void {
      doc.markContent('Artifact', { type });
      draw();
      doc.endMarkedContent();
    },
    /** The bytes of the finished document. */
    close(): Promise<Buffer> {
      const chunks: Buffer[] = [];
      const written = new Promise<Buffer>((resolve, reject) => {
        doc.on('data', (chunk: Buffer) => chunks.push(chunk));
        doc.on('end', () => resolve(Buffer.concat(chunks)));
        doc.on('error', reject);
      });
      root.end();
      doc.end();
      return written;
    },
  };
}

/** The sign of the house, around a point. */
export function sun({ doc }: Pick<Sheet, 'doc'>, x: number, y: number): void {
  doc.circle(x, y, 4.3).fillColor(ink.sun).fill();
  doc.lineWidth(1.6).lineCap('round').strokeColor(ink.sun);
  for (let ray = 0; ray < 8; ray++) {
    const [cos, sin] = [Math.cos((ray * Math.PI) / 4), Math.sin((ray * Math.PI) / 4)];
    doc.moveTo(x + 6.7 * cos, y + 6.7 * sin).lineTo(x + 8.7 * cos, y + 8.7 * sin);
    doc.stroke();
  }
  doc.lineCap('butt');
}

/** The part of the font in use that pdfkit does not publish. */
type FontInUse = { readonly _font: { readonly font: { hasGlyphForCodePoint(codePoint: number): boolean } } };

/**
 * Inter has all Latin, Greek and Cyrillic letters. Others are spelt in Latin ones on the page, because PDF/A forbids characters
 * without a glyph; the structured invoice has the original.
 */
function printable(doc: PDFKit.PDFDocument, text: string): string {
  const { font } = (doc as unknown as FontInUse)._font;
  const has = (character: string) => font.hasGlyphForCodePoint(character.codePointAt(0) ?? 0);
  return [...text]
    .map((character) => (has(character) ? character : [...anyAscii(character)].filter(has).join('')))
    .join('');
}
