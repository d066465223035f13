import { hash } from 'node:crypto';
import type { StreamHead } from '../../commands/ports.js';
import { InvalidAppend, type NewEvent, type RecordedEvent } from '../event-store/port.js';
import { canonicalJson } from './canonical-json.js';

/** What the hash of an event covers, beside its predecessor. Position and time are the store's, not part of the fact. */
export type Hashable = Omit<RecordedEvent, 'position' | 'recordedAt'>;

/**
 * Hash of an event in the chain of its stream: SHA-256, in hex, over the RFC 8785 text of
 * `{ stream, revision, id, type, schemaVersion, data, metadata, previous }`. `data` is what is stored, personal fields
 * encrypted; `metadata` is without the hash itself; `revision` is a decimal text; `previous` is the predecessor's hash,
 * or null at revision 0.
 */
export function eventHash(event: Hashable, previous: string | null): string {
  const { hash: _hash, ...metadata } = event.metadata;
  const { streamId: stream, id, type, schemaVersion, data } = event;
  const revision = String(event.revision);
  return hash('sha256', canonicalJson({ stream, revision, id, type, schemaVersion, data, metadata, previous }));
}

/** The events with their hashes, as they continue a stream. Throws `InvalidAppend` for what has no canonical text. */
export function chained(streamId: string, events: readonly NewEvent[], head: StreamHead): readonly NewEvent[] {
  let revision = head.revision === 'no_stream' ? -1n : head.revision;
  let previous = head.hash;
  return events.map((event) => {
    revision++;
    try {
      previous = eventHash({ ...event, streamId, revision }, previous);
    } catch (error) {
      throw new InvalidAppend(`${event.type}: ${error instanceof Error ? error.message : 'no canonical form'}`);
    }
    return { ...event, metadata: { ...event.metadata, hash: previous } };
  });
}
