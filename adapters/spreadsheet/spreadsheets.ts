import { uploadLimits } from './limits.js';
import type { ReadLimits, Spreadsheets } from './port.js';
import { sheetReader } from './read.js';
import { streamTable } from './stream.js';
import { writeSheets } from './write.js';

/** Reads uploads within the limits, writes styled .xlsx, and streams long tables. */
export function spreadsheets(limits: ReadLimits = uploadLimits): Spreadsheets {
  return { read: sheetReader(limits), write: writeSheets, stream: streamTable };
}
