import type { FastifyBaseLogger, FastifyInstance, FastifyRequest } from 'fastify';
import { pino, type LoggerOptions } from 'pino';
import { correlationIdOf } from './plugins/request-context.js';

type LogLevel = 'fatal' | 'error' | 'warn' | 'info' | 'debug' | 'trace' | 'silent';

/**
 * The log of the process: JSON lines, or readable lines on a terminal. Nothing personal and no secret is written: no
 * bodies, no headers, no query strings, no addresses; routes appear as patterns, because paths may carry tokens.
 */
export function createLogger(options: {
  readonly level: LogLevel;
  readonly pretty?: boolean;
  /** Standard output when left out. */
  readonly to?: { write(line: string): void };
}): FastifyBaseLogger {
  const settings: LoggerOptions = {
    level: options.level,
    base: null,
    timestamp: pino.stdTimeFunctions.isoTime,
    serializers: { err: describeError, req: () => undefined },
    redact: {
      paths: ['headers', 'body', 'password', 'token', 'secret', '*.password', '*.token', '*.secret', '*.authorization'],
      censor: '[redacted]',
    },
    ...(options.pretty === true
      ? { transport: { target: 'pino-pretty', options: { translateTime: 'SYS:HH:MM:ss', ignore: 'requestId' } } }
      : {}),
  };
  return options.to === undefined ? pino(settings) : pino(settings, options.to);
}

/** Errors of drivers carry rows and parameters in further members: those stay out. */
function describeError(error: unknown): Readonly<Record<string, unknown>> {
  if (!(error instanceof Error)) return { message: withoutTokens(String(error)) };
  const { code } = error as NodeJS.ErrnoException;
  return {
    type: error.name,
    message: withoutTokens(error.message),
    ...(code === undefined ? {} : { code }),
    ...(error.stack === undefined ? {} : { stack: withoutTokens(error.stack) }),
    ...(error.cause === undefined ? {} : { cause: describeError(error.cause) }),
  };
}

/** Personal tokens are known by their prefix, wherever one got in. */
function withoutTokens(text: string): string {
  return text.replaceAll(/\bslpat_\w+/g, 'slpat_[redacted]');
}

/** Binds the correlation id of the caller to every line of a request. */
export function childLogger(
  logger: FastifyBaseLogger,
  bindings: object,
  options: object,
  rawRequest: { readonly headers: FastifyRequest['headers'] },
): FastifyBaseLogger {
  const correlationId = correlationIdOf(rawRequest.headers);
  return logger.child(correlationId === null ? bindings : { ...bindings, correlationId }, options);
}

/** One line per answered request: `info` for changes and failures, `debug` for reads. */
export function registerRequestLog(app: FastifyInstance): void {
  app.addHook('onResponse', (request, reply, done) => {
    const level = reply.statusCode >= 500 || isUnsafe(request.method) ? 'info' : 'debug';
    request.log[level](
      {
        method: request.method,
        route: request.routeOptions.url ?? 'unmatched',
        status: reply.statusCode,
        durationMs: Math.round(reply.elapsedTime * 10) / 10,
      },
      'answered',
    );
    done();
  });
}

function isUnsafe(method: string): boolean {
  return method !== 'GET' && method !== 'HEAD' && method !== 'OPTIONS';
}
