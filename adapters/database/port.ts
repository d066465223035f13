import type { Kysely, Transaction } from 'kysely';
import type pg from 'pg';
import { StoreUnavailable } from '../event-store/port.js';

// Tables are described where they are used, by each read model its own: these handles only know that it is PostgreSQL.
// eslint-disable-next-line @typescript-eslint/no-explicit-any
export type Db = Kysely<any>;
// eslint-disable-next-line @typescript-eslint/no-explicit-any
export type Tx = Transaction<any>;

/**
 * Who of several processes does a piece of work: one at a time, and another one within seconds when it is killed, frozen
 * or cut off. Saves double work; it keeps nothing right by itself, because a holder may fall asleep after it asked. What
 * must not be done by two is confirmed in the transaction that does it, or fenced by a checkpoint.
 */
export type Leases = {
  /** Takes the lease of this name, unless another process holds it; true when it is ours. Renewed until `close`. */
  acquire(name: string): Promise<boolean>;
  holds(name: string): boolean;
  /** Gives one back before its time, so that another process may take it at once. */
  release(name: string): Promise<void>;
  /**
   * The last statement of a transaction: no other process takes the lease before it ends. Throws `LeaseLost` when one
   * has: roll back.
   */
  confirm(client: Pick<pg.ClientBase, 'query'>, name: string): Promise<void>;
  /** Gives all back. */
  close(): Promise<void>;
};

/** Another process does this work by now. */
export class LeaseLost extends Error {
  override readonly name = 'LeaseLost';
  constructor(lease: string) {
    super(`another process has taken over ${lease}`);
  }
}

/**
 * SQLSTATE classes and codes after which the same statement may succeed later: connection lost, no resources,
 * cancelled by a timeout or a shutdown, deadlock, read-only (a standby), transaction ended by the server.
 * https://www.postgresql.org/docs/17/errcodes-appendix.html
 */
const passingStates = /^(?:08|53|57|58|40|55P03|25006|25P0[23])[0-9A-Z]*$/;

/** What sockets and name servers report while a server is away. */
const networkCodes = new Set([
  'EAI_AGAIN',
  'ECONNABORTED',
  'ECONNREFUSED',
  'ECONNRESET',
  'EHOSTDOWN',
  'EHOSTUNREACH',
  'ENETDOWN',
  'ENETUNREACH',
  'ENOTFOUND',
  'EPIPE',
  'ETIMEDOUT',
]);

/** What the driver (pg, pg-pool) reports itself has no code. */
const driverMessages =
  /^(?:Connection terminated|timeout exceeded when trying to connect|timeout expired|Query read timeout|Client has encountered a connection error|Client was closed|Cannot use a pool after calling end|Received unexpected \w+ message from backend)/;

/**
 * Whether a database (or the log) is away for now: nobody's fault, the same call may be repeated later. The one place
 * that decides it: the log answers `StoreUnavailable`, a follower tries again instead of calling an event poison, HTTP
 * answers 503.
 */
export function isDatabaseAway(error: unknown): boolean {
  if (error instanceof StoreUnavailable) return true;
  if (!(error instanceof Error)) return false;
  // One attempt per address of a host name.
  if (error instanceof AggregateError && error.errors.length > 0) return error.errors.every(isDatabaseAway);
  const { code, syscall } = error as NodeJS.ErrnoException;
  if (code === undefined) return driverMessages.test(error.message);
  // A socket file that is not there; any other missing file is not the database's.
  if (code === 'ENOENT') return syscall === 'connect';
  return networkCodes.has(code) || passingStates.test(code);
}

/** Whether a table or its schema is not there: before read models have made theirs, there is nothing to look at. */
export function isTableMissing(error: unknown): boolean {
  return error instanceof Error && ['42P01', '3F000'].includes(String((error as NodeJS.ErrnoException).code));
}
