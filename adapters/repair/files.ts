import type pg from 'pg';
import type { RepairFiles } from '../../commands/repair/attachments.js';

/** The content of attachments in table `repair_files`; what they are and whose stands in the log. */
export function postgresRepairFiles(pool: pg.Pool): RepairFiles {
  return {
    async keep({ fileId, repairOrderId, accountId, content }) {
      await pool.query(
        `insert into repair_files (file_id, repair_order_id, account_id, content) values ($1, $2, $3, $4)
          on conflict (file_id) do nothing`,
        [fileId, repairOrderId, accountId, content],
      );
    },
    async read(fileId) {
      const { rows } = await pool.query<{ readonly content: Buffer }>(
        'select content from repair_files where file_id = $1',
        [fileId],
      );
      return rows[0]?.content ?? null;
    },
    async remove(fileIds) {
      await pool.query('delete from repair_files where file_id = any($1::uuid[])', [fileIds]);
    },
  };
}
