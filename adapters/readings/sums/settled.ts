import { setTimeout as pause } from 'node:timers/promises';
import type pg from 'pg';

const pollMs = 200;

/** Resolves when no note is left of days that have to be summed anew: where another process computes the sums. */
export async function sumsSettled(pool: pg.Pool): Promise<void> {
  while ((await pool.query('select from public.stale_device_days limit 1')).rowCount !== 0) await pause(pollMs);
}
