import type { FastifyRequest } from 'fastify';
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import { z } from 'zod';
import { historyRows } from '../../adapters/spreadsheet/limits.js';
import type { Spreadsheets } from '../../adapters/spreadsheet/port.js';
import { undoCorrection } from '../../commands/correction/corrections.js';
import { managedPlant } from '../../commands/plant/manage.js';
import { AccountId, CorrectionId, PlantId } from '../../domain/kernel/ids.js';
import { commandContext, requireCaller } from '../caller.js';
import { ProblemError, rejectionProblem } from '../problem.js';
import { Problem } from '../schemas/common.js';
import { HistoryImport, HistoryImportList, HistoryPreview } from '../schemas/corrections.js';
import { rowsOfFile, takeUploads, uploadBody, uploadBodyLimit, uploadedFile } from '../uploaded-file.js';
import { importOf, importsOf, judgedRows, previewOf, takeHistory, type HistoryDeps } from './history-answers.js';
import { plantForViewing } from './production-deps.js';

type HistoryImportDeps = HistoryDeps & { readonly spreadsheets: Pick<Spreadsheets, 'read'> };

const tags = ['production'];
const url = '/api/v1/plants/:id/history-imports';
const PlantParams = z.object({ id: PlantId });
const ImportParams = z.object({ id: PlantId, importId: CorrectionId });
const problems = { 401: Problem, 402: Problem, 404: Problem };
const upload = { params: PlantParams, consumes: ['multipart/form-data'], body: uploadBody };
/** A file is read for each. */
const perCaller = {
  rateLimit: {
    max: 30,
    timeWindow: 60_000,
    keyGenerator: (request: FastifyRequest) => request.caller?.accountId ?? request.ip,
  },
};

/** What a plant made before the portal knew of it, from a table of days (C6): looked at first, then taken, and taken back. */
export function historyImportRoutes(deps: HistoryImportDeps): FastifyPluginAsyncZod {
  async function judged(request: FastifyRequest, plantId: PlantId) {
    const { accountId } = requireCaller(request);
    const plant = await plantForViewing(deps, accountId, plantId);
    if ((await managedPlant(deps.log, plantId, commandContext(request))) === null) {
      throw new ProblemError('plant.right-missing');
    }
    const { name, content } = await uploadedFile(request);
    const history = await judgedRows(deps, plant, await rowsOfFile(deps.spreadsheets, content, historyRows));
    return { plant, fileName: [...name].slice(-100).join(''), history };
  }

  return async (app) => {
    await takeUploads(app);
    app.get(
      url,
      {
        config: { access: 'readings:view' },
        schema: {
          tags,
          summary: 'Files of earlier times that were brought into a plant, the newest first',
          params: PlantParams,
          response: { 200: HistoryImportList, ...problems },
        },
      },
      async (request) => {
        await plantForViewing(deps, requireCaller(request).accountId, request.params.id);
        return importsOf(deps, request.params.id);
      },
    );

    app.post(
      `${url}/preview`,
      {
        config: { access: 'plants:change', ...perCaller },
        bodyLimit: uploadBodyLimit,
        schema: {
          ...{ tags, ...upload },
          summary: 'What of a table of days (.xlsx or .csv) would be taken; nothing is kept',
          response: { 200: HistoryPreview, 403: Problem, 422: Problem, ...problems },
        },
      },
      async (request) => {
        const { plant, fileName, history } = await judged(request, request.params.id);
        return previewOf(plant, fileName, history);
      },
    );

    app.post(
      url,
      {
        config: { access: 'plants:change', ...perCaller },
        bodyLimit: uploadBodyLimit,
        schema: {
          ...{ tags, ...upload },
          summary: 'Take the good rows of a table of days (.xlsx or .csv)',
          description:
            'Days in the first column; a column for each inverter, by its name or serial number, or one for the plant, which ' +
            'is shared out by nominal power. kWh, unless the title says Wh or MWh. Days with a value are left alone.',
          response: { 201: HistoryImport, 403: Problem, 422: Problem, ...problems },
        },
      },
      async (request, reply) => {
        const { id: plantId } = request.params;
        const file = await judged(request, plantId);
        return reply.code(201).send(await takeHistory(deps, request, plantId, async () => file));
      },
    );

    app.delete(
      `${url}/:importId`,
      {
        config: { access: 'plants:change' },
        schema: {
          tags,
          summary: 'Take everything back that a file brought; it stays in the history',
          params: ImportParams,
          response: { 200: HistoryImport, 403: Problem, ...problems },
        },
      },
      async (request) => {
        const { id: plantId, importId: correctionId } = request.params;
        const accountId = AccountId.parse(requireCaller(request).accountId);
        await plantForViewing(deps, accountId, plantId);
        await importOf(deps, plantId, correctionId);
        const handled = await undoCorrection(deps, { plantId, correctionId, accountId }, commandContext(request));
        if (!handled.ok) throw rejectionProblem(handled.rejection);
        if (handled.position !== null) await deps.waitFor(handled.position);
        return importOf(deps, plantId, correctionId);
      },
    );
  };
}
