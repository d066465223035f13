import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import { z } from 'zod';
import type {
  MapView,
  PublicCluster,
  PublicPlant as Plant,
  PublicPlantCursor,
  PublicPlantFilter,
  PublicPlantPage,
} from '../../projections/public-plant-queries.js';
import { sendTagged } from '../etag.js';
import { ProblemError } from '../problem.js';
import { Uuid } from '../schemas/common.js';
import {
  PublicMap,
  PublicMapQuery,
  PublicPlant,
  PublicPlantList,
  PublicPlantsQuery,
  PublicTotals,
} from '../schemas/public-plants.js';

export type PublicPlantsDeps = {
  readonly listPublicPlants: (
    filter: PublicPlantFilter,
    page: { readonly limit: number; readonly after: PublicPlantCursor | null },
  ) => Promise<PublicPlantPage>;
  readonly publicClusters: (filter: PublicPlantFilter, view: MapView) => Promise<readonly PublicCluster[]>;
  readonly findPublicPlant: (plantId: string) => Promise<Plant | null>;
  readonly publicTotals: () => Promise<z.infer<typeof PublicTotals>>;
};

const tags = ['Public'];
const config = { access: 'public' } as const;
/** What is not public any more must not stay in caches. */
const cache = 'shared';

/** B9: what everybody sees of the plants whose owners show them. */
export function publicPlantRoutes(deps: PublicPlantsDeps): FastifyPluginAsyncZod {
  return async (app) => {
    app.get(
      '/api/v1/public/plants',
      {
        config,
        schema: {
          tags,
          summary: 'Public plants, those first that made most today for each kilowatt',
          querystring: PublicPlantsQuery,
          response: { 200: PublicPlantList, 304: z.undefined() },
        },
      },
      async (request, reply) => {
        const { limit, cursor, ...filter } = request.query;
        const { items, next } = await deps.listPublicPlants(filter, { limit, after: readCursor(cursor) });
        const body = { items: [...items], next: next === null ? null : writeCursor(next) };
        return sendTagged(request, reply, body, { cache });
      },
    );

    app.get(
      '/api/v1/public/plants/map',
      {
        config,
        schema: {
          tags,
          summary: 'Public plants of a part of the map, near ones counted together',
          querystring: PublicMapQuery,
          response: { 200: PublicMap, 304: z.undefined() },
        },
      },
      async (request, reply) => {
        const { zoom, west: westDeg, south: southDeg, east: eastDeg, north: northDeg, ...filter } = request.query;
        const clusters = await deps.publicClusters(filter, { zoom, westDeg, southDeg, eastDeg, northDeg });
        return sendTagged(request, reply, { clusters: [...clusters] }, { cache });
      },
    );

    app.get(
      '/api/v1/public/plants/:id',
      {
        config,
        schema: {
          tags,
          summary: 'A public plant',
          params: z.object({ id: Uuid }),
          response: { 200: PublicPlant, 304: z.undefined() },
        },
      },
      async (request, reply) => {
        const plant = await deps.findPublicPlant(request.params.id);
        if (plant === null) throw new ProblemError('request.not-found');
        return sendTagged(request, reply, plant, { cache });
      },
    );

    app.get(
      '/api/v1/public/totals',
      {
        config,
        schema: { tags, summary: 'All public plants together', response: { 200: PublicTotals, 304: z.undefined() } },
      },
      async (request, reply) => sendTagged(request, reply, await deps.publicTotals(), { cache }),
    );
  };
}

function writeCursor({ rank, plantId }: PublicPlantCursor): string {
  return Buffer.from(`${rank} ${plantId}`).toString('base64url');
}

function readCursor(cursor: string | undefined): PublicPlantCursor | null {
  if (cursor === undefined) return null;
  const [rank = '', plantId = ''] = Buffer.from(cursor, 'base64url').toString('latin1').split(' ');
  const isRank = /^-?\d+(\.\d+)?(e[+-]?\d+)?$/.test(rank) && Number.isFinite(Number(rank));
  if (isRank && Uuid.safeParse(plantId).success) return { rank: Number(rank), plantId };
  throw new ProblemError('request.query-invalid', { errors: [{ pointer: '/cursor', code: 'invalid' }] });
}
