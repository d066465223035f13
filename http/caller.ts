import type { FastifyRequest } from 'fastify';
import type { CommandContext } from '../commands/handle.js';
import type { AccountId } from '../domain/kernel/ids.js';
import { ProblemError } from './problem.js';

/** Who is signed in; set by `plugins/auth.ts` from the bearer token or the session cookie. */
export type Caller = { readonly accountId: AccountId; readonly sessionId: string };

declare module 'fastify' {
  interface FastifyRequest {
    caller: Caller | null;
  }
}

/** The signed-in account, or a 401 problem. */
export function requireCaller(request: FastifyRequest): Caller {
  if (request.caller === null) throw new ProblemError('session.required');
  return request.caller;
}

/** What a command needs to know of the request: actor, correlation, Idempotency-Key and If-Match. */
export function commandContext(request: FastifyRequest): CommandContext {
  const idempotencyKey = request.headers['idempotency-key'];
  const ifMatch = request.headers['if-match'];
  return {
    actor: request.caller === null ? { kind: 'system', id: 'http' } : { kind: 'account', id: request.caller.accountId },
    correlationId: request.correlationId,
    ...(typeof idempotencyKey === 'string' && idempotencyKey !== '' ? { idempotencyKey } : {}),
    ...(ifMatch === undefined ? {} : { expectedRevision: revisionOf(ifMatch) }),
  };
}

function revisionOf(etag: string): bigint {
  const revision = /^(?:W\/)?"(\d{1,18})"$/.exec(etag.trim())?.[1];
  if (revision === undefined) throw new ProblemError('request.if-match-malformed');
  return BigInt(revision);
}
