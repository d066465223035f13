import { Worker } from 'node:worker_threads';
import { z } from 'zod';
import type { ReadLimits, ReadSheet, Spreadsheets } from './port.js';

/** What leaves the worker is checked, too: plain values and nothing else. */
const Answer = z.discriminatedUnion('ok', [
  z.strictObject({
    ok: z.literal(true),
    rows: z.array(
      z.strictObject({
        line: z.int().positive(),
        cells: z.array(z.union([z.string(), z.number(), z.boolean(), z.null()])),
      }),
    ),
  }),
  z.strictObject({
    ok: z.literal(false),
    reason: z.enum([
      'empty',
      'notASpreadsheet',
      'otherFormat',
      'encrypted',
      'damaged',
      'suspicious',
      'tooLarge',
      'tooManyRows',
      'tooManyColumns',
      'cellTooLong',
    ]),
  }),
]);

/** The worker always runs compiled, also where tests run the sources: a compiler in it would take its time and memory. */
const workerFile = new URL(
  import.meta.url.endsWith('.ts') ? '../../dist/adapters/spreadsheet/worker.js' : './worker.js',
  import.meta.url,
);

const workersAtOnce = 2;
const waitingAtMost = 8;

/**
 * Reads files, each in a worker thread of its own that is ended afterwards, so that nothing a file does to it outlives
 * it. Two at a time; a few wait, more are told `busy`.
 */
export function sheetReader(usual: ReadLimits): Spreadsheets['read'] {
  const waiting: (() => void)[] = [];
  let running = 0;
  return async (file, wider = {}) => {
    const limits = { ...usual, ...wider };
    if (file.length > limits.maxBytes) return { ok: false, reason: 'tooLarge' };
    if (running >= workersAtOnce) {
      if (waiting.length >= waitingAtMost) return { ok: false, reason: 'busy' };
      await new Promise<void>((resolve) => waiting.push(resolve));
    } else running++;
    try {
      return await readInWorker(file, limits);
    } finally {
      const next = waiting.shift();
      if (next === undefined) running--;
      else next();
    }
  };
}

async function readInWorker(file: Uint8Array, limits: ReadLimits): Promise<ReadSheet> {
  const copy = Uint8Array.from(file);
  const worker = new Worker(workerFile, {
    workerData: { file: copy, limits },
    transferList: [copy.buffer],
    resourceLimits: { maxOldGenerationSizeMb: limits.maxHeapMb, maxYoungGenerationSizeMb: 16, stackSizeMb: 4 },
    env: {},
    execArgv: [],
    stdout: true,
    stderr: true,
  });
  let timer: NodeJS.Timeout | undefined;
  try {
    return await new Promise<ReadSheet>((resolve) => {
      timer = setTimeout(() => resolve({ ok: false, reason: 'tooSlow' }), limits.maxMs);
      worker.once('message', (message: unknown) => {
        const answer = Answer.safeParse(message);
        resolve(answer.success ? answer.data : { ok: false, reason: 'damaged' });
      });
      worker.once('error', (error: NodeJS.ErrnoException) => {
        resolve({ ok: false, reason: error.code === 'ERR_WORKER_OUT_OF_MEMORY' ? 'tooLarge' : 'damaged' });
      });
      worker.once('exit', () => resolve({ ok: false, reason: 'damaged' }));
    });
  } finally {
    clearTimeout(timer);
    await worker.terminate();
  }
}
