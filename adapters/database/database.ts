import { Kysely, PostgresDialect } from 'kysely';
import pg from 'pg';
import type { Db } from './port.js';

// Counters and sums stay below 2^53; positions and revisions are read as text where they matter.
pg.types.setTypeParser(pg.types.builtins.INT8, (text) => BigInt(text));

export type Database = { readonly db: Db; readonly pool: pg.Pool; close(): Promise<void> };

/** Compiling a query costs more than any of ours takes, and the planner would do it for plants with many devices. */
const withoutJit = '-c jit=off';

/** For connections whose commits are acknowledged to somebody, whatever the default of the database is. */
export const durableCommits = '-c synchronous_commit=on';

export type DatabaseOptions = {
  readonly maxConnections?: number;
  /** A statement without an answer fails after this time, also when the server hangs; default: waits for ever. */
  readonly answerWithinMs?: number;
  /** The server ends a session that leaves a transaction open without a word for so long, and undoes it; default 60 s. */
  readonly idleInTransactionMs?: number;
  /** By which its connections are known to the server. */
  readonly applicationName?: string;
};

/** Opens a pool over one PostgreSQL database. `bigint` columns arrive as `bigint`. */
export function openDatabase(connectionString: string, options: DatabaseOptions = {}): Database {
  const pool = new pg.Pool({
    connectionString,
    max: options.maxConnections ?? 10,
    // A vanished server must not stop the process: the pool drops the connection, the next query opens a new one.
    connectionTimeoutMillis: 5_000,
    idle_in_transaction_session_timeout: options.idleInTransactionMs ?? 60_000,
    options: `${durableCommits} ${withoutJit}`,
    keepAlive: true,
    ...(options.applicationName !== undefined && { application_name: options.applicationName }),
    ...(options.answerWithinMs !== undefined && {
      statement_timeout: options.answerWithinMs,
      query_timeout: options.answerWithinMs,
    }),
  });
  pool.on('error', () => undefined);
  // Also while somebody holds the connection between two queries: the next query tells them.
  pool.on('connect', (client) => client.on('error', () => undefined));
  const db: Db = new Kysely({ dialect: new PostgresDialect({ pool }) });
  return { db, pool, close: () => db.destroy() };
}

/** Connections to the same database by anybody who does not bear the application name of this pool. */
export async function otherSessions(pool: pg.Pool): Promise<number> {
  const { rows } = await pool.query<{ others: number }>(
    `select count(*)::int as others from pg_stat_activity
      where datname = current_database() and usename is not null
        and coalesce(backend_type, 'client backend') = 'client backend'
        and application_name is distinct from current_setting('application_name')`,
  );
  return rows[0]?.others ?? 0;
}
