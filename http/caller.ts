import type { FastifyRequest } from 'fastify';
import type { TokenGrant } from '../adapters/api-tokens/port.js';
import type { CommandContext } from '../commands/handle.js';
import type { AccountId, PlantId } from '../domain/kernel/ids.js';
import { ProblemError } from './problem.js';
import { scopeMissing } from './token-limits.js';

/** Somebody who is signed in. */
export type SessionCaller = Within & {
  readonly accountId: AccountId;
  readonly sessionId: string;
  /** Looks around in the demonstration account and changes nothing, by the session itself. */
  readonly isVisit?: true;
};

/** A program with a personal token of somebody. */
export type TokenCaller = Within & { readonly accountId: AccountId; readonly token: TokenGrant };

type Within = {
  /**
   * The plants that an answer may speak of, null = all that the account sees: those that a token is made for; for a consumer
   * abroad, those that a service partner keeps for them, which the door puts in.
   */
  readonly plantIds: readonly PlantId[] | null;
};

/** Set by `plugins/auth.ts` from the bearer token or the session cookie; narrowed by `plugins/access.ts`. */
export type Caller = SessionCaller | TokenCaller;

declare module 'fastify' {
  interface FastifyRequest {
    caller: Caller | null;
  }
}

/** Whether somebody visits the demonstration account. */
export function isVisit(caller: Caller): caller is SessionCaller {
  return 'isVisit' in caller && caller.isVisit === true;
}

/** Whoever calls, or a 401 problem. */
export function requireCaller(request: FastifyRequest): Caller {
  if (request.caller === null) throw new ProblemError('session.required');
  return request.caller;
}

/** Whoever is signed in; a program with a token is turned away. */
export function requireSession(request: FastifyRequest): SessionCaller {
  const caller = requireCaller(request);
  if ('token' in caller) throw scopeMissing(null);
  return caller;
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
