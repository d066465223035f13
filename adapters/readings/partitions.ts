import type pg from 'pg';
import { inTransaction, lockUntilEnd } from '../database/transaction.js';

/** Makes sure that the month of an instant has its partition. Remembers what exists; asks the server once per month. */
export type Partitions = { ensure(instantS: number): Promise<void> | null };

export function monthPartitions(pool: pg.Pool): Partitions {
  const known = new Set<number>();
  const creating = new Map<number, Promise<void>>();
  return {
    /** Null when the partition is known to exist, so that the hot path need not wait for anything. */
    ensure(instantS) {
      const month = monthOf(instantS);
      if (known.has(month)) return null;
      let creation = creating.get(month);
      if (creation === undefined) {
        creation = createPartition(pool, month)
          .then(() => void known.add(month))
          .finally(() => creating.delete(month));
        creating.set(month, creation);
      }
      return creation;
    },
  };
}

/** Months since year 0 of an instant, in UTC. */
function monthOf(instantS: number): number {
  const date = new Date(instantS * 1000);
  return date.getUTCFullYear() * 12 + date.getUTCMonth();
}

/**
 * Creates the table first and attaches it then: attaching does not block readers and writers of the other months, as
 * `create table … partition of` would. The lock lets several nodes come to the same month at once.
 */
async function createPartition(pool: pg.Pool, month: number): Promise<void> {
  const from = new Date(Date.UTC(Math.floor(month / 12), month % 12, 1)).toISOString();
  const to = new Date(Date.UTC(Math.floor((month + 1) / 12), (month + 1) % 12, 1)).toISOString();
  const table = `readings_${from.slice(0, 7).replace('-', '_')}`;
  await inTransaction(pool, async (client) => {
    await lockUntilEnd(client, 'readings/partitions');
    const { rows } = await client.query('select to_regclass($1) is not null as there', [`public.${table}`]);
    if (rows[0]?.there !== true) {
      await client.query(`create table public.${table} (like public.readings including defaults)`);
      await client.query(
        `alter table public.readings attach partition public.${table} for values from ('${from}') to ('${to}')`,
      );
    }
  });
}
