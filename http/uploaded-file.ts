import multipart from '@fastify/multipart';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { z } from 'zod';
import { uploadLimits } from '../adapters/spreadsheet/limits.js';
import type { SheetRow, Spreadsheets } from '../adapters/spreadsheet/port.js';
import { ProblemError } from './problem.js';

/** Room for the file and the form around it. */
export const uploadBodyLimit = uploadLimits.maxBytes + 64 * 1024;

export const uploadBody = z
  .unknown()
  .meta({ type: 'object', properties: { file: { type: 'string', format: 'binary' } } });

/** Lets the routes of a plugin take a form with one file. */
export async function takeUploads(app: FastifyInstance): Promise<void> {
  await app.register(multipart, {
    limits: { files: 1, fields: 0, parts: 1, fileSize: uploadLimits.maxBytes, headerPairs: 20 },
    throwFileSizeLimit: false,
  });
}

/** The file of the form, or a problem. */
export async function uploadedFile(
  request: FastifyRequest,
): Promise<{ readonly name: string; readonly content: Buffer }> {
  if (!request.isMultipart()) throw new ProblemError('request.content-type-unsupported');
  const upload = await wellFormed(request.file());
  if (upload === undefined) throw new ProblemError('spreadsheet.missing');
  const content = await wellFormed(upload.toBuffer());
  if (upload.file.truncated) throw new ProblemError('spreadsheet.tooLarge');
  return { name: upload.filename, content };
}

/** The rows of a table, up to so many below its titles, or a problem that says why it was not read. */
export async function rowsOfFile(
  spreadsheets: Pick<Spreadsheets, 'read'>,
  content: Uint8Array,
  maxRows = uploadLimits.maxRows - 1,
): Promise<readonly SheetRow[]> {
  const answer = await spreadsheets.read(content, { maxRows: maxRows + 1 });
  if (!answer.ok) throw new ProblemError(`spreadsheet.${answer.reason}`, { params: { maxRows } });
  return answer.rows;
}

/** The parser of forms throws plain errors for what is cut off or has no parts. */
async function wellFormed<T>(parsing: Promise<T>): Promise<T> {
  return parsing.catch((error: unknown) => {
    throw error instanceof Error && 'statusCode' in error ? error : new ProblemError('request.malformed');
  });
}
