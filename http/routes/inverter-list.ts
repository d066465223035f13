import { fileTypes, sendFile } from '../send-file.js';
import type { FastifyRequest } from 'fastify';
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import { z } from 'zod';
import type { Spreadsheets } from '../../adapters/spreadsheet/port.js';
import {
  addInverterList,
  correctInverterList,
  judgeInverterList,
  uploadInverterList,
  type AddedRow,
  type JudgedRow,
  type RowCorrection,
} from '../../commands/plant/inverter-list.js';
import type { InverterList, InverterLists } from '../../commands/ports.js';
import { PlantId, type SerialNumber } from '../../domain/kernel/ids.js';
import { commandContext, requireCaller } from '../caller.js';
import { inverterTemplate, listedInverters } from '../inverter-list-columns.js';
import { ProblemError, renderProblem } from '../problem.js';
import { fieldProblems } from '../problems/fields.js';
import { problemEntries } from '../problems/index.js';
import { Problem, fileOf, Uuid, type Language } from '../schemas/common.js';
import { ConfirmAnswer, ConfirmBody, ListAnswer, ListCorrections, ListedFields } from '../schemas/inverter-list.js';
import { rowsOfFile, takeUploads, uploadBody, uploadBodyLimit, uploadedFile } from '../uploaded-file.js';
import { wrongCodes } from '../wrong-codes.js';
import type { InverterRoutesDeps } from './inverters.js';

export type InverterListRoutesDeps = InverterRoutesDeps & {
  readonly spreadsheets: Spreadsheets;
  readonly inverterLists: InverterLists;
  /** Of one account, in lists; 1200 when left out. */
  readonly wrongCodesPerHour?: number;
};

const tags = ['Inverters'];
const PlantParams = z.object({ id: PlantId });
const ListParams = z.object({ id: PlantId, importId: Uuid });
const path = '/api/v1/plants/:id/inverters';

/** B3: the list of inverters from a spreadsheet: template, upload with a verdict per row, corrections, confirmation. */
export function inverterListRoutes(deps: InverterListRoutesDeps): FastifyPluginAsyncZod {
  const sightings = {
    lastSeen: async (serialNumber: SerialNumber) =>
      (await deps.lastSeen([serialNumber])).get(serialNumber)?.lastSeenAt ?? null,
  };
  const listDeps = { ...deps, sightings };
  const wrong = wrongCodes(deps.clock, deps.wrongCodesPerHour);
  const guessing = {
    rateLimit: {
      max: deps.codeAttemptsPerMinute ?? 20,
      timeWindow: 60_000,
      keyGenerator: (request: FastifyRequest) => request.caller?.accountId ?? request.ip,
    },
  };

  async function listOf(request: FastifyRequest, { id, importId }: z.infer<typeof ListParams>): Promise<InverterList> {
    const list = await deps.inverterLists.find(importId, requireCaller(request).accountId);
    if (list === null || list.plantId !== id) throw new ProblemError('inverter.list-not-found');
    return list;
  }

  function mustMayTryCodes(request: FastifyRequest): void {
    if (wrong.isSpent(requireCaller(request).accountId)) throw new ProblemError('inverter.list-codes-paused');
  }

  async function judged(request: FastifyRequest, list: InverterList): Promise<z.infer<typeof ListAnswer>> {
    const rows = await judgeInverterList(listDeps, list, commandContext(request));
    if (rows === null) throw new ProblemError('plant.not-found');
    wrong.add(list.accountId, rows.filter(({ verdict }) => verdict === 'wrongCode').length);
    return {
      id: list.id,
      expiresAt: list.uploadedAt.add({ hours: 24 }).toString(),
      rows: rows.map((row) => rowAnswer(row, request.language)),
    };
  }

  return async (app) => {
    await takeUploads(app);
    app.get(
      `${path}/template.xlsx`,
      {
        config: { access: 'plants:view' },
        schema: {
          tags,
          summary: 'Spreadsheet to fill in',
          params: PlantParams,
          response: { 200: fileOf([fileTypes.xlsx]) },
        },
      },
      async (request, reply) => {
        const record = await deps.findPlant(requireCaller(request).accountId, request.params.id);
        if (record === null) throw new ProblemError('plant.not-found');
        const { language } = request;
        const content = deps.spreadsheets.write(inverterTemplate(language, record.plant, await deps.catalogue.list()));
        const name = language === 'de' ? 'wechselrichter' : 'inverters';
        reply.header('content-language', language).header('vary', 'accept-language');
        return sendFile(reply, { type: fileTypes.xlsx, name: `${name}.xlsx`, content });
      },
    );

    app.post(
      `${path}/import`,
      {
        config: { access: 'plants:change', ...guessing },
        bodyLimit: uploadBodyLimit,
        schema: {
          tags,
          summary: 'Upload a list of inverters (.xlsx or .csv); nothing is added yet',
          consumes: ['multipart/form-data'],
          params: PlantParams,
          body: uploadBody,
          response: { 201: ListAnswer, 422: Problem, 429: Problem },
        },
      },
      async (request, reply) => {
        mustMayTryCodes(request);
        const { accountId } = requireCaller(request);
        if ((await deps.findPlant(accountId, request.params.id)) === null) throw new ProblemError('plant.not-found');
        const rows = await uploadedRows(deps.spreadsheets, request);
        const upload = { accountId, plantId: request.params.id, rows };
        const list = await uploadInverterList(listDeps, upload, commandContext(request));
        if (list === null) throw new ProblemError('plant.not-found');
        void reply.code(201).header('location', `/api/v1/plants/${list.plantId}/inverters/import/${list.id}`);
        return judged(request, list);
      },
    );

    app.get(
      `${path}/import/:importId`,
      {
        config: { access: 'plants:change', ...guessing },
        schema: { tags, summary: 'An uploaded list', params: ListParams, response: { 200: ListAnswer } },
      },
      async (request) => {
        mustMayTryCodes(request);
        return judged(request, await listOf(request, request.params));
      },
    );

    app.patch(
      `${path}/import/:importId`,
      {
        config: { access: 'plants:change', ...guessing },
        schema: {
          tags,
          summary: 'Correct rows of an uploaded list, and check it again',
          params: ListParams,
          body: ListCorrections,
          response: { 200: ListAnswer },
        },
      },
      async (request) => {
        mustMayTryCodes(request);
        const list = await listOf(request, request.params);
        return judged(request, await correctInverterList(listDeps, list, correctionsOf(list, request.body.rows)));
      },
    );

    app.post(
      `${path}/import/:importId/confirm`,
      {
        config: { access: 'plants:change', ...guessing },
        schema: {
          tags,
          summary: 'Add the chosen rows of an uploaded list; the same again adds nothing twice',
          params: ListParams,
          body: ConfirmBody,
          response: { 200: ConfirmAnswer, 429: Problem },
        },
      },
      async (request) => {
        mustMayTryCodes(request);
        const found = await listOf(request, request.params);
        const corrections = correctionsOf(found, request.body.rows);
        const list = await correctInverterList(listDeps, found, corrections);
        const lines = corrections.map(({ line }) => line).filter((line) => isWellFormed(list, line));
        const results = await addInverterList(listDeps, list, lines, commandContext(request));
        if (results === null) throw new ProblemError('plant.not-found');
        wrong.add(list.accountId, results.filter(hasWrongCode).length);
        const positions = results.flatMap((result) => (result.ok && result.position !== null ? [result.position] : []));
        await Promise.all(positions.slice(-1).map((position) => deps.waitFor(position)));
        const malformed = corrections
          .filter(({ line }) => !lines.includes(line))
          .map(({ line }) => ({ line, ok: false as const, rejection: { code: 'request.invalid' } }));
        const rows = [...results, ...malformed].map((result) => resultAnswer(result, request.language));
        const added = rows.filter(({ problem }) => problem === null).length;
        return { added, refused: rows.length - added, rows: rows.sort((a, b) => a.line - b.line) };
      },
    );
  };
}

