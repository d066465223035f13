import { sendFile } from '../send-file.js';
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import { v5 as uuidV5, v7 as uuidV7 } from 'uuid';
import type { z } from 'zod';
import type { DataExport as StoredExport, DataExports } from '../../adapters/data-export/port.js';
import type { Clock } from '../../commands/ports.js';
import { dayIn, legalTimeZone } from '../../domain/kernel/time.js';
import { commandContext, requireSession } from '../caller.js';
import { ProblemError } from '../problem.js';
import { Problem, fileOf } from '../schemas/common.js';
import { DataExport, OwnDataExport } from '../schemas/data-export.js';

type OwnDataDeps = { readonly dataExports: DataExports; readonly clock: Clock };

const url = '/api/v1/me/export';
const fileUrl = `${url}/file`;
const tags = ['Own data'];
/** What the law grants in any case. */
const config = { access: 'account', beforeAcceptance: true } as const;

/** Namespace of the ids of archives that are derived from an idempotency key. */
const exportNamespace = '0a7f3a0e-2f3c-4b0e-8c53-6d2d6f0f7a19';

/** An archive of everything about the account, made in the background and fetched by whoever is signed in (A15). */
export function ownDataRoutes({ dataExports, clock }: OwnDataDeps): FastifyPluginAsyncZod {
  return async (app) => {
    app.addHook('onSend', async (_request, reply) => void reply.header('cache-control', 'no-store'));

    app.get(
      url,
      { config, schema: { tags, summary: 'How the archive of the own data stands', response: { 200: OwnDataExport } } },
      async (request) => {
        const found = await dataExports.find(requireSession(request).accountId, clock.now());
        return { export: found && answerOf(found) };
      },
    );

    app.post(
      url,
      {
        config,
        schema: {
          tags,
          summary:
            'Ask for an archive of everything about the account, a ZIP of JSON and CSV; a mail tells when it is ready',
          response: { 202: DataExport, 429: Problem },
        },
      },
      async (request, reply) => {
        const { accountId } = requireSession(request);
        const { idempotencyKey } = commandContext(request);
        const id = idempotencyKey === undefined ? uuidV7() : uuidV5(`${accountId}/${idempotencyKey}`, exportNamespace);
        const at = clock.now();
        const requested = await dataExports.request({ id, accountId, language: request.language, at });
        if (requested.ok) return reply.code(202).send(answerOf(requested.export));
        const seconds = Math.max(1, Math.ceil(requested.nextAt.since(at).total('seconds')));
        throw new ProblemError('export.too-soon', {
          headers: { 'retry-after': String(seconds) },
          params: { minutes: Math.ceil(seconds / 60) },
        });
      },
    );

    const schema = {
      tags,
      summary: 'The archive as a ZIP file',
      response: { 200: fileOf(['application/zip']), 404: Problem },
    };
    app.get(fileUrl, { config, schema }, async (request, reply) => {
      const found = await dataExports.find(requireSession(request).accountId, clock.now());
      const file = found?.file ?? null;
      if (found === null || file === null) throw new ProblemError('export.not-ready');
      const day = dayIn(legalTimeZone, file.readyAt).toString();
      const content = dataExports.read(found.id);
      const name = `sitelink-${day}.zip`;
      return sendFile(reply.header('content-length', file.sizeBytes), { type: 'application/zip', name, content });
    });
  };
}

function answerOf({ id, state, requestedAt, progress, file }: StoredExport): z.infer<typeof DataExport> {
  return {
    ...{ id, state, requestedAt: requestedAt.toString() },
    progressPercent: Math.round(progress * 100),
    file: file && {
      url: fileUrl,
      sizeBytes: file.sizeBytes,
      readyAt: file.readyAt.toString(),
      expiresAt: file.expiresAt.toString(),
    },
  };
}
