import { createReadStream } from 'node:fs';
import { open, type FileHandle } from 'node:fs/promises';
import { createInterface } from 'node:readline';
import { z } from 'zod';
import type { RecordedEvent } from '../../../adapters/event-store/port.js';
import { UsageError } from '../output.js';
import type { Place } from './port.js';

const linesAtOnce = 1_000;

const Line = z.object({
  streamId: z.string(),
  revision: z.string().transform(BigInt),
  position: z.string().transform(BigInt),
  recordedAt: z.string(),
  id: z.uuid(),
  type: z.string(),
  schemaVersion: z.number(),
  data: z.record(z.string(), z.unknown()),
  metadata: z.record(z.string(), z.unknown()),
});

/** A log as JSON lines: one event each, revision and position as decimal texts. */
export async function openLogFile(file: string, purpose: 'source' | 'target'): Promise<Place> {
  const handle = await open(file, purpose === 'source' ? 'r' : 'a+').catch((error: unknown) => {
    throw new UsageError(`${file}: ${error instanceof Error ? error.message : 'cannot be opened'}`);
  });
  if (purpose === 'target') await cutTornLine(handle);
  let read = 0n;
  return {
    async *read() {
      let page: RecordedEvent[] = [];
      const lines = createInterface({ input: createReadStream(file), crlfDelay: Infinity });
      for await (const line of lines) {
        page.push(parse(line, ++read, file));
        if (page.length < linesAtOnce) continue;
        yield page;
        page = [];
      }
      if (page.length > 0) yield page;
    },
    async write(runs) {
      const lines = runs.flatMap(({ events }) => events.map((event) => `${textOf(event)}\n`));
      await handle.appendFile(lines.join(''));
    },
    // Its positions are those of another store.
    head: async () => 0n,
    async close() {
      if (purpose === 'target') await handle.sync();
      await handle.close();
    },
  };
}

function parse(text: string, line: bigint, file: string): RecordedEvent {
  try {
    return Line.parse(JSON.parse(text)) as RecordedEvent;
  } catch {
    throw new UsageError(`${file}, line ${line}: not an event of a log.`);
  }
}

function textOf(event: RecordedEvent): string {
  return JSON.stringify(event, (_, value: unknown) => (typeof value === 'bigint' ? String(value) : value));
}

/** What a copy that was broken off left behind its last whole line. */
async function cutTornLine(handle: FileHandle): Promise<void> {
  const { size } = await handle.stat();
  const piece = Buffer.alloc(64 * 1024);
  for (let end = size; end > 0;) {
    const start = Math.max(0, end - piece.length);
    const { bytesRead } = await handle.read(piece, 0, end - start, start);
    const newline = piece.subarray(0, bytesRead).lastIndexOf(0x0a);
    if (newline >= 0) return handle.truncate(start + newline + 1);
    end = start;
  }
  await handle.truncate(0);
}
