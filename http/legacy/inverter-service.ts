import type { IncomingMessage, ServerResponse } from 'node:http';
import type { FastifyBaseLogger, FastifyPluginAsync } from 'fastify';
import { decodeMessage } from '../../adapters/inverter-protocol/decode.js';
import type { DecodedMessage } from '../../adapters/inverter-protocol/message.js';
import { clockReply, okReply, tooLargeReply } from '../../adapters/inverter-protocol/replies.js';
import { maxMessageBytes, type DeviceDirectory, type ReadingsIntake } from '../../adapters/readings/port.js';
import type { Clock } from '../../commands/ports.js';
import { legalTimeZone } from '../../domain/kernel/time.js';
import type { SerialNumber } from '../../domain/kernel/ids.js';
import { readBody, type BodyLimits, type BodyOutcome } from './device-body.js';

/** Told about every message; each call must be cheap. */
export type InverterServiceObserver = {
  /** A message was answered with OK (or the clock); `records` of data or errors, `dropped` values among them. */
  received(kind: DecodedMessage['kind'], records: number, dropped: number): void;
  refused(reason: 'too-large' | 'too-slow' | 'aborted' | 'store-down'): void;
};

export type InverterServiceDeps = {
  readonly intake: ReadingsIntake;
  readonly directory: DeviceDirectory;
  readonly clock: Clock;
  readonly observer?: InverterServiceObserver;
  readonly limits?: Partial<BodyLimits>;
};

export const inverterServicePath = '/InverterService/InverterService.asmx/CollectInverterData';
const lowerCasePath = inverterServicePath.toLowerCase();
const defaultLimits: BodyLimits = { maxBytes: maxMessageBytes, timeoutMs: 20_000 };

/**
 * For Fastify's option `rewriteUrl`: devices call the service under any prefix (`/sinvertwebmonitor/…`) and in any
 * case; all of them reach the one route. Every other address stays as it is.
 */
export function rewriteInverterUrl(url: string): string {
  if (url === inverterServicePath) return url;
  const query = url.indexOf('?');
  const end = query < 0 ? url.length : query;
  const start = end - lowerCasePath.length;
  if (start < 0 || url.slice(start, end).toLowerCase() !== lowerCasePath) return url;
  return inverterServicePath + url.slice(end);
}

/**
 * The push service of the devices (wire.md section 1). It takes the connection in `onRequest`, before content types
 * are looked at (devices send raw XML as `form-urlencoded`, or no type at all), and writes the original portal's
 * headers and nothing else. Register it before plugins whose hooks it should not run, and create the Fastify instance
 * whose `rewriteUrl` is `rewriteInverterUrl`.
 *
 * `OK` is sent only after the commit; when the message cannot be stored the answer is 503 and the device repeats it.
 */
export function inverterService(deps: InverterServiceDeps): FastifyPluginAsync {
  const limits = { ...defaultLimits, ...deps.limits };
  const { observer } = deps;
  return async (app) => {
    const storeWatch = watchStore(app.log);

    const receive = (outcome: BodyOutcome, request: IncomingMessage, response: ServerResponse): void => {
      if (outcome.kind === 'body') {
        void keep(decodeMessage(outcome.bytes), response);
        return;
      }
      observer?.refused(outcome.kind);
      // What is left of the body must not be taken for the next request.
      if (!request.complete) response.shouldKeepAlive = false;
      if (outcome.kind === 'too-large') answer(response, 413, xmlHead(tooLargeReply), tooLargeReply);
      if (outcome.kind === 'too-slow') answer(response, 408, textHead(tooSlowText), tooSlowText);
    };

    const keep = async (message: DecodedMessage, response: ServerResponse): Promise<void> => {
      let reply: string;
      try {
        reply = await store(deps, message);
      } catch (error) {
        storeWatch.fails(error);
        observer?.refused('store-down');
        answer(response, 503, textHead(storeDownText), storeDownText);
        return;
      }
      storeWatch.works();
      answer(response, 200, reply === okReply ? okHead : xmlHead(reply), reply);
      const records = message.kind === 'data' || message.kind === 'errors' ? message.records.length : 0;
      observer?.received(message.kind, records, message.kind === 'data' ? message.dropped.length : 0);
    };

    app.route({
      method: 'POST',
      url: inverterServicePath,
      logLevel: 'warn',
      onRequest: (request, reply) => {
        reply.hijack();
        readBody(request.raw, limits, (outcome) => receive(outcome, request.raw, reply.raw));
      },
      // Never reached: `onRequest` keeps the connection. Fastify wants a handler for a route.
      handler: (_request, reply) => reply.callNotFound(),
    });
  };
}

/** Resolves to the reply once everything is committed. */
async function store(deps: InverterServiceDeps, message: DecodedMessage): Promise<string> {
  const now = deps.clock.now();
  switch (message.kind) {
    case 'data':
      await deps.intake.record(message.records, now);
      if (message.rest !== undefined) await deps.intake.keepRaw(message.rest, now);
      return okReply;
    case 'errors':
      await deps.intake.recordErrors(message.records, now);
      if (message.rest !== undefined) await deps.intake.keepRaw(message.rest, now);
      return okReply;
    case 'controlRequest':
      return clockReply(now.toZonedDateTimeISO(await timeZoneOf(deps, message.serialNumber)).toPlainDateTime());
    case 'unknown':
    case 'unreadable':
      await deps.intake.keepRaw(message.raw, now);
      return okReply;
  }
}

async function timeZoneOf(deps: InverterServiceDeps, serialNumber: SerialNumber | null): Promise<string> {
  const place = serialNumber === null ? null : await deps.directory.find(serialNumber);
  return place?.timeZone ?? legalTimeZone;
}

const storeDownText = 'Not stored, please send again';
const tooSlowText = 'Request timeout';
const okHead = xmlHead(okReply);

function xmlHead(body: string): readonly string[] {
  return headOf('text/xml; charset=utf-8', body);
}

function textHead(body: string): readonly string[] {
  return headOf('text/plain; charset=utf-8', body);
}

function headOf(contentType: string, body: string): readonly string[] {
  return [
    'Cache-Control',
    'private, max-age=0',
    'Content-Type',
    contentType,
    'Content-Length',
    String(Buffer.byteLength(body)),
  ];
}

/** Exactly these headers: devices have lenient parsers but little memory. Head and body leave in one segment. */
function answer(response: ServerResponse, status: number, head: readonly string[], body: string): void {
  if (response.destroyed || response.headersSent) return;
  response.sendDate = false;
  response.removeHeader('connection');
  response.writeHead(status, head as string[]);
  response.end(body, 'latin1');
}

/** Says once that the store fails and once that it works again, not ten thousand times a second. */
function watchStore(log: FastifyBaseLogger) {
  let failing = false;
  return {
    works() {
      if (failing) log.warn('messages of devices are stored again');
      failing = false;
    },
    fails(error: unknown) {
      if (!failing) log.error({ err: error }, 'messages of devices cannot be stored; devices are told to send again');
      failing = true;
    },
  };
}
