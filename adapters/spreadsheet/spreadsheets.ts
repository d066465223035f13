import { uploadLimits } from './limits.js';
import type { ReadLimits, Spreadsheets } from './port.js';
import { sheetReader } from './read.js';
import { writeSheets } from './write.js';

/** Reads uploads within the limits, and writes styled .xlsx. */
export function spreadsheets(limits: ReadLimits = uploadLimits): Spreadsheets {
  return { read: sheetReader(limits), write: writeSheets };
}
