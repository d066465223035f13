import type { FastifyRequest } from 'fastify';
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import { z } from 'zod';
import { historyRows } from '../../adapters/spreadsheet/limits.js';
import type { Spreadsheets } from '../../adapters/spreadsheet/port.js';
import {
  correctionIdOf,
  importHistory,
  loadCorrections,
  undoCorrection,
} from '../../commands/correction/corrections.js';
import { managedPlant } from '../../commands/plant/manage.js';
import type { HistoryImport as Kept } from '../../domain/correction/corrections.js';
import { daysIn, judgeHistory, type JudgedHistory } from '../../domain/correction/history-file.js';
import { clear } from '../../domain/kernel/event.js';
import { AccountId, CorrectionId, InverterId, PlantId } from '../../domain/kernel/ids.js';
import { dayNumber, dayText } from '../../domain/production/device-clock.js';
import { commandContext, requireCaller } from '../caller.js';
import { ProblemError, rejectionProblem } from '../problem.js';
import { Problem } from '../schemas/common.js';
import { HistoryImport, HistoryImportList, HistoryPreview } from '../schemas/corrections.js';
import { rowsOfFile, takeUploads, uploadBody, uploadBodyLimit, uploadedFile } from '../uploaded-file.js';
import type { CorrectionRoutesDeps } from './corrections.js';
import { plantForViewing, type PlantForViewing, type ProductionDeps } from './production-deps.js';

type HistoryImportDeps = Omit<CorrectionRoutesDeps, 'production'> & {
  readonly spreadsheets: Pick<Spreadsheets, 'read'>;
  readonly production: Pick<ProductionDeps['production'], 'dailyEnergy'>;
};

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
    const history = await judgedFile(deps, plant, await rowsOfFile(deps.spreadsheets, content, historyRows));
    return { plant, fileName: [...name].slice(-100).join(''), history };
  }

  async function listOf(plantId: PlantId): Promise<z.infer<typeof HistoryImportList>> {
    const all = [...(await loadCorrections(deps.log, plantId)).values()].filter((one) => one.kind === 'history');
    const people = all.flatMap(({ by, undone }) => (undone === null ? [by] : [by, undone.by]));
    const names = await deps.namesOf([...new Set(people)]);
    return { items: all.reverse().map((one) => importAnswer(one, names)), next: null };
  }

  async function found(plantId: PlantId, importId: string): Promise<z.infer<typeof HistoryImport>> {
    const one = (await listOf(plantId)).items.find(({ id }) => id === importId);
    if (one === undefined) throw new ProblemError('correction.not-found');
    return one;
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
        return listOf(request.params.id);
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
        const accountId = AccountId.parse(requireCaller(request).accountId);
        const context = commandContext(request);
        const correctionId = correctionIdOf(plantId, accountId, context.idempotencyKey);
        const { fileName, history } = await judged(request, plantId);
        // Sent once more: its own days are known by now.
        if (!(await loadCorrections(deps.log, plantId)).has(correctionId)) {
          const wish = { plantId, accountId, correctionId, fileName, parts: history.parts };
          const handled = await importHistory(deps, wish, context);
          if (!handled.ok) throw rejectionProblem(handled.rejection);
          if (handled.position !== null) await deps.waitFor(handled.position);
        }
        return reply.code(201).send(await found(plantId, correctionId));
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
        await found(plantId, correctionId);
        const handled = await undoCorrection(deps, { plantId, correctionId, accountId }, commandContext(request));
        if (!handled.ok) throw rejectionProblem(handled.rejection);
        if (handled.position !== null) await deps.waitFor(handled.position);
        return found(plantId, correctionId);
      },
    );
  };
}

/** A century. */
const maxDays = 36_525;

async function judgedFile(
  { production, clock }: Pick<HistoryImportDeps, 'production' | 'clock'>,
  plant: PlantForViewing,
  rows: Parameters<typeof judgeHistory>[0],
): Promise<JudgedHistory> {
  const { first, last } = daysIn(rows) ?? { first: 0, last: -1 };
  // Days beyond all sense are refused without asking for them.
  const length = last - first < maxDays ? last - first + 2 : 0;
  const bounds = Array.from({ length }, (_, index) => first + index);
  const known = await production.dailyEnergy(
    plant.inverters.map(({ id }) => id),
    bounds,
  );
  const history = judgeHistory(rows, {
    places: plant.inverters.map(({ id, ...place }) => ({ ...place, inverterId: InverterId.parse(id) })),
    today: dayText(dayNumber(plant.timeZone, clock.now().epochMilliseconds / 1_000)),
    isKnown: (inverterId, day) => (known.get(inverterId)?.[day - first] ?? null) !== null,
  });
  if (history === null) throw new ProblemError('history.columns-unknown');
  return history;
}

function previewOf(plant: PlantForViewing, fileName: string, history: JudgedHistory): z.infer<typeof HistoryPreview> {
  const { columns, rows } = history;
  const names = new Map(plant.inverters.map(({ id, name }) => [id, name]));
  const taken = rows.filter(({ verdict }) => verdict === 'taken');
  const years = new Map<number, { days: number; energyWh: number }>();
  for (const { day, energyWh } of taken) {
    const year = Number(day?.slice(0, 4));
    const sum = years.get(year) ?? { days: 0, energyWh: 0 };
    years.set(year, { days: sum.days + 1, energyWh: sum.energyWh + (energyWh ?? 0) });
  }
  const days = taken.flatMap(({ day }) => day ?? []).sort();
  return {
    fileName,
    columns: columns.map(({ title, of }) => ({
      ...{ title, of },
      name: of === 'plant' ? plant.name : of === null ? null : (names.get(of) ?? null),
    })),
    counts: [...new Set(rows.map(({ verdict }) => verdict))].map((verdict) => ({
      verdict,
      rows: rows.filter((row) => row.verdict === verdict).length,
    })),
    firstDay: days[0] ?? null,
    lastDay: days.at(-1) ?? null,
    years: [...years].sort(([a], [b]) => a - b).map(([year, sum]) => ({ year, ...sum })),
    rows: [...rows],
  };
}

function importAnswer(
  { correctionId, fileName, parts, at, by, undone }: Kept,
  names: ReadonlyMap<string, string>,
): z.infer<typeof HistoryImport> {
  const ends = parts.flatMap(({ firstDay, energyWh }) => {
    const first = Date.parse(firstDay) / 86_400_000;
    return [first, first + energyWh.length - 1];
  });
  const values = parts.flatMap(({ energyWh }) => energyWh.filter((value) => value !== null));
  return {
    id: correctionId,
    fileName: clear(fileName),
    firstDay: dayText(Math.min(...ends)),
    lastDay: dayText(Math.max(...ends)),
    values: values.length,
    energyWh: values.reduce((sum, value) => sum + value, 0),
    made: { at, by: names.get(by) ?? null },
    undone: undone && { at: undone.at, by: names.get(undone.by) ?? null },
  };
}
