import type { FastifyError, FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { isDatabaseAway } from '../../adapters/database/port.js';
import { InvalidAppend } from '../../adapters/event-store/port.js';
import { IdempotencyKeyReused, RevisionConflict } from '../../commands/handle.js';
import { ProblemError, renderProblem } from '../problem.js';
import { RequestInvalid, fieldProblems } from '../problems/fields.js';
import type { HttpProblemCode } from '../problems/http.js';
import type { Language } from '../schemas/common.js';
import { preferredLanguage } from './request-context.js';

/** Renders everything that goes wrong, here and nowhere else, as RFC 9457 problem documents. */
export function registerProblems(app: FastifyInstance): void {
  app.setErrorHandler((error: unknown, request, reply) =>
    sendProblem(request, reply, problemOf(error, request), error),
  );
}

/** Answers a problem from a place that cannot throw (not-found handlers). */
export function sendProblem(
  request: FastifyRequest,
  reply: FastifyReply,
  problem: ProblemError,
  cause?: unknown,
): FastifyReply {
  // Not `request.language`: an address that cannot be decoded comes here with a bare request.
  const language = preferredLanguage(request.headers['accept-language']);
  const { status, headers, body } = renderProblem(problem, { language, requestId: request.id });
  if (status >= 500) request.log.error({ err: cause ?? problem, code: body.code }, 'request failed');
  return reply
    .code(status)
    .headers(headers)
    .header('content-type', 'application/problem+json; charset=utf-8')
    .header('content-language', language)
    .header('cache-control', 'no-store')
    .serializer((payload: unknown) => JSON.stringify(payload))
    .send(body);
}

function problemOf(error: unknown, request: FastifyRequest): ProblemError {
  if (error instanceof ProblemError) return error;
  if (error instanceof RequestInvalid) return invalid(error, request.language);
  if (error instanceof RevisionConflict) {
    return new ProblemError(error.callerSentRevision ? 'revision.stale' : 'revision.contended');
  }
  if (error instanceof IdempotencyKeyReused) return new ProblemError('request.idempotency-key-reused');
  if (isDatabaseAway(error)) return new ProblemError('store.unavailable');
  if (error instanceof InvalidAppend) return new ProblemError('request.invalid');
  return frameworkProblem(error);
}

function invalid(error: RequestInvalid, language: Language): ProblemError {
  // An id that cannot exist names nothing: the same answer as for one that does not exist.
  if (error.part === 'params') return new ProblemError('request.not-found');
  const errors = fieldProblems(error.issues, language);
  if (error.part === 'querystring') return new ProblemError('request.query-invalid', { errors });
  if (error.part === 'headers') return new ProblemError('request.header-invalid', { errors });
  return new ProblemError('request.invalid', { errors });
}

const fastifyCodes: Readonly<Record<string, HttpProblemCode>> = {
  FST_ERR_CTP_INVALID_JSON_BODY: 'request.json-malformed',
  FST_ERR_CTP_EMPTY_JSON_BODY: 'request.json-malformed',
  FST_ERR_CTP_BODY_TOO_LARGE: 'request.too-large',
  FST_ERR_CTP_INVALID_MEDIA_TYPE: 'request.content-type-unsupported',
  FST_ERR_CTP_INVALID_CONTENT_LENGTH: 'request.malformed',
  FST_FILES_LIMIT: 'request.malformed',
  FST_PARTS_LIMIT: 'request.malformed',
  FST_FIELDS_LIMIT: 'request.malformed',
  FST_PROTO_VIOLATION: 'request.malformed',
  FST_ERR_BAD_URL: 'request.not-found',
  FST_ERR_ASYNC_CONSTRAINT: 'request.malformed',
};

const statusCodes: Readonly<Record<number, HttpProblemCode>> = {
  400: 'request.malformed',
  401: 'session.required',
  404: 'request.not-found',
  405: 'request.method-not-allowed',
  408: 'request.timeout',
  413: 'request.too-large',
  415: 'request.content-type-unsupported',
  429: 'request.rate-limited',
  503: 'store.unavailable',
};

function frameworkProblem(error: unknown): ProblemError {
  const { code, statusCode } = error as Partial<FastifyError>;
  const known = (code === undefined ? undefined : fastifyCodes[code]) ?? statusCodes[statusCode ?? 500];
  return new ProblemError(known ?? 'internal');
}
