import type { DeviceImport, DeviceImports, ImportCounts } from '../../commands/device-registry/import-devices.js';
import type { InverterCatalogue } from '../../commands/ports.js';
import type { Db } from '../database/port.js';
import type { TableRow } from '../spreadsheet/table.js';
import { importDevices, wasRefused, type JudgedRow } from './import.js';

/** Lists of devices that the office brings; both ways judge alike, because both store, and one takes it back. */
export function officeImports(db: Db, catalogue: Pick<InverterCatalogue, 'list'>): DeviceImports<readonly TableRow[]> {
  async function judged(rows: readonly TableRow[], note: ((counts: ImportCounts) => Promise<unknown>) | null) {
    const types = await catalogue.list();
    const transaction = await db.startTransaction().execute();
    try {
      const verdicts = await importDevices(transaction, rows, types);
      const answer = importOf(verdicts);
      await note?.(answer.counts);
      await (note === null ? transaction.rollback() : transaction.commit()).execute();
      return answer;
    } catch (error) {
      if (!transaction.isCommitted && !transaction.isRolledBack) await transaction.rollback().execute();
      throw error;
    }
  }
  return { preview: (rows) => judged(rows, null), store: judged };
}

function importOf(rows: readonly JudgedRow[]): DeviceImport {
  const count = (verdict: JudgedRow['verdict']) => rows.filter((row) => row.verdict === verdict).length;
  return {
    counts: {
      ...{ imported: count('imported'), updated: count('updated'), unchanged: count('unchanged') },
      ...{ typeUnknown: count('typeUnknown'), refused: rows.filter(wasRefused).length },
    },
    odd: rows.filter((row) => row.verdict === 'typeUnknown' || wasRefused(row)),
  };
}
