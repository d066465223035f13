import type pg from 'pg';
import type { ChargeFiles } from '../../commands/licence/charge-supplement.js';
import { EvidenceFile } from '../../domain/order/events.js';

/** Table `charge_files`. What was uploaded and never charged for goes when the next one comes, after a day. */
export function postgresChargeFiles(pool: pg.Pool): ChargeFiles {
  return {
    async keep({ fileId, mediaType, sha256, content }) {
      await pool.query(
        `delete from charge_files where order_id is null and kept_at < clock_timestamp() - interval '1 day'`,
      );
      await pool.query(
        `insert into charge_files (file_id, media_type, sha256, content) values ($1, $2, $3, $4)
          on conflict (file_id) do nothing`,
        [fileId, mediaType, sha256, content],
      );
    },
    async assign(fileId, orderId) {
      const { rows } = await pool.query<{
        readonly media_type: string;
        readonly size: number;
        readonly sha256: string;
      }>(
        `update charge_files set order_id = $2 where file_id = $1 and (order_id is null or order_id = $2)
          returning media_type, octet_length(content) as size, sha256`,
        [fileId, orderId],
      );
      const [row] = rows;
      if (row === undefined) return null;
      return EvidenceFile.parse({ fileId, mediaType: row.media_type, sizeBytes: row.size, sha256: row.sha256 });
    },
    async read(orderId, fileId) {
      const { rows } = await pool.query<{ readonly content: Buffer }>(
        'select content from charge_files where order_id = $1 and file_id = $2',
        [orderId, fileId],
      );
      return rows[0]?.content ?? null;
    },
  };
}
