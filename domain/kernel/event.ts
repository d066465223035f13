import { z } from 'zod';

/** What a personal field decodes to once its person's key has been destroyed. */
export const Erased = Object.freeze({ erased: true as const });
export type Erased = typeof Erased;

/** A value of a person that erasure may have taken away. */
export type Personal<T> = T | Erased;

export function isErased(value: unknown): value is Erased {
  return typeof value === 'object' && value !== null && 'erased' in value;
}

/** What is personal, null once it was erased. */
export function clear<T>(value: Personal<T>): T | null {
  return isErased(value) ? null : value;
}

const personalSchemas = new WeakSet<z.ZodType>();

/**
 * Marks a field of an event as personal: it is stored encrypted with the key of the event's subject and reads as
 * `Erased` when that key is gone.
 */
export function personal<S extends z.ZodType>(schema: S) {
  const marked = z.union([schema, z.object({ erased: z.literal(true) }).readonly()]);
  personalSchemas.add(marked);
  return marked;
}

/** Turns the data of version n into that of version n + 1. Pure; never sees today's schema. */
type Upcaster = (data: Readonly<Record<string, unknown>>) => Readonly<Record<string, unknown>>;

export type EventDefinition<T extends string = string, S extends z.ZodObject = z.ZodObject> = {
  readonly type: T;
  readonly schema: S;
  /** Version of `schema`, starting at 1; `upcasters[n - 1]` leads from version n to n + 1. */
  readonly version: number;
  readonly upcasters: readonly Upcaster[];
  /** Names of the top-level fields that are stored encrypted. */
  readonly personalFields: readonly string[];
  /** Name of the field that holds the account id whose key encrypts them. */
  readonly subjectField: string | null;
};

/**
 * One definition of an event: its TypeScript type, its check at the edge and its entry in the event catalogue.
 * `type` is a stable past-tense name; a changed shape raises the version and adds an upcaster.
 * Throws when a personal field has no subject: such a definition could never be stored.
 */
export function defineEvent<const T extends string, S extends z.ZodObject>(
  type: T,
  schema: S,
  options: { readonly subjectField?: keyof z.infer<S> & string; readonly upcasters?: readonly Upcaster[] } = {},
): EventDefinition<T, S> {
  const shape: Readonly<Record<string, z.ZodType>> = schema.shape;
  const personalFields = Object.keys(shape).filter((name) => isPersonal(shape[name]));
  if (personalFields.length > 0 && options.subjectField === undefined) {
    throw new TypeError(`${type} has personal fields but names no subject`);
  }
  const upcasters = options.upcasters ?? [];
  return {
    type,
    schema,
    version: upcasters.length + 1,
    upcasters,
    personalFields,
    subjectField: options.subjectField ?? null,
  };
}

function isPersonal(schema: z.ZodType | undefined): boolean {
  if (schema === undefined) return false;
  if (personalSchemas.has(schema)) return true;
  return schema instanceof z.ZodOptional && personalSchemas.has(schema.unwrap() as z.ZodType);
}

/** The event that a definition describes: `{ type, data }`. */
export type EventOf<D> =
  D extends EventDefinition<infer T, infer S> ? { readonly type: T; readonly data: z.infer<S> } : never;

/** Whether an event, decoded as those of the log are, is of this definition. */
export function isOf<D extends EventDefinition, E extends DomainEvent>(
  definition: D,
  event: E,
): event is E & EventOf<D> {
  return event.type === definition.type;
}

/** Whether an event, decoded as those of the log are, is of one of these definitions. */
export function isAmong<const D extends readonly EventDefinition[], E extends DomainEvent>(
  definitions: D,
  event: E,
): event is E & EventOf<D[number]> {
  return definitions.some(({ type }) => type === event.type);
}

export type DomainEvent = { readonly type: string; readonly data: Readonly<Record<string, unknown>> };

/** Who caused an event. Ids only: nothing in here may be personal. */
export type Actor =
  | { readonly kind: 'account'; readonly id: string }
  | { readonly kind: 'operator'; readonly id: string }
  | { readonly kind: 'device'; readonly id: string }
  | { readonly kind: 'policy'; readonly id: string }
  | { readonly kind: 'system'; readonly id: string };

export type EventMetadata = {
  readonly actor: Actor;
  readonly correlationId: string;
  /** Id of the event that a policy answered to. */
  readonly causationId?: string;
  /** Type of the command that was accepted; events of earlier releases do not have it. */
  readonly command?: string;
};

/** An event as a projection or a policy sees it: decoded, with its place in the log. */
export type LoggedEvent<E extends DomainEvent = DomainEvent> = E & {
  readonly id: string;
  readonly streamId: string;
  readonly revision: bigint;
  readonly position: bigint;
  readonly recordedAt: string;
  readonly metadata: EventMetadata;
};
