import t from 'tap';
import { attachmentTypeOf } from '../../../domain/repair/attachments.js';

const bytes = (text: string) => Uint8Array.from(text, (sign) => sign.charCodeAt(0));
const jpeg = '\xff\xd8\xff\xe0..JFIF..\xff\xd9';
const png = '\x89PNG\r\n\x1a\n\0\0\0\rIHDR....IEND\xae\x42\x60\x82';
const pdf = '%PDF-1.7\n1 0 obj\ntrailer\n%%EOF\n';

t.test('a file is what its content says', async (t) => {
  t.equal(attachmentTypeOf(bytes(jpeg)), 'image/jpeg');
  t.equal(attachmentTypeOf(bytes(`${jpeg}${'\0'.repeat(900)}`)), 'image/jpeg', 'filled up behind its end');
  t.equal(attachmentTypeOf(bytes(png)), 'image/png');
  t.equal(attachmentTypeOf(bytes('RIFF\x24\0\0\0WEBPVP8 ....')), 'image/webp');
  t.equal(attachmentTypeOf(bytes(pdf)), 'application/pdf');
});

t.test('what a browser would run, what is packed, cut off or empty is nothing', async (t) => {
  const refused = {
    svg: '<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"/>',
    html: '<!doctype html><script>alert(1)</script>',
    'html before a PDF': `<script>alert(1)</script>${pdf}`,
    zip: 'PK\x03\x04....PK\x05\x06',
    gif: 'GIF89a......;',
    sound: 'RIFF\x24\0\0\0WAVEfmt ',
    'half a photo': jpeg.slice(0, -2),
    'half a PDF': pdf.slice(0, 20),
    nothing: '',
  };
  for (const [what, text] of Object.entries(refused)) t.equal(attachmentTypeOf(bytes(text)), null, what);
});
