import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import { z } from 'zod';
import type { DeviceErrorCursor, StoredDeviceError } from '../../adapters/readings/port.js';
import { deviceError } from '../../domain/production/device-errors.js';
import { deviceState } from '../../domain/production/device-states.js';
import { requireCaller } from '../caller.js';
import { fileTypes } from '../send-file.js';
import { sendTagged } from '../etag.js';
import { ProblemError } from '../problem.js';
import { fileOf, pageOf, Problem, Uuid, type Language } from '../schemas/common.js';
import { DeviceError, DeviceErrorsQuery, Overview, Series, SeriesQuery } from '../schemas/production.js';
import { plantForViewing, type PlantForViewing, type ProductionDeps } from './production-deps.js';
import { instantText } from '../../domain/kernel/time.js';
import { overviewOf } from './production-overview.js';
import { instantS, isClosed, seriesOf } from './production-series.js';
import { fileWanted, sendSeries, type SeriesExportDeps } from './series-export.js';

const PlantParams = z.object({ id: Uuid });
const tags = ['production'];
const DeviceErrorList = pageOf(DeviceError);

/** What a plant produces: the page's numbers, series of any resolution, the errors of its devices. */
export function productionRoutes(deps: SeriesExportDeps): FastifyPluginAsyncZod {
  return async (app) => {
    app.get(
      '/api/v1/plants/:id/overview',
      {
        config: { access: 'readings:view' },
        schema: {
          tags,
          summary: 'What a plant and its inverters do now, and made today, this month, this year and in all',
          params: PlantParams,
          response: { 200: Overview, 304: z.undefined(), 402: Problem },
        },
      },
      async (request, reply) => {
        const plant = await plantForViewing(deps, requireCaller(request).accountId, request.params.id);
        const overview = await overviewOf(plant, deps);
        return sendTagged(request, reply, overview, { cache: 'asking', tagged: { ...overview, asOf: '' } });
      },
    );
    app.get(
      '/api/v1/plants/:id/series',
      {
        config: { access: 'readings:view' },
        schema: {
          tags,
          summary: 'Series of power, energy and measurements; as a file where `Accept` asks for CSV or XLSX',
          description:
            'What was measured on days that ended before yesterday may be kept for a day without asking; everything else ' +
            'is asked for with its `ETag`.',
          params: PlantParams,
          querystring: SeriesQuery,
          response: {
            200: fileOf([fileTypes.csv, fileTypes.xlsx], Series),
            304: z.undefined(),
            402: Problem,
            422: Problem,
          },
        },
      },
      async (request, reply) => {
        const plant = await plantForViewing(deps, requireCaller(request).accountId, request.params.id);
        const file = fileWanted(request.headers.accept ?? '');
        if (file !== null) return sendSeries(file, plant, { ...request.query, numbers: 'point' }, deps, reply);
        const series = await seriesOf(plant, request.query, deps);
        const cache = isClosed(plant, request.query, deps.clock.now()) ? 'closed' : 'asking';
        // Accept: files have no tag; the others: what one caller may keep is not for the next one.
        reply.header('vary', 'accept, authorization, cookie');
        return sendTagged(request, reply, series, { cache });
      },
    );
    app.get(
      '/api/v1/plants/:id/device-errors',
      {
        config: { access: 'readings:view' },
        schema: {
          tags,
          summary: 'What the inverters have reported as errors, the newest first',
          params: PlantParams,
          querystring: DeviceErrorsQuery,
          response: { 200: DeviceErrorList, 304: z.undefined(), 402: Problem, 422: Problem },
        },
      },
      async (request, reply) => {
        const plant = await plantForViewing(deps, requireCaller(request).accountId, request.params.id);
        const page = await errorsPage(plant, request.query, deps.production, request.language);
        reply.header('vary', 'accept-language');
        return sendTagged(request, reply, page, { cache: 'asking' });
      },
    );
  };
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
    at: instantText(error.atS),
    code: error.code,
    text: text[language],
    known,
    deviceState: error.state,
    deviceStateText: stateText(error.state),
    deviceStateAfter: error.stateAfter,
    deviceStateAfterText: stateText(error.stateAfter),
    runningAgainAt: error.runningAgainS === null ? null : instantText(error.runningAgainS),
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
