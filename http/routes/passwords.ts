import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import { z } from 'zod';
import { changePassword, type ChangePasswordDeps } from '../../commands/account/change-password.js';
import { examineResetLink, resetPassword, type ResetPasswordDeps } from '../../commands/account/reset-password.js';
import type { MailRequests } from '../../commands/ports.js';
import { passwordPolicy, passwordRules } from '../../domain/account/password-policy.js';
import { commandContext, requireSession } from '../caller.js';
import { newPasswordProblem } from '../new-password-problem.js';
import { rejectionProblem } from '../problem.js';
import { passwordProblems } from '../problems/password.js';
import { PasswordPolicy } from '../schemas/accounts.js';
import { Problem, LinkParams } from '../schemas/common.js';
import { ChangePasswordBody, ResetBody, ResetRequestBody } from '../schemas/passwords.js';

type PasswordRoutesDeps = ChangePasswordDeps &
  ResetPasswordDeps & {
    readonly mailRequests: MailRequests;
    /** Bounded: an answer never hangs on a read model. */
    readonly waitFor: (position: bigint) => Promise<unknown>;
  };

const tags = ['Passwords'];
/** A new password costs up to nine hashes. */
const changeLimit = { max: 30, timeWindow: 300_000 };
/** As for validation mails. */
const requestLimit = { max: 10, timeWindow: 600_000 };
const resetLimit = { max: 60, timeWindow: 600_000 };

/** The rules for passwords, changing the own one, and resetting a forgotten one by a link in a mail (A4, A5). */
export function passwordRoutes(deps: PasswordRoutesDeps): FastifyPluginAsyncZod {
  return async (app) => {
    app.route({
      method: 'GET',
      url: '/api/v1/public/password-policy',
      config: { access: 'public' },
      schema: { tags, summary: 'The rules for passwords', response: { 200: PasswordPolicy } },
      async handler(request, reply) {
        const rules = passwordRules.map((code) => ({ code, text: passwordProblems[code].title[request.language] }));
        return reply
          .header('vary', 'accept-language')
          .send({ ...passwordPolicy, rules, refusesCommonPasswords: deps.commonPasswords.areRefused });
      },
    });

    app.route({
      method: 'PUT',
      url: '/api/v1/me/password',
      config: { access: 'account', rateLimit: changeLimit },
      schema: {
        tags,
        summary: 'Change the own password; the other sessions end',
        body: ChangePasswordBody,
        response: { 204: z.undefined(), 409: Problem, 422: Problem, 423: Problem },
      },
      async handler(request, reply) {
        const { code = null, ...passwords } = request.body;
        const wish = { ...passwords, ...requireSession(request), code, address: request.ip };
        const result = await changePassword(deps, wish, commandContext(request));
        if (!result.ok) {
          throw newPasswordProblem(result.rejection, '/newPassword', deps.clock.now());
        }
        if (result.position !== null) await deps.waitFor(result.position);
        return reply.code(204).send();
      },
    });

    app.route({
      method: 'POST',
      url: '/api/v1/password-resets',
      config: { access: 'public', rateLimit: requestLimit },
      schema: {
        tags,
        summary: 'Ask for a mail with a link to set a new password; the answer is the same without an account',
        body: ResetRequestBody,
        response: { 202: z.undefined() },
      },
      async handler(request, reply) {
        await deps.mailRequests.leave('password-reset', request.body.email, request.correlationId);
        return reply.code(202).send();
      },
    });

    app.route({
      method: 'GET',
      url: '/api/v1/password-resets/:token',
      config: { access: 'public', rateLimit: resetLimit },
      schema: {
        tags,
        summary: 'Whether the link of the mail still sets a password; says nothing else',
        params: LinkParams,
        response: { 204: z.undefined(), 409: Problem, 422: Problem },
      },
      async handler(request, reply) {
        const link = await examineResetLink(deps, request.params.token);
        if (!link.ok) throw rejectionProblem(link.rejection);
        return reply.header('cache-control', 'no-store').code(204).send();
      },
    });

    app.route({
      method: 'PUT',
      url: '/api/v1/password-resets/:token',
      config: { access: 'public', rateLimit: resetLimit },
      schema: {
        tags,
        summary: 'Follow the link of the mail: sets a new password and ends all sessions',
        params: LinkParams,
        body: ResetBody,
        response: { 204: z.undefined(), 409: Problem, 410: Problem, 422: Problem },
      },
      async handler(request, reply) {
        const wish = { token: request.params.token, password: request.body.password };
        const result = await resetPassword(deps, wish, commandContext(request));
        if (!result.ok) throw newPasswordProblem(result.rejection, '/password', deps.clock.now());
        return reply.code(204).send();
      },
    });
  };
}
