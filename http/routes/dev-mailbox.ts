import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import { z } from 'zod';
import { mailExamples } from '../../adapters/mail/gallery/gallery.js';
import type { MailExample } from '../../adapters/mail/gallery/port.js';
import type { Mailbox } from '../../adapters/mail/port.js';
import { isFromThisMachine } from '../local-caller.js';
import { ProblemError } from '../problem.js';
import { Language } from '../schemas/common.js';
import { mailGalleryPage } from './dev-mail-gallery-page.js';
import { mailboxPage, textPage } from './dev-mailbox-page.js';

type DevMailboxDeps = {
  readonly mailbox: Mailbox;
  /** Show it to everybody, not only to this machine: whoever reads it can take every account over. */
  readonly isMailboxOpen: boolean;
};

const MailNumber = z.string().regex(/^\d{1,18}$/);
const ExampleNumber = z.coerce.number().int().min(0).max(999);
const MailsQuery = z.object({ to: z.string().max(254).optional() });

/** Pages of text and style only: no scripts, nothing from elsewhere. */
const stylesOnly = "default-src 'none'; style-src 'unsafe-inline'; frame-src 'self'; frame-ancestors 'self'";

/** The mailbox of development: what would have been sent. Registered only where no SMTP server is configured. */
export function devMailboxRoutes({ mailbox, isMailboxOpen }: DevMailboxDeps): FastifyPluginAsyncZod {
  return async (app) => {
    app.addHook('onRequest', async (request) => {
      if (!isMailboxOpen && !isFromThisMachine(request)) throw new ProblemError('request.not-found');
    });

    app.route({
      method: 'GET',
      url: '/dev/mails',
      config: { access: 'public' },
      schema: { hide: true, querystring: MailsQuery },
      handler: async (request, reply) =>
        reply.header('cache-control', 'no-store').send({ items: await mailbox.list(request.query), next: null }),
    });

    app.route({
      method: 'GET',
      url: '/dev/mails/gallery',
      config: { access: 'public' },
      schema: { hide: true, querystring: z.object({ mail: ExampleNumber.default(0) }) },
      async handler(request, reply) {
        const shown = { example: exampleAt(request.query.mail), index: request.query.mail };
        return reply
          .type('text/html; charset=utf-8')
          .header('content-security-policy', stylesOnly)
          .send(mailGalleryPage(mailExamples, shown, request.language));
      },
    });

    app.route({
      method: 'GET',
      url: '/dev/mails/gallery/:number/:language',
      config: { access: 'public' },
      schema: { hide: true, params: z.object({ number: ExampleNumber, language: Language }) },
      async handler(request, reply) {
        const { number, language } = request.params;
        const { html, text } = exampleAt(number).say(language);
        return reply
          .type('text/html; charset=utf-8')
          .header('content-security-policy', stylesOnly)
          .send(html ?? textPage(text));
      },
    });

    app.route({
      method: 'GET',
      url: '/dev/mails/:id',
      config: { access: 'public' },
      schema: { hide: true, params: z.object({ id: MailNumber }) },
      async handler(request, reply) {
        const mail = await mailbox.find(request.params.id);
        if (mail === null) throw new ProblemError('request.not-found');
        return reply
          .type('text/html; charset=utf-8')
          .header('content-security-policy', stylesOnly)
          .send(inFrame(mail.html ?? textPage(mail.text)));
      },
    });

    app.route({
      method: 'GET',
      url: '/dev/mails/:id/attachments/:number',
      config: { access: 'public' },
      schema: { hide: true, params: z.object({ id: MailNumber, number: z.coerce.number().int().min(1).max(99) }) },
      async handler(request, reply) {
        const mail = await mailbox.find(request.params.id);
        const attachment = mail?.attachments[request.params.number - 1];
        if (attachment === undefined) throw new ProblemError('request.not-found');
        return reply
          .type(attachment.contentType)
          .header('content-disposition', `attachment; filename="${attachment.name}"`)
          .send('text' in attachment ? attachment.text : Buffer.from(attachment.base64, 'base64'));
      },
    });

    app.route({
      method: 'GET',
      url: '/dev/mailbox',
      config: { access: 'public' },
      schema: { hide: true, querystring: MailsQuery },
      async handler(request, reply) {
        const mails = await mailbox.list(request.query);
        return reply
          .type('text/html; charset=utf-8')
          .header('content-security-policy', stylesOnly)
          .header('cache-control', 'no-store')
          .send(mailboxPage(mails, request.language));
      },
    });
  };
}

function exampleAt(number: number): MailExample {
  const example = mailExamples[number];
  if (example === undefined) throw new ProblemError('request.not-found');
  return example;
}

/** Links of the mail lead out of the frame that shows it. */
function inFrame(html: string): string {
  return html.replace('<head>', '<head>\n<base target="_blank">');
}
