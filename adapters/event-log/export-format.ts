import { z } from 'zod';
import type { EventMetadata } from '../../domain/kernel/event.js';
import type { JsonObject, RecordedEvent } from '../event-store/port.js';
import type { DailyRoot } from './verification.js';

const isObject = (value: unknown) => typeof value === 'object' && value !== null && !Array.isArray(value);
const Count = z.string().regex(/^\d{1,19}$/);

/**
 * One event of an exported log, a line of JSON: `{ stream, revision, position, id, type, schemaVersion, recordedAt, data,
 * metadata }`. Revision and position are decimal texts; personal fields are encrypted as in the log.
 */
const ExportedEvent = z.strictObject({
  stream: z.string(),
  revision: Count,
  position: Count,
  id: z.string(),
  type: z.string(),
  schemaVersion: z.int(),
  recordedAt: z.string(),
  data: z.custom<JsonObject>(isObject),
  metadata: z.custom<EventMetadata>(isObject),
});

/** Without the line feed. */
export function exportLine(event: RecordedEvent): string {
  const { streamId, revision, position, id, type, schemaVersion, recordedAt, data, metadata } = event;
  const line: z.infer<typeof ExportedEvent> = {
    stream: streamId,
    revision: String(revision),
    position: String(position),
    id,
    type,
    schemaVersion,
    recordedAt,
    data,
    metadata,
  };
  return JSON.stringify(line);
}

/** A root as auditors keep it and `verify-log --against` takes it; without the line feed. */
export function rootLine({ day, events, streams, sequence, root }: DailyRoot): string {
  return JSON.stringify({ day, events, streams, sequence, root } satisfies DailyRoot);
}

/** Null when the line is no exported event. */
export function parseExportLine(line: string): RecordedEvent | null {
  let json: unknown;
  try {
    json = JSON.parse(line);
  } catch {
    return null;
  }
  const parsed = ExportedEvent.safeParse(json);
  if (!parsed.success) return null;
  const { stream: streamId, revision, position, ...rest } = parsed.data;
  return { ...rest, streamId, revision: BigInt(revision), position: BigInt(position) };
}
