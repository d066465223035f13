import type { LookupFunction } from 'node:net';
import { NoReply, openService } from '../ask.js';
import { decoded } from '../data-service/request.js';
import { escapeText } from '../data-service/reply.js';
import { field, parseXml, type XmlElement } from '../inverter-protocol/xml.js';
import { OldPortalRefusal, type OldPortalLogin, type OldPortals } from './port.js';

/** A hundred values have some kilobytes; a plant with many inverters has more. */
const limits = { timeoutMs: 30_000, maxReplyBytes: 1_000_000 };
const daySeconds = 86_400;
const type = 'application/x-www-form-urlencoded';

/** The data service of the original portal over HTTP. Names are looked up by `lookup`, which knows what is public. */
export function oldPortalsBy(lookup: LookupFunction | null): OldPortals {
  return (address, login) => {
    const service = openService(address, { ...limits, ...(lookup === null ? {} : { lookup }) });

    async function call(operation: string, fields: Readonly<Record<string, string | number>>): Promise<XmlElement> {
      const body = `xmlData=${encodeURIComponent(requestOf(login, operation, fields))}`;
      const question = { method: 'POST', path: `/${operation}`, headers: { 'content-type': type }, body } as const;
      const { status, text } = await service.ask(question).catch((error: unknown) => {
        if (!(error instanceof NoReply)) throw error;
        throw new OldPortalRefusal(error.message === 'ADDRESS_NOT_PUBLIC' ? 'notPublic' : 'unreachable');
      });
      if (status === 429) throw new OldPortalRefusal('busy');
      if (status >= 500) throw new OldPortalRefusal('unreachable');
      return responseIn(text);
    }

    const yields = async (kind: 'Plant' | 'Inverter', id: number, interval: string, from: number, to: number) => {
      const answer = await call('GetObjectDataForInterval', {
        ...{ ObjectId: id, ObjectType: kind, DataType: 'DailyYield', IntervalType: interval },
        // Its clock is that of the plant, written as if it were UTC.
        ...{ FromDate: from * daySeconds, ToDate: (to + 1) * daySeconds - 1 },
      });
      return answer.children.flatMap((found) => {
        const [seconds, kwh] = [Number(field(found, 't')), Number(found.text)];
        const isValue = found.name === 'd' && found.text !== '' && Number.isFinite(seconds) && Number.isFinite(kwh);
        return isValue ? [{ day: Math.round(seconds / daySeconds), kwh }] : [];
      });
    };

    return {
      async inverters(plantNumber) {
        const answer = await call('GetInverterList', { Plant: plantNumber });
        const plant = answer.children.find(({ name }) => name === 'Plant');
        if (plant === undefined) throw new OldPortalRefusal('noDataService');
        return plant.children
          .flatMap((part) => (part.name === 'Subplant' ? part.children : [part]))
          .flatMap(inverterOf);
      },
      async years(plantNumber) {
        const to = Math.floor(Date.UTC(2099, 11, 31) / 86_400_000);
        const found = await yields('Plant', plantNumber, 'Overall', Math.floor(Date.UTC(1990, 0, 1) / 86_400_000), to);
        const years = found.filter(({ kwh }) => kwh > 0).map(({ day }) => new Date(day * 86_400_000).getUTCFullYear());
        return [...new Set(years)].sort((a, b) => a - b);
      },
      async dailyYields(inverterNumber, firstDay, lastDay) {
        const found = await yields('Inverter', inverterNumber, 'Month', firstDay, lastDay);
        // A day that is told twice counts once: what an answer leaves behind is bounded by the days that were asked for.
        const byDay = new Map(found.map(({ day, kwh }) => [day, kwh]));
        return [...byDay].flatMap(([day, kwh]) => (day >= firstDay && day <= lastDay ? [{ day, kwh }] : []));
      },
      close: () => service.close(),
    };
  };
}

function requestOf(
  { userName, password }: OldPortalLogin,
  operation: string,
  fields: Readonly<Record<string, string | number>>,
): string {
  const content = Object.entries(fields).map(([name, value]) => `<${name}>${escapeText(String(value))}</${name}>`);
  return (
    `<?xml version='1.0' encoding='utf-8'?><rws_request><Auth><Username>${escapeText(userName)}</Username>` +
    `<Password>${escapeText(password)}</Password></Auth><${operation}>${content.join('')}</${operation}></rws_request>`
  );
}

/** The document in the text of the document, when it is one of the data service and tells no error. */
function responseIn(text: string): XmlElement {
  const outer = parseXml(text);
  if (typeof outer === 'string' || outer.name !== 'string') throw new OldPortalRefusal('noDataService');
  const inner = parseXml(decoded(outer.text));
  if (typeof inner === 'string' || inner.name !== 'rws_response') throw new OldPortalRefusal('noDataService');
  const error = inner.children.find(({ name }) => name === 'error');
  if (error === undefined) return inner;
  const said = storable(error.text, 200);
  if (/authentication/i.test(said)) throw new OldPortalRefusal('credentials');
  if (/access denied/i.test(said)) throw new OldPortalRefusal('noAccess');
  throw new OldPortalRefusal(/quota|too many|wait/i.test(said) ? 'busy' : 'refused', said);
}

/** Text that a database can hold, shortened by whole characters. */
const storable = (text: string, most: number): string =>
  [...decoded(text).replaceAll(/[\p{Cc}\p{Surrogate}]/gu, ' ')].slice(0, most).join('');

function inverterOf(element: XmlElement) {
  const number = Number(field(element, 'id'));
  if (element.name !== 'Inverter' || !Number.isSafeInteger(number)) return [];
  const text = (name: string) => storable(field(element, name) ?? '', 100);
  const serialNumber = text('serial');
  return [{ number, serialNumber, name: text('name') || serialNumber }];
}

/**
 * The address of a data service as people have it: with or without the name of an operation, of its help page, or without
 * the service itself.
 */
export function serviceAddress(url: string): string {
  const { origin, pathname } = new URL(url);
  const service = /^(.*?\.asmx)(\/.*)?$/i.exec(pathname)?.[1];
  return `${origin}${service ?? `${pathname.replace(/\/+$/, '')}/DataServiceApi.asmx`}`;
}
