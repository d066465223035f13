import { schedule } from 'node-cron';
import type pg from 'pg';
import { trimRaw } from './kept-raw.js';
import { monthPartitions } from './partitions.js';
import { purgeUnclaimed } from './unclaimed.js';

const monthS = 31 * 86_400;

/** Nightly work: what is older than 90 days goes, and the partitions of this and the next month are there in time. */
export function startReadingsHousekeeping(options: {
  readonly pool: pg.Pool;
  readonly onError: (error: unknown) => void;
}): { stop(): Promise<void> } {
  const { pool, onError } = options;
  let running: Promise<void> = keepHouse(pool).catch(onError);
  const task = schedule(
    '17 3 * * *',
    () => {
      running = keepHouse(pool).catch(onError);
    },
    { timezone: 'Europe/Berlin' },
  );
  return {
    async stop() {
      await task.destroy();
      await running;
    },
  };
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
