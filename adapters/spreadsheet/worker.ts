import { parentPort, workerData } from 'node:worker_threads';
import { parseUpload } from './parse.js';
import type { ReadLimits } from './port.js';
import { Unreadable } from './unreadable.js';

/** Entry of the worker thread: one file, one message, the end. */
const { file, limits } = workerData as { readonly file: Uint8Array; readonly limits: ReadLimits };
try {
  parentPort?.postMessage({ ok: true, rows: parseUpload(Buffer.from(file.buffer), limits) });
} catch (error) {
  // Whatever the library throws means that it could not read the file.
  parentPort?.postMessage({ ok: false, reason: error instanceof Unreadable ? error.reason : 'damaged' });
}
