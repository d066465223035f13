import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import { z } from 'zod';
import { refreshSession, type RefreshSessionDeps } from '../../commands/account/refresh-session.js';
import { signIn, type SignInDeps } from '../../commands/account/sign-in.js';
import { signOut, type SignOutDeps } from '../../commands/account/sign-out.js';
import type { Caller } from '../caller.js';
import type { DemoAccount } from '../demo-account.js';
import { newPasswordProblem } from '../new-password-problem.js';
import { ProblemError, rejectionProblem } from '../problem.js';
import { Problem } from '../schemas/common.js';
import { RefreshBody, Session, SignInBody } from '../schemas/accounts.js';
import { clearSessionCookies, refreshCookie, sessionAnswer, userAgentOf } from '../session-answer.js';

type SessionRoutesDeps = SignInDeps &
  RefreshSessionDeps &
  SignOutDeps & { readonly publicUrl: string; readonly demo: DemoAccount };

const signInLimit = { max: 60, timeWindow: 300_000 };
const refreshLimit = { max: 120, timeWindow: 60_000 };

/** Signing in, staying signed in, signing out. */
export function sessionRoutes(deps: SessionRoutesDeps): FastifyPluginAsyncZod {
  const answerOptions = () => ({ publicUrl: deps.publicUrl, now: deps.clock.now() });
  return async (app) => {
    app.route({
      method: 'POST',
      url: '/api/v1/sessions',
      config: { access: 'public', rateLimit: signInLimit },
      schema: {
        tags: ['Sessions'],
        summary: 'Sign in',
        description:
          '`totp` takes a code of the authenticator or a recovery code. Without it, who has set up a second factor is ' +
          'answered 401 `session.totp-required`, but only after the right password. Five failed attempts within five ' +
          'minutes lock the account for 15 minutes (423, `Retry-After`), whether it exists or not. A password that has ' +
          'expired is answered 403 `password.expired`; the same call with `newPassword`, and with `totp` where the answer says ' +
          '`totpRequired`, replaces it and signs in.',
        body: SignInBody,
        response: { 200: Session, 401: Problem, 403: Problem, 409: Problem, 422: Problem, 423: Problem, 429: Problem },
      },
      async handler(request, reply) {
        const { totp = null, newPassword = null, ...credentials } = request.body;
        const wish = { ...credentials, totp, newPassword, userAgent: userAgentOf(request), address: request.ip };
        const result = await signIn(deps, wish, request.correlationId);
        if (!result.ok) throw newPasswordProblem(result.rejection, '/newPassword', deps.clock.now());
        // Nobody is left signed in by a session that the browser has forgotten.
        await endOwnSession(request.caller, request.cookies[refreshCookie]);
        return reply.send(sessionAnswer(reply, result.session, answerOptions()));
      },
    });

    app.route({
      method: 'POST',
      url: '/api/v1/sessions/demo',
      config: { access: 'public', rateLimit: signInLimit },
      schema: {
        tags: ['Sessions'],
        summary: 'Look around in the demonstration account, where the portal has one; nothing in it can be changed',
        description: 'The visit ends after twelve hours, however often it is prolonged.',
        response: { 200: Session, 404: Problem, 429: Problem },
      },
      async handler(request, reply) {
        const accountId = await deps.demo.idOf();
        if (accountId === null) throw new ProblemError('request.not-found');
        const visit = { userAgent: null, secondFactor: false, isVisit: true };
        const session = await deps.sessions.open(accountId, visit, deps.clock.now());
        await endOwnSession(request.caller, request.cookies[refreshCookie]);
        return reply.send(sessionAnswer(reply, session, answerOptions()));
      },
    });

    app.route({
      method: 'POST',
      url: '/api/v1/sessions/refresh',
      config: { access: 'public', rateLimit: refreshLimit },
      schema: {
        tags: ['Sessions'],
        summary: 'Prolong a session; the refresh token (from the body, else the cookie) works once',
        body: RefreshBody,
        response: { 200: Session, 401: Problem },
      },
      async handler(request, reply) {
        const refreshToken = request.body?.refreshToken ?? request.cookies[refreshCookie] ?? '';
        const result = await refreshSession(deps, refreshToken);
        // The cookies stay when it is refused: another tab may have got new ones a moment ago.
        if (!result.ok) throw rejectionProblem(result.rejection);
        return reply.send(sessionAnswer(reply, result.session, answerOptions()));
      },
    });

    app.route({
      method: 'DELETE',
      url: '/api/v1/sessions/current',
      config: { access: 'public' },
      schema: {
        tags: ['Sessions'],
        summary: 'Sign out here; nobody is signed out already',
        response: { 204: z.undefined() },
      },
      async handler(request, reply) {
        await endOwnSession(request.caller, request.cookies[refreshCookie]);
        clearSessionCookies(reply);
        return reply.code(204).send();
      },
    });
  };

  /** Signing out always works, also when the access token has expired in the meantime. */
  async function endOwnSession(caller: Caller | null, refreshToken: string | undefined) {
    if (caller !== null && 'sessionId' in caller) await signOut(deps, caller.accountId, caller.sessionId);
    else if (refreshToken !== undefined) await deps.sessions.revokeByToken(refreshToken, deps.clock.now());
  }
}
