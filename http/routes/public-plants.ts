import { createHash } from 'node:crypto';
import type { FastifyReply, FastifyRequest } from 'fastify';
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
import { ProblemError } from '../problem.js';
import { Problem, Uuid } from '../schemas/common.js';
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
          response: { 200: PublicPlantList, 400: Problem },
        },
      },
      async (request, reply) => {
        const { limit, cursor, ...filter } = request.query;
        const { items, next } = await deps.listPublicPlants(filter, { limit, after: readCursor(cursor) });
        return tagged(request, reply, { items: [...items], next: next === null ? null : writeCursor(next) });
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
          response: { 200: PublicMap, 400: Problem },
        },
      },
      async (request, reply) => {
        const { zoom, west: westDeg, south: southDeg, east: eastDeg, north: northDeg, ...filter } = request.query;
        const clusters = await deps.publicClusters(filter, { zoom, westDeg, southDeg, eastDeg, northDeg });
        return tagged(request, reply, { clusters: [...clusters] });
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
          response: { 200: PublicPlant, 404: Problem },
        },
      },
      async (request, reply) => {
        const plant = await deps.findPublicPlant(request.params.id);
        if (plant === null) throw new ProblemError('request.not-found');
        return tagged(request, reply, plant);
      },
    );

    app.get(
      '/api/v1/public/totals',
      { config, schema: { tags, summary: 'All public plants together', response: { 200: PublicTotals } } },
      async (request, reply) => tagged(request, reply, await deps.publicTotals()),
    );
  };
}

/** Caches ask each time: what is not public any more must not stay in them. */
function tagged<T>(request: FastifyRequest, reply: FastifyReply, body: T) {
  const etag = `"${createHash('sha1').update(JSON.stringify(body)).digest('base64url')}"`;
  reply.header('etag', etag).header('cache-control', 'public, no-cache');
  return request.headers['if-none-match'] === etag ? reply.code(304).send() : reply.send(body);
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
