import pg from 'pg';
import { InvalidAppend, StoreUnavailable } from '../port.js';

/**
 * SQLSTATE classes and codes after which the same statement may succeed later: connection lost, no resources,
 * cancelled by a timeout, deadlock, read-only (a standby), server shutting down or starting.
 */
const passing = /^(08|53|57|58|40|55P03|25006|25P0[23])/;

/** Whether the server is away (or gave up), in contrast to having answered. */
export function isUnavailable(error: unknown): boolean {
  if (error instanceof StoreUnavailable) return true;
  if (error instanceof pg.DatabaseError) return passing.test(error.code ?? '');
  // What the driver and the socket report has no class of its own; what the language reports has.
  return error instanceof AggregateError || (error instanceof Error && error.constructor === Error);
}

/** The error that the port promises for what the driver threw. */
export function portError(error: unknown): unknown {
  if (error instanceof StoreUnavailable) return error;
  if (isUnavailable(error)) return new StoreUnavailable('the log does not answer', { cause: error });
  if (error instanceof pg.DatabaseError && error.code?.startsWith('22') === true) {
    return new InvalidAppend('the log refuses this value', { cause: error });
  }
  return error;
}
