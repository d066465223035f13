import { z } from 'zod';

/** What may be attached: photos as phones and browsers make them, and PDFs. Nothing that a browser would run. */
export const AttachmentType = z.enum(['image/jpeg', 'image/png', 'image/webp', 'application/pdf']);
export type AttachmentType = z.infer<typeof AttachmentType>;

export const attachmentLimits = { files: 20, bytes: 10 * 1024 * 1024 } as const;

export const attachmentEndings: Readonly<Record<AttachmentType, string>> = {
  'image/jpeg': 'jpg',
  'image/png': 'png',
  'image/webp': 'webp',
  'application/pdf': 'pdf',
};

/** What a file is by its content, whatever it calls itself; null = nothing that may be attached, or cut off. */
export function attachmentTypeOf(content: Uint8Array): AttachmentType | null {
  const has = (at: number, text: string) =>
    content.length >= at + text.length && [...text].every((sign, nth) => content[at + nth] === sign.charCodeAt(0));
  if (has(0, '\xff\xd8\xff') && endsWith(content, '\xff\xd9')) return 'image/jpeg';
  if (has(0, '\x89PNG\r\n\x1a\n') && has(12, 'IHDR') && endsWith(content, 'IEND')) return 'image/png';
  if (has(0, 'RIFF') && has(8, 'WEBPVP8')) return 'image/webp';
  if (has(0, '%PDF-') && endsWith(content, '%%EOF')) return 'application/pdf';
  return null;
}

/** Whether the end of a file says so; programs write something behind it, or fill it up. */
function endsWith(content: Uint8Array, mark: string): boolean {
  const end = Array.from(content.subarray(-2_048), (byte) => String.fromCharCode(byte)).join('');
  return end.includes(mark);
}
