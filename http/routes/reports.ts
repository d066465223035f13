import { fileTypes, sendFile } from '../send-file.js';
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import { z } from 'zod';
import type { MonthReports } from '../../adapters/report/port.js';
import { chooseReports, loadReporting, sendReport } from '../../commands/reporting/month-reports.js';
import type { PlantDeps } from '../../commands/plant/ports.js';
import { AccountId, PlantId } from '../../domain/kernel/ids.js';
import { MonthText } from '../../domain/reporting/events.js';
import { commandContext, requireCaller } from '../caller.js';
import { ProblemError, rejectionProblem } from '../problem.js';
import { fileOf, Language, Problem } from '../schemas/common.js';
import { MonthReportList, ReportsBody } from '../schemas/reports.js';
import { plantForViewing, type PlantAccess } from './production-deps.js';

export type ReportRoutesDeps = PlantDeps & {
  readonly reports: MonthReports;
  readonly plantAccess: PlantAccess;
};

const tags = ['production'];
const url = '/api/v1/plants/:id/reports';
const PlantParams = z.object({ id: PlantId });
const MonthParams = z.object({ id: PlantId, month: MonthText });
/** A month is read and printed for each. */
const perCaller = {
  rateLimit: {
    max: 30,
    timeWindow: 60_000,
    keyGenerator: (request: Parameters<typeof requireCaller>[0]) => request.caller?.accountId ?? request.ip,
  },
};

/** The months of a plant on paper and by mail (D5). */
export function reportRoutes(deps: ReportRoutesDeps): FastifyPluginAsyncZod {
  async function listOf(plantId: PlantId, accountId: string): Promise<z.infer<typeof MonthReportList>> {
    await plantForViewing(deps, accountId, plantId);
    const [months, { readers }] = await Promise.all([deps.reports.months(plantId), loadReporting(deps.log, plantId)]);
    return { items: [...months], next: null, isWanted: readers.has(AccountId.parse(accountId)) };
  }

  return async (app) => {
    app.get(
      url,
      {
        config: { access: 'readings:view' },
        schema: {
          tags,
          summary: 'Months of a plant of which there is a report',
          params: PlantParams,
          response: { 200: MonthReportList, 402: Problem },
        },
      },
      async (request) => listOf(request.params.id, requireCaller(request).accountId),
    );

    app.put(
      url,
      {
        config: { access: 'reports:order' },
        schema: {
          tags,
          summary: 'Get the report of each month by mail, or not any more',
          params: PlantParams,
          body: ReportsBody,
          response: { 200: MonthReportList, 402: Problem },
        },
      },
      async (request) => {
        const { id: plantId } = request.params;
        const accountId = AccountId.parse(requireCaller(request).accountId);
        await plantForViewing(deps, accountId, plantId);
        const wish = { plantId, accountId, isWanted: request.body.isWanted };
        const handled = await chooseReports(deps, wish, commandContext(request));
        if (!handled.ok) throw rejectionProblem(handled.rejection);
        return listOf(plantId, accountId);
      },
    );

    app.get(
      `${url}/:month.pdf`,
      {
        config: { access: 'readings:view', ...perCaller },
        schema: {
          tags,
          summary: 'The report of a month as PDF file',
          params: MonthParams,
          querystring: z.object({ language: Language.optional() }),
          response: { 200: fileOf([fileTypes.pdf]), 402: Problem },
        },
      },
      async (request, reply) => {
        const { id: plantId, month } = request.params;
        await plantForViewing(deps, requireCaller(request).accountId, plantId);
        const language = request.query.language ?? request.language;
        const report = await deps.reports.print(plantId, month, language);
        if (report === null) throw new ProblemError('report.not-found');
        reply.header('vary', 'accept-language');
        return sendFile(reply, { type: fileTypes.pdf, name: report.name, content: report.pdf });
      },
    );

    app.post(
      `${url}/:month/mail`,
      {
        config: { access: 'reports:order', ...perCaller },
        schema: {
          tags,
          summary: 'Send the report of a month to the caller by mail, at once',
          params: MonthParams,
          response: { 204: z.undefined(), 402: Problem, 409: Problem },
        },
      },
      async (request, reply) => {
        const { id: plantId, month } = request.params;
        const accountId = AccountId.parse(requireCaller(request).accountId);
        await plantForViewing(deps, accountId, plantId);
        if (!(await deps.reports.hasMonth(plantId, month))) throw new ProblemError('report.not-found');
        const handled = await sendReport(deps, { plantId, accountId, month }, commandContext(request));
        if (!handled.ok) throw rejectionProblem(handled.rejection);
        return reply.code(204).send();
      },
    );
  };
}
