import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import { z } from 'zod';
import { sandboxChoices, sandboxMethods, type SandboxPages } from '../../adapters/payment/sandbox/port.js';
import { ProblemError } from '../problem.js';
import { sandboxPaymentPage } from './sandbox-payment-page.js';

const Params = z.object({ id: z.uuid() });
const Choice = z.object({ choice: z.enum(sandboxChoices), method: z.enum(sandboxMethods).default('onlineTransfer') });

/** A page of text, style and one form: no scripts, nothing from elsewhere. The form leads back to the portal. */
const formOnly =
  "default-src 'none'; style-src 'unsafe-inline'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

/** The payment page of the sandbox. Registered only where no real provider is configured, and never in production. */
export function sandboxPaymentRoutes({ sandbox }: { readonly sandbox: SandboxPages }): FastifyPluginAsyncZod {
  return async (app) => {
    app.addContentTypeParser('application/x-www-form-urlencoded', { parseAs: 'string' }, (_request, body, done) =>
      done(null, Object.fromEntries(new URLSearchParams(String(body)))),
    );

    app.route({
      method: 'GET',
      url: '/dev/payments/:id',
      config: { access: 'public' },
      schema: { hide: true, params: Params },
      async handler(request, reply) {
        const payment = await sandbox.find(request.params.id);
        if (payment === null) throw new ProblemError('request.not-found');
        return reply
          .type('text/html; charset=utf-8')
          .header('content-security-policy', formOnly)
          .header('cache-control', 'no-store')
          .send(sandboxPaymentPage(payment));
      },
    });

    app.route({
      method: 'POST',
      url: '/dev/payments/:id',
      config: { access: 'public' },
      schema: { hide: true, params: Params, body: Choice },
      async handler(request, reply) {
        const { id } = request.params;
        const { choice, method } = request.body;
        const payment = (await sandbox.choose(id, choice, method)) ?? (await sandbox.find(id));
        if (payment === null) throw new ProblemError('request.not-found');
        return reply.redirect(payment.returnUrl, 303);
      },
    });
  };
}
