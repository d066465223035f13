import { jsonEvent, type JSONEventData, type RecordedEvent as ClientEvent } from '@eventstore/db-client';
import type { JsonObject, NewEvent, RecordedEvent } from '../port.js';

/** How an event lies in EventStoreDB: its data, and metadata whose `$` names are the server's conventions. */
export function stored(event: NewEvent): JSONEventData {
  const { correlationId, causationId, ...others } = event.metadata;
  return jsonEvent({
    id: event.id.toLowerCase(),
    type: event.type,
    data: event.data as Record<string, unknown>,
    metadata: {
      ...others,
      schemaVersion: event.schemaVersion,
      $correlationId: correlationId,
      ...(causationId === undefined ? {} : { $causationId: causationId }),
    },
  });
}

/** An event that another application wrote keeps its type, which our catalogue does not know. */
export function recorded(event: ClientEvent): RecordedEvent {
  const metadata = isObject(event.metadata) ? event.metadata : {};
  const { schemaVersion, $correlationId, $causationId, actor, ...others } = metadata as Readonly<
    Record<string, unknown>
  >;
  return {
    id: event.id,
    type: event.type,
    schemaVersion: typeof schemaVersion === 'number' ? schemaVersion : 1,
    data: isObject(event.data) ? event.data : {},
    metadata: {
      ...others,
      actor: isObject(actor) ? (actor as unknown as NewEvent['metadata']['actor']) : { kind: 'system', id: 'unknown' },
      correlationId: typeof $correlationId === 'string' ? $correlationId : event.id,
      ...(typeof $causationId === 'string' ? { causationId: $causationId } : {}),
    },
    streamId: event.streamId,
    revision: event.revision,
    position: event.position?.commit ?? 0n,
    recordedAt: event.created.toISOString(),
  };
}

/** What the server writes for itself: statistics, stream metadata, tombstones, links. */
export function isSystemEvent({ type, streamId }: { readonly type: string; readonly streamId: string }): boolean {
  return type.startsWith('$') || streamId.startsWith('$');
}

function isObject(value: unknown): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value) && !(value instanceof Uint8Array);
}
