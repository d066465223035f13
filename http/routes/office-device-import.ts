import multipart from '@fastify/multipart';
import type { FastifyRequest } from 'fastify';
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import { z } from 'zod';
import { registryLimits } from '../../adapters/spreadsheet/limits.js';
import type { Spreadsheets } from '../../adapters/spreadsheet/port.js';
import { tableOf, type TableRow } from '../../adapters/spreadsheet/table.js';
import {
  importDeviceList,
  type DeviceImport as Import,
  type DeviceImports,
} from '../../commands/device-registry/import-devices.js';
import type { Clock, EventLog } from '../../commands/ports.js';
import { commandContext } from '../caller.js';
import { ProblemError } from '../problem.js';
import { Problem } from '../schemas/common.js';
import { DeviceImport } from '../schemas/office-devices.js';
import { uploadedFile } from '../uploaded-file.js';

type DeviceImportDeps = {
  readonly log: EventLog;
  readonly clock: Clock;
  /** Reads larger files than those of owners. */
  readonly readDeviceList: Spreadsheets['read'];
  readonly deviceImports: DeviceImports<readonly TableRow[]>;
};

const columns = {
  serialNumber: { words: ['Seriennummer', 'Serial number'], required: true },
  activationCode: { words: ['Aktivierungscode', 'Activation code'], required: true },
  type: { words: ['Typ', 'Gerätetyp'], required: false },
};
const config = { access: 'devices:import', rateLimit: { max: 20, timeWindow: 60_000 } } as const;
const body = z.unknown().meta({ type: 'object', properties: { file: { type: 'string', format: 'binary' } } });
const bodyLimit = registryLimits.maxBytes + 64 * 1024;
const url = '/api/v1/office/devices/import';
/** Of rows to look at, as many are shown. */
const shown = 500;

/** The back office: lists of devices for the registry, looked at and then taken (B6). */
export function officeDeviceImportRoutes(deps: DeviceImportDeps): FastifyPluginAsyncZod {
  async function rowsIn(request: FastifyRequest): Promise<readonly TableRow[]> {
    const { content } = await uploadedFile(request);
    const read = await deps.readDeviceList(content);
    const maxRows = registryLimits.maxRows - 1;
    if (!read.ok) throw new ProblemError(`spreadsheet.${read.reason}`, { params: { maxRows } });
    const table = tableOf(read.rows, columns);
    if (!table.ok) throw new ProblemError('spreadsheet.registryColumnsMissing');
    if (table.rows.length === 0) throw new ProblemError('spreadsheet.empty');
    return table.rows;
  }

  return async (app) => {
    await app.register(multipart, {
      limits: { files: 1, fields: 0, parts: 1, fileSize: registryLimits.maxBytes, headerPairs: 20 },
      throwFileSizeLimit: false,
    });
    const schema = {
      tags: ['Office'],
      consumes: ['multipart/form-data'],
      body,
      response: { 200: DeviceImport, 422: Problem },
    };
    app.post(
      `${url}/preview`,
      {
        ...{ config, bodyLimit },
        schema: {
          ...schema,
          summary: 'What would become of each row of a list of devices (.xlsx or .csv); nothing is stored',
        },
      },
      async (request) => answerOf(await deps.deviceImports.preview(await rowsIn(request))),
    );

    app.post(
      url,
      {
        ...{ config, bodyLimit },
        schema: {
          ...schema,
          summary: 'Bring a list of devices into the registry; rows that cannot be read are left out',
        },
      },
      async (request) => answerOf(await importDeviceList(deps, await rowsIn(request), commandContext(request))),
    );
  };
}

function answerOf({ counts, odd }: Import): z.infer<typeof DeviceImport> {
  return {
    counts,
    rows: odd.slice(0, shown).map(({ line, serialNumber, verdict }) => ({
      ...{ line, serialNumber },
      verdict: DeviceImport.shape.rows.element.shape.verdict.parse(verdict),
    })),
    moreRows: Math.max(0, odd.length - shown),
  };
}
