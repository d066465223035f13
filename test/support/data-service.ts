import { request } from 'undici';
import { escapeText } from '../../adapters/data-service/reply.js';
import { password } from './owner.js';

export const denied =
  "<error>Access denied. The requested plant's data is not accessible for the specified user</error>";
export const failed = '<error>Authentication failed</error>';

type Asserts = { equal(found: unknown, wanted: unknown): unknown };

/** Who asks: with the password of all owners in tests, where no other is given. */
type Asking = { readonly userName: string; readonly password?: string };
type How = {
  readonly method?: 'GET' | 'POST';
  readonly prefix?: string;
  readonly address?: string;
  readonly raw?: boolean;
  readonly status?: number;
};

/** What stands in the envelope of an answer; undefined when it is another one. */
export const contentOf = (inner: string): string | undefined =>
  /^<rws_response>(.*)<\/rws_response>$/s.exec(inner)?.[1];

/** Calls the original data service of a portal as programs of its time do, each call from another address. */
export function dataServiceCaller(t: Asserts, url: string) {
  let hosts = 0;
  const answerTo = async (operation: string, xml: string, how: How = {}) => {
    const {
      method = 'POST',
      prefix = '/DataServiceApi.asmx',
      address = `10.1.${hosts >> 8}.${hosts++ & 255}`,
      raw = false,
    } = how;
    const parameter = `xmlData=${raw ? xml : encodeURIComponent(xml)}`;
    const answer = await request(`${url}${prefix}/${operation}${method === 'GET' ? `?${parameter}` : ''}`, {
      method,
      headers: { 'x-forwarded-for': address, 'content-type': 'application/x-www-form-urlencoded' },
      body: method === 'GET' ? null : parameter,
    });
    const text = await answer.body.text();
    t.equal(answer.statusCode, how.status ?? 200);
    t.equal(answer.headers['content-type'], 'text/xml; charset=utf-8');
    t.equal(Number(answer.headers['content-length']), Buffer.byteLength(text));
    const inner =
      /^<\?xml version="1\.0" encoding="utf-8"\?>\r\n<string xmlns="DataService\.API">([^<>]*)<\/string>$/.exec(
        text,
      )?.[1];
    if (inner === undefined) throw new Error(`no envelope: ${text}`);
    return inner.replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&#13;', '\r').replaceAll('&amp;', '&');
  };
  const requestOf = (who: Asking, operation: string, fields: object) => {
    const content = Object.entries(fields)
      .map(([field, value]) => `<${field}>${String(value)}</${field}>`)
      .join('\n ');
    return `<?xml version='1.0' encoding='utf-8'?>
      <rws_request><Auth><Username> ${who.userName}
      </Username><Password>${escapeText(who.password ?? password)}</Password></Auth><${operation}>${content}</${operation}></rws_request>`;
  };
  const ask = (who: Asking, operation: string, fields: object, how: How = {}) =>
    answerTo(operation, requestOf(who, operation, fields), how);
  return { answerTo, ask, requestOf };
}
