import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import { z } from 'zod';
import {
  registerAccount,
  type RegisterAccountDeps,
  type RegistrationRejection,
} from '../../commands/account/register-account.js';
import {
  activateOperator,
  examineActivationLink,
  type ActivateOperatorDeps,
} from '../../commands/account/activate-operator.js';
import { examineValidationLink, validateEmail, type ValidateEmailDeps } from '../../commands/account/validate-email.js';
import type { MailRequests } from '../../commands/ports.js';
import type { Temporal } from '../../domain/kernel/time.js';
import { attemptProblem } from '../attempt-problem.js';
import { commandContext, requireSession } from '../caller.js';
import { newPasswordProblem } from '../new-password-problem.js';
import { ProblemError, rejectionProblem } from '../problem.js';
import {
  ActivationBody,
  Me,
  RegisterAnswer,
  RegisterBody,
  ResendBody,
  Session,
  ValidationBody,
} from '../schemas/accounts.js';
import { Problem, LinkParams } from '../schemas/common.js';
import { sessionAnswer, userAgentOf } from '../session-answer.js';
import { given } from './given.js';
import { answerMe, type MeDeps } from './me-answer.js';

type AccountRoutesDeps = RegisterAccountDeps &
  ValidateEmailDeps &
  ActivateOperatorDeps &
  MeDeps & {
    readonly mailRequests: MailRequests;
    /** Bounded: an answer never hangs on a read model. */
    readonly waitFor: (position: bigint) => Promise<unknown>;
    readonly publicUrl: string;
  };

/** Each of these sends mails or costs a password hash: per address, not more than a household needs. */
const registrationLimit = { max: 30, timeWindow: 600_000 };
const resendLimit = { max: 10, timeWindow: 600_000 };
const validationLimit = { max: 60, timeWindow: 600_000 };

/** Registration, validation of the address, and the caller's own account. */
export function accountRoutes(deps: AccountRoutesDeps): FastifyPluginAsyncZod {
  return async (app) => {
    app.route({
      method: 'POST',
      url: '/api/v1/accounts',
      config: { access: 'public', rateLimit: registrationLimit },
      schema: {
        tags: ['Accounts'],
        summary: 'Register; a mail with a link follows',
        body: RegisterBody,
        response: { 202: RegisterAnswer, 409: Problem, 422: Problem, 429: Problem },
      },
      async handler(request, reply) {
        const { company, spelling, accepted, ...form } = request.body;
        const result = await registerAccount(
          deps,
          {
            ...form,
            origin: request.ip,
            accepted: { terms: accepted.terms, privacy: accepted.privacy },
            company: company === undefined ? null : { ...company, vatId: company.vatId ?? null },
            ...(spelling === undefined ? {} : { spelling: given(spelling) }),
          },
          commandContext(request),
        );
        if (!result.ok) throw registrationProblem(result.rejection, deps.clock.now());
        return reply.code(202).send({ userName: form.userName, email: form.email });
      },
    });

    app.route({
      method: 'POST',
      url: '/api/v1/accounts/validations',
      config: { access: 'public', rateLimit: validationLimit },
      schema: {
        tags: ['Accounts'],
        summary: 'Follow the link of the mail: validates the address and signs in',
        description:
          'With the password of the registration, or a new one in its place; the token alone where nobody else registered with the address.',
        body: ValidationBody,
        response: { 200: Session, 409: Problem, 410: Problem, 422: Problem },
      },
      async handler(request, reply) {
        const { token, password = null, newPassword = null } = request.body;
        const wish = { token, password, newPassword, userAgent: userAgentOf(request), address: request.ip };
        const result = await validateEmail(deps, wish, commandContext(request));
        if (!result.ok) throw newPasswordProblem(result.rejection, '/newPassword', deps.clock.now());
        if (result.position !== null) await deps.waitFor(result.position);
        return reply.send(sessionAnswer(reply, result.session, { publicUrl: deps.publicUrl, now: deps.clock.now() }));
      },
    });

    app.route({
      method: 'GET',
      url: '/api/v1/accounts/validations/:token',
      config: { access: 'public', rateLimit: validationLimit },
      schema: {
        tags: ['Accounts'],
        summary: 'Whether the link of the mail still opens an account; says nothing else',
        params: LinkParams,
        response: { 204: z.undefined() },
      },
      async handler(request, reply) {
        const link = await examineValidationLink(deps, request.params.token);
        if (!link.ok) throw rejectionProblem(link.rejection);
        return reply.code(204).header('cache-control', 'no-store').send();
      },
    });

    app.route({
      method: 'POST',
      url: '/api/v1/accounts/activations',
      config: { access: 'public', rateLimit: validationLimit },
      schema: {
        tags: ['Accounts'],
        summary: 'Follow the one-time link of an operator’s account: sets the first password and signs in',
        body: ActivationBody,
        response: { 200: Session, 422: Problem },
      },
      async handler(request, reply) {
        const wish = { ...request.body, userAgent: userAgentOf(request) };
        const result = await activateOperator(deps, wish, commandContext(request));
        if (!result.ok) throw newPasswordProblem(result.rejection, '/password', deps.clock.now());
        if (result.position !== null) await deps.waitFor(result.position);
        return reply.send(sessionAnswer(reply, result.session, { publicUrl: deps.publicUrl, now: deps.clock.now() }));
      },
    });

    app.route({
      method: 'GET',
      url: '/api/v1/accounts/activations/:token',
      config: { access: 'public', rateLimit: validationLimit },
      schema: {
        tags: ['Accounts'],
        summary: 'Whether the link of the mail still opens an account of the operator; says nothing else',
        params: LinkParams,
        response: { 204: z.undefined(), 422: Problem },
      },
      async handler(request, reply) {
        const link = await examineActivationLink(deps, request.params.token);
        if (!link.ok) throw rejectionProblem(link.rejection);
        return reply.header('cache-control', 'no-store').code(204).send();
      },
    });

    app.route({
      method: 'POST',
      url: '/api/v1/accounts/validations/resend',
      config: { access: 'public', rateLimit: resendLimit },
      schema: {
        tags: ['Accounts'],
        summary: 'Send the validation mail again; the answer is the same without an account',
        body: ResendBody,
        response: { 202: z.undefined() },
      },
      async handler(request, reply) {
        await deps.mailRequests.leave('validation-mail', request.body.email, request.correlationId);
        return reply.code(202).send();
      },
    });

    app.route({
      method: 'GET',
      url: '/api/v1/me',
      config: { access: 'account', beforeAcceptance: true },
      schema: { tags: ['Accounts'], summary: 'The account of the caller', response: { 200: Me } },
      async handler(request, reply) {
        return reply.send(await answerMe(deps, reply, requireSession(request)));
      },
    });
  };
}

function registrationProblem(rejection: RegistrationRejection, now: Temporal.Instant): ProblemError {
  if (rejection.code === 'account.registration-invalid') {
    return new ProblemError(rejection.code, { errors: rejection.errors });
  }
  return attemptProblem(rejection, now);
}
