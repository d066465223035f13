import type { FastifyReply, FastifyRequest } from 'fastify';
import type { z } from 'zod';
import type { OpenSession } from '../adapters/sessions/port.js';
import { Temporal } from '../domain/kernel/time.js';
import { accessCookie } from './plugins/auth.js';
import type { Session } from './schemas/accounts.js';

/** Refresh tokens travel only where they are used. */
const refreshPath = '/api/v1/sessions';
export const refreshCookie = 'sitelink_refresh';

const accessTokenLifetime = Temporal.Duration.from({ minutes: 15 });

/** Signs the access token of a session, sets both cookies and gives the body of the answer. */
export function sessionAnswer(
  reply: FastifyReply,
  session: OpenSession,
  options: { readonly publicUrl: string; readonly now: Temporal.Instant },
): z.infer<typeof Session> {
  const { sessionId, accountId, refreshToken } = session;
  const expiresAt = options.now.add(accessTokenLifetime);
  const accessToken = reply.server.jwt.sign(
    { sub: accountId, sid: sessionId },
    { expiresIn: accessTokenLifetime.total('seconds') },
  );
  const common = { httpOnly: true, sameSite: 'strict', secure: options.publicUrl.startsWith('https:') } as const;
  void reply
    .header('cache-control', 'no-store')
    .setCookie(accessCookie, accessToken, { ...common, path: '/', expires: dateOf(expiresAt) })
    .setCookie(refreshCookie, refreshToken, { ...common, path: refreshPath, expires: dateOf(session.expiresAt) });
  return { sessionId, accessToken, expiresAt: expiresAt.toString(), refreshToken };
}

export function clearSessionCookies(reply: FastifyReply): void {
  void reply.clearCookie(accessCookie, { path: '/' }).clearCookie(refreshCookie, { path: refreshPath });
}

/** The name of the browser or program, for the list of sessions. */
export function userAgentOf(request: FastifyRequest): string | null {
  return request.headers['user-agent'] ?? null;
}

function dateOf(instant: Temporal.Instant): Date {
  return new Date(instant.epochMilliseconds);
}
