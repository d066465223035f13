import type { Clock } from '../../commands/ports.js';
import type { Temporal } from '../../domain/kernel/time.js';
import type { NightlyJob } from '../jobs/nightly.js';

/** What ended long ago is forgotten: sessions, personal tokens, failed attempts. */
export function sessionHousekeepingJob(options: {
  readonly forgetful: readonly { removeOld(at: Temporal.Instant): Promise<number> }[];
  readonly clock: Clock;
  readonly onError: (error: unknown) => void;
}): NightlyJob {
  const { forgetful, clock, onError } = options;
  return {
    name: 'session-housekeeping',
    notBefore: '03:41',
    onError,
    run: async () => void (await Promise.all(forgetful.map((one) => one.removeOld(clock.now())))),
  };
}
