import jwt from '@fastify/jwt';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { z } from 'zod';
import type { TokenGrant } from '../../adapters/api-tokens/port.js';
import { tokenPrefix } from '../../adapters/api-tokens/token-text.js';
import { AccountId } from '../../domain/kernel/ids.js';
import type { Caller } from '../caller.js';
import { ProblemError } from '../problem.js';

export const accessCookie = 'sitelink_access';

export type AuthDeps = {
  /** Signs access tokens (HS256); at least 32 characters. */
  readonly jwtSecret: string;
  /** False once a session was ended or has expired; its access tokens die with it. */
  readonly isSessionActive: (sessionId: string) => Promise<boolean>;
  /** Whether a session that goes on is one of a visitor of the demonstration account. Left out: none is. */
  readonly isVisit?: (sessionId: string) => Promise<boolean>;
  /** What a personal token allows; null when it is none, or none any more. */
  readonly useToken: (text: string, address: string) => Promise<TokenGrant | null>;
  /** Origin under which browsers see us, e.g. `https://portal.example`; the Host header counts as well. */
  readonly publicUrl?: string;
};

/** What an access token says: whose it is and which session it belongs to. */
const AccessToken = z.object({ sub: AccountId, sid: z.string().min(1).max(100) });
type AccessToken = z.infer<typeof AccessToken>;

/**
 * Finds the caller of every request in this scope: `Authorization: Bearer` with an access token or a
 * personal token, else the session cookie. A bad, expired
 * or ended credential means nobody; whether a route needs somebody is decided by `registerAccess`.
 */
export async function registerAuth(app: FastifyInstance, deps: AuthDeps): Promise<void> {
  await app.register(jwt, {
    secret: deps.jwtSecret,
    sign: { algorithm: 'HS256' },
    verify: { algorithms: ['HS256'] },
  });
  app.addHook('onRequest', async (request) => {
    const bearer = bearerToken(request);
    if (bearer === null) refuseForeignOrigin(request, deps.publicUrl);
    if (bearer?.startsWith(tokenPrefix) === true) {
      const grant = await deps.useToken(bearer, request.ip);
      request.caller = grant && { accountId: grant.accountId, token: grant, plantIds: grant.plantIds };
      return;
    }
    const token = bearer ?? request.cookies[accessCookie];
    request.caller = token === undefined ? null : await callerOf(app, deps, token);
  });
}

async function callerOf(app: FastifyInstance, deps: AuthDeps, token: string): Promise<Caller | null> {
  const claims = verified(app, token);
  if (claims === null || !(await deps.isSessionActive(claims.sid))) return null;
  const caller = { accountId: claims.sub, sessionId: claims.sid, plantIds: null };
  return (await deps.isVisit?.(claims.sid)) === true ? { ...caller, isVisit: true } : caller;
}

function verified(app: FastifyInstance, token: string): AccessToken | null {
  try {
    return AccessToken.safeParse(app.jwt.verify(token)).data ?? null;
  } catch {
    return null; // forged, damaged or expired: all the same to us
  }
}

function bearerToken(request: FastifyRequest): string | null {
  return /^Bearer +([\w.~+/=-]+)$/i.exec(request.headers.authorization ?? '')?.[1] ?? null;
}

/**
 * A page of another site must not change anything with the cookies of its visitor. Browsers send `Sec-Fetch-Site` or
 * `Origin` with every unsafe request; a client that sends neither is no browser and has no visitor's cookies.
 */
function refuseForeignOrigin(request: FastifyRequest, publicUrl: string | undefined): void {
  if (['GET', 'HEAD', 'OPTIONS'].includes(request.method)) return;
  const site = request.headers['sec-fetch-site'];
  if (site === 'same-origin' || site === 'none') return;
  const { origin } = request.headers;
  if (origin === undefined && site === undefined) return;
  if (origin !== undefined && isOurs(origin, request, publicUrl)) return;
  throw new ProblemError('request.origin-refused');
}

function isOurs(origin: string, request: FastifyRequest, publicUrl: string | undefined): boolean {
  if (!URL.canParse(origin)) return false;
  const { host } = new URL(origin);
  return host === request.host || (publicUrl !== undefined && new URL(publicUrl).origin === origin);
}
