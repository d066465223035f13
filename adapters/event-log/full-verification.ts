import type pg from 'pg';
import { inTransaction } from '../database/transaction.js';
import type { NightlyJob } from '../jobs/nightly.js';
import { raiseAlarm, readAnchors, type RootsOptions } from './daily-roots.js';
import { clearAllFaults } from './log-faults.js';
import { missingEnd, readLog } from './read-log.js';
import { openVerification, type Verified } from './verification.js';

const jobName = 'full-verification';

export type FullVerification = {
  /**
   * Reads the whole log from its first event, against all roots. Raises the same alarm as the daily root for the broken
   * links that it lists, and ends all alarms when there is none. Null when `signal` aborted.
   */
  run(signal?: AbortSignal): Promise<Verified | null>;
  /** When the weekly job last came to an end, whatever it found; null when it never did. */
  lastAt(): Promise<Date | null>;
};

/** The daily root covers what is new; this finds what was changed in what is older. */
export function openFullVerification(options: RootsOptions): FullVerification {
  const { pool, store } = options;
  return {
    async run(signal) {
      // Before the log is read: what they stand for is in it, and more.
      const { roots, heads } = await readAnchors(pool);
      const head = await store.head();
      const verification = openVerification({ roots, recordedHeads: heads, stride: store.stride });
      let position = 0n;
      for await (const page of readLog(store, signal === undefined ? {} : { signal })) {
        for (const event of page) verification.add(event);
        position = page.at(-1)?.position ?? position;
      }
      if (signal?.aborted === true) return null;
      const cutOff = missingEnd(store, { position, head });
      if (cutOff !== null) verification.report(cutOff);
      const verified = verification.finish();
      if (verified.brokenCount === 0) await inTransaction(pool, clearAllFaults);
      else await raiseAlarm(options, verified.broken);
      return verified;
    },
    lastAt: () => doneAt(pool),
  };
}

async function doneAt(pool: pg.Pool): Promise<Date | null> {
  const { rows } = await pool.query<{ at: Date }>('select done_at as at from scheduled_jobs where name = $1', [
    jobName,
  ]);
  return rows[0]?.at ?? null;
}

/** Once a week, after the daily root. */
export function fullVerificationJob(options: {
  readonly verification: FullVerification;
  readonly onVerified: (verified: Verified) => void;
  readonly onError: (error: unknown) => void;
}): NightlyJob {
  const { verification, onVerified, onError } = options;
  return {
    name: jobName,
    notBefore: '02:30',
    everyDays: 7,
    onError,
    async run(signal) {
      const verified = await verification.run(signal);
      if (verified !== null) onVerified(verified);
    },
  };
}
