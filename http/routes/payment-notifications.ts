import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import { z } from 'zod';
import { Problem } from '../schemas/common.js';
import type { PaymentNotifications } from '../../adapters/payment/notifications.js';
import type { PaymentGateway } from '../../commands/order/payment-gateway.js';
import { ProblemError } from '../problem.js';

type PaymentNotificationDeps = {
  readonly payments: Pick<PaymentGateway, 'provider' | 'parseNotification'>;
  readonly paymentNotifications: PaymentNotifications;
};

/** Those of Unzer have some 200 bytes. */
const maxBytes = 8 * 1024;

/**
 * Where the payment provider tells that something happened to a payment. Nobody proves here who they are, so nothing that
 * is said is believed: it is kept which payment to ask the provider about, and whatever is not ours gets the same answer.
 */
export function paymentNotificationRoutes(deps: PaymentNotificationDeps): FastifyPluginAsyncZod {
  const { payments, paymentNotifications: notifications } = deps;
  return async (app) => {
    // Providers send JSON under any name, also `text/plain`, or under none.
    app.removeAllContentTypeParsers();
    app.addContentTypeParser('*', { parseAs: 'string', bodyLimit: maxBytes }, (_request, body, done) =>
      done(null, body),
    );

    app.route({
      method: 'POST',
      url: '/api/v1/payments/notifications/:provider',
      config: { access: 'public' },
      schema: {
        tags: ['Orders'],
        summary: 'A payment provider tells that a payment has changed',
        description:
          'The body is that of the provider, in any content type. It is never believed: the state of the payment is asked of the provider. What is not of our provider changes nothing and gets the same answer.',
        params: z.object({ provider: z.string() }),
        response: { 200: { content: { 'text/plain': { schema: z.literal('') } } }, 404: Problem },
      },
      async handler(request, reply) {
        if (request.params.provider !== payments.provider) throw new ProblemError('request.not-found');
        const body: unknown = request.body;
        const told = typeof body === 'string' ? payments.parseNotification(body) : null;
        if (told === null) notifications.counts.foreign += 1;
        else if ((await notifications.leave(told.providerRef)) === 'full')
          throw new ProblemError('request.rate-limited');
        return reply.type('text/plain').send('');
      },
    });
  };
}
