import { StoreUnavailable } from '../port.js';

/** A matter of configuration: waiting does not help. */
class AccessRefused extends Error {
  override readonly name = 'AccessRefused';
  constructor(cause: unknown) {
    super('EventStoreDB refuses access: the user must be allowed to write streams and to read $all', { cause });
  }
}

/** Failures of the client after which the same call may succeed later, and the outcome of an append is unknown. */
const passing: ReadonlySet<string> = new Set([
  'unavailable',
  'cancelled',
  'deadline-exceeded',
  'timeout',
  'not-leader',
  'unknown',
]);
/** gRPC: invalid argument, not found, permission denied, failed precondition, out of range, unimplemented, no login. */
const definite: ReadonlySet<unknown> = new Set([3, 5, 7, 9, 11, 12, 16]);

/** What the client calls the failure, e.g. `stream-deleted`; null for raw gRPC errors and everything else. */
export function failureType(error: unknown): string | null {
  return typeof error === 'object' && error !== null && 'type' in error ? String(error.type) : null;
}

/** Whether the server is away (or gave up), in contrast to having answered. */
export function isAway(error: unknown): boolean {
  if (error instanceof StoreUnavailable) return true;
  const type = failureType(error);
  if (type === 'not-leader') return true;
  const code: unknown = typeof error === 'object' && error !== null && 'code' in error ? error.code : undefined;
  if (definite.has(code)) return false;
  if (type !== null) return passing.has(type);
  if (typeof code === 'number' || (typeof code === 'string' && code.startsWith('ERR_'))) return true;
  // A failed discovery and a closed channel have no class of their own; what the language reports has.
  return error instanceof AggregateError || (error instanceof Error && error.constructor === Error);
}

/** Whether the client opens a new channel by itself after this: on Unavailable, Cancelled and not-leader. */
export function isReconnecting(error: unknown): boolean {
  const code: unknown = typeof error === 'object' && error !== null && 'code' in error ? error.code : undefined;
  return failureType(error) === 'not-leader' || code === 14 || code === 1;
}

/** The error that the port promises for what the client threw. */
export function portError(error: unknown): unknown {
  if (error instanceof StoreUnavailable) return error;
  if (isAway(error)) return new StoreUnavailable('the log does not answer', { cause: error });
  if (failureType(error) === 'access-denied') return new AccessRefused(error);
  return error;
}
