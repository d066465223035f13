import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import { z } from 'zod';

export type PortalDeps = {
  readonly development: boolean;
  readonly operatorName: string;
  readonly publicUrl: string;
  /** Null = mails go to the local mailbox. */
  readonly smtpUrl: string | null;
};

const Portal = z
  .object({
    /** True while an embedded default is in use; the page says so. */
    development: z.boolean(),
    operatorName: z.string(),
    /** Page that shows the mails that were not sent, null when they are sent. */
    mailbox: z.string().nullable(),
    version: z.string(),
  })
  .meta({ id: 'Portal' });

/** What the page needs to know of the portal before anybody signs in. */
export function portalRoutes(deps: PortalDeps, version = '0.1.0'): FastifyPluginAsyncZod {
  return async (app) => {
    app.route({
      method: 'GET',
      url: '/api/v1/public/portal',
      schema: { tags: ['Public'], summary: 'About this portal', response: { 200: Portal } },
      handler: async () => ({
        development: deps.development,
        operatorName: deps.operatorName,
        mailbox: deps.smtpUrl === null ? `${deps.publicUrl}/dev/mailbox` : null,
        version,
      }),
    });
  };
}
