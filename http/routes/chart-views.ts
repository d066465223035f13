import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import type { ChartView, KeptViews } from '../../adapters/kept-views.js';
import { requireCaller } from '../caller.js';
import { ChartViews } from '../schemas/chart-views.js';

const url = '/api/v1/me/chart-views';
const tags = ['production'];

/** Charts that somebody put together and gave a name. */
export function chartViewRoutes({ chartViews }: { readonly chartViews: KeptViews<ChartView> }): FastifyPluginAsyncZod {
  return async (app) => {
    app.get(
      url,
      {
        config: { access: 'account' },
        schema: { tags, summary: 'Kept charts of series', response: { 200: ChartViews } },
      },
      async (request) => ({ items: [...(await chartViews.list(requireCaller(request).accountId))] }),
    );

    app.put(
      url,
      {
        config: { access: 'account' },
        schema: {
          tags,
          summary: 'Keep these charts of series, instead of those of before',
          body: ChartViews,
          response: { 200: ChartViews },
        },
      },
      async (request) => {
        await chartViews.keep(requireCaller(request).accountId, request.body.items);
        return request.body;
      },
    );
  };
}
