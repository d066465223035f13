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
export async function takeUploads(app: FastifyInstance, maxBytes: number = uploadLimits.maxBytes): Promise<void> {
  await app.register(multipart, {
    limits: { files: 1, fields: 0, parts: 1, fileSize: maxBytes, headerPairs: 20 },
    throwFileSizeLimit: false,
  });
}

/** Codes of a form without a file, and of a file beyond the limit of the door. */
const tableProblems = { missing: 'spreadsheet.missing', tooLarge: 'spreadsheet.tooLarge' };

/** The file of the form as its sender calls it, or a problem. */
export async function uploadedFile(
  request: FastifyRequest,
  problems = tableProblems,
): Promise<{ readonly name: string; readonly declaredType: string; readonly content: Buffer }> {
  if (!request.isMultipart()) throw new ProblemError('request.content-type-unsupported');
  const upload = await wellFormed(request.file());
  if (upload === undefined) throw new ProblemError(problems.missing);
  const content = await wellFormed(upload.toBuffer());
  if (upload.file.truncated) throw new ProblemError(problems.tooLarge);
  return { name: upload.filename, declaredType: upload.mimetype, content };
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
