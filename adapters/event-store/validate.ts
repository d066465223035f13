import { InvalidAppend, type ExpectedRevision, type NewEvent } from './port.js';

/** As EventStoreDB: one append carries at most 1 MiB. */
const maxAppendBytes = 1024 * 1024;
const maxDepth = 100;
const uuid = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i;
/** What jsonb and text columns refuse: NUL and halves of surrogate pairs. */
const unstorable = /\u0000|\p{Surrogate}/u;

type EncodedEvent = {
  readonly id: string;
  readonly type: string;
  readonly schemaVersion: number;
  /** JSON texts. */
  readonly data: string;
  readonly metadata: string;
};

export type EncodedAppend = {
  readonly streamId: string;
  readonly expected: ExpectedRevision;
  readonly events: readonly EncodedEvent[];
  readonly bytes: number;
};

/**
 * Checks and encodes an append before it joins others: what is queued can be stored, so that no request spoils the
 * batch it travels in. Throws `InvalidAppend`.
 */
export function encodeAppend(streamId: string, events: readonly NewEvent[], expected: ExpectedRevision): EncodedAppend {
  requireName(streamId, 'stream id');
  if (typeof expected === 'bigint' && expected < 0n) throw new InvalidAppend('an expected revision is at least 0');
  if (events.length === 0) throw new InvalidAppend('an append needs at least one event');
  const encoded = events.map(encodeEvent);
  if (new Set(encoded.map((event) => event.id)).size < encoded.length) {
    throw new InvalidAppend('the same event id stands twice in one append');
  }
  const bytes = encoded.reduce(
    (sum, event) => sum + Buffer.byteLength(event.data) + Buffer.byteLength(event.metadata),
    0,
  );
  if (bytes > maxAppendBytes)
    throw new InvalidAppend(`${bytes} bytes are more than the ${maxAppendBytes} of one append`);
  return { streamId, expected, events: encoded, bytes };
}

function encodeEvent(event: NewEvent): EncodedEvent {
  if (!uuid.test(event.id)) throw new InvalidAppend('an event id is a UUID');
  requireName(event.type, 'event type');
  if (!Number.isInteger(event.schemaVersion) || event.schemaVersion < 1 || event.schemaVersion > 32_767) {
    throw new InvalidAppend('a schema version is a whole number from 1 on');
  }
  return {
    id: event.id.toLowerCase(),
    type: event.type,
    schemaVersion: event.schemaVersion,
    data: encodeJson(event.data, 'data'),
    metadata: encodeJson(event.metadata, 'metadata'),
  };
}

function requireName(text: string, what: string): void {
  if (text.length === 0 || text.length > 255 || unstorable.test(text) || text.startsWith('$')) {
    throw new InvalidAppend(`${what}: 1 to 255 characters, not starting with $`);
  }
}

function encodeJson(value: unknown, path: string): string {
  if (typeof value !== 'object' || value === null || Array.isArray(value))
    throw new InvalidAppend(`${path}: an object`);
  requireJson(value, path, 0);
  return JSON.stringify(value);
}

function requireJson(value: unknown, path: string, depth: number): void {
  if (depth > maxDepth) throw new InvalidAppend(`${path.slice(0, 100)}: nested too deeply`);
  switch (typeof value) {
    case 'boolean':
      return;
    case 'string':
      if (unstorable.test(value)) throw new InvalidAppend(`${path}: text with NUL or half a surrogate pair`);
      return;
    case 'number':
      if (!Number.isFinite(value)) throw new InvalidAppend(`${path}: ${value} is not JSON`);
      return;
    case 'object':
      if (value === null) return;
      if (Array.isArray(value)) {
        for (const [index, item] of value.entries()) requireJson(item, `${path}/${index}`, depth + 1);
        return;
      }
      return requireJsonObject(value, path, depth);
    default:
      throw new InvalidAppend(`${path}: ${typeof value} is not JSON`);
  }
}

function requireJsonObject(value: object, path: string, depth: number): void {
  const prototype: unknown = Object.getPrototypeOf(value);
  if (prototype !== Object.prototype && prototype !== null) throw new InvalidAppend(`${path}: a plain object`);
  for (const [key, item] of Object.entries(value)) {
    if (unstorable.test(key)) throw new InvalidAppend(`${path}: name with NUL or half a surrogate pair`);
    // As JSON.stringify: a member without a value is not there.
    if (item !== undefined) requireJson(item, `${path}/${key}`, depth + 1);
  }
}
