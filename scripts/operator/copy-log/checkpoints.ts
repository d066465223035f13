import type pg from 'pg';
import { inTransaction } from '../../../adapters/database/transaction.js';
import type { RecordedEvent } from '../../../adapters/event-store/port.js';

type Moving = {
  readonly name: string;
  readonly from: bigint;
  /** The last event that was handled. */
  last: RecordedEvent | null;
  to: bigint;
};

/**
 * Leads policies and daily roots from a log to its copy: each stands behind the same event afterwards, so that nothing
 * happens twice and the nightly check goes on.
 * Read models lose their checkpoints, because their rows name positions: the next start builds them anew.
 */
type CheckpointMove = {
  onSource(event: RecordedEvent): void;
  onTarget(event: RecordedEvent): void;
  /** All or none; throws when one of them moved meanwhile, because the portal runs. Resolves to how many there are. */
  finish(): Promise<number>;
};

export async function openCheckpointMove(pool: pg.Pool): Promise<CheckpointMove> {
  const { rows } = await pool.query<{ name: string; position: bigint }>(
    `select name, position from log.checkpoints where name like 'policy/%'`,
  );
  const moves: Moving[] = rows.map(({ name, position }) => ({ name, from: BigInt(position), last: null, to: 0n }));
  const roots = (await pool.query<{ day: string; events: bigint }>('select day::text, events from log.daily_roots'))
    .rows;
  const rootedAt = new Map<string, bigint>();
  let copied = 0n;
  return {
    onSource(event) {
      for (const move of moves) if (event.position <= move.from) move.last = event;
    },
    onTarget(event) {
      copied++;
      for (const { day, events } of roots) if (events === copied) rootedAt.set(day, event.position);
      for (const move of moves) {
        if (move.last?.streamId === event.streamId && move.last.revision === event.revision) move.to = event.position;
      }
    },
    async finish() {
      await inTransaction(pool, async (client) => {
        for (const { name, from, to } of moves) {
          const { rowCount } = await client.query(
            `update log.checkpoints set position = $3, failed_position = null, failed_reason = null
              where name = $1 and position = $2`,
            [name, from, to],
          );
          if (rowCount !== 1) throw new Error(`${name} moved meanwhile: stop the portal first`);
        }
        for (const [day, position] of rootedAt) {
          await client.query('update log.daily_roots set position = $2 where day = $1', [day, position]);
        }
        await client.query(`delete from log.checkpoints where name not like 'policy/%'`);
      });
      return moves.length;
    },
  };
}
