import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import { z } from 'zod';
import type { PublicPlant } from '../../projections/public-plant-queries.js';
import { sendTagged } from '../etag.js';
import { Language, Uuid } from '../schemas/common.js';
import { widgetPage, widgetPolicy } from './widget-page.js';

type WidgetDeps = {
  readonly publicUrl: string;
  readonly findPublicPlant: (plantId: string) => Promise<PublicPlant | null>;
};

const WidgetQuery = z.object({ lang: Language.optional(), theme: z.enum(['light', 'dark', 'auto']).default('auto') });

/** D6: the figures of a public plant in a frame of any page. Caches ask each time: it is gone as soon as it is hidden. */
export function widgetRoutes({ publicUrl, findPublicPlant }: WidgetDeps): FastifyPluginAsyncZod {
  return async (app) => {
    app.get(
      '/widget/plants/:id',
      { config: { access: 'public' }, schema: { params: z.object({ id: Uuid }), querystring: WidgetQuery } },
      async (request, reply) => {
        const { lang: language = request.language, theme } = request.query;
        const plant = await findPublicPlant(request.params.id);
        const page = widgetPage(plant, { language, theme }, publicUrl);
        // The one page that may stand in a frame of others.
        reply
          .removeHeader('x-frame-options')
          .headers({ 'content-security-policy': widgetPolicy, 'cross-origin-resource-policy': 'cross-origin' })
          .headers({ 'content-language': language, vary: 'accept-language' })
          .type('text/html; charset=utf-8');
        if (plant === null) return reply.code(404).header('cache-control', 'no-store').send(page);
        return sendTagged(request, reply, page, { cache: 'shared' });
      },
    );
  };
}
