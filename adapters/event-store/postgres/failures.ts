import pg from 'pg';
import { isDatabaseAway } from '../../database/port.js';
import { InvalidAppend, StoreUnavailable } from '../port.js';

/** The error that the port promises for what the driver threw. */
export function portError(error: unknown): unknown {
  if (error instanceof StoreUnavailable) return error;
  if (isDatabaseAway(error)) return new StoreUnavailable('the log does not answer', { cause: error });
  if (error instanceof pg.DatabaseError && error.code?.startsWith('22') === true) {
    return new InvalidAppend('the log refuses this value', { cause: error });
  }
  return error;
}
