import type pg from 'pg';
import { nextExportAt } from '../../domain/account/data-export.js';
import type { AccountId } from '../../domain/kernel/ids.js';
import { Temporal } from '../../domain/kernel/time.js';
import { inTransaction, lockUntilEnd } from '../database/transaction.js';
import type { DataExport, DataExports } from './port.js';

type Row = {
  readonly id: string;
  readonly state: DataExport['state'];
  readonly requested_at: Date;
  readonly progress: number;
  readonly size_bytes: bigint | null;
  readonly ready_at: Date | null;
  readonly expires_at: Date | null;
};

const columns = 'id, state, requested_at, progress, size_bytes, ready_at, expires_at';

/** Tables `data_exports` and `data_export_chunks`. */
export function postgresDataExports(pool: pg.Pool): DataExports {
  return {
    async find(accountId, at) {
      const row = await findRow(pool, accountId, at);
      return row === null ? null : viewOf(row);
    },

    request: ({ id, accountId, language, at }) =>
      inTransaction(pool, async (client) => {
        await lockUntilEnd(client, `data-export/${accountId}`);
        const present = await findRow(client, accountId, at);
        if (present !== null) {
          const { state, requestedAt } = viewOf(present);
          if (present.id === id || state === 'waiting' || state === 'building') {
            return { ok: true, export: viewOf(present) };
          }
          const nextAt = nextExportAt(requestedAt);
          if (state === 'ready' && Temporal.Instant.compare(at, nextAt) < 0) return { ok: false, nextAt };
        }
        await client.query('delete from data_exports where account_id = $1', [accountId]);
        const { rows } = await client.query<Row>(
          `insert into data_exports (id, account_id, language, state, requested_at)
            values ($1, $2, $3, 'waiting', $4) returning ${columns}`,
          [id, accountId, language, at.toString()],
        );
        return { ok: true, export: viewOf(rows[0] as Row) };
      }),

    async *read(id) {
      for (let ordinal = 0; ; ordinal++) {
        const { rows } = await pool.query<{ content: Buffer }>(
          'select content from data_export_chunks where export_id = $1 and ordinal = $2',
          [id, ordinal],
        );
        const [chunk] = rows;
        if (chunk === undefined) return;
        yield chunk.content;
      }
    },

    async forget(accountId) {
      await pool.query('delete from data_exports where account_id = $1', [accountId]);
    },
  };
}

async function findRow(
  client: Pick<pg.ClientBase, 'query'>,
  accountId: AccountId,
  at: Temporal.Instant,
): Promise<Row | null> {
  const { rows } = await client.query<Row>(
    `select ${columns} from data_exports where account_id = $1 and (expires_at is null or expires_at > $2)`,
    [accountId, at.toString()],
  );
  return rows[0] ?? null;
}

function viewOf({ id, state, requested_at, progress, size_bytes, ready_at, expires_at }: Row): DataExport {
  const file =
    size_bytes === null || ready_at === null || expires_at === null
      ? null
      : { sizeBytes: Number(size_bytes), readyAt: instantOf(ready_at), expiresAt: instantOf(expires_at) };
  return { id, state, requestedAt: instantOf(requested_at), progress, file };
}

function instantOf(date: Date): Temporal.Instant {
  return Temporal.Instant.fromEpochMilliseconds(date.getTime());
}
