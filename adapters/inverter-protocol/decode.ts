import type { DecodedMessage } from './message.js';
import { parseMessage, unreadable } from './parse.js';
import { isPadding, scanData } from './scan.js';

const prefix = 'xmlData=';

/**
 * Decodes the body of a push message (wire.md section 1). Pure, never throws, bounded by the size of the body.
 * Bytes are read as Latin-1: cp1252 and UTF-8 differ from it only outside ASCII, where nothing of the protocol lies.
 */
export function decodeMessage(body: Uint8Array): DecodedMessage {
  const text = Buffer.from(body.buffer, body.byteOffset, body.byteLength).toString('latin1');
  if (text.startsWith(`${prefix}<rd`)) {
    const data = scanData(text, prefix.length);
    if (data !== null) return data;
  }
  const xml = xmlOf(text);
  if (xml === null) return unreadable('no-xml', { serialNumber: null, mac: null }, null, body);
  return scanData(xml, 0) ?? parseMessage(xml, body);
}

/** Everything behind `xmlData=` (or the whole body), raw when it starts with `<`, else url-decoded. */
function xmlOf(text: string): string | null {
  const head = text.slice(0, 1_000).toLowerCase();
  const found = head.indexOf(prefix.toLowerCase());
  const behind = trimmed(text, found < 0 || head.trimStart().startsWith('<') ? 0 : found + prefix.length);
  const xml = behind.startsWith('<') ? behind : trimmed(urlDecoded(behind), 0);
  return xml.startsWith('<') ? xml : null;
}

/** Without a UTF-8 byte order mark and without padding at both ends. */
function trimmed(text: string, start: number): string {
  let from = start;
  while (from < text.length && isPadding(text.charCodeAt(from))) from++;
  if (text.startsWith('\u00ef\u00bb\u00bf', from)) from += 3;
  let to = text.length;
  while (to > from && isPadding(text.charCodeAt(to - 1))) to--;
  return text.slice(from, to);
}

function urlDecoded(text: string): string {
  const end = text.indexOf('&');
  return (end < 0 ? text : text.slice(0, end))
    .replaceAll('+', ' ')
    .replace(/%([0-9A-Fa-f]{2})/g, (_, digits: string) => String.fromCharCode(parseInt(digits, 16)));
}
