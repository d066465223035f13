import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import type { InverterCatalogue } from '../../commands/ports.js';
import { InverterTypeList } from '../schemas/plants.js';

type InverterTypeRoutesDeps = { readonly catalogue: InverterCatalogue };

/** B7: the supported inverter types, for everybody. */
export function inverterTypeRoutes({ catalogue }: InverterTypeRoutesDeps): FastifyPluginAsyncZod {
  return async (app) => {
    app.get(
      '/api/v1/inverter-types',
      {
        config: { access: 'public' },
        schema: { tags: ['Inverters'], summary: 'Supported inverter types', response: { 200: InverterTypeList } },
      },
      async (_request, reply) => {
        void reply.header('cache-control', 'public, max-age=300');
        const types = await catalogue.list();
        return { items: types.map((type) => ({ ...type, aliases: [...type.aliases] })), next: null };
      },
    );
  };
}