async function uploadedRows(spreadsheets: Spreadsheets, request: FastifyRequest): Promise<InverterList['rows']> {
  const { content } = await uploadedFile(request);
  const rows = listedInverters(await rowsOfFile(spreadsheets, content));
  if (rows === null) throw new ProblemError('spreadsheet.columnsMissing');
  if (rows.length === 0) throw new ProblemError('spreadsheet.empty');
  return rows;
}

/** Each correction must name a row of the list, and no row twice. */
function correctionsOf(list: InverterList, rows: z.infer<typeof ListCorrections>['rows']): readonly RowCorrection[] {
  const lines = new Set(list.rows.map(({ line }) => line));
  const errors = rows.flatMap(({ line }, index) =>
    lines.delete(line) ? [] : [{ pointer: `/rows/${index}/line`, code: 'invalid' }],
  );
  if (errors.length > 0) throw new ProblemError('request.invalid', { errors });
  return rows.map(
    (row) => Object.fromEntries(Object.entries(row).filter(([, value]) => value !== undefined)) as RowCorrection,
  );
}

function isWellFormed(list: InverterList, line: number): boolean {
  return ListedFields.safeParse(list.rows.find((row) => row.line === line)).success;
}

function rowAnswer(
  { row, verdict, rejection }: JudgedRow,
  language: Language,
): z.infer<typeof ListAnswer>['rows'][number] {
  const shape = ListedFields.safeParse(row, { reportInput: true });
  const malformed = shape.success ? [] : fieldProblems(shape.error.issues, language);
  const errors = [...malformed.map((error) => ({ ...error, message: error.message ?? '' }))];
  if (rejection !== null && errors.length === 0) errors.push(fieldError(rejection.code, language));
  return { ...row, verdict: errors.length > 0 && verdict !== 'added' ? 'invalid' : verdict, errors };
}

/** The list names what the form chooses. */
const namedFields: Readonly<Record<string, string>> = { '/subplantId': '/subplant', '/typeId': '/type' };

function fieldError(code: string, language: Language) {
  const entry = problemEntries[code];
  const pointer = entry?.pointer ?? '';
  return { pointer: namedFields[pointer] ?? pointer, code, message: entry?.title[language] ?? '' };
}

type Result = AddedRow | { readonly line: number; readonly ok: false; readonly rejection: { readonly code: string } };

function hasWrongCode(result: AddedRow): boolean {
  return !result.ok && result.rejection.code === 'inverter.activation-code-wrong';
}

function resultAnswer(result: Result, language: Language): z.infer<typeof ConfirmAnswer>['rows'][number] {
  if (result.ok) return { line: result.line, inverterId: result.inverterId, problem: null };
  const { body } = renderProblem(new ProblemError(result.rejection.code), { language, requestId: '' });
  const { code, title, detail } = body;
  return { line: result.line, inverterId: null, problem: { code, title, detail: detail ?? null } };
}
