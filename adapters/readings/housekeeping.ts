import type pg from 'pg';
import type { NightlyJob } from '../jobs/nightly.js';
import { trimRaw } from './kept-raw.js';
import { monthPartitions } from './partitions.js';
import { purgeUnclaimed } from './unclaimed.js';

const monthS = 31 * 86_400;

/** What is older than 90 days goes, and the partitions of this and the next month are there in time. */
export function readingsHousekeepingJob(options: {
  readonly pool: pg.Pool;
  readonly onError: (error: unknown) => void;
}): NightlyJob {
  const { pool, onError } = options;
  return { name: 'readings-housekeeping', notBefore: '03:17', onError, run: () => keepHouse(pool) };
}

export async function keepHouse(pool: pg.Pool): Promise<void> {
  const partitions = monthPartitions(pool);
  const nowS = Date.now() / 1000;
  await partitions.ensure(nowS);
  await partitions.ensure(nowS + monthS);
  await purgeUnclaimed(pool);
  await pool.query(`delete from public.raw_messages where received_at < now() - interval '90 days'`);
  await trimRaw(pool);
}
