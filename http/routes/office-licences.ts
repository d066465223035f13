import { sendFile } from '../send-file.js';
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import { z } from 'zod';
import type { LicenceAudit } from '../../adapters/event-log/licence-audit.js';
import { reviveLicence } from '../../commands/licence/revive-licence.js';
import type { Clock, EventLog } from '../../commands/ports.js';
import { LicenceId, PlantId } from '../../domain/kernel/ids.js';
import { commandContext } from '../caller.js';
import { ProblemError, rejectionProblem } from '../problem.js';
import { fileOf, InstantText, Problem, ShortPage, text } from '../schemas/common.js';
import { OfficeLicenceHistory, OfficePlants } from '../schemas/office-shop.js';
import { officeHistoryAnswer, type HistoryNames } from './office-licence-answer.js';

type OfficeLicencesDeps = {
  readonly log: EventLog;
  readonly clock: Clock;
  /** As it stood at an instant; null when the plant never had a licence. */
  readonly auditOf: (plantId: PlantId, asOf: string) => Promise<LicenceAudit | null>;
  readonly namesIn: (audit: LicenceAudit) => Promise<HistoryNames>;
  /** The whole history, a line of JSON an event, as `audit-licence --file` takes it; null without one. */
  readonly exportedHistory: (plantId: PlantId) => Promise<readonly string[] | null>;
  readonly searchPlants: (wish: {
    readonly find: string;
    readonly cursor: string | undefined;
    readonly limit: number;
  }) => Promise<z.infer<typeof OfficePlants>>;
  /** Bounded: an answer never hangs on a read model. */
  readonly waitFor: (position: bigint) => Promise<unknown>;
};

const tags = ['Office'];
const PlantParams = z.object({ plantId: PlantId });

/** The back office: the licence of any plant, proven event by event (F13), and given back. */
export function officeLicenceRoutes(deps: OfficeLicencesDeps): FastifyPluginAsyncZod {
  return async (app) => {
    app.get(
      '/api/v1/office/plants',
      {
        config: { access: 'licences:audit' },
        schema: {
          tags,
          summary:
            'Plants by id, serial number of an inverter, owner (user name or e-mail address), or beginning of the name',
          querystring: z.strictObject({ find: text(254), ...ShortPage }),
          response: { 200: OfficePlants },
        },
      },
      async (request, reply) => {
        const { find, cursor, limit } = request.query;
        return reply.header('cache-control', 'no-store').send(await deps.searchPlants({ find, cursor, limit }));
      },
    );

    app.get(
      '/api/v1/office/licences/:plantId/history',
      {
        config: { access: 'licences:audit' },
        schema: {
          tags,
          summary: 'Every event of the licence of any plant, every credit and every hash computed again',
          params: PlantParams,
          querystring: z.strictObject({ asOf: InstantText.optional() }),
          response: { 200: OfficeLicenceHistory },
        },
      },
      async (request, reply) => {
        const { asOf = deps.clock.now().toString() } = request.query;
        const audit = await deps.auditOf(request.params.plantId, asOf);
        if (audit === null) throw new ProblemError('licence.not-found');
        return reply
          .header('cache-control', 'no-store')
          .send(officeHistoryAnswer(audit, await deps.namesIn(audit), asOf));
      },
    );

    app.get(
      '/api/v1/office/licences/:plantId/history.jsonl',
      {
        config: { access: 'licences:audit' },
        schema: {
          tags,
          summary: 'The history as a file that proves it without the portal (audit-licence --file)',
          params: PlantParams,
          response: { 200: fileOf(['application/jsonl']) },
        },
      },
      async (request, reply) => {
        const { plantId } = request.params;
        const lines = await deps.exportedHistory(plantId);
        if (lines === null) throw new ProblemError('licence.not-found');
        const content = lines.map((line) => `${line}\n`);
        return sendFile(reply, { type: 'application/jsonl; charset=utf-8', name: `licence-${plantId}.jsonl`, content });
      },
    );

    app.post(
      '/api/v1/office/licences/:plantId/:licenceId/revival',
      {
        config: { access: 'licences:operate' },
        schema: {
          tags,
          summary: 'Give a licence back that ended by more power',
          params: z.object({ plantId: PlantId, licenceId: LicenceId }),
          body: z.strictObject({ reason: text(300) }),
          response: { 204: z.undefined(), 409: Problem },
        },
      },
      async (request, reply) => {
        const revived = await reviveLicence(deps, { ...request.params, ...request.body }, commandContext(request));
        if (!revived.ok) throw rejectionProblem(revived.rejection);
        if (revived.position !== null) await deps.waitFor(revived.position);
        return reply.code(204).send();
      },
    );
  };
}
