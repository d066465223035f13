import { createHash } from 'node:crypto';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import { z } from 'zod';
import type { DeviceErrorCursor, StoredDeviceError } from '../../adapters/readings/port.js';
import { deviceError } from '../../domain/production/device-errors.js';
import { deviceState } from '../../domain/production/device-states.js';
import { requireCaller } from '../caller.js';
import { ProblemError } from '../problem.js';
import { pageOf, Problem, Uuid, type Language } from '../schemas/common.js';
import { DeviceError, DeviceErrorsQuery, Overview, Series, SeriesQuery } from '../schemas/production.js';
import { plantForViewing, type PlantForViewing, type ProductionDeps } from './production-deps.js';
import { instantText, overviewOf } from './production-overview.js';
import { instantS, seriesOf } from './production-series.js';
import { fileWanted, sendSeries, type SeriesExportDeps } from './series-export.js';

const PlantParams = z.object({ id: Uuid });
const problems = { 401: Problem, 402: Problem, 404: Problem };
const DeviceErrorList = pageOf(DeviceError);

/** What a plant produces: the page's numbers, series of any resolution, the errors of its devices. */
export function productionRoutes(deps: SeriesExportDeps): FastifyPluginAsyncZod {
  return async (app) => {
    app.get(
      '/api/v1/plants/:id/overview',
      {
        config: { access: 'readings:view' },
        schema: { tags: ['production'], params: PlantParams, response: { 200: Overview, ...problems } },
      },
      async (request, reply) => {
        const plant = await plantForViewing(deps, requireCaller(request).accountId, request.params.id);
        const overview = await overviewOf(plant, deps);
        return tagged(request, reply, { ...overview, asOf: '' }, overview);
      },
    );
    app.get(
      '/api/v1/plants/:id/series',
      {
        config: { access: 'readings:view' },
        schema: {
          tags: ['production'],
          params: PlantParams,
          querystring: SeriesQuery,
          response: { 200: Series, 422: Problem, ...problems },
        },
      },
      async (request, reply) => {
        const plant = await plantForViewing(deps, requireCaller(request).accountId, request.params.id);
        const file = fileWanted(request.headers.accept ?? '');
        if (file !== null) return sendSeries(file, plant, { ...request.query, numbers: 'point' }, deps, request, reply);
        const series = await seriesOf(plant, request.query, deps);
        return tagged(request, reply, series, series);
      },
    );
    app.get(
      '/api/v1/plants/:id/device-errors',
      {
        config: { access: 'readings:view' },
        schema: {
          tags: ['production'],
          params: PlantParams,
          querystring: DeviceErrorsQuery,
          response: { 200: DeviceErrorList, 422: Problem, ...problems },
        },
      },
      async (request, reply) => {
        const plant = await plantForViewing(deps, requireCaller(request).accountId, request.params.id);
        const page = await errorsPage(plant, request.query, deps.production, request.language);
        return tagged(request, reply, page, page);
      },
    );
  };
}

/** Answers 304 when the caller has it already. `content` is what the tag speaks of. */
function tagged<T>(request: FastifyRequest, reply: FastifyReply, content: unknown, body: T) {
  const etag = `"${createHash('sha1').update(JSON.stringify(content)).digest('base64url')}"`;
  reply.header('etag', etag).header('cache-control', 'private, no-cache').header('vary', 'accept, accept-language');
  if (request.headers['if-none-match'] === etag) return reply.code(304).send();
  return reply.send(body);
}

async function errorsPage(
  plant: PlantForViewing,
  query: z.infer<typeof DeviceErrorsQuery>,
  production: ProductionDeps['production'],
  language: Language,
): Promise<z.infer<typeof DeviceErrorList>> {
  const inverters = plant.inverters.filter(({ id }) => query.inverterId === undefined || id === query.inverterId);
  const names = new Map(inverters.map(({ id, name }) => [id, name]));
  const end = (text: string | undefined) => (text === undefined ? null : instantS(plant.timeZone, text));
  const found = await production.deviceErrors(
    [...names.keys()],
    { fromS: end(query.from), toS: end(query.to) },
    { limit: query.limit + 1, after: query.cursor === undefined ? null : readCursor(query.cursor) },
  );
  const items = found.slice(0, query.limit);
  const last = found.length > query.limit ? items.at(-1) : undefined;
  return {
    items: items.map((error) => shownError(error, names.get(error.inverterId) ?? '', language)),
    next: last === undefined ? null : writeCursor(last),
  };
}

function shownError(error: StoredDeviceError, inverterName: string, language: Language): z.infer<typeof DeviceError> {
  const { text, known } = deviceError(error.code);
  const stateText = (state: number | null) => (state === null ? null : deviceState(state).text[language]);
  return {
    id: error.id,
    inverterId: error.inverterId,
    inverterName,
    serialNumber: error.serialNumber,
    at: instantText(error.atS) ?? '',
    code: error.code,
    text: text[language],
    known,
    deviceState: error.state,
    deviceStateText: stateText(error.state),
    deviceStateAfter: error.stateAfter,
    deviceStateAfterText: stateText(error.stateAfter),
  };
}

function writeCursor({ atS, id }: DeviceErrorCursor): string {
  return Buffer.from(`${atS}.${id}`).toString('base64url');
}

function readCursor(cursor: string): DeviceErrorCursor {
  const parts = /^(-?\d{1,12})\.(\d{1,18})$/.exec(Buffer.from(cursor, 'base64url').toString('latin1'));
  if (parts?.[1] === undefined || parts[2] === undefined) throw new ProblemError('errors.cursor-invalid');
  return { atS: Number(parts[1]), id: parts[2] };
}
