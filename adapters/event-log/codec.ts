import type { z } from 'zod';
import { Erased, isErased, type DomainEvent, type EventDefinition } from '../../domain/kernel/event.js';
import { InvalidAppend, type JsonObject, type RecordedEvent } from '../event-store/port.js';
import type { PersonKeys } from './person-keys.js';
import { isSealed, seal, unseal, type PersonKey } from './personal-data.js';

export type Codec = {
  /** What is stored of an event. Throws `InvalidAppend` when it is not in the catalogue or does not fit it. */
  encode(id: string, event: DomainEvent): Promise<{ readonly schemaVersion: number; readonly data: JsonObject }>;
  /** One answer for each event, in their order; reads all keys at once. */
  decode(recorded: readonly RecordedEvent[]): Promise<readonly Decoded[]>;
};

type Decoded =
  | { readonly kind: 'event'; readonly event: DomainEvent }
  | { readonly kind: 'unknown' }
  | { readonly kind: 'unreadable'; readonly reason: string };

/** Between events as the domain knows them and as they are stored: checked, upcast, personal fields sealed. */
export function openCodec(catalogue: readonly EventDefinition[], personKeys: PersonKeys): Codec {
  const definitions = new Map(catalogue.map((definition) => [definition.type, definition]));
  if (definitions.size < catalogue.length) throw new TypeError('a type stands twice in the event catalogue');

  return {
    async encode(id, event) {
      const definition = definitions.get(event.type);
      if (definition === undefined) throw new InvalidAppend(`${event.type} is not in the event catalogue`);
      const parsed = definition.schema.safeParse(event.data);
      if (!parsed.success) throw new InvalidAppend(`${event.type}: ${problemsOf(parsed.error)}`);
      const data: Record<string, unknown> = { ...parsed.data };
      for (const field of definition.personalFields) {
        if (data[field] === undefined || isErased(data[field])) continue;
        const key = await personKeys.keyOf(String(data[definition.subjectField ?? '']));
        data[field] = key === null ? Erased : seal(key, { eventId: id, field }, data[field]);
      }
      return { schemaVersion: definition.version, data: data as JsonObject };
    },

    async decode(recorded) {
      const keys = await personKeys.find(keyIdsOf(recorded));
      return recorded.map((event) => decodeOne(definitions.get(event.type), keys, event));
    },
  };
}

function keyIdsOf(recorded: readonly RecordedEvent[]): ReadonlySet<string> {
  const ids = new Set<string>();
  for (const { data } of recorded) {
    for (const field in data) {
      const value = data[field];
      if (isSealed(value)) ids.add(value.key);
    }
  }
  return ids;
}

function decodeOne(
  definition: EventDefinition | undefined,
  keys: ReadonlyMap<string, PersonKey>,
  recorded: RecordedEvent,
): Decoded {
  if (definition === undefined) return { kind: 'unknown' };
  if (recorded.schemaVersion > definition.version) {
    return { kind: 'unreadable', reason: `version ${recorded.schemaVersion} is newer than ${definition.version}` };
  }
  try {
    const stored = openFields(keys, recorded);
    const current = definition.upcasters
      .slice(recorded.schemaVersion - 1)
      .reduce((data, upcast) => upcast(data), stored);
    const parsed = definition.schema.safeParse(current);
    if (!parsed.success) return { kind: 'unreadable', reason: problemsOf(parsed.error) };
    return { kind: 'event', event: { type: recorded.type, data: parsed.data } };
  } catch (error) {
    // A broken seal or an upcaster that met what it did not expect..
    return { kind: 'unreadable', reason: error instanceof Error ? error.message : 'unknown failure' };
  }
}

/** Personal fields in clear, or `Erased` when their key is gone. */
function openFields(
  keys: ReadonlyMap<string, PersonKey>,
  { id, data }: RecordedEvent,
): Readonly<Record<string, unknown>> {
  // Most events have none and need no copy.
  let opened: Record<string, unknown> | null = null;
  for (const field in data) {
    const value = data[field];
    if (!isSealed(value)) continue;
    const key = keys.get(value.key);
    opened ??= { ...data };
    opened[field] = key === undefined ? Erased : unseal(key.secret, { eventId: id, field }, value);
  }
  return opened ?? data;
}

/** Paths and codes, never the values: they may be personal. */
function problemsOf(error: z.ZodError): string {
  return error.issues.map(({ path, code }) => `${path.join('/')}: ${code}`).join(', ');
}
