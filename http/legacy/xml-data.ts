import type { FastifyRequest } from 'fastify';

const parameter = /(?:^|&)\s*xmlData=/i;
const utf8 = new TextDecoder('utf-8', { fatal: true });
const latin1 = new TextDecoder('windows-1252');

/** The one parameter of the data service, from a form or from the address; null when there is none. */
export function xmlDataOf({ body, url }: Pick<FastifyRequest, 'body' | 'url'>): string | null {
  const form = Buffer.isBuffer(body) ? valueIn(textOf(body), 'form') : null;
  const question = url.indexOf('?');
  return form ?? (question < 0 ? null : valueIn(url.slice(question + 1), 'address'));
}

/** Some clients paste the XML in as it is: then it goes to the end, and no plus sign is a blank. */
function valueIn(fields: string, place: 'form' | 'address'): string | null {
  const found = parameter.exec(fields);
  if (found === null) return null;
  const rest = fields.slice(found.index + found[0].length);
  const isRaw = /^\s*</.test(rest);
  if (isRaw) return place === 'form' ? rest : percentDecoded(rest);
  return percentDecoded((rest.split('&', 1)[0] ?? '').replaceAll('+', ' '));
}

/** What is no escape stays as it is. */
function percentDecoded(text: string): string {
  const parts = text.split(/((?:%[0-9a-f]{2})+)/i);
  return parts
    .map((part, index) => (index % 2 === 0 ? part : textOf(Buffer.from(part.replaceAll('%', ''), 'hex'))))
    .join('');
}

/** UTF-8, or the code page of old Windows programs where it is none. */
function textOf(bytes: Buffer): string {
  try {
    return utf8.decode(bytes);
  } catch {
    return latin1.decode(bytes);
  }
}
